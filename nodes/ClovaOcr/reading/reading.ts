import type { OptionValues } from '../options';
import type { Json, JsonObject } from '../shared/json';

export type CheckResult = 'mismatch' | 'notCheckable' | 'pass';

export type CheckName =
	| 'businessNumber'
	| 'cardNumber'
	| 'corporateNumber'
	| 'expectedTotal'
	| 'itemsTotal'
	| 'licenseNumber'
	| 'lineTotals'
	| 'mrz'
	| 'personalNumber'
	| 'registrationNumber'
	| 'tax';

export type ReviewReason =
	| 'checkMismatch'
	| 'incomplete'
	| 'lowConfidence'
	| 'notConfident'
	| 'notRecognized'
	| 'nothingRead'
	| 'pagesMissing'
	| 'templateNotMatched'
	| 'totalMismatch'
	| 'unexpectedDocument'
	| 'unreadableDate'
	| 'validationFailed';

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
	/** More members of `ocr` that only this operation has: `missing`, `template`, `title`, `table`, `row`. */
	more: JsonObject;
}

/** How much of personal and card numbers is starred (see `masking/`). */
export type MaskLevel = 'none' | 'standard' | 'strict';

/** What the user chose, as far as it may change how an answer is read. */
export interface ReadingOptions extends OptionValues {
	splitInto: string;
	/** Name of the file that was read, where there is one. */
	fileName?: string;
}
