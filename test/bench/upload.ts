import type { INodeType } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import type { Simulator } from '../simulator';
import { picture } from '../support/ocrRun';
import { fs, fsp, nodeProcess, os, path, spawn } from '../support/node';
import { runWorkflow } from '../support/n8n';

/**
 * How far memory grows while a stored file of 50 MB is uploaded: highest resident size during the
 * node's work above that before it, as Linux counts it. The service runs in a process of its own.
 */
const MEGABYTES = 50;
const BOUND = 1.25;
const REPEATS = 5;

let idle = 0;

/** Stands before the node: from here on the highest resident size is counted anew. */
const mark: INodeType = {
	description: {
		displayName: 'Mark',
		name: 'mark',
		group: ['transform'],
		version: 1,
		description: 'Starts the measurement',
		defaults: { name: 'Mark' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	},
	async execute() {
		collect();
		fs.writeFileSync('/proc/self/clear_refs', '5');
		idle = resident('VmRSS');
		return [this.getInputData()];
	},
};

async function main(): Promise<void> {
	const folder = await fsp.mkdtemp(path.join(os.tmpdir(), 'clova-ocr-bench-'));
	const service = await startService();
	try {
		const files = [
			await written(folder, 'small.png', 0.1),
			await written(folder, 'large.png', MEGABYTES),
		];
		const growths: number[] = [];
		for (let repeat = 0; repeat < REPEATS; repeat++) {
			growths.push(Number(await answerOf(['measure', service.url, service.secret, ...files])));
		}
		const sorted = [...growths].sort((a, b) => a - b);
		const median = sorted[Math.floor(REPEATS / 2)];
		say(
			`Upload of a stored file of ${MEGABYTES} MB, growth of memory in MB: ${growths.map((mb) => mb.toFixed(0)).join(', ')}`,
		);
		say(
			`Median ${median.toFixed(0)} MB = ${(median / MEGABYTES).toFixed(2)} of the file (bound ${BOUND})`,
		);
		if (median / MEGABYTES > BOUND) nodeProcess.exitCode = 1;
	} finally {
		service.stop();
		await fsp.rm(folder, { recursive: true });
	}
}

async function upload(service: Service, file: string): Promise<number> {
	const node = (name: string, type: string, parameters = {}) => ({
		id: name,
		name,
		type,
		typeVersion: 1,
		position: [0, 0] as [number, number],
		parameters,
	});
	const to = (name: string) => ({ main: [[{ node: name, type: 'main' as const, index: 0 }]] });
	const result = await runWorkflow(
		{
			nodes: [
				node('Start', 'n8n-nodes-base.manualTrigger'),
				node('Read', 'test.readFiles', { paths: [file] }),
				node('Mark', 'test.mark'),
				{
					...node('OCR', 'n8n-nodes-clova-ocr.clovaOcr', {
						resource: 'general',
						operation: 'extractText',
					}),
					credentials: { clovaOcrApi: { id: '1', name: 'Service' } },
				},
			],
			connections: { Start: to('Read'), Read: to('Mark'), Mark: to('OCR') },
		},
		{
			binaryMode: 'filesystem',
			nodes: { 'test.mark': mark },
			credentials: { Service: { invokeUrl: service.url, secretKey: service.secret } },
		},
	);
	if (result.error) throw result.error;
	if (result.items('OCR')[0]?.json.text !== path.basename(file))
		throw new Error('The file did not arrive');
	return resident('VmHWM') - idle;
}

interface Service {
	url: string;
	secret: string;
}

/** The simulator in a process of its own, which only counts what it gets. */
async function startService(): Promise<Service & { stop(): void }> {
	const child = start(['service']);
	const { url, secret } = JSON.parse(await firstLine(child)) as Service;
	return { url, secret, stop: () => child.kill() };
}

/** What a fresh process prints: what one run leaves behind must not count for the next. */
async function answerOf(parameters: string[]): Promise<string> {
	return await firstLine(start(parameters));
}

function start(parameters: string[]) {
	const self = ['--expose-gc', '--import', 'tsx', nodeProcess.argv[1], ...parameters];
	return spawn(nodeProcess.execPath, self, { stdio: ['ignore', 'pipe', 'inherit'] });
}

async function firstLine(child: ReturnType<typeof start>): Promise<string> {
	return await new Promise((resolve, reject) => {
		child.stdout?.once('data', (data: Buffer) => resolve(data.toString().trim()));
		child.once('exit', (code) => reject(new Error(`Ended with code ${code} and said nothing`)));
	});
}

/** One upload in this process, after a small one that loads what has to be loaded. */
async function measure([url, secret, small, large]: string[]): Promise<void> {
	await upload({ url, secret }, small);
	say(String(await upload({ url, secret }, large)));
}

async function serve(): Promise<void> {
	const { startSimulator } = await import('../simulator');
	const simulator: Simulator = await startSimulator({ recognizer: 'none' });
	say(JSON.stringify({ url: simulator.url('/general'), secret: simulator.secret('/general') }));
}

async function written(folder: string, name: string, megabytes: number): Promise<string> {
	const file = path.join(folder, name);
	const head = picture();
	await fsp.writeFile(
		file,
		Buffer.concat([head, Buffer.alloc(megabytes * 1024 * 1024 - head.length, 7)]),
	);
	return file;
}

/** Megabytes by the kernel's own count. */
function resident(name: 'VmHWM' | 'VmRSS'): number {
	const status = fs.readFileSync('/proc/self/status', 'utf8');
	return Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) / 1024;
}

function collect(): void {
	if (typeof gc === 'function') gc();
}

function say(line: string): void {
	nodeProcess.stdout.write(`${line}\n`);
}

const [, , job, ...parameters] = nodeProcess.argv;
const work = job === 'service' ? serve() : job === 'measure' ? measure(parameters) : main();
work.catch((error: unknown) => {
	say(error instanceof Error ? (error.stack ?? error.message) : String(error));
	nodeProcess.exitCode = 1;
});
