import { freeName, ITEM_KEYS } from '../../shared/itemKeys';
import { isObject, type Json, type JsonObject } from '../../shared/json';
import { ENVELOPE } from '../page';
import type { Leaf } from './leaf';
import { readTyped } from './otherKinds';
import type { ReviewReason } from '../reading';
import type { TableReading } from './readTable';
import type { Entry } from './walk';

/** The key that holds the records of all lists of a document. */
export const ITEMS = 'items';
/** The member of a record that names its list. */
export const LIST = 'list';

/**
 * The member of an `images[]` entry that holds a document of an unknown kind: the first that has the form
 * of one, else the first object; empty where there is none.
 */
export function wrapperIn(entry: JsonObject): string {
	const members = Object.entries(entry).filter(
		([name, member]) => !ENVELOPE.has(name) && isObject(member),
	);
	const usual = members.find(([, member]) => isObject(member) && member.result !== undefined);
	return (usual ?? members[0])?.[0] ?? '';
}

/**
 * Reads a document whose kind nobody has told. Single values have their path as key
 * (`paymentInfo_date`); what stands in lists of records becomes one record each in `items`: the
 * innermost ones, with the values of those that hold them. Meta data is no value.
 * @param wrapper the member that holds the document
 */
export function readOtherTable(entry: Entry, wrapper: string): TableReading {
	const meta = `${wrapper}.meta.`;
	const unread: Leaf[] = entry.leaves.filter(({ path }) => path.startsWith(meta));
	const leaves = entry.leaves
		.filter(({ path }) => !path.startsWith(meta))
		.map((leaf) => withoutNames(leaf, wrapper));
	const single = leaves.filter(({ lists }) => recordAt(lists) === -1);
	const shown = new Map<string, Leaf>();
	const taken = new Set([...ITEM_KEYS, ITEMS]);
	const reasons = new Set<ReviewReason>();
	const valuesOf = (own: Leaf[], keys: Keys, at: string) => {
		const read = readGroup(own, keys, at);
		read.shown.forEach(([key, leaf]) => shown.set(key, leaf));
		unread.push(...read.unread);
		if (read.unreadableDate) reasons.add('unreadableDate');
		return read.values;
	};
	const values = valuesOf(single, keysOf(single, taken), '');
	const records = recordsOf(leaves);
	const columns = keysOf(records.flat(), new Set([...ITEM_KEYS, LIST]));
	const items = records.map((record, index) => ({
		[LIST]: listOf(record[0]),
		...valuesOf(record, columns, `${ITEMS}[${index}].`),
	}));
	return {
		values: { ...values, [ITEMS]: items },
		shown,
		unread: [...new Set(unread)],
		missing: [],
		checks: {},
		reviewReasons: [...reasons],
	};
}

/** Answers have `result` between the wrapper and the values, or the values at once. */
function withoutNames(leaf: Leaf, wrapper: string): Leaf {
	const prefix = `${wrapper}.`;
	if (!leaf.path.startsWith(prefix)) return leaf;
	return {
		...leaf,
		path: leaf.path.slice(prefix.length),
		names: leaf.names.slice(1),
		place: leaf.place.slice(1),
		lists: leaf.lists.slice(1),
	};
}

/** The place in a path of the outermost list that holds more than values; -1 where there is none. */
function recordAt(lists: boolean[]): number {
	return lists.slice(0, -1).indexOf(true);
}

function listOf(leaf: Leaf): string {
	return leaf.names.slice(0, recordAt(leaf.lists) + 1).join('_');
}

/**
 * The records of all lists in their order; values outside of lists are in none. A list within a record
 * repeats what the record itself holds, so that each of its own records is whole.
 */
function recordsOf(leaves: Leaf[]): Leaf[][] {
	const tree = new Map<string, Nest>();
	for (const leaf of leaves) {
		const at = recordAt(leaf.lists);
		const { names } = leaf;
		let level = tree;
		let from = 0;
		for (let end = at; end !== -1; end = nextList(leaf.lists, end)) {
			const key = JSON.stringify([names.slice(from, end + 1), leaf.place.slice(from, end + 1)]);
			const group: Nest = level.get(key) ?? { own: [], within: new Map() };
			level.set(key, group);
			if (nextList(leaf.lists, end) === -1) group.own.push(leaf);
			level = group.within;
			from = end + 1;
		}
	}
	return [...tree.values()].flatMap((group) => innermost(group, []));
}

interface Nest {
	own: Leaf[];
	within: Map<string, Nest>;
}

/** The next list further in that holds more than values, or -1. */
function nextList(lists: boolean[], after: number): number {
	return lists.slice(0, -1).indexOf(true, after + 1);
}

/** How many values may be repeated in the records within what holds them: bounds what an answer can swell to. */
export const MOST_REPEATED = 100_000;

function innermost({ own, within }: Nest, outer: Leaf[]): Leaf[][] {
	const all = [...outer, ...own];
	if (within.size === 0) return [all];
	// Beyond, such a record goes before its own ones instead.
	if (within.size * all.length > MOST_REPEATED) {
		return [all, ...[...within.values()].flatMap((group) => innermost(group, []))];
	}
	return [...within.values()].flatMap((group) => innermost(group, all));
}

type Keys = ReadonlyMap<string, string>;

/** An output key for every path, in their order. In a record, paths begin behind its list. */
function keysOf(leaves: Leaf[], taken: Set<string>): Keys {
	const keys = new Map<string, string>();
	const numbers = new Map<string, number>();
	for (const leaf of leaves) {
		const names = namesIn(leaf);
		const path = JSON.stringify(names);
		if (keys.has(path)) continue;
		const key = freeName(names.join('_') || 'value', taken, numbers);
		taken.add(key);
		keys.set(path, key);
	}
	return keys;
}

function namesIn({ names, lists }: Leaf): string[] {
	return names.slice(recordAt(lists) + 1);
}

interface Group {
	values: JsonObject;
	shown: Array<[string, Leaf]>;
	/** Values that could not be read as what they are. */
	unread: Leaf[];
	unreadableDate: boolean;
}

/** @param at what the keys of details begin with */
function readGroup(leaves: Leaf[], keys: Keys, at: string): Group {
	const named = new Map<string, Leaf[]>();
	for (const leaf of leaves) {
		const key = keys.get(JSON.stringify(namesIn(leaf))) ?? '';
		const group = named.get(key) ?? [];
		named.set(key, group);
		group.push(leaf);
	}
	const read: Group = { values: {}, shown: [], unread: [], unreadableDate: false };
	const values = [...named].map(([key, group]): [string, Json] => {
		const typed = group.map((leaf, index) => {
			const { value, unreadableDate } = readTyped(leaf);
			read.shown.push([group.length === 1 ? `${at}${key}` : `${at}${key}[${index}]`, leaf]);
			if (value === null) read.unread.push(leaf);
			read.unreadableDate ||= unreadableDate;
			return value;
		});
		return [key, typed.length === 1 ? typed[0] : typed];
	});
	return { ...read, values: Object.fromEntries(values) };
}
