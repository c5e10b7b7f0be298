import { nodeProcess, parentPort, performance } from '../support/node';
import { faultOf, firstCases, namedCase } from './cases';

/** What the thread says of a case, or at the end of all. */
export interface Report {
	/** The case, such as `answers/17`; `end` after the last one. */
	at: string;
	done: number;
	fault: string | null;
	/** Cases of each kind, at the end. */
	counts?: string;
}

/** Works through the cases that `start.ts` names, telling of every one before it begins. */
async function work(): Promise<void> {
	const [seed, what] = nodeProcess.argv.slice(2);
	const cases = what.includes('/') ? [namedCase(what)] : firstCases(Number(what));
	const counts = new Map<string, { count: number; ms: number }>();
	let done = 0;
	for (const each of cases) {
		const at = `${each.kind.name}/${each.index}`;
		parentPort?.postMessage({ at, done, fault: null } satisfies Report);
		const begun = performance.now();
		const fault = await faultOf(Number(seed), each);
		const { count, ms } = counts.get(each.kind.name) ?? { count: 0, ms: 0 };
		counts.set(each.kind.name, { count: count + 1, ms: ms + performance.now() - begun });
		if (fault !== null) {
			parentPort?.postMessage({ at, done, fault } satisfies Report);
			return;
		}
		done++;
	}
	const lines = [...counts].map(
		([name, { count, ms }]) =>
			`${name.padEnd(9)} ${String(count).padStart(8)} cases, ${(ms / count).toFixed(2)} ms each`,
	);
	parentPort?.postMessage({ at: 'end', done, fault: null, counts: lines.join('\n') });
}

void work();
