import type { JsonObject } from '../../shared/json';
import type { ReadingOptions } from '../options';
import { columnLabels, columnNames, headerDepth } from './header';
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
	const cell = places[row]?.[column] ?? null;
	if (cell === null || fillMergedCells) return cell;
	return cell.row === row && cell.column === column ? cell : null;
}

/** All texts of the grid, row by row, header included; an empty text where nothing stands. */
export function textsOf(grid: Grid, fillMergedCells: boolean): string[][] {
	return grid.places.map((places, row) =>
		places.map((_, column) => cellAt(grid, row, column, fillMergedCells)?.text ?? ''),
	);
}
