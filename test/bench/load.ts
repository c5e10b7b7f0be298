import 'reflect-metadata';
import '../support/n8nHome';
import { PackageDirectoryLoader } from 'n8n-core';

import {
	execFile,
	fsp,
	nodeProcess,
	os,
	path,
	performance,
	promisify,
	repositoryRoot,
} from '../support/node';

/**
 * How long n8n's loader takes for the built package, beside a package of one plain node of 30 KB with
 * the same codex, icons and credential; each measured in processes of its own, in turns.
 */
const BOUND = 1.5;
const REPEATS = 7;

async function main(): Promise<void> {
	const plain = await fsp.mkdtemp(path.join(os.tmpdir(), 'clova-ocr-plain-'));
	try {
		await writePlainPackage(plain);
		const times: Record<'ours' | 'plain', number[]> = { ours: [], plain: [] };
		for (let repeat = 0; repeat < REPEATS; repeat++) {
			times.plain.push(await inOwnProcess(plain));
			times.ours.push(await inOwnProcess(repositoryRoot));
		}
		const [ours, theirs] = [times.ours, times.plain].map(median);
		const ratio = ours / theirs;
		say(
			`Loading: ours ${ours.toFixed(2)} ms, a plain node of 30 KB ${theirs.toFixed(2)} ms (medians of ${REPEATS}), ratio ${ratio.toFixed(2)} (bound ${BOUND})`,
		);
		if (ratio > BOUND) nodeProcess.exitCode = 1;
	} finally {
		await fsp.rm(plain, { recursive: true });
	}
}

/** The same package with one file of plain parameters for its node. */
async function writePlainPackage(folder: string): Promise<void> {
	for (const part of ['dist', 'package.json']) {
		await fsp.cp(path.join(repositoryRoot, part), path.join(folder, part), { recursive: true });
	}
	const parameter = (number: number) => ({
		displayName: `Parameter ${number}`,
		name: `parameter${number}`,
		type: 'string',
		default: '',
		description: 'A parameter that is only text. '.repeat(14),
	});
	const description = {
		displayName: 'Plain',
		name: 'clovaOcr',
		icon: { light: 'file:../../icons/clovaOcr.svg', dark: 'file:../../icons/clovaOcr.dark.svg' },
		group: ['transform'],
		version: 1,
		description: 'Plain',
		defaults: { name: 'Plain' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: 'clovaOcrApi', required: true }],
		properties: Array.from({ length: 60 }, (_, number) => parameter(number)),
	};
	const source = `"use strict";\nclass ClovaOcr { description = ${JSON.stringify(description)}; }\nexports.ClovaOcr = ClovaOcr;\n`;
	await fsp.writeFile(path.join(folder, 'dist/nodes/ClovaOcr/ClovaOcr.node.js'), source);
}

async function inOwnProcess(folder: string): Promise<number> {
	const self = ['--import', 'tsx', nodeProcess.argv[1], folder];
	const env = {
		...nodeProcess.env,
		NODE_ENV: 'production',
		NODE_PATH: path.join(repositoryRoot, 'node_modules'),
	};
	const { stdout } = await promisify(execFile)(nodeProcess.execPath, self, { env });
	return Number(stdout.trim().split('\n').pop());
}

async function measure(folder: string): Promise<void> {
	// n8n has loaded this long before it comes to community packages.
	await import('n8n-workflow');
	const begun = performance.now();
	await new PackageDirectoryLoader(folder).loadAll();
	say(String(performance.now() - begun));
}

function median(values: number[]): number {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

function say(line: string): void {
	nodeProcess.stdout.write(`${line}\n`);
}

const [, , folder] = nodeProcess.argv;
(folder === undefined ? main() : measure(folder)).catch((error: unknown) => {
	say(error instanceof Error ? (error.stack ?? error.message) : String(error));
	nodeProcess.exitCode = 1;
});
