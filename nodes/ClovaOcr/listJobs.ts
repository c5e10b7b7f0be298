import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Execution } from './execution';
import { failedOutcome, type FileJob, type Outcome } from './outcome';
import { readItemSettings } from './input/settings';
import { listSources } from './input/sources';
import type { Operation } from './operations/types';
import { finalProblem, type Problem } from './problem';

/** The files that the items name, and what is finished already: items that cannot name any. */
export interface Jobs {
	jobs: FileJob[];
	outcomes: Outcome[];
	/** Items without any file under `*`, which are passed over. */
	withoutFiles: number;
}

type Listed = { ok: true; jobs: FileJob[] } | { ok: false; problem: Problem };

/** Lists the files of all items. Opens none of them. */
export function listJobs(
	context: IExecuteFunctions,
	operation: Operation,
	execution: Execution,
): Jobs {
	const listed: Jobs = { jobs: [], outcomes: [], withoutFiles: 0 };
	context.getInputData().forEach((item, itemIndex) => {
		const list = () => jobsOfItem(context, item, itemIndex, operation, execution);
		const ofItem = execution.stop.atFailure ? list() : orProblem(list);
		if (!ofItem.ok) {
			const { problem } = ofItem;
			listed.outcomes.push(failedOutcome({ problem, itemIndex, fileName: null, pages: null }));
		} else if (ofItem.jobs.length === 0) {
			listed.withoutFiles += 1;
		} else {
			listed.jobs.push(...ofItem.jobs);
		}
	});
	return listed;
}

/** @throws what n8n throws for an expression that fails */
function jobsOfItem(
	context: IExecuteFunctions,
	item: INodeExecutionData,
	itemIndex: number,
	operation: Operation,
	execution: Execution,
): Listed {
	const { settings, refusal } = readItemSettings(context, operation, execution.settings, itemIndex);
	const { endpoint } = execution;
	if (settings.inputType !== 'answer' && !endpoint.ok) return endpoint;
	if (refusal !== null) return { ok: false, problem: refusal };
	const sources = listSources(context, item, itemIndex, operation, settings);
	if (!sources.ok) return sources;
	const jobs = sources.files.map((source) => ({ itemIndex, input: item.json, settings, source }));
	return { ok: true, jobs };
}

/** Under Continue an expression that fails for one item must not stop the others. */
function orProblem(list: () => Listed): Listed {
	try {
		return list();
	} catch (error) {
		const said = error instanceof Error ? ` n8n says: ${error.message}` : '';
		const problem = finalProblem(
			'An expression in the parameters failed for this item',
			`Open the node and look at the parameters with expressions.${said}`,
		);
		return { ok: false, problem };
	}
}
