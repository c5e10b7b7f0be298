import { isObject, type JsonObject } from '../../nodes/ClovaOcr/shared/json';
import { findOperation } from '../../nodes/ClovaOcr/operations';
import { samples, type Sample } from '../samples';
import { startSimulator, type Simulator } from '../simulator';
import { sampleReaders } from '../simulator/documents';
import { readBinary, runWorkflow } from '../support/n8n';
import { fs, fsp, nodeProcess, os, path } from '../support/node';
import { printItem } from './print';
import { demoWorkflow } from './workflow';

/** One thing that the demo shows. */
interface Show {
	title: string;
	resource: string;
	operation: string;
	file: string;
}

const USAGE = `Usage: npm run demo                      every API on its sample
       npm run demo -- receipt           one sample
       npm run demo -- path/to/file.jpg  your own picture or PDF`;

/** Shows the node at work: a simulated service, n8n's own engine, sample documents or the user's files. */
async function main(): Promise<void> {
	const folder = await fsp.mkdtemp(path.join(os.tmpdir(), 'clova-ocr-demo-'));
	const simulator = await startSimulator(sampleReaders());
	try {
		const wanted = nodeProcess.argv.slice(2);
		const shows = wanted.length > 0 ? await chosen(wanted, folder) : await everySample(folder);
		for (const show of shows) await present(show, simulator);
	} finally {
		await simulator.close();
	}
}

async function everySample(folder: string): Promise<Show[]> {
	return await Promise.all(samples.map(async (sample) => await showOf(sample, folder)));
}

async function chosen(wanted: string[], folder: string): Promise<Show[]> {
	return await Promise.all(
		wanted.map(async (argument) => {
			const sample = samples.find(({ id }) => id === argument);
			if (sample !== undefined) return await showOf(sample, folder);
			if (fs.existsSync(argument)) {
				return { title: argument, resource: 'general', operation: 'extractText', file: argument };
			}
			const ids = samples.map(({ id }) => id).join(', ');
			throw new Error(
				`"${argument}" is neither a sample nor a file.\n\n${USAGE}\n\nSamples: ${ids}`,
			);
		}),
	);
}

async function showOf(sample: Sample, folder: string): Promise<Show> {
	const { resource, operation, title, fileName } = sample;
	const file = path.join(folder, fileName);
	await fsp.writeFile(file, await sample.picture());
	return { title, resource, operation, file };
}

async function present(show: Show, simulator: Simulator): Promise<void> {
	const operation = findOperation(show.resource, show.operation);
	if (operation === undefined) throw new Error(`The node has no operation ${show.operation}`);
	say(`\n\x1b[1m━━ ${show.title}\x1b[0m  ${operation.name}, ${path.basename(show.file)}`);
	nodeProcess.stdout.write('   reading …\r');
	const started = Date.now();
	const result = await runWorkflow(demoWorkflow(show.resource, show.operation, [show.file]), {
		binaryMode: 'filesystem',
		mode: 'manual',
		credentials: {
			Simulator: {
				invokeUrl: simulator.url(operation.path),
				secretKey: simulator.secret(operation.path),
			},
		},
	});
	if (result.error !== undefined) throw result.error;
	for (const item of result.items('CLOVA OCR')) {
		say('');
		for (const line of printItem(show.operation, objectOf(item.json))) say(`   ${line}`);
		for (const file of Object.values(item.binary ?? {})) {
			const target = path.join(path.dirname(show.file), file.fileName ?? 'output.pdf');
			await fsp.writeFile(target, await readBinary(file));
			say(`   → ${target}`);
		}
	}
	for (const { message } of result.hints) say(`   ! ${message}`);
	say(`   ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

function objectOf(json: unknown): JsonObject {
	const copy: unknown = JSON.parse(JSON.stringify(json));
	return isObject(copy as JsonObject) ? (copy as JsonObject) : {};
}

function say(line: string): void {
	nodeProcess.stdout.write(`${line}\n`);
}

main().catch((error: unknown) => {
	say(error instanceof Error ? error.message : String(error));
	nodeProcess.exitCode = 1;
});
