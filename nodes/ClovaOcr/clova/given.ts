import { finalProblem, type Problem } from '../problem';
import { asList, asObject, asText, isObject, type Json, type JsonObject } from '../shared/json';
import { plainJson } from '../shared/plainJson';
import { readImage, type AnswerImage } from './answer';
import { notAnswer, problemIn } from './notAnswer';
import { ANSWER_CAP } from './send';

/** An answer of CLOVA OCR that somebody else had already. */
export interface GivenAnswer {
	images: AnswerImage[];
	requestId: string | null;
	/** Whether it is one whole answer; else entries of `images`, which may come from several. */
	whole: boolean;
	/** What the request called the file, where the answer repeats it. */
	name: string | null;
}

export type Given = { ok: true; answer: GivenAnswer } | { ok: false; problem: Problem };

/** Entries found in a value, and what stood around them. */
interface Found {
	entries: JsonObject[];
	requestId: string | null;
	whole: boolean;
}

/** Far more values than the longest answer could hold words. */
const BOUNDS = { levels: 200, values: 5_000_000 };

/** HTTP Request may put an answer into `body` of an item, a list of items, or a text. */
const MOST_WRAPPERS = 4;

/**
 * Reads what the parameter 'Answer' holds: a whole answer, its list `images`, one entry of it (such as the
 * raw output of this node), as object or as JSON text, also one level or two within something else.
 * Never throws.
 * @param given whatever the expression gave
 */
export function readGiven(given: unknown): Given {
	if (typeof given === 'string' && given.length > ANSWER_CAP) return refused(TOO_LARGE);
	const value = plainJson(given, BOUNDS);
	if (value === undefined) return refused(TOO_LARGE);
	const found = find(value, MOST_WRAPPERS);
	if (found.length > 1) return refused(SEVERAL);
	if (found.length === 0) return refused(problemIn(value) ?? notAnswer(value));
	const [{ entries, requestId, whole }] = found;
	const name = asText(entries[0]?.name)?.trim().slice(0, 255);
	return {
		ok: true,
		answer: {
			images: entries.map((entry) => readImage(entry, [])),
			requestId,
			whole,
			name: name || null,
		},
	};
}

function refused(problem: Problem): Given {
	return { ok: false, problem };
}

const TOO_LARGE = finalProblem(
	"The parameter 'Answer' holds more than any answer of CLOVA OCR",
	'An answer has a few megabytes at most, of ten pages with tables too. Pass on the answer of one file at a time.',
);

const SEVERAL = finalProblem(
	"The parameter 'Answer' holds several answers of CLOVA OCR",
	'Choose one with an expression, such as {{ $json.body }}, or split them into items of their own first.',
);

/** All answers within a value; the parts of a list that is one of answers throughout count as one. */
function find(value: Json, wrappers: number): Found[] {
	if (wrappers < 0) return [];
	if (typeof value === 'string') return find(parseAnswerText(value), wrappers - 1);
	if (Array.isArray(value)) return findInList(value, wrappers);
	if (!isObject(value)) return [];
	if (isBody(value)) {
		const entries = asList(value.images).filter(isObject);
		return [{ entries, requestId: asText(value.requestId), whole: true }];
	}
	if (isEntry(value)) return [{ entries: [value], requestId: null, whole: false }];
	return Object.values(value).flatMap((member) => find(member, wrappers - 1));
}

function findInList(list: Json[], wrappers: number): Found[] {
	const parts: Found[] = [];
	for (const member of list) {
		const found = find(member, wrappers - 1);
		if (found.length !== 1) return found;
		parts.push(found[0]);
	}
	if (parts.length < 2) return parts;
	const [requestId, ...others] = new Set(parts.map((part) => part.requestId));
	return [
		{
			entries: parts.flatMap(({ entries }) => entries),
			requestId: others.length === 0 ? requestId : null,
			whole: false,
		},
	];
}

/** Parses only what can be an answer: other columns of a row may hold any amount of text. */
function parseAnswerText(text: string): Json {
	if (!/^\s*[[{"]/.test(text) || !/images|inferResult|inferText/.test(text)) return null;
	try {
		return plainJson(JSON.parse(text), BOUNDS) ?? null;
	} catch {
		return null;
	}
}

/** An answer of CLOVA OCR as it comes over the wire. */
function isBody(object: JsonObject): boolean {
	const { images } = object;
	if (!Array.isArray(images) && !isObject(images)) return false;
	const entries = asList(images).filter(isObject);
	if (entries.length > 0) return entries.some(isEntry);
	return asList(images).length === 0 && asText(object.requestId) !== null;
}

/** One entry of `images`. V1 and sparse answers lack members, so what is typical of any of them counts. */
function isEntry(object: JsonObject): boolean {
	return (
		typeof object.inferResult === 'string' ||
		isObject(object.convertedImageInfo) ||
		asList(object.fields).some((field) => typeof asObject(field).inferText === 'string')
	);
}
