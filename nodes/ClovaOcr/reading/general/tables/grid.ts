import type { Word } from '../text/words';

/** A cell as CLOVA tells it: indices may be missing, spans may overlap. */
export interface LooseCell {
	/** 0-based, null where the answer has no usable index. */
	row: number | null;
	column: number | null;
	rowSpan: number;
	columnSpan: number;
	text: string;
	words: Word[];
}

/** A cell in its place; the places of a grid's cells never overlap. */
export interface GridCell extends LooseCell {
	row: number;
	column: number;
}

export interface Grid {
	rowCount: number;
	columnCount: number;
	/** Top to bottom, then left to right. */
	cells: GridCell[];
	/** `places[row][column]`: the cell that covers the place, null where there is none. */
	places: Array<Array<GridCell | null>>;
}

/** Far more than a page holds: an index or span beyond is broken and would only cost memory. */
const LONGEST_SIDE = 1000;
const LONGEST_SPAN = 200;

/**
 * Puts cells into a grid by their indices, whatever their order.
 *
 * Nothing that was read is lost: cells of one index become one cell, cells without a usable index
 * follow in rows of their own, no wider than the table, if they have text. Where spans overlap, the cell that begins at a
 * place has it, and the other one's span ends before.
 */
export function gridOf(loose: LooseCell[]): Grid {
	const cells = merged(loose.filter(isPlaced).map(withSoundSpans));
	cells.push(...strayRows(loose, heightOf(cells), widthOf(cells)));
	const columnCount = widthOf(cells);
	const places = Array.from({ length: heightOf(cells) }, () =>
		Array<GridCell | null>(columnCount).fill(null),
	);
	for (const cell of cells) places[cell.row][cell.column] = cell;
	const clipped = cells.map((cell) => covered(cell, places));
	return { rowCount: places.length, columnCount, cells: clipped, places };
}

function isPlaced(cell: LooseCell): cell is GridCell {
	return isIndex(cell.row) && isIndex(cell.column);
}

function isIndex(index: number | null): boolean {
	return index !== null && index < LONGEST_SIDE;
}

function withSoundSpans(cell: GridCell): GridCell {
	return {
		...cell,
		rowSpan: soundSpan(cell.rowSpan, cell.row),
		columnSpan: soundSpan(cell.columnSpan, cell.column),
	};
}

function soundSpan(span: number, from: number): number {
	return span <= LONGEST_SPAN && from + span <= LONGEST_SIDE ? Math.max(span, 1) : 1;
}

function heightOf(cells: GridCell[]): number {
	return furthest(cells.map((cell) => cell.row + cell.rowSpan));
}

function widthOf(cells: GridCell[]): number {
	return furthest(cells.map((cell) => cell.column + cell.columnSpan));
}

function furthest(ends: number[]): number {
	return ends.reduce((furthest, end) => Math.max(furthest, end), 0);
}

/** In reading order, cells of the same index put together. */
function merged(cells: GridCell[]): GridCell[] {
	const sorted = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
	const groups: GridCell[][] = [];
	for (const cell of sorted) {
		const group = groups.at(-1);
		if (group?.[0].row === cell.row && group[0].column === cell.column) group.push(cell);
		else groups.push([cell]);
	}
	return groups.map((group) => (group.length === 1 ? group[0] : together(group)));
}

function together(cells: GridCell[]): GridCell {
	const [first] = cells;
	return {
		...first,
		rowSpan: furthest(cells.map(({ rowSpan }) => rowSpan)),
		columnSpan: furthest(cells.map(({ columnSpan }) => columnSpan)),
		text: cells
			.map(({ text }) => text)
			.filter((text) => text !== '')
			.join('\n'),
		words: cells.flatMap(({ words }) => words),
	};
}

/** In one row where the table has no width: as wide as all, times as many rows, would be endless. */
function strayRows(cells: LooseCell[], row: number, width: number): GridCell[] {
	const columns = width === 0 ? cells.length : width;
	return cells
		.filter((cell) => !isPlaced(cell) && cell.text !== '')
		.map((cell, index) => ({
			...cell,
			row: row + Math.floor(index / columns),
			column: index % columns,
			rowSpan: 1,
			columnSpan: 1,
		}));
}

/** The cell with its span cut back to the free places, which become its own. */
function covered(cell: GridCell, places: Grid['places']): GridCell {
	const columnSpan = freeColumns(cell, places[cell.row]);
	let rowSpan = 1;
	while (rowSpan < cell.rowSpan && isFree(cell, columnSpan, places[cell.row + rowSpan])) rowSpan++;
	const fitted = { ...cell, rowSpan, columnSpan };
	for (let row = cell.row; row < cell.row + rowSpan; row++) {
		places[row].fill(fitted, cell.column, cell.column + columnSpan);
	}
	return fitted;
}

function freeColumns({ column, columnSpan }: GridCell, row: Array<GridCell | null>): number {
	let free = 1;
	while (free < columnSpan && row[column + free] === null) free++;
	return free;
}

function isFree({ column }: GridCell, columnSpan: number, row: Array<GridCell | null>): boolean {
	for (let i = column; i < column + columnSpan; i++) if (row[i] !== null) return false;
	return true;
}
