import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';

import { startExecution, type Execution } from './execution';
import { runFileJob } from './fileJob';
import { listJobs, type Jobs } from './listJobs';
import { lookAhead } from './lookAhead';
import { findOperation } from './operations/index';
import type { Operation } from './operations/types';
import type { FileJob, Outcome } from './outcome';
import { errorItem, errorOf, type Failure } from './output/failures';
import { withoutPrivate } from './reading/masking/maskText';
import type { OutputItem } from './output/items';

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
	try {
		const listed = listJobs(context, operation, execution);
		const outcomes = await outcomesOf(listed, operation, execution);
		// n8n knows a cancelled execution by this word.
		if (execution.cancelled)
			throw new NodeOperationError(context.getNode(), 'The execution was canceled');
		throwFirstFailure(context, outcomes, execution);
		addHints(context, outcomes, listed.withoutFiles);
		return branches(outcomes, execution.settings.reviewOutput);
	} finally {
		execution.end();
	}
}

/** Runs the files of all items; outcomes stand in the order of the items. */
async function outcomesOf(
	{ jobs, outcomes }: Jobs,
	operation: Operation,
	execution: Execution,
): Promise<Outcome[]> {
	const { stop, settings } = execution;
	const noted = (outcome: Outcome): Outcome => {
		if (outcome.failures.length > 0) stop.noteFailure();
		return outcome;
	};
	outcomes.forEach(noted);
	if (!stop.stopped) {
		const refused = await lookAhead(jobs, operation, execution);
		const results =
			refused?.map(noted) ??
			(await inOrder(
				jobs,
				settings.maxConcurrency + 1,
				async (job, index) =>
					noted(await runFileJob(job, index * ORDER_STEP, operation, execution)),
				() => stop.stopped || execution.cancelled,
			));
		outcomes.push(...results);
	}
	return outcomes.sort((a, b) => a.itemIndex - b.itemIndex);
}

/**
 * Works on a list with a few tasks at a time, started in order; results stand in the list's order.
 * @param limit tasks at the same time
 * @param ended asked before each start; once true, nothing more starts and the rest has no result
 */
export async function inOrder(
	jobs: FileJob[],
	limit: number,
	task: (job: FileJob, index: number) => Promise<Outcome>,
	ended: () => boolean,
): Promise<Outcome[]> {
	const results: Array<{ index: number; outcome: Outcome }> = [];
	let next = 0;
	const work = async () => {
		while (next < jobs.length && !ended()) {
			const index = next++;
			results.push({ index, outcome: await task(jobs[index], index) });
		}
	};
	await Promise.all(Array.from({ length: Math.min(limit, jobs.length) }, work));
	return results.sort((a, b) => a.index - b.index).map(({ outcome }) => outcome);
}

/** @throws the first failure under Stop, with what had been read and billed by then */
function throwFirstFailure(
	context: IExecuteFunctions,
	outcomes: Outcome[],
	{ stop }: Execution,
): void {
	const [failure] = outcomes.flatMap(({ failures }) => failures);
	if (!stop.atFailure || failure === undefined) return;
	const answered = outcomes.filter((outcome) => outcome.answered).length;
	throw errorOf(context.getNode(), failure, answered);
}

function addHints(context: IExecuteFunctions, outcomes: Outcome[], withoutFiles: number): void {
	const passedOver = (why: Outcome['passedOver']) =>
		outcomes.flatMap((outcome) => (outcome.passedOver === why ? [outcome.fileName ?? ''] : []));
	const hints = outcomes.flatMap(({ hints }) => hints);
	if (withoutFiles > 0) {
		hints.push(`Items without a file that were passed over: ${withoutFiles}`);
	}
	const unreadable = [...new Set(passedOver('unreadable'))];
	if (unreadable.length > 0) {
		hints.push(`Files that CLOVA OCR cannot read were skipped: ${unreadable.join(', ')}`);
	}
	const small = [...new Set(passedOver('small'))];
	if (small.length > 0) {
		hints.push(`Pictures under 100 pixels were skipped as decoration: ${small.join(', ')}`);
	}
	const shown = hints.map((hint) => withoutPrivate(hint, 'standard'));
	for (const message of new Set(shown))
		context.addExecutionHints({ message, location: 'outputPane' });
}

/**
 * The operation that the workflow chose; selectors take no expressions, so it is the same for all items.
 * @throws NodeOperationError for 'Custom API Call', which n8n adds to the selectors by itself, and for
 *   values of no operation
 */
export function chosenOperation(context: IExecuteFunctions): Operation {
	const resource = String(context.getNodeParameter('resource', 0));
	const value = String(context.getNodeParameter('operation', 0, ''));
	const operation = findOperation(resource, value);
	if (operation !== undefined) return operation;
	if (`${resource}${value}`.includes('__CUSTOM_API_CALL__')) {
		throw new NodeOperationError(
			context.getNode(),
			"'Custom API Call' is made with the HTTP Request node",
			{
				description:
					"Add an HTTP Request node, set 'Authentication' to 'Predefined Credential Type' and choose 'CLOVA OCR API'. In this node pick one of the operations.",
			},
		);
	}
	throw new NodeOperationError(
		context.getNode(),
		`This node has no operation '${value}' for '${resource}'`,
		{
			description: "Choose 'Resource' and 'Operation' again.",
		},
	);
}

/** The items of one file and what failed of it. */
export interface Finished {
	items: OutputItem[];
	failures: Failure[];
}

/**
 * Distributes finished files over the node's outputs: exactly as many arrays as the node announces,
 * the error output excepted, which n8n fills by itself from the shape of error items.
 */
export function branches(finished: Finished[], reviewOutput: boolean): INodeExecutionData[][] {
	const accepted: INodeExecutionData[] = [];
	const review: INodeExecutionData[] = [];
	for (const { items, failures } of finished) {
		for (const { item, needsReview } of items) {
			(reviewOutput && needsReview ? review : accepted).push(item);
		}
		accepted.push(...failures.map(errorItem));
	}
	return reviewOutput ? [accepted, review] : [accepted];
}
