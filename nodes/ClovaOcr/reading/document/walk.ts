import { asText, flatList, isObject, type Json, type JsonObject } from '../../shared/json';
import { ENVELOPE } from '../page';
import { bareLeaf, isLeaf, LEAF_MEMBERS, toLeaf, type Leaf } from './leaf';

/** What CLOVA says of its own reading, not of the document; members of the result or of `meta`. */
const REMARKS = new Set(['estimatedLanguage', 'idtype', 'isConfident']);

/** An `images[]` entry of a document API, taken apart. */
export interface Entry {
	/** Every recognised value in the order of the answer; empty texts and polygons are no values. */
	leaves: Leaf[];
	/** Those that stand elsewhere than in the wrapper: a document under another name is none of ours. */
	strangers: Leaf[];
	/** `idtype`, `isConfident` and `estimatedLanguage` where they came. */
	remarks: ReadonlyMap<string, string>;
}

/**
 * Finds every recognised value of an entry, whatever its members are called: CLOVA adds members
 * without notice and publishes none at all for foreign passports. Lists and lone objects read alike.
 * @param wrapper the entry's member that holds this kind of document, such as `receipt`;
 *   paths begin below its `result` (`passportResult` on passports), all others are whole
 */
export function takeApart(entry: JsonObject, wrapper: string): Entry {
	const found = Object.entries(entry)
		.filter(([name]) => !ENVELOPE.has(name))
		.flatMap(([name, member]) => walk(member, [name], []))
		.filter((leaf) => leaf.text.trim() !== '');
	const meta = `${wrapper}.meta.`;
	const remarks = new Map<string, string>();
	const leaves: Leaf[] = [];
	const strangers: Leaf[] = [];
	for (const whole of found) {
		const leaf = below(below(whole, [wrapper, 'result']), [wrapper, `${wrapper}Result`]);
		const name = leaf.path.startsWith(meta) ? leaf.path.slice(meta.length) : leaf.path;
		if (!`${whole.path}.`.startsWith(`${wrapper}.`)) strangers.push(leaf);
		else if (REMARKS.has(name)) remarks.set(name, leaf.text);
		else leaves.push(leaf);
	}
	return { leaves, strangers, remarks };
}

function walk(member: Json | undefined, path: string[], place: number[]): Leaf[] {
	return flatList(member).flatMap((value, index) => walkOne(value, path, [...place, index]));
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

function below(leaf: Leaf, names: string[]): Leaf {
	const prefix = `${names.join('.')}.`;
	if (!leaf.path.startsWith(prefix)) return leaf;
	const [path, place] = [leaf.path.slice(prefix.length), leaf.place.slice(names.length)];
	return { ...leaf, path, place };
}
