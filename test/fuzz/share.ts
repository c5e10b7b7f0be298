import { nodeProcess, performance } from '../support/node';
import { faultOf, firstCases, namedCase } from './cases';

/** How many cases of a kind there were, and how long they took together. */
export interface Tally {
	/** What the kind makes, for a person. */
	what: string;
	count: number;
	ms: number;
	/** Milliseconds of the longest one, garbage and other work of the machine included. */
	longest: number;
}

/** What the process says of a case, or at the end of all. */
export interface Report {
	/** The case, such as `answers/17`; `end` after the last one. */
	at: string;
	fault: string | null;
	/** By kind, at the end. */
	tallies?: Record<string, Tally>;
}

/** Works through its share of the cases that `start.ts` names, telling of every one before it begins. */
async function work(): Promise<void> {
	const [seed, what, index, shares] = nodeProcess.argv.slice(2);
	const cases = what.includes('/')
		? [namedCase(what)]
		: firstCases(Number(what), { index: Number(index), shares: Number(shares) });
	const tallies: Record<string, Tally> = {};
	for (const each of cases) {
		const at = `${each.kind.name}/${each.index}`;
		await tell({ at, fault: null });
		const begun = performance.now();
		const fault = await faultOf(Number(seed), each);
		const tally = (tallies[each.kind.name] ??= {
			what: each.kind.what,
			count: 0,
			ms: 0,
			longest: 0,
		});
		const took = performance.now() - begun;
		tally.count += 1;
		tally.ms += took;
		tally.longest = Math.max(tally.longest, took);
		if (fault !== null) {
			return await tell({ at, fault });
		}
	}
	await tell({ at: 'end', fault: null, tallies });
}

/** Waits until it is on its way: a case that kills the process must not take its name with it. */
async function tell(report: Report): Promise<void> {
	await new Promise((resolve) => nodeProcess.send?.(report, undefined, undefined, resolve));
}

void work();
