import type { DocumentOperation } from '../nodes/ClovaOcr/operations/document/documentOperation';
import type { Operation } from '../nodes/ClovaOcr/operations/types';
import type { JsonObject } from '../nodes/ClovaOcr/shared/json';

const TEXT: JsonObject = { type: 'string' };
const NUMBER: JsonObject = { type: 'number' };
const BOOLEAN: JsonObject = { type: 'boolean' };
const TEXTS = listOf(TEXT);
const TEXT_OR_NULL = orNull('string');
const NUMBER_OR_NULL = orNull('number');

/** Values of the operations that no field table describes, by the default of `splitInto`. */
const VALUES: Record<string, JsonObject> = {
	extractText: { text: TEXT_OR_NULL, lines: TEXTS },
	extractTables: {
		table: NUMBER_OR_NULL,
		rowCount: NUMBER_OR_NULL,
		columnCount: NUMBER_OR_NULL,
		header: TEXTS,
		rows: { type: 'array' },
		textOutsideTables: TEXT_OR_NULL,
	},
	createSearchablePdf: {
		text: TEXT_OR_NULL,
		pages: listOf({
			type: 'object',
			properties: { page: NUMBER, text: TEXT_OR_NULL, lines: TEXTS, recognized: BOOLEAN },
		}),
	},
	// The fields of a template have the user's own names.
	extractFields: {},
};

/** JSON Schema of the items that an operation gives with its default parameters. */
export function outputSchema(operation: Operation): JsonObject {
	const values = isDocument(operation) ? operation.outputProperties : VALUES[operation.value];
	if (values === undefined) throw new Error(`No output schema for "${operation.value}"`);
	return {
		type: 'object',
		properties: { ...values, ocr: { type: 'object', properties: ocrProperties(operation) } },
		version: 1,
	};
}

function ocrProperties(operation: Operation): JsonObject {
	return {
		fileName: TEXT,
		page: NUMBER_OR_NULL,
		pageCount: NUMBER,
		recognized: BOOLEAN,
		message: TEXT_OR_NULL,
		confidence: NUMBER_OR_NULL,
		lowestConfidence: NUMBER_OR_NULL,
		needsReview: BOOLEAN,
		reviewReasons: TEXTS,
		checks: { type: 'object' },
		requestId: TEXT_OR_NULL,
		calls: NUMBER,
		...(operation.resource === 'template'
			? {
					template: {
						type: ['object', 'null'],
						properties: { id: { type: ['number', 'string', 'null'] }, name: TEXT_OR_NULL },
					},
					title: TEXT_OR_NULL,
				}
			: {}),
		...(operation.resource === 'general' ? {} : { other: { type: 'object' } }),
	};
}

function isDocument(operation: Operation): operation is DocumentOperation {
	return 'outputProperties' in operation;
}

/** Null stands last: the editor shows the first type of a list. */
function orNull(type: string): JsonObject {
	return { type: [type, 'null'] };
}

function listOf(items: JsonObject): JsonObject {
	return { type: 'array', items };
}
