import { asList, asText, isObject, type Json, type JsonObject } from '../json';
import { bareLeaf, isLeaf, LEAF_MEMBERS, toLeaf, type Leaf } from './leaf';

/** Members of an `images[]` entry that describe the call, not the document. */
const ENVELOPE = new Set([
	'convertedImageInfo',
	'inferResult',
	'message',
	'name',
	'uid',
	'validationResult',
]);

/** What CLOVA says of its own reading, not of the document; paths below the entry's wrapper. */
const REMARKS = new Set(['idtype', 'isConfident', 'meta.estimatedLanguage']);

/** An `images[]` entry of a document API, taken apart. */
export interface Entry {
	/** Every recognised value in the order of the answer; empty texts and polygons are no values. */
	leaves: Leaf[];
	/** `idtype`, `isConfident` and `meta.estimatedLanguage` where they came. */
	remarks: ReadonlyMap<string, string>;
}

/**
 * Finds every recognised value of an entry, whatever its members are called: CLOVA adds members
 * without notice and publishes none at all for foreign passports. Lists and lone objects read alike.
 * @param wrapper the entry's member that holds this kind of document, such as `receipt`;
 *   paths begin below its `result`, while those of anything that stands elsewhere are whole
 */
export function takeApart(entry: JsonObject, wrapper: string): Entry {
	const found = Object.entries(entry)
		.filter(([name]) => !ENVELOPE.has(name))
		.flatMap(([name, member]) => walk(member, [name], []))
		.filter((leaf) => leaf.text.trim() !== '')
		.map((leaf) => below(below(leaf, wrapper), 'result'));
	return {
		leaves: found.filter((leaf) => !REMARKS.has(leaf.path)),
		remarks: new Map(
			found.filter((leaf) => REMARKS.has(leaf.path)).map((leaf) => [leaf.path, leaf.text]),
		),
	};
}

function walk(member: Json | undefined, path: string[], place: number[]): Leaf[] {
	return flat(member).flatMap((value, index) => walkOne(value, path, [...place, index]));
}

function flat(member: Json | undefined): Json[] {
	return asList(member).flatMap((value) => (Array.isArray(value) ? flat(value) : [value]));
}

function walkOne(value: Json, path: string[], place: number[]): Leaf[] {
	if (!isObject(value)) {
		const text = asText(value);
		return text === null ? [] : [bareLeaf(text, path, place)];
	}
	if (value.vertices !== undefined) return [];
	if (!isLeaf(value)) return walkMembers(Object.entries(value), path, place);
	const rest = Object.entries(value).filter(
		([name, member]) => !LEAF_MEMBERS.has(name) || (name === 'text' && asText(member) === null),
	);
	return [toLeaf(value, path, place), ...walkMembers(rest, path, place)];
}

function walkMembers(members: Array<[string, Json]>, path: string[], place: number[]): Leaf[] {
	return members.flatMap(([name, member]) => walk(member, [...path, name], place));
}

function below(leaf: Leaf, name: string): Leaf {
	if (!leaf.path.startsWith(`${name}.`)) return leaf;
	return { ...leaf, path: leaf.path.slice(name.length + 1), place: leaf.place.slice(1) };
}
