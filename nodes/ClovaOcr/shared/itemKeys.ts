import { asList, asObject, isObject, type Json, type JsonObject } from './json';

/** What a simplified item says of its reading, behind the values of the operation. */
export const ITEM_KEYS = ['fileName', 'page', 'needsReview', 'reviewReasons'];

/** Whether a value of this JSON Schema is text, number, boolean or null. */
export function isFlat(schema: Json | undefined): boolean {
	const { type } = asObject(schema);
	return !asList(type).some((each) => each === 'array' || each === 'object');
}

/**
 * The values that a sheet can take: lists and objects are left out where the operation names its keys.
 * Where the keys are the document's own (schema null), a list becomes one text, joined by ", ".
 */
export function flatValues(values: JsonObject, schema: JsonObject | null): JsonObject {
	const entries = Object.entries(values).flatMap(([key, value]): Array<[string, Json]> => {
		if (schema !== null && !isFlat(schema[key])) return [];
		if (!Array.isArray(value) && !isObject(value)) return [[key, value]];
		return schema === null ? [[key, joined(value)]] : [];
	});
	return Object.fromEntries(entries);
}

function joined(value: Json): Json {
	const texts = asList(value).filter((each) => each !== null && each !== '');
	return texts.length === 0
		? null
		: texts
				.map((each) => (typeof each === 'object' ? JSON.stringify(each) : String(each)))
				.join(', ');
}
