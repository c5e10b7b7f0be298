import type { JsonObject } from '../shared/json';

/** One `images[]` entry of an answer: its outcome, picked out once, and the entry as it came. */
export interface ImageAnswer {
	/** Only SUCCESS carries values; FAILURE means that nothing was found. ERROR never reaches a reader. */
	inferResult: 'FAILURE' | 'SUCCESS';
	message: string | null;
	raw: JsonObject;
}

/** A page of a file and what CLOVA said of it; `image` is null where the answer lacks the page. */
export interface PageAnswer {
	/** 1-based, true number within the file. */
	page: number;
	image: ImageAnswer | null;
	/** Width and height in pixels of the picture that was read, where CLOVA gave them. */
	width: number | null;
	height: number | null;
}
