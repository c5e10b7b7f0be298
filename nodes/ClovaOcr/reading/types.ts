import type { Json, JsonObject } from './json';

/** How much of personal and card numbers is starred (see `mask.ts`). */
export type MaskLevel = 'none' | 'standard' | 'strict';

export type CheckResult = 'mismatch' | 'notCheckable' | 'pass';

export type CheckName =
	| 'businessNumber'
	| 'cardNumber'
	| 'corporateNumber'
	| 'itemsTotal'
	| 'licenseNumber'
	| 'lineTotals'
	| 'mrz'
	| 'personalNumber'
	| 'registrationNumber'
	| 'tax';

export type ReviewReason =
	| 'checkMismatch'
	| 'lowConfidence'
	| 'notConfident'
	| 'notRecognized'
	| 'pagesMissing'
	| 'templateNotMatched'
	| 'totalMismatch'
	| 'unexpectedDocument'
	| 'unreadableDate'
	| 'validationFailed';

/** An upright rectangle in pixels of the picture that CLOVA read. */
export interface Box {
	x: number;
	y: number;
	width: number;
	height: number;
}

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

/** The choices of the user that change how an answer is read. */
export interface ReadingOptions {
	splitInto: string;
	layout: 'spaced' | 'text';
	headerRow: boolean;
	fillMergedCells: boolean;
	tableFormats: string[];
	includeFieldDetails: boolean;
}

/** Everything that one output item will say, before masking, flags and n8n's wrapping. */
export interface Reading {
	/** Business values by output key, in the order of the operation's keys; nothing is missing, only null. */
	values: JsonObject;
	/** The page, or null where the reading covers a whole file. */
	page: number | null;
	recognized: boolean;
	/** CLOVA's or our word on why nothing was found; null on success. */
	message: string | null;
	confidence: number | null;
	lowestConfidence: number | null;
	reviewReasons: ReviewReason[];
	checks: Partial<Record<CheckName, CheckResult>>;
	/** `ocr.fields`: filled only with `includeFieldDetails`. */
	fields: Json;
	/** `ocr.other`: members that no table knows, wire path to text or texts; null where the API has none. */
	other: JsonObject | null;
	width: number | null;
	height: number | null;
	/** `short` leaves requestId, checks and the like out of `ocr`: line, word, row and lineItem items. */
	detail: 'full' | 'short';
	/** More members of `ocr` that only this operation has: `template`, `title`, `table`, `row`. */
	more: JsonObject;
}
