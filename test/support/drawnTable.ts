import fc from 'fast-check';

import type { Json, JsonObject } from '../../nodes/ClovaOcr/shared/json';
import { drawnWidth, fieldOf } from './drawnPage';

/** A cell of a drawn table; lines of words. */
export interface DrawnCell {
	row: number;
	column: number;
	rowSpan: number;
	columnSpan: number;
	lines: string[][];
}

export interface DrawnTable {
	rowCount: number;
	columnCount: number;
	cells: DrawnCell[];
}

const CELL = { width: 300, height: 90 };
const SIZE = 20;
const DRAWING = { tilt: 0, boxes: 'following' } as const;

/** A table without merged cells from its texts: lines parted by line feeds, words by blanks. */
export function drawnTable(rows: string[][]): DrawnTable {
	return {
		rowCount: rows.length,
		columnCount: rows[0]?.length ?? 0,
		cells: rows.flatMap((texts, row) =>
			texts.map((text, column) => ({
				row,
				column,
				rowSpan: 1,
				columnSpan: 1,
				lines: linesOf(text),
			})),
		),
	};
}

/** The words of a text by line; no line for an empty text. */
export function linesOf(text: string): string[][] {
	return text === '' ? [] : text.split('\n').map((line) => line.split(' '));
}

/** The table as CLOVA puts it on the wire, column by column, the table's outline included. */
export function wireTable(table: DrawnTable, gap = 0.3): JsonObject {
	const cells = [...table.cells].sort((a, b) => a.column - b.column || a.row - b.row);
	return {
		cells: cells.map((cell) => wireCell(cell, gap)),
		boundingPoly: polygon(0, 0, table.columnCount * CELL.width, table.rowCount * CELL.height),
		inferConfidence: 0.99,
	};
}

/** A cell on the wire; words of a line stand `gap` text heights apart. */
export function wireCell(cell: DrawnCell, gap = 0.3): JsonObject {
	const { row, column, rowSpan, columnSpan, lines } = cell;
	const [left, top] = [column * CELL.width, row * CELL.height];
	return {
		cellTextLines: lines.map((words, index) => {
			const cellWords = wireWords(words, left + 5, top + 25 + index * 28, gap);
			return { cellWords, inferConfidence: 0.99, boundingPoly: polygon(left, top, 1, 1) };
		}),
		boundingPoly: polygon(left, top, columnSpan * CELL.width, rowSpan * CELL.height),
		inferConfidence: 1,
		rowSpan,
		rowIndex: row,
		columnSpan,
		columnIndex: column,
	};
}

function wireWords(words: string[], left: number, baseline: number, gap: number): JsonObject[] {
	let x = left;
	return words.map((text) => {
		const word = fieldOf({ text, left: x, baseline, size: SIZE }, DRAWING);
		// The box of a word is 1.2 sizes high.
		x += drawnWidth(text, SIZE) + gap * SIZE * 1.2;
		return word;
	});
}

function polygon(x: number, y: number, width: number, height: number): JsonObject {
	const vertices: Json[] = [
		{ x, y },
		{ x: x + width, y },
		{ x: x + width, y: y + height },
		{ x, y: y + height },
	];
	return { vertices };
}

/** The texts of a table by place; merged cells fill all their places or stand at their first one. */
export function expectedTexts(table: DrawnTable, fill: boolean): Array<Array<string | null>> {
	const texts = Array.from({ length: table.rowCount }, () =>
		Array<string | null>(table.columnCount).fill(null),
	);
	for (const { row, column, rowSpan, columnSpan, lines } of table.cells) {
		const text = lines.map((words) => words.join(' ')).join('\n') || null;
		for (let r = row; r < row + rowSpan; r++) {
			for (let c = column; c < column + columnSpan; c++) {
				if (fill || (r === row && c === column)) texts[r][c] = text;
			}
		}
	}
	return texts;
}

const word = fc.constantFrom(
	'합계',
	'12,000',
	'-3,500',
	'a|b',
	'<br>',
	'"x"',
	'R&D',
	'x,y',
	"'q",
	'=1+1',
	'２',
);
const lines = fc.array(fc.array(word, { minLength: 1, maxLength: 3 }), { maxLength: 3 });

/** Any table up to 7 by 6 with any merged cells: at every free place a cell of random size begins. */
export const drawnTables: fc.Arbitrary<DrawnTable> = fc
	.record({
		rowCount: fc.integer({ min: 1, max: 7 }),
		columnCount: fc.integer({ min: 1, max: 6 }),
		sizes: fc.infiniteStream(fc.constantFrom(1, 1, 1, 1, 2, 3)),
		texts: fc.infiniteStream(lines),
	})
	.map(({ rowCount, columnCount, sizes, texts }) => {
		const taken = Array.from({ length: rowCount }, () => Array<boolean>(columnCount).fill(false));
		const cells: DrawnCell[] = [];
		for (let row = 0; row < rowCount; row++) {
			for (let column = 0; column < columnCount; column++) {
				if (taken[row][column]) continue;
				const free = taken[row].indexOf(true, column);
				const room = (free === -1 ? columnCount : free) - column;
				const columnSpan = Math.min(sizes.next().value, room);
				const rowSpan = Math.min(sizes.next().value, rowCount - row);
				cells.push({ row, column, rowSpan, columnSpan, lines: texts.next().value });
				for (let r = row; r < row + rowSpan; r++) taken[r].fill(true, column, column + columnSpan);
			}
		}
		return { rowCount, columnCount, cells };
	});
