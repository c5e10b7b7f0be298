import { asNumber, flatList, isObject, type Json, type JsonObject } from '../shared/json';

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
	/** The answer did not say which page this is: its number follows from its place in the list alone. */
	guessed?: boolean;
	/** Part of the entry was left out, since it is nested deeper than any reading goes. */
	cut?: boolean;
}

/** Members of an `images[]` entry that describe the call, not the document. */
export const ENVELOPE: ReadonlySet<string> = new Set([
	'convertedImageInfo',
	'inferResult',
	'message',
	'name',
	'uid',
	'validationResult',
]);

const PLAIN_NAME = /^[a-z][A-Za-z]{1,39}\d?$/;
const MOST_NAMES = 10;

/**
 * Names the members that an entry came with, for a person who has to find out what changed. Names only,
 * and only such as CLOVA gives to members: any other could be a value that serves as a key.
 * @returns e.g. `receipts (meta, result), version`; empty where there are none
 */
export function memberNames(entry: JsonObject): string {
	return namesOf(Object.entries(entry).filter(([name]) => !ENVELOPE.has(name)))
		.map(([name, member]) => {
			const within = flatList(member)
				.filter(isObject)
				.flatMap((one) => Object.entries(one));
			const inner = namesOf(within).map(([one]) => one);
			return inner.length === 0 ? name : `${name} (${inner.join(', ')})`;
		})
		.join(', ');
}

function namesOf(members: Array<[string, Json]>): Array<[string, Json]> {
	const named = new Map<string, Json>();
	for (const [name, member] of members) {
		named.set(PLAIN_NAME.test(name) ? name : 'a name that is not shown', member);
		if (named.size === MOST_NAMES) break;
	}
	return [...named];
}

/** A confidence of the answer, 0 to 1; null where there is none, or something else stands there. */
export function readConfidence(score: Json | undefined): number | null {
	const confidence = asNumber(score);
	return confidence !== null && confidence >= 0 && confidence <= 1 ? confidence : null;
}

/**
 * Mean and lowest of the confidences that are known.
 * @param confidences 0 to 1 each, null for unknown
 * @returns null for both where none is known
 */
export function confidenceOf(confidences: Array<number | null>): {
	confidence: number | null;
	lowestConfidence: number | null;
} {
	let [sum, count, lowest] = [0, 0, Infinity];
	for (const confidence of confidences) {
		if (confidence === null) continue;
		sum += confidence;
		count++;
		lowest = Math.min(lowest, confidence);
	}
	if (count === 0) return { confidence: null, lowestConfidence: null };
	return { confidence: Math.round((sum / count) * 1e6) / 1e6, lowestConfidence: lowest };
}
