import fc from 'fast-check';

import { isObject, type Json } from '../../nodes/ClovaOcr/reading/json';

/** One change of a JSON value: what is done, and to which of its members (counted depth first). */
export interface Mutation {
	how: (typeof WAYS)[number];
	at: number;
}

const WAYS = [
	'double',
	'drop',
	'empty list',
	'empty object',
	'false',
	'into list',
	'into text',
	'null',
	'number',
	'out of list',
	'rename',
] as const;

/** Up to a dozen changes, replayable by fast-check's seed and path. */
export const mutations: fc.Arbitrary<Mutation[]> = fc.array(
	fc.record({ how: fc.constantFrom(...WAYS), at: fc.nat(5000) }),
	{ minLength: 1, maxLength: 12 },
);

/** The value with the changes made one after the other; the original stays as it is. */
export function mutate(value: Json, changes: Mutation[]): Json {
	const copy = structuredClone(value);
	for (const { how, at } of changes) {
		const places = placesIn(copy);
		if (places.length > 0) places[at % places.length](how);
	}
	return copy;
}

/** One function per member of the value that changes this member. */
function placesIn(value: Json): Array<(how: Mutation['how']) => void> {
	if (Array.isArray(value)) {
		return value.flatMap((member, index) => [
			(how) => changeElement(value, index, how),
			...placesIn(member),
		]);
	}
	if (!isObject(value)) return [];
	return Object.entries(value).flatMap(([name, member]) => [
		(how: Mutation['how']) => {
			if (how === 'drop' || how === 'rename') delete value[name];
			if (how === 'rename') value[`${name}New`] = member;
			else if (how !== 'drop') value[name] = changed(member, how);
		},
		// The corners of polygons are most of an answer and all alike; the first is enough.
		...placesIn(name === 'vertices' && Array.isArray(member) ? (member[0] ?? null) : member),
	]);
}

function changeElement(list: Json[], index: number, how: Mutation['how']): void {
	if (how === 'drop') list.splice(index, 1);
	else if (how === 'double') list.push(list[index]);
	else list[index] = changed(list[index], how);
}

function changed(member: Json, how: Mutation['how']): Json {
	switch (how) {
		case 'double':
			return [member, structuredClone(member)];
		case 'empty list':
			return [];
		case 'empty object':
			return {};
		case 'false':
			return false;
		case 'into list':
			return [member];
		case 'into text':
			return 'changed';
		case 'null':
			return null;
		case 'number':
			return 7.5;
		case 'out of list':
			return Array.isArray(member) ? (member[0] ?? null) : member;
		default:
			return member;
	}
}
