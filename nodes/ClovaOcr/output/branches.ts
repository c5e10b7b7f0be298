import type { INodeExecutionData } from 'n8n-workflow';

import { errorItem, type Failure } from './failures';
import type { OutputItem } from './items';

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
