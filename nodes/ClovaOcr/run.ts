import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';

import type { Refusal } from './clova/endpoint';
import { finalProblem } from './clova/problem';
import { startExecution, type Execution } from './execution';
import { failedOutcome, runFileJob, type FileJob, type Outcome } from './fileJob';
import { inOrder } from './inOrder';
import { readItemSettings, refuseSettings } from './input/settings';
import { listSources } from './input/sources';
import { chosenOperation } from './operations/chosen';
import type { Operation } from './operations/types';
import { branches } from './output/branches';
import { errorOf } from './output/failures';

// Leaves room for the parts of a file between the order numbers of two files.
const ORDER_STEP = 100_000;

/**
 * The pipeline of the node: items name files, files become calls, answers become readings, readings
 * become items. Results come in the order of the input, whatever finishes first.
 * @returns one list of items per output
 */
export async function run(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const operation = chosenOperation(context);
	const execution = await startExecution(context, operation);
	const { jobs, outcomes } = listJobs(context, operation, execution);
	const ended = () => execution.stopped || execution.cancelled;
	const left = filesPerItem(jobs);
	const runJob = async (job: FileJob, index: number) => {
		const outcome = noted(
			await runFileJob(job, index * ORDER_STEP, operation, execution),
			execution,
		);
		if (outcome.skipped === null) left.delete(job.itemIndex);
		else if (leavesNothing(left, job.itemIndex)) execution.caller.noteFailure();
		return outcome;
	};

	outcomes.forEach((outcome) => noted(outcome, execution));
	outcomes.push(...(await inOrder(jobs, execution.settings.maxConcurrency + 1, runJob, ended)));
	// n8n knows a cancelled execution by this word.
	if (execution.cancelled)
		throw new NodeOperationError(context.getNode(), 'The execution was canceled');

	const finished = inItemOrder(outcomes);
	const failures = finished.flatMap((outcome) => outcome.failures);
	if (!execution.continueOnFail && failures.length > 0)
		throw errorOf(context.getNode(), failures[0]);
	addHints(context, finished);
	return branches(finished, execution.settings.reviewOutput);
}

/** The files that the items name; items that name none are finished already. */
function listJobs(
	context: IExecuteFunctions,
	operation: Operation,
	execution: Execution,
): { jobs: FileJob[]; outcomes: Outcome[] } {
	const jobs: FileJob[] = [];
	const outcomes: Outcome[] = [];
	context.getInputData().forEach((item, itemIndex) => {
		const listed = execution.continueOnFail
			? orRefusal(() => jobsOfItem(context, item, itemIndex, operation, execution))
			: jobsOfItem(context, item, itemIndex, operation, execution);
		if (Array.isArray(listed)) return void jobs.push(...listed);
		const problem = finalProblem(listed.message, listed.description);
		outcomes.push(failedOutcome({ problem, itemIndex, fileName: null, pages: null }));
	});
	return { jobs, outcomes };
}

/** @throws what n8n throws for an expression that fails */
function jobsOfItem(
	context: IExecuteFunctions,
	item: INodeExecutionData,
	itemIndex: number,
	operation: Operation,
	execution: Execution,
): FileJob[] | Refusal {
	if (!execution.endpoint.ok) return execution.endpoint.refusal;
	const settings = readItemSettings(context, operation, itemIndex);
	const refusal = refuseSettings(settings);
	if (refusal !== null) return refusal;
	const sources = listSources(context, item, itemIndex, operation, settings);
	return sources.ok ? sources.files.map((source) => ({ itemIndex, settings, source })) : sources;
}

/** Under Continue an expression that fails for one item must not stop the others. */
function orRefusal(list: () => FileJob[] | Refusal): FileJob[] | Refusal {
	try {
		return list();
	} catch (error) {
		return failedExpression(error);
	}
}

function failedExpression(error: unknown): Refusal {
	const said = error instanceof Error ? ` n8n says: ${error.message}` : '';
	return {
		message: 'An expression in the parameters failed for this item',
		description: `Open the node and look at the parameters with expressions.${said}`,
	};
}

/** Under Stop the first failure ends the execution. */
function noted(outcome: Outcome, execution: Execution): Outcome {
	if (outcome.failures.length > 0 && !execution.continueOnFail) execution.stop();
	return outcome;
}

function filesPerItem(jobs: FileJob[]): Map<number, number> {
	const counts = new Map<number, number>();
	for (const { itemIndex } of jobs) counts.set(itemIndex, (counts.get(itemIndex) ?? 0) + 1);
	return counts;
}

/** Counts a skipped file of an item down; true once all its files were skipped, which is its failure. */
function leavesNothing(left: Map<number, number>, itemIndex: number): boolean {
	const count = left.get(itemIndex);
	if (count === undefined) return false;
	left.set(itemIndex, count - 1);
	return count === 1;
}

/** Outcomes by input item; an item of which nothing but skipped files is left gets their failure. */
function inItemOrder(outcomes: Outcome[]): Outcome[] {
	const used = new Set(
		outcomes.filter(({ skipped }) => skipped === null).map(({ itemIndex }) => itemIndex),
	);
	return [...outcomes]
		.sort((a, b) => a.itemIndex - b.itemIndex)
		.map((outcome) => {
			if (outcome.skipped === null || used.has(outcome.itemIndex)) return outcome;
			used.add(outcome.itemIndex);
			return { ...outcome, failures: [outcome.skipped] };
		});
}

function addHints(context: IExecuteFunctions, outcomes: Outcome[]): void {
	const skipped = outcomes.flatMap(({ skipped, failures }) =>
		skipped !== null && failures.length === 0 ? [skipped.fileName ?? ''] : [],
	);
	const hints = outcomes.flatMap(({ hints }) => hints);
	if (skipped.length > 0) {
		hints.push(`Skipped files that CLOVA OCR cannot read: ${[...new Set(skipped)].join(', ')}`);
	}
	for (const message of new Set(hints))
		context.addExecutionHints({ message, location: 'outputPane' });
}
