import type { Execution } from './execution';
import { failedOutcome, type FileJob, type Outcome } from './outcome';
import { openAndPlan } from './input/plan';
import type { Operation } from './operations/types';
import { finalProblem } from './problem';

/**
 * Opens and checks the files of an execution before its first call, one after the other so that no more
 * than one is in memory: under Stop a file that is refused must not throw away what was paid for the
 * others, and an execution that needs more calls than 'Max Calls' must not begin. What the node has to
 * download, or CLOVA fetches itself, is not touched and counts as one call.
 * @returns what the execution fails with, or null where nothing speaks against it
 */
export async function lookAhead(
	jobs: FileJob[],
	operation: Operation,
	execution: Pick<Execution, 'cancelled' | 'settings' | 'stop'>,
): Promise<Outcome[] | null> {
	const {
		settings: { maxCalls },
		stop,
	} = execution;
	const sending = jobs.filter(({ settings }) => settings.output !== 'estimate');
	const worthwhile = (stop.atFailure && sending.length > 1) || maxCalls !== null;
	if (!worthwhile) return null;
	let calls = 0;
	for (const { itemIndex, settings, source } of sending) {
		if (execution.cancelled) return null;
		if (source.distant) {
			calls += 1;
			continue;
		}
		const opened = await openAndPlan(source, operation, settings);
		if (opened.state === 'planned') calls += opened.plan.parts.length;
		if (opened.state === 'refused' && stop.atFailure) {
			const fileName = source.fileName || null;
			return [failedOutcome({ problem: opened.problem, itemIndex, fileName, pages: null })];
		}
	}
	return maxCalls !== null && calls > maxCalls ? tooMany(sending, calls, maxCalls) : null;
}

function tooMany(jobs: FileJob[], calls: number, limit: number): Outcome[] {
	const problem = finalProblem(
		`This execution needs ${calls} calls, and the option 'Max Calls' allows ${limit}`,
		"Nothing was sent. Each call is billed: pass on fewer files or pages, or raise 'Max Calls'.",
	);
	const items = [...new Set(jobs.map(({ itemIndex }) => itemIndex))];
	return items.map((itemIndex) =>
		failedOutcome({ problem, itemIndex, fileName: null, pages: null }),
	);
}
