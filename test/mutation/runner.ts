import { nodeProcess, performance } from '../support/node';
import { suitesOf, TooSlow, within, type Declared, type Suite, type Test } from './harness';
import { EndlessWork, fuelLeft, refuel } from './switch';

export const OUT_OF_TIME = 'it did not end in time';

/** What became of one test. */
export interface Result {
	/** Its place in the file. */
	index: number;
	/** `slow` when it was ended because it would not end. */
	outcome: 'passed' | 'failed' | 'slow';
	why: string;
	/** What it took, hooks included. */
	cost: Cost;
}

export interface Limits {
	milliseconds: number;
	/** How many times places are asked. */
	asked: number;
}

export interface Cost extends Limits {
	/** Milliseconds on a processor, which other work on the machine does not change. */
	processor: number;
}

/**
 * Runs tests of one file in its order, with their hooks, until one does not pass.
 * @param limitsOf how much a test with the hooks before it may take
 * @param entered called after what was made once for a suite, with what it took
 * @returns the result of each test that was run
 */
export async function runTests(
	{ tests }: Declared,
	chosen: readonly number[],
	limitsOf: (index: number) => Limits,
	report: { entered?(suite: Suite, cost: Cost): void; done?(result: Result, test: Test): void; goOn?: boolean } = {},
): Promise<Result[]> {
	const entered = new Set<Suite>();
	const results: Result[] = [];
	for (const index of chosen) {
		const test = tests[index];
		const limits = limitsOf(index);
		refuel(limits.asked);
		const costOfAll = meter();
		const fault = await faultOf(async () => {
			for (const suite of suitesOf(test.suite)) {
				if (entered.has(suite)) continue;
				entered.add(suite);
				const costOfHooks = meter();
				for (const work of suite.hooks.beforeAll) await within(limits.milliseconds, work);
				report.entered?.(suite, costOfHooks());
			}
			await runOne(test, limits.milliseconds);
		});
		const result: Result = { index, ...fault, cost: costOfAll() };
		results.push(result);
		report.done?.(result, test);
		if (fault.outcome !== 'passed' && report.goOn !== true) break;
	}
	refuel(Infinity);
	for (const suite of [...entered].reverse()) {
		for (const work of suite.hooks.afterAll) await faultOf(() => within(5000, work));
	}
	return results;
}

/** Begins to measure; what it gives says what has been taken since. */
function meter(): () => Cost {
	const begun = performance.now();
	const before = nodeProcess.cpuUsage();
	const left = fuelLeft();
	return () => {
		const { user, system } = nodeProcess.cpuUsage(before);
		return {
			milliseconds: performance.now() - begun,
			processor: (user + system) / 1000,
			asked: left - fuelLeft(),
		};
	};
}

async function runOne({ suite, work }: Test, milliseconds: number): Promise<void> {
	const suites = suitesOf(suite);
	try {
		for (const hook of suites.flatMap(({ hooks }) => hooks.beforeEach)) await within(milliseconds, hook);
		await within(milliseconds, work);
	} finally {
		for (const hook of suites.reverse().flatMap(({ hooks }) => hooks.afterEach)) {
			await within(milliseconds, hook);
		}
	}
}

/** What went wrong, also beside the work: a rejection that nobody waits for fails a test under Jest too. */
async function faultOf(work: () => Promise<void>): Promise<Pick<Result, 'outcome' | 'why'>> {
	let beside: unknown;
	const listen = (error: unknown) => (beside ??= error ?? 'rejected');
	nodeProcess.on('unhandledRejection', listen);
	nodeProcess.on('uncaughtException', listen);
	try {
		await work();
	} catch (error) {
		beside ??= error ?? 'thrown';
	} finally {
		nodeProcess.off('unhandledRejection', listen);
		nodeProcess.off('uncaughtException', listen);
	}
	if (beside instanceof TooSlow) return { outcome: 'slow', why: OUT_OF_TIME };
	if (fuelLeft() < 0 || beside instanceof EndlessWork)
		return { outcome: 'slow', why: 'it goes round without end' };
	if (beside === undefined) return { outcome: 'passed', why: '' };
	return { outcome: 'failed', why: beside instanceof Error ? beside.message : String(beside) };
}
