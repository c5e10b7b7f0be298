import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';

import { startExecution, type Execution } from './execution';
import { runFileJob, type FileJob, type Outcome } from './fileJob';
import { inOrder } from './inOrder';
import { listJobs } from './listJobs';
import { chosenOperation } from './chosenOperation';
import type { Operation } from './operations/types';
import { branches } from './output/branches';
import { errorOf } from './output/failures';
import { hideNumbers } from './output/hideNumbers';
import { filesPerItem, inItemOrder, leavesNothing } from './skippedFiles';

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
		return await readAll(context, operation, execution);
	} finally {
		execution.end();
	}
}

/** @throws the first failure under Stop */
async function readAll(
	context: IExecuteFunctions,
	operation: Operation,
	execution: Execution,
): Promise<INodeExecutionData[][]> {
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

/** Under Stop the first failure ends the execution. */
function noted(outcome: Outcome, execution: Execution): Outcome {
	if (outcome.failures.length > 0) execution.caller.noteFailure();
	return outcome;
}

function addHints(context: IExecuteFunctions, outcomes: Outcome[]): void {
	const skipped = outcomes.flatMap(({ skipped, failures }) =>
		skipped !== null && failures.length === 0 ? [skipped.fileName ?? ''] : [],
	);
	const hints = outcomes.flatMap(({ hints }) => hints);
	if (skipped.length > 0) {
		hints.push(`Skipped files that CLOVA OCR cannot read: ${[...new Set(skipped)].join(', ')}`);
	}
	for (const message of new Set(hints.map(hideNumbers)))
		context.addExecutionHints({ message, location: 'outputPane' });
}
