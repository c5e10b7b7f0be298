import type { Random } from '../masking/random';

/** A kind of input, and what has to hold for every one of it. */
export interface Kind {
	name: string;
	/** What it makes, and what is done with it, for a person. */
	what: string;
	/** How many of a hundred cases are of this kind. */
	share: number;
	/**
	 * Makes one case out of chance and works through it.
	 * @throws whatever the product throws, and what `insist` does
	 */
	run(random: Random): Promise<void> | void;
}

/** @throws Error where something does not hold */
export function insist(holds: boolean, broken: string): asserts holds {
	if (!holds) throw new Error(broken);
}

/**
 * Holds a value that leaves the node against what an item may be: JSON and nothing else, the same after
 * n8n has stored it and read it again.
 * @param given texts that came in: what stands there may come out
 * @throws Error naming the place of the first thing that is wrong
 */
export function insistClean(value: unknown, given: string, at = 'output'): void {
	if (typeof value === 'string') {
		const [odd] = /\[object |undefined|NaN|Infinity/.exec(value) ?? [];
		insist(odd === undefined || given.includes(odd), `${at} holds ${odd}`);
		return;
	}
	if (typeof value === 'number') {
		insist(Number.isFinite(value) && !Object.is(value, -0), `${at} is ${printed(value)}`);
		return;
	}
	if (value === null || typeof value === 'boolean') return;
	insist(typeof value === 'object', `${at} is ${typeof value}`);
	const list = Array.isArray(value);
	insist(
		Object.getPrototypeOf(value) === (list ? Array.prototype : Object.prototype),
		`${at} has another prototype`,
	);
	const members = Object.entries(value);
	insist(!list || members.length === value.length, `${at} has holes`);
	for (const [name, member] of members) insistClean(member, given, `${at}.${name}`);
}

function printed(value: number): string {
	return Object.is(value, -0) ? '-0' : String(value);
}
