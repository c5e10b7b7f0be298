import type { Json, JsonObject } from '../../shared/json';
import type { NumberCheck } from '../checks/numbers';
import type { NumberKind, SensitivePath } from '../masking/found';
import type { CheckName, CheckResult, ReadingOptions } from '../reading';
import { KINDS, type FieldKind } from './kinds';
import type { Leaf } from './leaf';
import type { Entry } from './walk';

/** A member of the answer that goes to one output key. */
export interface WireField {
	key: string;
	/** Path below the document's `result`, lists left out. */
	path: string;
	kind: FieldKind;
	/** What several values at the path give: the first readable one (default), a list, or their sum. */
	take?: 'all' | 'first' | 'sum';
	/** The kind of number that has to be starred here, where it does not follow from `kind`. */
	sensitive?: NumberKind;
	/** The check that the number has to pass. */
	check?: NumberCheck;
	/** Stands in where the answer has no such member at all. */
	otherwise?(document: PartlyRead): Json;
}

/** A repeated group, one output object each: the items of a receipt. */
export interface RowsField {
	key: string;
	/** Path of the group below the document's `result`, lists left out. */
	path: string;
	/** Their paths begin below the group's. */
	columns: WireField[];
}

/** An output key that is made of other values, or of several members. */
export interface MadeField {
	key: string;
	/** JSON Schema of the value; it also has to allow null, except for lists. */
	schema: JsonObject;
	/** @returns the value, and the leaves that it shows by the key of their details (`all.name[0]`) */
	make(document: PartlyRead): { value: Json; shown?: Array<[string, Leaf]> };
}

export type Field = MadeField | RowsField | WireField;

export const isWire = (field: Field): field is WireField => 'kind' in field;
export const isRows = (field: Field): field is RowsField => 'columns' in field;
export const isMade = (field: Field): field is MadeField => 'make' in field;

/** What is known of a document while the made fields and the checks are worked out. */
export interface PartlyRead extends Entry {
	/** The values read so far, by output key. */
	values: JsonObject;
	options: ReadingOptions;
}

export type Checks = Partial<Record<CheckName, CheckResult>>;

/** A document type: its output keys in order, and the checks that involve several of them. */
export interface FieldTable {
	fields: Field[];
	/** Keys without which the document is of no use; of a list of keys one is enough. */
	essential?: Array<string | string[]>;
	checks?(document: PartlyRead): Checks;
}

/**
 * Where the numbers that have to be starred stand. Their paths count wherever they end, since an answer
 * whose outer members have been renamed still holds the same numbers.
 */
export function sensitivePaths(fields: Field[], prefix = '**'): SensitivePath[] {
	return fields.flatMap((field) => {
		if (isRows(field)) return sensitivePaths(field.columns, `${prefix}.${field.path}`);
		if (isMade(field)) return [];
		const kind = field.sensitive ?? KINDS[field.kind].sensitive;
		return kind === undefined ? [] : [{ path: `${prefix}.${field.path}`, kind }];
	});
}

/**
 * JSON Schema properties of what a table gives, by output key. Null stands last in a list of types:
 * n8n's editor shows the first.
 */
export function schemaOf(table: FieldTable): JsonObject {
	return Object.fromEntries(table.fields.map((field) => [field.key, fieldSchema(field)]));
}

function fieldSchema(field: Field): JsonObject {
	if (isMade(field)) return field.schema;
	if (isRows(field)) {
		const properties = schemaOf({ fields: field.columns });
		return { type: 'array', items: { type: 'object', properties } };
	}
	const { type } = KINDS[field.kind];
	return field.take === 'all' ? { type: 'array', items: { type } } : { type: [type, 'null'] };
}
