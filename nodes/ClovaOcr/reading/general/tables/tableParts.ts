import type { JsonObject } from '../../../shared/json';
import type { ReadingOptions } from '../../reading';
import type { GridCell } from './grid';
import { columnNumbers } from './numbers';
import { cellAt, filledRows, sheetOf, textsOf, type Sheet, type TableWriter } from './sheet';
import type { Table } from './tables';
import { confidenceOf } from '../../page';
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
		const rows = filledRows(sheet);
		const values = valuesOf(sheet, rows, options);
		return {
			values: {
				table: index + 1,
				rowCount: rows.length,
				columnCount: grid.columnCount,
				...write(sheet, options),
				textOutsideTables,
				header: sheet.headerRows > 0 ? sheet.names : [],
				rows: sheet.headerRows > 0 ? values.map((row) => byName(sheet, row)) : values,
			},
			cells: grid.cells,
			fields: () => tableFields(sheet, rows, options),
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
		const rows = filledRows(sheet);
		const blank = Array<null>(grid.columnCount).fill(null);
		if (rows.length === 0) return [noRow(byName(sheet, blank), table)];
		return valuesOf(sheet, rows, options).map((values, at) => ({
			values: byName(sheet, values),
			cells: [...new Set(grid.places[rows[at]])].filter((cell) => cell !== null),
			fields: () => rowFields(sheet, rows[at], options, (column) => sheet.names[column]),
			more: { table, row: at + 1 },
		}));
	});
}

function noTable(textOutsideTables: string | null, { tableFormats }: ReadingOptions): TablePart {
	const values = {
		table: null,
		rowCount: null,
		columnCount: null,
		markdown: null,
		...(tableFormats.includes('csv') ? { csv: null } : {}),
		...(tableFormats.includes('html') ? { html: null } : {}),
		textOutsideTables,
		header: [],
		rows: [],
	};
	return { values, cells: [], fields: () => ({}), more: {} };
}

function noRow(values: JsonObject, table: number | null): TablePart {
	return { values, cells: [], fields: () => ({}), more: { table, row: null } };
}

/** The rows' values by column: texts, null where nothing is printed, numbers where the column has only these. */
function valuesOf(
	{ grid, labels }: Sheet,
	rows: number[],
	{ fillMergedCells, convertNumbers }: ReadingOptions,
): Array<Array<number | string | null>> {
	const values: Array<Array<number | string | null>> = textsOf(grid, rows, fillMergedCells).map(
		(texts) => texts.map((text) => text || null),
	);
	if (!convertNumbers) return values;
	labels.forEach((label, column) => {
		const texts = values
			.map((row) => row[column])
			.map((text) => (text === null ? null : `${text}`));
		columnNumbers(texts, label)?.forEach((number, row) => {
			values[row][column] = number;
		});
	});
	return values;
}

function byName({ names }: Sheet, values: Array<number | string | null>): JsonObject {
	return Object.fromEntries(names.map((name, column) => [name, values[column]]));
}

function tableFields(sheet: Sheet, rows: number[], options: ReadingOptions): JsonObject {
	const fields: JsonObject = {};
	rows.forEach((row, index) => {
		const keyOf = (column: number) =>
			sheet.headerRows > 0 ? `rows[${index}].${sheet.names[column]}` : `rows[${index}][${column}]`;
		Object.assign(fields, rowFields(sheet, row, options, keyOf));
	});
	return fields;
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
