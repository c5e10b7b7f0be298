import type { IDataObject } from 'n8n-workflow';

import type { ItemSettings } from './input/settings';
import type { FileSource } from './input/sources';
import type { Failure } from './output/failures';
import type { OutputItem } from './output/items';

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
