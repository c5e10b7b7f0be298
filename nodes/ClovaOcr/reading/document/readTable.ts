import { asText, type JsonObject } from '../../shared/json';
import { NUMBER_CHECKS } from '../checks/numbers';
import type { ReadingOptions, ReviewReason } from '../reading';
import type { Leaf } from './leaf';
import { readField, readRows, type Value } from './readField';
import {
	isMade,
	isRows,
	isWire,
	type Checks,
	type Field,
	type FieldTable,
	type PartlyRead,
	type WireField,
} from './table';
import type { Entry } from './walk';

/** A document read by its table. */
export interface TableReading {
	/** Every output key of the table, in its order. */
	values: JsonObject;
	/** The leaf behind each value, by output key (`total`, `items[0].price`). */
	shown: ReadonlyMap<string, Leaf>;
	/** The leaves that no value shows: unknown members, repetitions, values that cannot be read. */
	unread: Leaf[];
	/** Keys of essential values that were not found. */
	missing: string[];
	checks: Checks;
	reviewReasons: ReviewReason[];
}

/** Reads what the table knows of an entry; what is not found gives null, and `[]` for lists. */
export function readTable(entry: Entry, table: FieldTable, options: ReadingOptions): TableReading {
	const read = readFields(entry, table.fields, options);
	const document = { ...entry, options, values: valuesOf(read, table.fields) };
	const shown = new Map([...read.values()].flatMap((value) => value.shown));
	const shownLeaves = new Set(shown.values());
	const checks = { ...checkNumbers(document, table.fields), ...table.checks?.(document) };
	return {
		values: document.values,
		shown,
		unread: entry.leaves.filter((leaf) => !shownLeaves.has(leaf)),
		missing: missingOf(document.values, table),
		checks,
		reviewReasons: [...dateReasons(document, table.fields), ...checkReasons(checks)],
	};
}

/** Made fields come last, in the table's order: they may use any other value. */
function readFields(entry: Entry, fields: Field[], options: ReadingOptions): Map<string, Value> {
	const read = new Map<string, Value>();
	const document = (): PartlyRead => ({ ...entry, options, values: valuesOf(read, fields) });
	for (const field of fields) {
		if (isRows(field)) read.set(field.key, readRows(entry.leaves, field));
		else if (isWire(field)) read.set(field.key, readField(entry.leaves, field));
	}
	for (const field of fields) {
		if (isMade(field)) read.set(field.key, { shown: [], ...field.make(document()) });
		else if (isWire(field) && field.otherwise !== undefined && !isPrinted(entry.leaves, field)) {
			read.set(field.key, { shown: [], value: field.otherwise(document()) });
		}
	}
	return read;
}

function valuesOf(read: Map<string, Value>, fields: Field[]): JsonObject {
	return Object.fromEntries(fields.map(({ key }) => [key, read.get(key)?.value ?? null]));
}

function isPrinted(leaves: Leaf[], field: WireField): boolean {
	return leaves.some((leaf) => leaf.path === field.path);
}

function checkNumbers({ values }: PartlyRead, fields: Field[]): Checks {
	return Object.fromEntries(
		fields
			.filter(isWire)
			.flatMap(({ key, check }) =>
				check === undefined ? [] : [[check, NUMBER_CHECKS[check](asText(values[key]))]],
			),
	);
}

/** The keys of the essential values that are null; of alternatives all, if all of them are. */
export function missingOf(values: JsonObject, { essential = [] }: FieldTable): string[] {
	return essential
		.map((keys) => [keys].flat())
		.filter((keys) => keys.every((key) => (values[key] ?? null) === null))
		.flat();
}

function checkReasons({ itemsTotal, expectedTotal, ...others }: Checks): ReviewReason[] {
	const reasons: ReviewReason[] = [];
	if (Object.values(others).includes('mismatch')) reasons.push('checkMismatch');
	if (itemsTotal === 'mismatch' || expectedTotal === 'mismatch') reasons.push('totalMismatch');
	return reasons;
}

/** A date is printed, but it is none of the calendar's. */
function dateReasons({ leaves, values }: PartlyRead, fields: Field[]): ReviewReason[] {
	const unreadable = fields
		.filter(isWire)
		.some(
			(field) =>
				(field.kind === 'date' || field.kind === 'validThru') &&
				values[field.key] === null &&
				isPrinted(leaves, field),
		);
	return unreadable ? ['unreadableDate'] : [];
}
