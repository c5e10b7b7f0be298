import type { IDataObject } from 'n8n-workflow';

import type { ItemSettings } from './input/settings';
import type { FileSource } from './input/fileSource';
import type { Failure } from './output/failures';
import type { OutputItem } from './output/items';
import type { Problem } from './problem';

/** One file of one input item: the unit that is opened, sent, read and put out. */
export interface FileJob {
	itemIndex: number;
	/** The fields of the input item. */
	input: IDataObject;
	settings: ItemSettings;
	source: FileSource;
}

/** What became of a file, or of an item that named none. */
export interface Outcome {
	itemIndex: number;
	items: OutputItem[];
	failures: Failure[];
	hints: string[];
	/** Why a file that came with `*` was passed over; null where it was not. */
	passedOver: 'small' | 'unreadable' | null;
	fileName: string | null;
	/** Whether CLOVA gave an answer, which is billed. */
	answered: boolean;
}

export function failedOutcome(failure: Failure): Outcome {
	const { itemIndex, fileName } = failure;
	return { ...emptyOutcome(itemIndex, fileName), failures: [failure] };
}

/** An outcome to be filled. */
export function emptyOutcome(itemIndex: number, fileName: string | null): Outcome {
	return {
		itemIndex,
		items: [],
		failures: [],
		hints: [],
		passedOver: null,
		fileName,
		answered: false,
	};
}

/**
 * Lets the items of an outcome go on without a file that should have come with them: the text was paid
 * for. Under Stop a failure would be thrown and take the text along, so a hint says it and a person looks.
 */
export function goOnWithout(outcome: Outcome, problem: Problem, stopsAtFailure: boolean): void {
	const { itemIndex, items, failures, hints, fileName } = outcome;
	if (!stopsAtFailure) return void failures.push({ problem, itemIndex, fileName, pages: null });
	hints.push(`'${fileName}': ${problem.message}. ${problem.description}`);
	for (const item of items) {
		item.needsReview = true;
		const { json } = item.item;
		for (const facts of [json, json.ocr]) {
			const flagged = typeof facts === 'object' && facts !== null && 'needsReview' in facts;
			if (flagged && facts.needsReview === false) facts.needsReview = true;
		}
	}
}
