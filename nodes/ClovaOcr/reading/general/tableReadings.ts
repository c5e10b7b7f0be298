import type { JsonObject } from '../../shared/json';
import { confidenceOf, type PageAnswer } from '../page';
import { hasSeveralPages, outcomeOf, type PageOutcome } from '../pageOutcome';
import type { Reading, ReadingOptions } from '../reading';
import { tableFormats } from './tableFormats';
import { textOutside } from './tables/outside';
import { rowParts, tableParts, type TablePart } from './tables/tableParts';
import { readTables } from './tables/tables';
import { readWords } from './text/words';

const NO_TABLE = 'No table was found on this page.';

/**
 * Reads the tables of one file as `splitInto` says: one reading per table or row. A page without
 * a table still gives one, with no rows; it is for a person to look at unless the page is blank or
 * another page of the file has a table. A table of a header alone gives one row without values.
 * @param pages in page order
 */
export function tableReadings(pages: PageAnswer[], options: ReadingOptions): Reading[] {
	const found = pages.map((page) => {
		const raw = page.image?.inferResult === 'SUCCESS' ? page.image.raw : {};
		return { page, words: readWords(raw), tables: readTables(raw) };
	});
	const anyTable = found.some(({ tables }) => tables.length > 0);
	const severalPages = hasSeveralPages(pages);
	return found.flatMap(({ page, words, tables }) => {
		const mayLackTables = severalPages && (anyTable || words.length === 0);
		const outcome = outcomeOf(page, tables.length > 0, NO_TABLE, mayLackTables, 'tables');
		const parts =
			options.splitInto === 'row'
				? rowParts(tables, options)
				: tableParts(tables, textOutside(words, tables), options, tableFormats);
		return parts.map((part) => toReading(page, outcome, part, options));
	});
}

/** JSON Schema properties of what a reading of a table holds, by output key; rows have the table's own keys. */
export function tablesSchema(splitInto: string): JsonObject | null {
	if (splitInto === 'row') return null;
	const text = { type: ['string', 'null'] };
	const number = { type: ['number', 'null'] };
	return {
		table: number,
		rowCount: number,
		columnCount: number,
		markdown: text,
		textOutsideTables: text,
		header: { type: 'array', items: { type: 'string' } },
		rows: { type: 'array' },
	};
}

function toReading(
	page: PageAnswer,
	outcome: PageOutcome,
	{ values, cells, fields, more }: TablePart,
	{ includeFieldDetails, splitInto }: ReadingOptions,
): Reading {
	const words = cells.flatMap((cell) => cell.words);
	return {
		values,
		page: page.page,
		...outcome,
		...confidenceOf(words.map((word) => word.confidence)),
		checks: {},
		fields: includeFieldDetails ? fields() : null,
		other: null,
		width: page.width,
		height: page.height,
		detail: splitInto === 'row' ? 'short' : 'full',
		more,
	};
}
