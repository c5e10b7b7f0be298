import { isObject, type JsonObject } from '../../nodes/ClovaOcr/shared/json';
import { samples, type Sample } from '../samples';
import { startSimulator, type Simulator } from '../simulator';
import { sampleReaders } from '../simulator/documents';
import { operationOf, pathOf } from '../support/apis';
import { missingValues } from '../support/expected';
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
	/** What has to come out; null for a file of the user's own. */
	sample: Sample | null;
}

const USAGE = `Usage: npm run demo                      every API on its sample
       npm run demo -- receipt           one sample
       npm run demo -- path/to/file.jpg  your own picture or PDF`;

/**
 * Shows the node at work: a simulated service, n8n's own engine, sample documents or the user's files.
 * @throws Error where a value that stands on a sample did not come out
 */
async function main(): Promise<void> {
	const folder = await fsp.mkdtemp(path.join(os.tmpdir(), 'clova-ocr-demo-'));
	const simulator = await startSimulator(sampleReaders());
	try {
		const wanted = nodeProcess.argv.slice(2);
		const shows = wanted.length > 0 ? await chosen(wanted, folder) : await everySample(folder);
		const missing: string[] = [];
		for (const show of shows) missing.push(...(await present(show, simulator)));
		if (missing.length > 0) throw new Error(`\nNot everything came out:\n${missing.join('\n')}`);
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
				return {
					title: argument,
					resource: 'general',
					operation: 'extractText',
					file: argument,
					sample: null,
				};
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
	return { title, resource, operation, file, sample };
}

/** @returns what stands on the sample and did not come out, one line each */
async function present(show: Show, simulator: Simulator): Promise<string[]> {
	const operation = operationOf(show.resource, show.operation);
	say(`\n\x1b[1m━━ ${show.title}\x1b[0m  ${operation.name}, ${path.basename(show.file)}`);
	nodeProcess.stdout.write('   reading …\r');
	const started = Date.now();
	const { resource, operation: value, file } = show;
	const workflow = demoWorkflow(resource, value, [file]);
	const result = await runWorkflow(workflow, {
		binaryMode: 'filesystem',
		mode: 'manual',
		credentials: {
			Simulator: {
				invokeUrl: simulator.url(pathOf(resource, value)),
				secretKey: simulator.secret(pathOf(resource, value)),
			},
		},
	});
	if (result.error !== undefined) throw result.error;
	const items = result.items('CLOVA OCR');
	for (const item of items) {
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
	if (show.sample === null) return [];
	const missing = missingValues(
		show.sample,
		items.map(({ json }) => objectOf(json)),
	);
	for (const line of missing) say(`   \x1b[31m✗ ${line}\x1b[0m`);
	return missing.map((line) => `${show.sample?.id}: ${line}`);
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
