import {
	asList,
	asNumber,
	asObject,
	asText,
	isObject,
	withoutDepth,
	type Json,
	type JsonObject,
} from '../shared/json';
import { problemOf } from './problems/answer';
import type { HttpAnswer } from './httpAnswer';
import type { Problem } from '../problem';

/** One `images[]` entry: its outcome picked out, and the entry as it came. */
export interface AnswerImage {
	inferResult: string;
	message: string | null;
	/** 0-based page within the uploaded file, where CLOVA says so. */
	pageIndex: number | null;
	width: number | null;
	height: number | null;
	raw: JsonObject;
	/** Whether `raw` lacks what was nested too deep. */
	cut?: boolean;
}

export interface Answer {
	requestId: string | null;
	images: AnswerImage[];
}

export type Parsed = { ok: true; answer: Answer } | { ok: false; problem: Problem };

/**
 * Reads an HTTP answer in the order that tells most: error body of the service, error body of the
 * gateway, HTTP status, then the shape of a recognition answer. Never throws.
 */
export function parseAnswer(http: HttpAnswer): Parsed {
	const body = parseJson(http.text);
	const problem = problemOf(http, body);
	if (problem !== null) return { ok: false, problem };
	const { images, requestId } = asObject(body);
	return {
		ok: true,
		answer: {
			requestId: asText(requestId),
			images: asList(images).filter(isObject).map(readImage),
		},
	};
}

/** An answer has about twelve levels; readers, and n8n itself, would run out of stack on a hostile one. */
const MOST_LEVELS = 100;

function readImage(whole: JsonObject): AnswerImage {
	const { value, cut } = withoutDepth(whole, MOST_LEVELS);
	const raw = asObject(value);
	const converted = asObject(raw.convertedImageInfo);
	return {
		inferResult: asText(raw.inferResult) ?? '',
		message: asText(raw.message),
		pageIndex: asNumber(converted.pageIndex),
		width: asNumber(converted.width),
		height: asNumber(converted.height),
		raw,
		...(cut ? { cut } : {}),
	};
}

function parseJson(text: string): Json | undefined {
	try {
		// JSON.parse gives exactly the values that Json describes.
		return JSON.parse(text) as Json;
	} catch {
		return undefined;
	}
}
