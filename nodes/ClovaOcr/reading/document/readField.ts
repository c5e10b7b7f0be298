import type { Json } from '../../shared/json';
import { readKind } from './kinds';
import type { Leaf } from './leaf';
import type { RowsField, WireField } from './table';

/** One output value, and the leaves that it shows by the key of their details. */
export interface Value {
	value: Json;
	shown: Array<[string, Leaf]>;
}

export const NOTHING: Value = { value: null, shown: [] };

/** Reads a field from the leaves at its path; details are keyed `total`, `representatives[1]`. */
export function readField(leaves: Leaf[], field: WireField): Value {
	const found = leaves
		.filter((leaf) => leaf.path === field.path)
		.map((leaf) => ({ leaf, value: readKind(leaf, field.kind) }));
	const readable = found.filter(({ value }) => value !== null);
	if (field.take === 'sum') return sumOf(field.key, found);
	if (field.take === 'all') {
		return {
			value: readable.map(({ value }) => value),
			shown: readable.map(({ leaf }, index) => [`${field.key}[${index}]`, leaf]),
		};
	}
	const [first] = readable;
	return first === undefined ? NOTHING : { value: first.value, shown: [[field.key, first.leaf]] };
}

/**
 * Reads a repeated group into one object per element, every column in each; details are keyed
 * `items[0].price`. An element without any readable column is no row.
 */
export function readRows(leaves: Leaf[], field: RowsField): Value {
	const columns = field.columns.map((column) => ({
		...column,
		path: `${field.path}.${column.path}`,
	}));
	const rows = [...groupByElement(leaves, columns, field.path.split('.').length).values()];
	const read = rows
		.map((row) => columns.map((column) => [column.key, readField(row, column)] as const))
		.filter((row) => row.some(([, { value }]) => value !== null));
	return {
		value: read.map((row) => Object.fromEntries(row.map(([key, { value }]) => [key, value]))),
		shown: read.flatMap((row, index) =>
			row.flatMap(([, { shown }]) =>
				shown.map(([key, leaf]): [string, Leaf] => [`${field.key}[${index}].${key}`, leaf]),
			),
		),
	};
}

/** The leaves of the columns, by the place of the group's element that they belong to. */
function groupByElement(leaves: Leaf[], columns: WireField[], depth: number): Map<string, Leaf[]> {
	const paths = new Set(columns.map(({ path }) => path));
	const rows = new Map<string, Leaf[]>();
	for (const leaf of leaves) {
		if (!paths.has(leaf.path)) continue;
		const element = leaf.place.slice(0, depth).join('.');
		const row = rows.get(element) ?? [];
		rows.set(element, row);
		row.push(leaf);
	}
	return rows;
}

/** A sum that lacks a part would be a wrong amount, so one unreadable part makes it null. */
function sumOf(key: string, found: Array<{ leaf: Leaf; value: Json }>): Value {
	const numbers = found.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
	if (found.length === 0 || numbers.length < found.length) return NOTHING;
	return {
		value: numbers.reduce((sum, number) => sum + number, 0),
		shown: found.map(({ leaf }, index) => [index === 0 ? key : `${key}[${index}]`, leaf]),
	};
}
