import { nodeProcess, parentPort, performance } from '../support/node';
import { faultOf, firstCases, namedCase } from './cases';

/** How many cases of a kind there were, and how long they took together. */
export interface Tally {
	count: number;
	ms: number;
}

/** What the thread says of a case, or at the end of all. */
export interface Report {
	/** The case, such as `answers/17`; `end` after the last one. */
	at: string;
	fault: string | null;
	/** By kind, at the end. */
	tallies?: Record<string, Tally>;
}

/** Works through its share of the cases that `start.ts` names, telling of every one before it begins. */
async function work(): Promise<void> {
	const [seed, what, index, threads] = nodeProcess.argv.slice(2);
	const cases = what.includes('/')
		? [namedCase(what)]
		: firstCases(Number(what), { index: Number(index), threads: Number(threads) });
	const tallies: Record<string, Tally> = {};
	for (const each of cases) {
		const at = `${each.kind.name}/${each.index}`;
		parentPort?.postMessage({ at, fault: null } satisfies Report);
		const begun = performance.now();
		const fault = await faultOf(Number(seed), each);
		const tally = (tallies[each.kind.name] ??= { count: 0, ms: 0 });
		tally.count += 1;
		tally.ms += performance.now() - begun;
		if (fault !== null) {
			parentPort?.postMessage({ at, fault } satisfies Report);
			return;
		}
	}
	parentPort?.postMessage({ at: 'end', fault: null, tallies } satisfies Report);
}

void work();
