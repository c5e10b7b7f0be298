import type { JsonObject } from '../../../shared/json';
import type { ReadingOptions } from '../../options';
import type { GridCell } from './grid';
import { cellAt, sheetOf, type Sheet, type TableWriter } from './sheet';
import type { Table } from './tables';
import { confidenceOf } from '../../confidence';
import { boxesOf } from '../text/words';

/** What of a table goes into one reading. */
export interface TablePart {
	values: JsonObject;
	cells: GridCell[];
	/** `ocr.fields`, worked out on demand. */
	fields(): JsonObject;
	more: JsonObject;
}

/** One part per table of a page; one with nothing in it for a page without tables. */
export function tableParts(
	tables: Table[],
	textOutsideTables: string | null,
	options: ReadingOptions,
	write: TableWriter,
): TablePart[] {
	if (tables.length === 0) return [noTable(textOutsideTables, options)];
	return tables.map(({ grid }, index) => {
		const sheet = sheetOf(grid, options.headerRow);
		const rows = rowNumbers(sheet);
		return {
			values: {
				table: index + 1,
				rowCount: rows.length,
				columnCount: grid.columnCount,
				header: sheet.headerRows > 0 ? sheet.names : [],
				rows: rows.map((row) => {
					const texts = textsAt(sheet, row, options);
					return sheet.headerRows > 0 ? byName(sheet, texts) : texts;
				}),
				...write(sheet, options),
				textOutsideTables,
			},
			cells: grid.cells,
			fields: () => tableFields(sheet, options),
			more: {},
		};
	});
}

/** One part per row of a page's tables; one with nothing in it for a page or table without rows. */
export function rowParts(tables: Table[], options: ReadingOptions): TablePart[] {
	if (tables.length === 0) return [noRow({}, null)];
	return tables.flatMap(({ grid }, index) => {
		const table = index + 1;
		const sheet = sheetOf(grid, options.headerRow);
		const rows = rowNumbers(sheet);
		if (rows.length === 0)
			return [
				noRow(
					byName(
						sheet,
						sheet.names.map(() => null),
					),
					table,
				),
			];
		return rows.map((row) => ({
			values: byName(sheet, textsAt(sheet, row, options)),
			cells: [...new Set(grid.places[row])].filter((cell) => cell !== null),
			fields: () => rowFields(sheet, row, options, (column) => sheet.names[column]),
			more: { table, row: row - sheet.headerRows + 1 },
		}));
	});
}

function noTable(textOutsideTables: string | null, { tableFormats }: ReadingOptions): TablePart {
	const values = {
		table: null,
		rowCount: null,
		columnCount: null,
		header: [],
		rows: [],
		...Object.fromEntries(tableFormats.map((format) => [format, null])),
		textOutsideTables,
	};
	return { values, cells: [], fields: () => ({}), more: {} };
}

function noRow(values: JsonObject, table: number | null): TablePart {
	return { values, cells: [], fields: () => ({}), more: { table, row: null } };
}

/** Rows of the grid below the header. */
function rowNumbers({ grid, headerRows }: Sheet): number[] {
	return Array.from({ length: grid.rowCount - headerRows }, (_, index) => index + headerRows);
}

function textsAt(
	{ grid }: Sheet,
	row: number,
	{ fillMergedCells }: ReadingOptions,
): Array<string | null> {
	return grid.places[row].map(
		(_, column) => cellAt(grid, row, column, fillMergedCells)?.text || null,
	);
}

function byName({ names }: Sheet, texts: Array<string | null>): JsonObject {
	return Object.fromEntries(names.map((name, column) => [name, texts[column]]));
}

function tableFields(sheet: Sheet, options: ReadingOptions): JsonObject {
	return Object.assign(
		{},
		...rowNumbers(sheet).map((row, index) =>
			rowFields(sheet, row, options, (column) =>
				sheet.headerRows > 0
					? `rows[${index}].${sheet.names[column]}`
					: `rows[${index}][${column}]`,
			),
		),
	);
}

/** The fields of a row's cells that have text, by the key that the column's value stands under. */
function rowFields(
	{ grid }: Sheet,
	row: number,
	{ fillMergedCells }: ReadingOptions,
	keyOf: (column: number) => string,
): JsonObject {
	return Object.fromEntries(
		grid.places[row].flatMap((_, column) => {
			const cell = cellAt(grid, row, column, fillMergedCells);
			return cell === null || cell.words.length === 0 ? [] : [[keyOf(column), cellField(cell)]];
		}),
	);
}

/** A cell of a table as `ocr.fields` shows it: its text and the mean confidence and boxes of its words. */
function cellField({ text, words }: GridCell): JsonObject {
	const { confidence } = confidenceOf(words.map((word) => word.confidence));
	return { text, keyText: null, confidence, boxes: boxesOf(words) };
}
