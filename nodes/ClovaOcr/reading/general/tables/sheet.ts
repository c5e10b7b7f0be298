import type { JsonObject } from '../../../shared/json';
import type { ReadingOptions } from '../../reading';
import { freeName } from '../../../shared/itemKeys';
import type { Grid, GridCell } from './grid';

/** A table as a sheet shows it: what is header, what are rows, and what the columns are called. */
export interface Sheet {
	grid: Grid;
	/** Rows at the top of the grid that are the header; 0 without one. */
	headerRows: number;
	/** What the header prints above each column; empty texts without a header. */
	labels: string[];
	/** A unique name for every column. */
	names: string[];
}

/** Writes a table in the formats that the user chose, by the name of the format. */
export type TableWriter = (sheet: Sheet, options: ReadingOptions) => JsonObject;

/** Lays a table out; the header is its top unless `headerRow` is off. */
export function sheetOf(grid: Grid, headerRow: boolean): Sheet {
	const headerRows = headerRow && grid.rowCount > 0 ? headerDepth(grid) : 0;
	const labels = columnLabels(grid, headerRows);
	return { grid, headerRows, labels, names: columnNames(labels) };
}

/**
 * The cell whose text stands at a place: the one that covers it, or with merged cells left blank
 * only the one that begins there.
 */
export function cellAt(
	{ places }: Grid,
	row: number,
	column: number,
	fillMergedCells: boolean,
): GridCell | null {
	const cell = places[row][column];
	if (cell === null || fillMergedCells) return cell;
	return cell.row === row && cell.column === column ? cell : null;
}

/** The texts of rows of the grid; an empty text where nothing stands. */
export function textsOf(grid: Grid, rows: number[], fillMergedCells: boolean): string[][] {
	return rows.map((row) =>
		grid.places[row].map((_, column) => cellAt(grid, row, column, fillMergedCells)?.text ?? ''),
	);
}

/** Numbers of the grid's rows below the header in which anything is printed. */
export function filledRows({ grid, headerRows }: Sheet): number[] {
	return grid.places.flatMap((places, row) =>
		row >= headerRows && places.some((cell) => cell !== null && cell.text !== '') ? [row] : [],
	);
}

/** A header is a few lines: a cell of the first row that reaches further down labels the side. */
const DEEPEST_HEADER = 3;
/** A key that JavaScript does not take as one. */
const PROTOTYPE = '__proto__';

/**
 * How many rows at the top are the header: as many as the tallest cell of the first row spans, so
 * that a header in two lines beside a merged cell is seen as one; at least one row, at most three,
 * and some row must be left below.
 */
export function headerDepth(grid: Grid): number {
	const spans = grid.cells
		.filter(({ row }) => row === 0)
		.map(({ rowSpan }) => rowSpan)
		.filter((span) => span <= DEEPEST_HEADER && span < grid.rowCount);
	return spans.reduce((deepest, span) => Math.max(deepest, span), 1);
}

/** What the header prints above each column: the texts of its cells from top to bottom, in one line. */
export function columnLabels(grid: Grid, depth: number): string[] {
	return Array.from({ length: grid.columnCount }, (_, column) => {
		const cells = new Set(grid.places.slice(0, depth).map((row) => row[column]));
		const texts = [...cells].map((cell) => cell?.text);
		return texts.join(' ').replace(/\s+/g, ' ').trim();
	});
}

/**
 * One usable name per label: a blank one becomes `column3`, a repeated or taken one gets a number
 * (`price2`). A name as printed is never given up for a made-up one.
 */
export function columnNames(labels: string[]): string[] {
	const used = new Set([PROTOTYPE]);
	const numbers = new Map<string, number>();
	const names = labels.map((label) => {
		if (label === '' || freeName(label, used, numbers) !== label) return null;
		used.add(label);
		return label;
	});
	return names.map((name, index) => {
		if (name !== null) return name;
		const free = freeName(labels[index] || `column${index + 1}`, used, numbers);
		used.add(free);
		return free;
	});
}
