import type { Problem } from '../problem';
import {
	asList,
	asNumber,
	asObject,
	asText,
	isObject,
	writableJson,
	type Json,
	type JsonObject,
} from '../shared/json';
import { problemOf, quotable, type HttpAnswer } from './problems/answer';

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
 * @param secrets texts that a server may echo and nobody may see
 */
export function parseAnswer(http: HttpAnswer, secrets: readonly string[] = []): Parsed {
	const body = parseJson(http.text);
	const problem = problemOf(http, body, secrets);
	if (problem !== null) return { ok: false, problem };
	const { images, requestId } = asObject(body);
	return {
		ok: true,
		answer: {
			requestId: asText(requestId),
			images: asList(images)
				.filter(isObject)
				.map((image) => readImage(image, secrets)),
		},
	};
}

/** An answer has about twelve levels; readers, and n8n itself, would run out of stack on a hostile one. */
const MOST_LEVELS = 100;

/**
 * One `images[]` entry. Its message reaches items and hints, so it is cleaned like that of a refusal.
 * @param secrets texts that a server may echo and nobody may see
 */
export function readImage(whole: JsonObject, secrets: readonly string[]): AnswerImage {
	const { value, cut } = writableJson(whole, MOST_LEVELS);
	const entry = asObject(value);
	const said = asText(entry.message);
	const message = said === null ? null : quotable(said, secrets);
	const raw = message === said ? entry : { ...entry, message };
	const converted = asObject(raw.convertedImageInfo);
	return {
		inferResult: asText(raw.inferResult) ?? '',
		message,
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
