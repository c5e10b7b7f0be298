import { fullName, type Declared } from './harness';
import { inNewWorld, loadTests } from './loader';
import { PATIENCE, type KnownTest, type Level, type Verdict } from './messages';
import { OUT_OF_TIME, runTests, type Limits, type Result } from './runner';
import type { Batch, Schedule } from './schedule';
import { refuel, switchOn } from './switch';

/** Enough for all that is worked out while files are loaded. */
const ASKED_AT_LOADING = 50_000_000;

/** Tries mutants one after another on tests that are read once. */
export class Attempts {
	private readonly read = new Map<string, Declared>();

	constructor(private readonly schedule: Schedule) {}

	/** Asks the tests that reach a mutant until one notices it. */
	async attempt(mutant: number, level: Level, seconds: number): Promise<Verdict> {
		const { batches, all } = this.schedule.batchesFor(mutant, level, seconds);
		const verdict: Verdict = { outcome: 'survived', by: '', why: '', tests: 0, spoilt: false };
		if (batches.length === 0) return { ...verdict, outcome: 'uncovered' };
		for (const batch of batches) {
			const { results, fault } = await this.runBatch(mutant, batch);
			verdict.tests += results.length;
			const last = results.at(-1);
			if (fault === null && (last === undefined || last.outcome === 'passed')) continue;
			const test = batch.tests[Math.max(0, results.length - 1)];
			this.schedule.noticed(test);
			return {
				outcome: last?.outcome === 'slow' ? 'slow' : 'killed',
				by: `${test.file}: ${test.name}`,
				why: fault ?? last?.why ?? '',
				tests: verdict.tests,
				spoilt: last?.why === OUT_OF_TIME || (!batch.anew && !(await this.stillPasses(test))),
			};
		}
		return all ? verdict : { ...verdict, outcome: 'unfinished' };
	}

	private async runBatch(
		mutant: number,
		{ file, tests, anew }: Batch,
	): Promise<{ results: Result[]; fault: string | null }> {
		const run = async (declared: Declared) => {
			switchOn(mutant);
			const indices = tests.map(({ index }) => index);
			const limits = new Map(tests.map((test) => [test.index, limitsOf(test)]));
			return await runTests(declared, indices, (index) => limits.get(index) ?? limitsOf(tests[0]));
		};
		const declared = anew ? null : this.declared(file);
		const changed = tests.find(({ index, name }) => {
			const test = declared?.tests[index];
			return declared !== null && (test === undefined || fullName(test) !== name);
		});
		if (changed !== undefined) throw new Error(`${file} has changed: ${changed.name}`);
		try {
			if (declared !== null) return { results: await run(declared), fault: null };
			return await inNewWorld(async () => {
				refuel(ASKED_AT_LOADING);
				switchOn(mutant);
				return { results: await run(loadTests(file)), fault: null };
			});
		} catch (error) {
			return { results: [], fault: error instanceof Error ? error.message : String(error) };
		} finally {
			switchOn(0);
			refuel(Infinity);
		}
	}

	private async stillPasses(test: KnownTest): Promise<boolean> {
		const [result] = await runTests(this.declared(test.file), [test.index], () => limitsOf(test));
		return result.outcome === 'passed';
	}

	private declared(file: string): Declared {
		const found = this.read.get(file) ?? loadTests(file);
		// What was made once for all of its tests is gone after them, so such a file is read each time.
		if (!found.shares) this.read.set(file, found);
		return found;
	}
}

function limitsOf({ own, setUp }: KnownTest): Limits {
	return {
		milliseconds: (own.milliseconds + setUp.milliseconds) * PATIENCE.times + PATIENCE.milliseconds,
		asked: (own.asked + setUp.asked) * PATIENCE.times + PATIENCE.asked,
	};
}
