import type { IDataObject } from 'n8n-workflow';

import { asList, asObject, asText, type Json } from '../../../nodes/ClovaOcr/shared/json';
import { createInterface, fs, nodeProcess, path, repositoryRoot } from '../../support/node';
import { packageFromDirectory, runWorkflow, type TestedPackage } from '../../support/n8n';
import { baseNodes } from './baseNodes';
import { workflowFor, type Contestant } from './contestants';
import { together, type Figures } from './figures';
import { fileSource } from './fileSource';
import { markNode, Measurement } from './mark';
import { readRaw } from './rawNode';

/** What a process of the bench has to do. */
export interface Job {
	contestant: Contestant;
	url: string;
	secret: string;
	/** Files to upload; or a number of documents, each the small file under a name of its own. */
	paths: string[] | number;
	smallFile: string;
	stored: boolean;
	/** Executions at the same time. */
	executions: number;
	/** How each document's text has to begin; null for its own name. */
	says: string | null;
}

/**
 * One process of the bench: loads everything, does the work once with one small file, says `ready`,
 * does it when told so and prints the figures as JSON.
 */
async function main(text: string): Promise<void> {
	const job = JSON.parse(text) as Job;
	const run = job.contestant === 'raw' ? rawRun(job) : await workflowRun(job);
	await run([job.smallFile], path.basename(job.smallFile));
	const input = createInterface({ input: nodeProcess.stdin });
	say('ready');
	await input.question('');
	input.close();
	const runs = Array.from({ length: job.executions }, async () => await run(job.paths, job.says));
	say(JSON.stringify(together(await Promise.all(runs))));
}

type Run = (paths: string[] | number, says: string | null) => Promise<Figures>;

function rawRun({ url, secret, smallFile }: Job): Run {
	return async (paths, says) => {
		const names = namesOf(paths);
		const documents = names.map((name, at) => ({
			name,
			file: typeof paths === 'number' ? smallFile : paths[at],
		}));
		const measurement = new Measurement();
		const answers = await readRaw(url, secret, documents);
		const taken = measurement.taken();
		return { ...taken, documents: names.length, right: rightOf(answers, names, says), saved: 0 };
	};
}

async function workflowRun(job: Job): Promise<Run> {
	const { contestant, url, secret, smallFile, stored } = job;
	const ours = await packageFromDirectory(repositoryRoot);
	const tested: TestedPackage = {
		...ours,
		nodes: new Map([...ours.nodes, ...(contestant === 'node' ? [] : baseNodes())]),
	};
	const data = fs.readFileSync(smallFile);
	return async (paths, says) => {
		const names = namesOf(paths);
		const measurement = new Measurement();
		const setting = { url, secret, maxConcurrency: 5 };
		const given = typeof paths === 'number' ? null : paths;
		const result = await runWorkflow(workflowFor(contestant, { ...setting, paths: given }), {
			tested,
			binaryMode: stored ? 'filesystem' : 'default',
			items: names.map((fileName) => ({
				json: { fileName },
				binary: { data: { data: given === null ? data : Buffer.alloc(0), fileName } },
			})),
			nodes: { 'test.files': fileSource, 'test.mark': markNode(measurement) },
			credentials: { Service: { invokeUrl: url, secretKey: secret } },
		});
		const taken = measurement.taken();
		if (result.error) throw result.error;
		const jsons = result.items('End').map(({ json }) => json);
		// With large files in memory it would be too long for a text.
		const saved = given === null ? JSON.stringify(result.runData).length / 1e6 : 0;
		return { ...taken, documents: names.length, right: rightOf(jsons, names, says), saved };
	};
}

function namesOf(paths: string[] | number): string[] {
	if (typeof paths !== 'number') return paths.map((file) => path.basename(file));
	return Array.from({ length: paths }, (_, index) => `${index}.png`);
}

function rightOf(answers: Array<IDataObject | Json>, names: string[], says: string | null): number {
	return names.filter((name, at) => textOf(answers[at]).startsWith(says ?? name)).length;
}

/** What an item says: our text, or the first word of CLOVA's answer. */
function textOf(item: IDataObject | Json | undefined): string {
	// Items are JSON.
	const { text, images } = asObject((item ?? null) as Json);
	const [image] = asList(images);
	const [field] = asList(asObject(image ?? null).fields);
	return asText(text) ?? asText(asObject(field ?? null).inferText) ?? '';
}

function say(line: string): void {
	nodeProcess.stdout.write(`${line}\n`);
}

main(nodeProcess.argv[2]).then(
	() => nodeProcess.exit(0),
	(error: unknown) => {
		nodeProcess.stderr.write(`${error instanceof Error ? (error.stack ?? '') : String(error)}\n`);
		nodeProcess.exit(1);
	},
);
