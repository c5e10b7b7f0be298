/** Any value that JSON can hold: what came over the wire, and what goes into an item. */
export type Json = string | number | boolean | null | Json[] | JsonObject;

export interface JsonObject {
	[key: string]: Json;
}

/** The value as an object, or an empty one: a missing or misshapen member reads as "nothing there". */
export function asObject(value: Json | undefined): JsonObject {
	return isObject(value) ? value : {};
}

/** The value as a list. One lone value counts as a list of one, since CLOVA sends both forms. */
export function asList(value: Json | undefined): Json[] {
	if (value === undefined || value === null) return [];
	return Array.isArray(value) ? value : [value];
}

/** The value as text: strings as they are, numbers and booleans printed, anything else null. */
export function asText(value: Json | undefined): string | null {
	if (typeof value === 'string') return value;
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	return null;
}

/** The value as a finite number, else null. Numeric strings count, since the wire mixes both. */
export function asNumber(value: Json | undefined): number | null {
	if (typeof value === 'number') return Number.isFinite(value) ? value : null;
	if (typeof value !== 'string' || value.trim() === '') return null;
	const number = Number(value);
	return Number.isFinite(number) ? number : null;
}

/** Whether the value is a JSON object (not null, not a list). */
export function isObject(value: Json | undefined): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
