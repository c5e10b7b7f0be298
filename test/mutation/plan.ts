import { filesBelow } from '../support/files';
import { importsOf, sourcesBelow } from '../support/architecture/imports';
import { fs, path, repositoryRoot } from '../support/node';
import { instrument, type Mutant } from './instrument';
import type { Plan } from './messages';

const NODE = 'nodes/ClovaOcr/';

/** What is mutated, in the order in which it is worked on. */
export const ROOMS = ['reading/masking', 'clova', 'pipeline', 'input', 'output', 'reading'] as const;
export type Room = (typeof ROOMS)[number];

/**
 * Tests that count the time that something takes would notice everything that takes time; the others
 * are of rooms that know nothing of what is mutated, of the simulator, and of this.
 */
const BESIDE = [
	'test/unit/reading/values/linear.test.ts',
	'test/unit/operations/extremes.test.ts',
	'test/unit/pdf/',
	'test/unit/tiff/',
	'test/unit/redaction/',
	'test/unit/simulator/',
	'test/unit/mutation/',
];

/** The room of a source file; the pipeline is what stands in no folder. */
export function roomOf(file: string): Room | null {
	const inside = file.slice(NODE.length);
	if (!inside.includes('/')) return 'pipeline';
	return ROOMS.find((room) => inside.startsWith(`${room}/`)) ?? null;
}

/** All mutants of all rooms, and what workers need to run them. */
export function planOf(seed: number): { plan: Plan; mutants: Mutant[] } {
	const texts = sourcesBelow('nodes');
	const files = [...texts.keys()].filter((file) => roomOf(file) !== null);
	files.sort((a, b) => ROOMS.indexOf(roomOf(a) ?? 'reading') - ROOMS.indexOf(roomOf(b) ?? 'reading'));
	const importers = importersOf(texts);
	const plan: Plan = { seed, places: 0, sources: {}, files: [] };
	const mutants: Mutant[] = [];
	for (const file of files) {
		const first = mutants.length + 1;
		const { code, mutants: found } = instrument(file, texts.get(file) ?? '', first);
		mutants.push(...found);
		plan.sources[file] = code;
		plan.files.push({ file, first, end: first + found.length, importers: importers.get(file) ?? [] });
	}
	plan.places = mutants.length;
	return { plan, mutants };
}

function importersOf(texts: Map<string, string>): Map<string, string[]> {
	const names = new Set(texts.keys());
	const importers = new Map<string, string[]>();
	for (const [file, text] of texts) {
		for (const { to } of importsOf(file, text, names)) {
			importers.set(to, [...(importers.get(to) ?? []), file]);
		}
	}
	return importers;
}

/** The files of tests that count, quick ones first. */
export function testFiles(): string[] {
	return ['test/unit', 'test/workflows'].flatMap((folder) =>
		filesBelow(path.join(repositoryRoot, folder))
			.filter((file) => file.endsWith('.test.ts'))
			.map((file) => `${folder}/${file}`)
			.filter((file) => !BESIDE.some((place) => file.startsWith(place))),
	);
}

/** Where what one run makes for its workers, and for the next run, lies. */
export function placeOf(name: string): string {
	return path.join(repositoryRoot, '.cache/mutation', name);
}

/** Writes something for workers, or for the next run, to read. */
export function keep(name: string, value: unknown): string {
	const file = placeOf(name);
	fs.mkdirSync(path.dirname(file), { recursive: true });
	fs.writeFileSync(file, JSON.stringify(value));
	return file;
}

/** What was written under this name, null when nothing was. */
export function kept<T>(name: string): T | null {
	const file = placeOf(name);
	if (!fs.existsSync(file)) return null;
	const value: T = JSON.parse(fs.readFileSync(file, 'utf8'));
	return value;
}
