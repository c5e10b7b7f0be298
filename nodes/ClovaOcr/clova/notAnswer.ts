import { finalProblem, type Problem } from '../problem';
import { asList, asNumber, asObject, asText, isObject, type Json } from '../shared/json';
import { problemOf } from './problems/answer';

/** How far an error body may stand within what a step before gave. */
const MOST_WRAPPERS = 3;

/** CLOVA's codes are text of four digits, the gateway's of three. */
const CODE = /^\d{3,4}$/;

/**
 * The problem that an error body of CLOVA OCR or its gateway tells of, explained as in a call; null where
 * there is none.
 * @param value what stands in place of an answer; the body may stand within it, also as text
 */
export function problemIn(value: Json): Problem | null {
	return inValue(value, null, MOST_WRAPPERS);
}

function inValue(value: Json, status: number | null, wrappers: number): Problem | null {
	if (wrappers < 0) return null;
	if (typeof value === 'string') return inValue(parseErrorText(value), status, wrappers - 1);
	if (Array.isArray(value)) {
		return value.length === 1 ? inValue(value[0], status, wrappers - 1) : null;
	}
	if (!isObject(value)) return null;
	const own = asNumber(value.statusCode) ?? status;
	if (isErrorBody(value)) {
		const problem = problemOf({ status: own ?? 0, retryAfter: null, text: '' }, value);
		if (problem !== null) return { ...problem, httpStatus: own, retry: 'never' };
	}
	for (const member of Object.values(value)) {
		const within = inValue(member, own, wrappers - 1);
		if (within !== null) return within;
	}
	return null;
}

function isErrorBody(value: Json): boolean {
	const { code, message, error } = asObject(value);
	const { errorCode } = asObject(error);
	const service = typeof code === 'string' && CODE.test(code) && asText(message) !== null;
	return service || (typeof errorCode === 'string' && CODE.test(errorCode));
}

/** Error bodies are short. HTTP Request quotes them within a sentence, with its quotation marks escaped. */
function parseErrorText(text: string): Json {
	if (text.length > 10_000 || !/"(?:code|errorCode)\\?"/.test(text)) return null;
	const bare = text.replace(/\\+"/g, '"');
	try {
		// JSON.parse gives exactly the values that Json describes.
		return JSON.parse(bare.slice(bare.indexOf('{'), bare.lastIndexOf('}') + 1)) as Json;
	} catch {
		return null;
	}
}

const WHOLE_JSON =
	'Pass on the whole answer as JSON: what the HTTP Request node got, an entry of its images, or the output Raw of this node.';

/** What stands in place of an answer, by name, and what to do about it. Quotes nothing of it. */
export function notAnswer(value: Json): Problem {
	if (typeof value === 'string') return notAnswerText(value);
	const object = asObject(Array.isArray(value) ? value[0] : value);
	if (value === null || (typeof value === 'object' && Object.keys(value).length === 0)) {
		return problem('is empty', WHOLE_JSON);
	}
	if (asList(object.images).some((image) => asText(asObject(image).format) !== null)) {
		return problem(
			'holds a request to CLOVA OCR, not its answer',
			'Pass on what came back from CLOVA OCR.',
		);
	}
	if (object.calls !== undefined && object.problem !== undefined) {
		return problem('holds an estimate of this node', "Set 'Output' to 'Raw' in the earlier node.");
	}
	if ('needsReview' in object || isObject(object.ocr)) {
		return problem(
			'holds values that this node has read, not the answer that they came from',
			"Set 'Output' to 'Raw' in the earlier node: only CLOVA OCR's own answer can be read in another way.",
		);
	}
	if (object.error !== undefined) {
		return problem(
			'holds the message of an earlier step that did not succeed',
			'Look at that step. Pass only items with an answer on to this node.',
		);
	}
	return problem('holds something else than an answer of CLOVA OCR', WHOLE_JSON);
}

function notAnswerText(text: string): Problem {
	const start = text.trim();
	if (start === '') return problem('is empty', WHOLE_JSON);
	if (start.includes('[object Object]')) {
		return problem(
			"holds '[object Object]', which is all that is left of an object within a text",
			'Let the expression stand alone, without text around it, such as {{ $json.body }}.',
		);
	}
	if (start.startsWith('<')) {
		return problem('holds a web page', 'Look at the step that fetched it: it got no answer.');
	}
	if (/^[[{]/.test(start)) {
		return problem('holds JSON text that is cut off, or no answer of CLOVA OCR', WHOLE_JSON);
	}
	return problem('holds text that is no JSON', WHOLE_JSON);
}

function problem(what: string, description: string): Problem {
	return finalProblem(`The parameter 'Answer' ${what}`, description);
}
