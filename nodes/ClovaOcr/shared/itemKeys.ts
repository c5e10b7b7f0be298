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
 * Where the keys are the document's own (schema null), a list of texts becomes one, joined by ", ".
 */
export function flatValues(values: JsonObject, schema: JsonObject | null): JsonObject {
	const entries = Object.entries(values).flatMap(([key, value]): Array<[string, Json]> => {
		if (schema !== null && !isFlat(schema[key])) return [];
		if (!Array.isArray(value) && !isObject(value)) return [[key, value]];
		const isRecords = asList(value).some(isObject) || asList(value).length === 0;
		return schema === null && !isRecords ? [[key, joined(value)]] : [];
	});
	return Object.fromEntries(entries);
}

function joined(value: Json): Json {
	const texts = asList(value).filter((each) => each !== null && each !== '');
	return texts.length === 0 ? null : texts.map(String).join(', ');
}

/** The member of an item that holds everything about the reading. */
const RESERVED = 'ocr';

/**
 * A name that is neither reserved nor taken: the name itself, else with the first free number.
 * @param taken names already given
 * @param numbers remembers where to go on for a name, so that many of one name don't begin anew each time
 */
export function freeName(
	name: string,
	taken: ReadonlySet<string>,
	numbers: Map<string, number> = new Map(),
): string {
	if (name !== RESERVED && !taken.has(name)) return name;
	let number = numbers.get(name) ?? 2;
	while (taken.has(`${name}${number}`)) number++;
	numbers.set(name, number);
	return `${name}${number}`;
}
