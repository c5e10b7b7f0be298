import type { IBinaryKeyData, IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { OutputMode } from '../input/settings';
import type { FoundKind } from '../reading/masking/found';
import type { Reading, ReviewReason } from '../reading/reading';
import { type JsonObject } from '../shared/json';
import { flatValues, ITEM_KEYS } from '../shared/itemKeys';

/** What the items of one file have in common. */
export interface FileFacts {
	fileName: string;
	pageCount: number;
	/** Id of the request that a page was read with. */
	requestIdOf(page: number | null): string | null;
	/** The kind of every number that was starred on a page, or on all of them. */
	foundOn(page: number | null): FoundKind[];
	/** Where the text of a page, or of all pages, comes from. */
	sourceOf(page: number | null): 'answer' | 'file' | 'service';
}

export interface OutputSettings {
	output: OutputMode;
	/** Keys that 'Selected Fields' keeps. */
	fields: string[];
	/** JSON Schema properties of the values; null where the keys are the document's own. */
	valuesSchema: JsonObject | null;
	/** Whether an item is a row, which keeps to the columns of its table. */
	rows: boolean;
	includeFieldDetails: boolean;
	/** 0 to 1; null is off. */
	confidenceThreshold: number | null;
}

/** One finished item, and whether it belongs into the output 'Needs Review'. */
export interface OutputItem {
	item: INodeExecutionData;
	needsReview: boolean;
}

/**
 * A reading as an n8n item, in the form that the parameter 'Output' asks for.
 * @param calls requests that this item accounts for
 */
export function readingItem(
	reading: Reading,
	file: FileFacts,
	settings: OutputSettings,
	itemIndex: number,
	calls: number,
): OutputItem {
	const reviewReasons = reasonsOf(reading, settings);
	const facts: JsonObject = {
		fileName: file.fileName,
		page: reading.page,
		needsReview: reviewReasons.length > 0,
		reviewReasons: reviewReasons.length > 0 ? reviewReasons.join(', ') : null,
	};
	const ocr = () => details(reading, file, reviewReasons, settings, calls);
	return {
		item: { json: jsonOf(reading, settings, facts, ocr), pairedItem: { item: itemIndex } },
		needsReview: reviewReasons.length > 0,
	};
}

function jsonOf(
	{ values }: Reading,
	{ output, fields, valuesSchema, rows }: OutputSettings,
	facts: JsonObject,
	ocr: () => JsonObject,
): JsonObject {
	if (output === 'detailed') return { ...values, ocr: ocr() };
	if (output === 'selectedFields' && valuesSchema !== null && fields.length > 0) {
		const all: JsonObject = { ...values, ...facts, ocr: fields.includes('ocr') ? ocr() : null };
		const keys = [...Object.keys(values), ...ITEM_KEYS, 'ocr'];
		return Object.fromEntries(
			keys.filter((key) => fields.includes(key)).map((key) => [key, all[key]]),
		);
	}
	const flat = flatValues(values, valuesSchema);
	return rows ? flat : { ...flat, ...facts };
}

/** An `images[]` entry as CLOVA gave it (masked before). */
export function rawItem(raw: JsonObject, needsReview: boolean, itemIndex: number): OutputItem {
	return { item: { json: raw, pairedItem: { item: itemIndex } }, needsReview };
}

/** The review reasons of a reading, the user's confidence threshold included. */
export function reasonsOf(
	reading: Reading,
	{ confidenceThreshold }: Pick<OutputSettings, 'confidenceThreshold'>,
): ReviewReason[] {
	const { lowestConfidence } = reading;
	const low =
		confidenceThreshold !== null &&
		lowestConfidence !== null &&
		lowestConfidence < confidenceThreshold;
	const reasons: ReviewReason[] = low
		? [...reading.reviewReasons, 'lowConfidence']
		: reading.reviewReasons;
	return [...new Set(reasons)];
}

/** The input item's fields and the file that was read, for 'Keep Source'; values of ours win. */
export function withSource(
	item: INodeExecutionData,
	json: IDataObject,
	binary: IBinaryKeyData,
): INodeExecutionData {
	const files = { ...binary, ...item.binary };
	return {
		...item,
		json: { ...json, ...item.json },
		...(Object.keys(files).length > 0 ? { binary: files } : {}),
	};
}

/** The object `ocr`; short on items that are rows, lines or words of something. */
function details(
	reading: Reading,
	file: FileFacts,
	reviewReasons: ReviewReason[],
	settings: OutputSettings,
	calls: number,
): JsonObject {
	const full = reading.detail === 'full';
	const { width, height, fields, other } = reading;
	return {
		fileName: file.fileName,
		page: reading.page,
		pageCount: file.pageCount,
		recognized: reading.recognized,
		message: reading.message,
		confidence: reading.confidence,
		...(full ? { lowestConfidence: reading.lowestConfidence } : {}),
		needsReview: reviewReasons.length > 0,
		reviewReasons,
		...(full
			? {
					checks: { ...reading.checks },
					requestId: file.requestIdOf(reading.page),
					calls,
					...maskedFacts(file.foundOn(reading.page)),
					source: file.sourceOf(reading.page),
				}
			: {}),
		...reading.more,
		...(settings.includeFieldDetails
			? { ...(width === null ? {} : { width }), ...(height === null ? {} : { height }), fields }
			: {}),
		...(full && other !== null ? { other } : {}),
	};
}

/** How many numbers were starred, and of which kinds. */
function maskedFacts(found: FoundKind[]): JsonObject {
	return { masked: found.length, maskedKinds: [...new Set(found)].sort() };
}
