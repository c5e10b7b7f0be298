import type { INodeExecutionData } from 'n8n-workflow';

import type { JsonObject } from '../shared/json';
import type { Reading, ReviewReason } from '../reading/reading';

/** What the items of one file have in common. */
export interface FileFacts {
	fileName: string;
	pageCount: number;
	/** Id of the request that a page was read with. */
	requestIdOf(page: number | null): string | null;
	/** Requests sent for this file, refused ones not counted. */
	calls: number;
}

export interface OutputSettings {
	includeDetails: boolean;
	includeFieldDetails: boolean;
	/** 0 to 1; 0 is off. */
	confidenceThreshold: number;
}

/** One finished item, and whether it belongs into the output 'Needs Review'. */
export interface OutputItem {
	item: INodeExecutionData;
	needsReview: boolean;
}

/** A reading as an n8n item: business values at the top, everything about the reading in `ocr`. */
export function readingItem(
	reading: Reading,
	file: FileFacts,
	settings: OutputSettings,
	itemIndex: number,
): OutputItem {
	const reviewReasons = reasonsOf(reading, settings);
	const json: JsonObject = { ...reading.values };
	if (settings.includeDetails) json.ocr = details(reading, file, reviewReasons, settings);
	return {
		item: { json, pairedItem: { item: itemIndex } },
		needsReview: reviewReasons.length > 0,
	};
}

/** An `images[]` entry as CLOVA gave it (masked before), for 'Simplify' switched off. */
export function rawItem(raw: JsonObject, needsReview: boolean, itemIndex: number): OutputItem {
	return { item: { json: raw, pairedItem: { item: itemIndex } }, needsReview };
}

/** The review reasons of a reading, the user's confidence threshold included. */
export function reasonsOf(reading: Reading, settings: OutputSettings): ReviewReason[] {
	const { lowestConfidence } = reading;
	const low =
		settings.confidenceThreshold > 0 &&
		lowestConfidence !== null &&
		lowestConfidence < settings.confidenceThreshold;
	const reasons: ReviewReason[] = low
		? [...reading.reviewReasons, 'lowConfidence']
		: reading.reviewReasons;
	return [...new Set(reasons)];
}

/** The object `ocr`; short on items that are rows, lines or words of something. */
function details(
	reading: Reading,
	file: FileFacts,
	reviewReasons: ReviewReason[],
	settings: OutputSettings,
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
					calls: file.calls,
				}
			: {}),
		...reading.more,
		...(settings.includeFieldDetails
			? { ...(width === null ? {} : { width }), ...(height === null ? {} : { height }), fields }
			: {}),
		...(full && other !== null ? { other } : {}),
	};
}
