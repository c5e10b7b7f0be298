import { createRequire, everywhere, startTimer, stopTimer } from '../support/node';

type Work = (...given: unknown[]) => unknown;
type Hook = 'beforeAll' | 'beforeEach' | 'afterEach' | 'afterAll';

/** What stands in one `describe`, or in a whole file. */
export interface Suite {
	name: string;
	parent: Suite | null;
	hooks: Record<Hook, Work[]>;
}

export interface Test {
	name: string;
	suite: Suite;
	work: Work;
}

/** A file of tests as it was read: what it declared, in its order. */
export interface Declared {
	tests: Test[];
	/** Whether anything is made once for several tests. */
	shares: boolean;
}

// The parts of Jest that need no process of Jest's; they come with it.
const jestRequire = createRequire(require.resolve('jest'));
const { ModuleMocker } = jestRequire('jest-mock') as {
	ModuleMocker: new (global: object) => Record<'fn' | 'spyOn' | 'restoreAllMocks', Work>;
};
const { expect } = jestRequire('expect') as { expect: unknown };
const mocker = new ModuleMocker(everywhere);

let declared: Declared = { tests: [], shares: false };
let current = suite('', null);

function suite(name: string, parent: Suite | null): Suite {
	return { name, parent, hooks: { beforeAll: [], beforeEach: [], afterEach: [], afterAll: [] } };
}

/** Reads a file of tests, and gives back what it declares. */
export function declaredBy(load: () => void, modules: Record<'mock' | 'requireActual', Work>): Declared {
	declared = { tests: [], shares: false };
	current = suite('', null);
	const { fn, spyOn, restoreAllMocks } = mocker;
	const bound = [fn, spyOn, restoreAllMocks].map((work) => work.bind(mocker));
	const jest = {
		...modules,
		fn: bound[0],
		spyOn: bound[1],
		restoreAllMocks: bound[2],
		setTimeout: () => undefined,
	};
	Object.assign(everywhere, { jest });
	load();
	return declared;
}

/** Gives test files the words that they know from Jest. */
export function installHarness(): void {
	const describe = (name: string, work: Work) => {
		const outer = current;
		current = suite(name, outer);
		work();
		current = outer;
	};
	const test = (name: string, work: Work) => {
		declared.tests.push({ name, suite: current, work });
	};
	const hook = (kind: Hook) => (work: Work) => {
		current.hooks[kind].push(work);
		if (kind.endsWith('All')) declared.shares = true;
	};
	Object.assign(everywhere, {
		expect,
		describe: Object.assign(describe, { each: eachOf(describe) }),
		test: Object.assign(test, { each: eachOf(test) }),
		it: Object.assign(test, { each: eachOf(test) }),
		beforeAll: hook('beforeAll'),
		beforeEach: hook('beforeEach'),
		afterEach: hook('afterEach'),
		afterAll: hook('afterAll'),
	});
}

function eachOf(declare: (name: string, work: Work) => void) {
	return (table: readonly unknown[]) => (name: string, work: Work) => {
		table.forEach((row, index) => {
			const given: unknown[] = Array.isArray(row) ? row : [row];
			declare(`${name} [${index}]`, () => work(...given));
		});
	};
}

/** Names of a test and of all that it stands in. */
export function fullName({ name, suite: at }: Test): string {
	return [...suitesOf(at).map((outer) => outer.name), name].filter((part) => part !== '').join(' › ');
}

/** A suite and those around it, the outermost first. */
export function suitesOf(at: Suite | null): Suite[] {
	return at === null ? [] : [...suitesOf(at.parent), at];
}

export class TooSlow extends Error {}

/** Runs a test or a hook, and waits for it no longer than told. */
export async function within(milliseconds: number, work: Work): Promise<void> {
	const running = work();
	if (!(running instanceof Promise)) return;
	let stop = () => {};
	const limit = new Promise<never>((_, reject) => {
		const timer = startTimer(() => reject(new TooSlow()), milliseconds);
		stop = () => stopTimer(timer);
	});
	await Promise.race([running, limit]).finally(stop);
}
