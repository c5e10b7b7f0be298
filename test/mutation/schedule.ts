import type { KnownFile, KnownTest, Level } from './messages';

/** Tests of one file that are run in one go. */
export interface Batch {
	file: string;
	tests: KnownTest[];
	/** On a processor, unmutated. */
	milliseconds: number;
	/** Read anew with the mutant on, since it acts when something is loaded. */
	anew: boolean;
}

/** Tests that have noticed a mutant lately are asked first. */
const REMEMBERED = 12;

/** So much of one file, lest it take the time of all others. */
const LONGEST_BATCH_MS = 1500;

/** Knows which tests to ask about a mutant, and in what order. */
export class Schedule {
	private readonly byMutant = new Map<number, KnownTest[]>();
	private readonly early: Array<Record<'loading' | 'declaring', ReadonlySet<number>>>;
	private lately: KnownTest[] = [];

	/**
	 * @param placesNear the places of a mutant's file and of those that import it
	 * @param placeOf where a mutant is, below the node's folder: its folder, and its file without an ending
	 */
	constructor(
		private readonly files: readonly KnownFile[],
		private readonly placesNear: (mutant: number) => ReadonlySet<number>,
		private readonly placeOf: (mutant: number) => { folder: string; name: string },
	) {
		this.early = files.map(({ atLoading, atDeclaring }) => ({
			loading: new Set(atLoading),
			declaring: new Set(atDeclaring),
		}));
		for (const test of files.flatMap(({ tests }) => tests)) {
			for (const number of test.reaches) {
				const list = this.byMutant.get(number) ?? [];
				list.push(test);
				this.byMutant.set(number, list);
			}
		}
	}

	/**
	 * What to run for a mutant: what is likely and quick first.
	 * @param seconds how much is taken of all that could notice it, as long as it takes unmutated
	 */
	batchesFor(mutant: number, level: Level, seconds: number): { batches: Batch[]; all: boolean } {
		const tests = (this.byMutant.get(mutant) ?? []).filter(({ file }) => levelOf(file) === level);
		const { folder, name } = this.placeOf(mutant);
		const batches = [...groupBy(tests, (test) => test.file)].flatMap(([file, list]) =>
			this.fileOf(file).shares ? [batch(file, list)] : list.map((test) => batch(file, [test])),
		);
		const rank = ({ file, tests: own }: Batch) => {
			if (file.includes(`/${name}`)) return 0;
			if (own.some((test) => this.lately.includes(test))) return 1;
			return file.includes(folder) ? 2 : 3;
		};
		batches.sort((a, b) => rank(a) - rank(b) || a.milliseconds - b.milliseconds);
		const wanted = [...batches, ...this.anewFor(mutant, level)];
		let left = seconds * 1000;
		const taken = wanted.map(quickest).filter(({ milliseconds }) => {
			if (milliseconds > left) return false;
			left -= milliseconds;
			return true;
		});
		// What only a long test reaches is judged by that.
		if (taken.length === 0) taken.push(...wanted.slice(0, 1));
		const count = (list: Batch[]) => list.reduce((sum, item) => sum + item.tests.length, 0);
		return { batches: taken, all: count(taken) === count(wanted) };
	}

	/** Notes which test has noticed a mutant. */
	noticed(test: KnownTest): void {
		this.lately = [test, ...this.lately.filter((other) => other !== test)].slice(0, REMEMBERED);
	}

	private anewFor(mutant: number, level: Level): Batch[] {
		const near = this.placesNear(mutant);
		const batches: Batch[] = [];
		for (const [index, { file, tests }] of this.files.entries()) {
			const { loading, declaring } = this.early[index];
			const declares = declaring.has(mutant);
			if (levelOf(file) !== level || (!declares && !loading.has(mutant))) continue;
			const chosen = tests.filter(({ reaches }) => declares || reaches.some((place) => near.has(place)));
			if (chosen.length > 0) batches.push({ ...batch(file, chosen), anew: true });
		}
		return batches.sort((a, b) => a.milliseconds - b.milliseconds);
	}

	private fileOf(name: string): KnownFile {
		const found = this.files.find(({ file }) => file === name);
		if (found === undefined) throw new Error(`Nothing is known of ${name}`);
		return found;
	}
}

function batch(file: string, tests: KnownTest[]): Batch {
	const setUp = Math.max(...tests.map((test) => test.setUp.processor));
	const milliseconds = tests.reduce((sum, test) => sum + test.own.processor, setUp);
	return { file, tests, milliseconds, anew: false };
}

/** The quick ones among tests that share what is made once, in their order. */
function quickest(whole: Batch): Batch {
	if (whole.milliseconds <= LONGEST_BATCH_MS) return whole;
	const sorted = [...whole.tests].sort((a, b) => a.own.processor - b.own.processor);
	let left = LONGEST_BATCH_MS - Math.min(...sorted.map(({ setUp }) => setUp.processor));
	const taken = new Set(
		sorted.filter(({ own }, index) => (left -= own.processor) > 0 || index === 0),
	);
	const tests = whole.tests.filter((test) => taken.has(test));
	return { ...batch(whole.file, tests), anew: whole.anew };
}

export function levelOf(file: string): Level {
	return file.startsWith('test/workflows/') ? 'workflows' : 'unit';
}

function groupBy<T>(list: readonly T[], keyOf: (entry: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const entry of list) {
		const group = groups.get(keyOf(entry));
		if (group === undefined) groups.set(keyOf(entry), [entry]);
		else group.push(entry);
	}
	return groups;
}
