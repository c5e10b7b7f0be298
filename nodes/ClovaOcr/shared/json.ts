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

/** The value as text: strings as they are, finite numbers and booleans printed, anything else null. */
export function asText(value: Json | undefined): string | null {
	if (typeof value === 'string') return value;
	if (typeof value === 'boolean' || Number.isFinite(value)) return String(value);
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

/**
 * A value that JSON gives back as it is: null stands for what lies deeper than so many levels and for
 * numbers that are too large (`1e400`), 0 for -0. Recurses no deeper than that, so that no answer can
 * exhaust the stack.
 * @returns the value itself where there is none of these; `cut` where something lay deeper
 */
export function writableJson(value: Json, levels: number): { value: Json; cut: boolean } {
	return isWritable(value, levels)
		? { value, cut: false }
		: { value: writableCopy(value, levels), cut: isDeeper(value, levels) };
}

function isWritable(value: Json, levels: number): boolean {
	if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
	if (typeof value !== 'object' || value === null) return true;
	const members = membersOf(value);
	return levels === 0
		? members.length === 0
		: members.every((member) => isWritable(member, levels - 1));
}

function isDeeper(value: Json, levels: number): boolean {
	if (typeof value !== 'object' || value === null) return false;
	const members = membersOf(value);
	return levels === 0 ? members.length > 0 : members.some((member) => isDeeper(member, levels - 1));
}

function membersOf(value: Json): Json[] {
	return Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [];
}

function writableCopy(value: Json, levels: number): Json {
	// Adding 0 takes the sign from -0.
	if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null;
	if (membersOf(value).length === 0) return value;
	if (levels === 0) return null;
	if (Array.isArray(value)) return value.map((member) => writableCopy(member, levels - 1));
	return Object.fromEntries(
		Object.entries(asObject(value)).map(([name, member]) => [
			name,
			writableCopy(member, levels - 1),
		]),
	);
}

/** A member's values without the lists around them, whether it is one value, a list or lists in a list. */
export function flatList(member: Json | undefined): Json[] {
	return asList(member).flatMap((value) => (Array.isArray(value) ? flatList(value) : [value]));
}
