import { isObject, type Json } from '../../../nodes/ClovaOcr/shared/json';

/**
 * Reads the form in which n8n stores an execution: a list of values in which every text inside an
 * object or a list is the index of the value meant (the "flatted" format). A value that refers back
 * to itself becomes null.
 */
export function parseFlatted(text: string): Json {
	const values = JSON.parse(text) as Json[];
	return resolve(values, 0, new Set());
}

function resolve(values: Json[], index: number, path: ReadonlySet<number>): Json {
	if (path.has(index)) return null;
	const inside = new Set(path).add(index);
	const follow = (member: Json) =>
		typeof member === 'string' ? resolve(values, Number(member), inside) : member;
	const value = values[index] ?? null;
	if (Array.isArray(value)) return value.map(follow);
	if (!isObject(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, follow(member)]));
}
