import { createHash, fs, path, repositoryRoot } from '../support/node';
import type { Choice } from './choice';
import type { KnownFile, Plan } from './messages';
import { keep, kept, testFiles } from './plan';
import { share, type Worker } from './pool';

/**
 * Runs every file of tests unmutated, twice: what is not the same again judges nothing.
 * Under `again` what is known is taken of files that are as they were, with the same sources; support of
 * the tests is not looked at.
 */
export async function learnAll(
	workers: readonly Worker[],
	plan: Plan,
	{ again, tests }: Pick<Choice, 'again' | 'tests'>,
): Promise<KnownFile[]> {
	const before = again ? (kept<KnownFile[]>('known.json') ?? []) : [];
	const sources = hashOf(JSON.stringify([plan.seed, plan.sources]));
	const known: KnownFile[] = [];
	const files = testFiles().filter(
		(file) => tests.length === 0 || tests.some((start) => file.startsWith(start)),
	);
	await share(workers, files, async (worker, file) => {
		const key = hashOf(sources + fs.readFileSync(path.join(repositoryRoot, file), 'utf8'));
		const found = before.find((entry) => entry.file === file && entry.key === key);
		known.push(found ?? (await learnTwice(worker, file, key)));
		keep('known.json', known);
	});
	known.sort((a, b) => (a.file < b.file ? -1 : 1));
	keep('known.json', known);
	return known;
}

async function learnTwice(worker: Worker, file: string, key: string): Promise<KnownFile> {
	const learnt = await worker.ask({ kind: 'learn', file });
	if (learnt?.kind !== 'learnt') {
		const why = learnt?.kind === 'crashed' ? learnt.why : 'the process ended';
		throw new Error(`${file} cannot be run: ${why}`);
	}
	const repeated = await worker.ask({ kind: 'repeat', known: learnt.known });
	const unfit = repeated?.kind === 'repeated' ? repeated.unfit : [];
	const names = new Set(unfit.map(({ name }) => name));
	const tests = learnt.known.tests.filter(({ name }) => !names.has(name));
	return { ...learnt.known, key, tests, unfit: [...learnt.known.unfit, ...unfit] };
}

function hashOf(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}
