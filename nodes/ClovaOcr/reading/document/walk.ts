import { asText, flatList, isObject, type Json, type JsonObject } from '../../shared/json';
import { ENVELOPE } from '../page';
import { isLeaf, LEAF_MEMBERS, toLeaf, type Leaf } from './leaf';

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
		.flatMap(([name, member]) => walk(member, name, START))
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

/** The way to a value: the names, and for each its number within a list, and whether it is one. */
interface Way {
	path: string[];
	place: number[];
	lists: boolean[];
}

const START: Way = { path: [], place: [], lists: [] };

function walk(member: Json | undefined, name: string, way: Way): Leaf[] {
	const path = [...way.path, name];
	const lists = [...way.lists, Array.isArray(member)];
	return flatList(member).flatMap((value, index) =>
		walkOne(value, { path, lists, place: [...way.place, index] }),
	);
}

function walkOne(value: Json, way: Way): Leaf[] {
	const { path, place, lists } = way;
	if (!isObject(value)) return [toLeaf({ text: value }, path, place, lists)];
	if (value.vertices !== undefined) return [];
	if (!isLeaf(value)) return walkMembers(Object.entries(value), way);
	const rest = Object.entries(value).filter(
		([name, member]) => !LEAF_MEMBERS.has(name) || (name === 'text' && asText(member) === null),
	);
	return [toLeaf(value, path, place, lists), ...walkMembers(rest, way)];
}

function walkMembers(members: Array<[string, Json]>, way: Way): Leaf[] {
	return members.flatMap(([name, member]) => walk(member, name, way));
}

function below(leaf: Leaf, names: string[]): Leaf {
	const prefix = `${names.join('.')}.`;
	if (!leaf.path.startsWith(prefix)) return leaf;
	const from = names.length;
	return {
		...leaf,
		path: leaf.path.slice(prefix.length),
		names: leaf.names.slice(from),
		place: leaf.place.slice(from),
		lists: leaf.lists.slice(from),
	};
}
