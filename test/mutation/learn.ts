import type { Declared, Suite } from './harness';
import { suitesOf, fullName } from './harness';
import { inNewWorld, loadTests } from './loader';
import type { KnownFile } from './messages';
import { runTests, type Cost } from './runner';
import { collect, takeReached } from './switch';

const NOTHING: Cost = { milliseconds: 0, processor: 0, asked: 0 };
const GENEROUS = { milliseconds: 60_000, asked: Infinity };

/**
 * Runs a file of tests unmutated, in a world of its own as under Jest, and notes what each reaches.
 * @param loading what was reached while sources were being loaded; filled by the loader
 */
export async function learn(file: string, loading: Set<number>): Promise<KnownFile> {
	return await inNewWorld(async () => {
		loading.clear();
		collect(true);
		takeReached();
		const declared = loadTests(file);
		const known: KnownFile = {
			file,
			key: '',
			shares: declared.shares,
			tests: [],
			atDeclaring: [...takeReached()],
			atLoading: [...loading],
			unfit: [],
		};
		await learnTests(declared, known);
		collect(false);
		return known;
	});
}

async function learnTests(declared: Declared, known: KnownFile): Promise<void> {
	const shared = new Map<Suite, { reached: Set<number>; cost: Cost }>();
	const fresh: Cost[] = [];
	let passed = 0;
	// `asked` is counted down from a number that leaves room for every digit.
	const limits = { ...GENEROUS, asked: Number.MAX_SAFE_INTEGER };
	await runTests(declared, [...declared.tests.keys()], () => limits, {
		goOn: true,
		entered: (suite, cost) => {
			fresh.push(cost);
			shared.set(suite, { reached: takeReached(), cost });
		},
		done: ({ index, outcome, why, cost }, test) => {
			const reached = takeReached();
			// The first test of a suite waited for what was made for all.
			const own = fresh.splice(0).reduce(less, cost);
			const name = fullName(test);
			if (outcome !== 'passed') {
				known.unfit.push({ name, why });
				return;
			}
			passed += 1;
			const sharing = suitesOf(test.suite).flatMap((suite) => shared.get(suite) ?? []);
			for (const number of sharing.flatMap((suite) => [...suite.reached])) reached.add(number);
			const setUp = sharing.map((suite) => suite.cost).reduce(more, NOTHING);
			known.tests.push({ file: known.file, index, name, own, setUp, reaches: [...reached] });
		},
	});
	if (passed === 0) known.unfit.push({ name: known.file, why: 'no test passed' });
}

function more(a: Cost, b: Cost): Cost {
	return {
		milliseconds: a.milliseconds + b.milliseconds,
		processor: a.processor + b.processor,
		asked: a.asked + b.asked,
	};
}

function less(a: Cost, { milliseconds, processor, asked }: Cost): Cost {
	return more(a, { milliseconds: -milliseconds, processor: -processor, asked: -asked });
}

/** Runs the tests again, the last one first, beside what else is loaded: what fails depends on order or luck. */
export async function repeat({ file, tests }: KnownFile): Promise<KnownFile['unfit']> {
	const declared = loadTests(file);
	const unfit: KnownFile['unfit'] = [];
	const names = new Map(tests.map(({ index, name }) => [index, name]));
	await runTests(declared, [...names.keys()].reverse(), () => GENEROUS, {
		goOn: true,
		done: ({ index, outcome, why }) => {
			if (outcome !== 'passed') unfit.push({ name: names.get(index) ?? '', why });
		},
	});
	return unfit;
}
