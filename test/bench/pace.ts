import { startSimulator, type Simulator } from '../simulator';
import { createInterface, nodeProcess, path, repositoryRoot, spawn } from '../support/node';
import { paceJob, warmUp } from './paceJob';

/**
 * How near to the ideal time many documents are read when the pool is set too high by mistake, when
 * executions of one or of two n8n processes share a domain, and when the domain frees its slots
 * late. Every result is checked.
 */
const LATENCY = 300;
const LIMIT = 5;

interface Case {
	title: string;
	executions: number;
	/** Whether each execution has a process of its own, as with n8n's workers. */
	apart: boolean;
	documents: number;
	maxConcurrency: number;
	spread: number;
	slotsFreeLateBy: number;
	/** Bounds: wall time against the ideal one, and requests for each document; null is only printed. */
	time: number;
	requests: number | null;
}

const ONE: Case = {
	title: 'pool of 12 against a limit of 5, latencies ±80 %',
	executions: 1,
	apart: false,
	documents: 200,
	maxConcurrency: 12,
	spread: 0.8,
	slotsFreeLateBy: 0,
	time: 1.3,
	requests: null,
};
const TWO: Case = {
	...ONE,
	title: 'two executions on one domain',
	executions: 2,
	documents: 100,
	maxConcurrency: 5,
	spread: 0.5,
	time: 1.25,
	requests: 1.2,
};
const CASES: Case[] = [
	ONE,
	TWO,
	{ ...TWO, title: 'two executions of two processes on one domain', apart: true },
	{
		...ONE,
		title: 'slots that free 100 ms late',
		documents: 100,
		maxConcurrency: 5,
		spread: 0,
		slotsFreeLateBy: 100,
		time: 1.4,
	},
];

async function main(): Promise<void> {
	const simulator = await startSimulator({ recognizer: 'none' });
	try {
		await warmUp(simulator);
		for (const each of CASES) await measure(each, simulator);
	} finally {
		await simulator.close();
	}
}

async function measure(each: Case, simulator: Simulator): Promise<void> {
	const start = each.apart ? await inProcesses(each, simulator) : inThisProcess(each, simulator);
	simulator.control({ reset: true });
	simulator.control({
		latency: { milliseconds: LATENCY, spread: each.spread, seed: 11 },
		slotsFreeLateBy: each.slotsFreeLateBy,
	});
	const begun = Date.now();
	const right = await start();
	const seconds = (Date.now() - begun) / 1000;
	const all = each.executions * each.documents;
	const ideal = ((all / LIMIT) * (LATENCY + each.slotsFreeLateBy)) / 1000;
	const requests = simulator.stats.calls.length / all;
	const ok =
		right === all &&
		simulator.stats.accepted === all &&
		seconds <= each.time * ideal &&
		(each.requests === null || requests <= each.requests);
	say(
		`${ok ? 'ok  ' : 'OVER'} ${each.title}: ${right} of ${all} right, ${seconds.toFixed(1)} s = ${(seconds / ideal).toFixed(2)} of the ideal ${ideal.toFixed(1)} s, ${requests.toFixed(2)} requests each`,
	);
	if (!ok) nodeProcess.exitCode = 1;
}

/** @returns starts the executions; resolves to how many documents came out right */
function inThisProcess(each: Case, simulator: Simulator): () => Promise<number> {
	const one = paceJob(simulator, each.documents, each.maxConcurrency);
	return async () => sum(await Promise.all(Array.from({ length: each.executions }, one)));
}

/** As `inThisProcess`, for processes that have loaded n8n's engine and wait. */
async function inProcesses(each: Case, simulator: Simulator): Promise<() => Promise<number>> {
	const started = await Promise.all(
		Array.from({ length: each.executions }, async () => {
			const child = spawn(
				nodeProcess.execPath,
				[
					path.join(repositoryRoot, 'node_modules', 'tsx', 'dist', 'cli.mjs'),
					path.join(repositoryRoot, 'test', 'bench', 'paceProcess.ts'),
					simulator.url('/general'),
					simulator.secret('/general'),
					String(each.documents),
					String(each.maxConcurrency),
				],
				{ stdio: ['pipe', 'pipe', 'inherit'] },
			);
			const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
			await lines.next();
			return async () => {
				child.stdin.end('go\n');
				return Number((await lines.next()).value);
			};
		}),
	);
	return async () => sum(await Promise.all(started.map(async (go) => await go())));
}

function sum(numbers: number[]): number {
	return numbers.reduce((total, each) => total + each, 0);
}

function say(line: string): void {
	nodeProcess.stdout.write(`${line}\n`);
}

main().catch((error: unknown) => {
	say(error instanceof Error ? (error.stack ?? error.message) : String(error));
	nodeProcess.exitCode = 1;
});
