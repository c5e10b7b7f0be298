import type { JsonObject } from '../../shared/json';
import { KINDS } from './kinds';
import { isMade, isRows, type Field, type Table } from './table';

/**
 * JSON Schema properties of what a table gives, by output key. Null stands last in a list of types:
 * n8n's editor shows the first.
 */
export function schemaOf(table: Table): JsonObject {
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
