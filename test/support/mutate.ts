import fc from 'fast-check';

import { isObject, type Json, type JsonObject } from '../../nodes/ClovaOcr/shared/json';

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

/** A member of a value: the list or object that holds it, and where. */
type Place = { list: Json[]; index: number } | { object: JsonObject; name: string };

/** The value with the changes made one after the other; the original stays as it is. */
export function mutate(value: Json, changes: Mutation[]): Json {
	const copy = structuredClone(value);
	for (const { how, at } of changes) {
		const places: Place[] = [];
		collectPlaces(copy, places);
		const place = places[at % places.length];
		if (place === undefined) continue;
		if ('list' in place) changeElement(place.list, place.index, how);
		else changeMember(place.object, place.name, how);
	}
	return copy;
}

function collectPlaces(value: Json, places: Place[]): void {
	if (Array.isArray(value)) {
		for (const [index, member] of value.entries()) {
			places.push({ list: value, index });
			collectPlaces(member, places);
		}
	} else if (isObject(value)) {
		for (const [name, member] of Object.entries(value)) {
			places.push({ object: value, name });
			// The corners of polygons are most of an answer and all alike.
			if (name !== 'vertices') collectPlaces(member, places);
		}
	}
}

function changeMember(object: JsonObject, name: string, how: Mutation['how']): void {
	const member = object[name];
	if (how === 'drop' || how === 'rename') delete object[name];
	if (how === 'rename') object[`${name}New`] = member;
	else if (how !== 'drop') object[name] = changed(member, how);
}

function changeElement(list: Json[], index: number, how: Mutation['how']): void {
	if (how === 'drop') list.splice(index, 1);
	else if (how === 'double') list.push(structuredClone(list[index]));
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
