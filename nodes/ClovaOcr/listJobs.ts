import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Refusal } from './clova/endpoint';
import { finalProblem } from './problem';
import type { Execution } from './execution';
import { failedOutcome, type FileJob, type Outcome } from './fileJob';
import { readItemSettings, refuseSettings } from './input/settings';
import { listSources } from './input/sources';
import type { Operation } from './operations/types';

/** The files that the items name; items that name none are finished already. */
export function listJobs(
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
