import type { Json, JsonObject } from '../../nodes/ClovaOcr/shared/json';
import { fs, nodeProcess, performance, sleep, spawn } from '../support/node';
import { runThousand, type Service } from './thousand';

/**
 * `npm run soak`: 20,000 items in executions of a thousand, a tenth of them with a fault of some
 * kind, hostile files among them, with the service in a process of its own. Each item must be
 * accounted for, no page billed twice, and after each thousand memory is back to within a fifth of
 * what it was after the first, and handles to what they were. `-- --short` ends after two minutes.
 */
const ITEMS = 20_000;
const SHORT_MS = 100_000;
const MEMORY_BOUND = 1.2;
const SPARE_HANDLES = 4;

async function main(short: boolean): Promise<void> {
	const service = await startService();
	const begun = performance.now();
	let first: State | undefined;
	try {
		for (let round = 0; round < ITEMS / 1000; round += 1) {
			if (short && round > 1 && performance.now() - begun > SHORT_MS) break;
			await control(service, { reset: true });
			const { faulty, hostile, lost } = await runThousand(service, round, async (command) => {
				await control(service, command);
			});
			const { billed, billedAgain } = await statistics(service);
			const state = await settled(first);
			say(
				`${(round + 1) * 1000} items: ${faulty} met a fault, ${hostile} files were hostile, ${lost} lost; ${billed} pages billed, ${billedAgain} twice; ${state.megabytes.toFixed(1)} MB, ${state.handles} handles`,
			);
			if (lost > 0) throw new Error(`${lost} items are not accounted for`);
			if (billedAgain > 0) throw new Error(`${billedAgain} pages were billed twice`);
			first ??= state;
			if (state.megabytes > first.megabytes * MEMORY_BOUND) throw new Error('Memory has grown');
			if (state.handles > first.handles + SPARE_HANDLES) throw new Error('Handles stay open');
		}
		say(`Done in ${Math.round((performance.now() - begun) / 1000)} s.`);
	} finally {
		service.stop();
	}
}

interface State {
	/** Of the heap and of buffers beside it, after a collection. */
	megabytes: number;
	handles: number;
}

/** The state once what is closing has closed, and nothing more is given back. */
async function settled(first: State | undefined): Promise<State> {
	let state = stateNow();
	for (let look = 0; look < 20; look += 1) {
		await sleep(250);
		const next = stateNow();
		const still = next.megabytes > state.megabytes * 0.99 && next.handles >= state.handles;
		state = next;
		if (still && (first === undefined || state.handles <= first.handles)) break;
	}
	return state;
}

function stateNow(): State {
	if (typeof gc === 'function') gc();
	const { heapUsed, external } = nodeProcess.memoryUsage();
	return {
		megabytes: (heapUsed + external) / 1024 / 1024,
		handles: fs.readdirSync('/proc/self/fd').length,
	};
}

async function startService(): Promise<Service & { stop(): void }> {
	const child = spawn(nodeProcess.execPath, ['--import', 'tsx', nodeProcess.argv[1], 'service'], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const line = await new Promise<string>((resolve, reject) => {
		child.stdout?.once('data', (data: Buffer) => resolve(data.toString()));
		child.once('exit', (code) => reject(new Error(`The service ended with code ${code}`)));
	});
	const service: Service = JSON.parse(line);
	return { ...service, stop: () => child.kill() };
}

async function serve(): Promise<void> {
	const { startSimulator } = await import('../simulator');
	const simulator = await startSimulator({ recognizer: 'none' });
	const [url, secret] = [simulator.url('/general'), simulator.secret('/general')];
	say(JSON.stringify({ url, secret, control: `http://127.0.0.1:${simulator.port}/control` }));
}

async function control({ control: address }: Service, command: JsonObject): Promise<void> {
	const response = await fetch(address, { method: 'POST', body: JSON.stringify(command) });
	if (!response.ok) throw new Error(await response.text());
}

async function statistics({ control: address }: Service) {
	const stats: { billed: number; billedAgain: number } & Record<string, Json> = await (
		await fetch(address)
	).json();
	return stats;
}

function say(line: string): void {
	nodeProcess.stdout.write(`${line}\n`);
}

/** Again with the collector at hand, which only a start option gives. */
async function withCollector(): Promise<void> {
	const { argv, execPath } = nodeProcess;
	const self = ['--expose-gc', '--import', 'tsx', ...argv.slice(1), 'soak'];
	const child = spawn(execPath, self, { stdio: 'inherit' });
	nodeProcess.exitCode = await new Promise<number>((resolve) => {
		child.once('exit', (code) => resolve(code ?? 1));
	});
}

const parameters = nodeProcess.argv.slice(2);
const work = parameters.includes('service')
	? serve()
	: parameters.includes('soak')
		? main(parameters.includes('--short')).then(() => nodeProcess.exit(0))
		: withCollector();
work.catch((error: unknown) => {
	say(error instanceof Error ? (error.stack ?? error.message) : String(error));
	nodeProcess.exit(1);
});
