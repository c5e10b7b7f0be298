import type { PageAnswer } from '../../nodes/ClovaOcr/reading/page';
import type { JsonObject } from '../../nodes/ClovaOcr/shared/json';
import { pageOf } from '../support/drawnPage';

/** A word of an answer at a place, in pixels. */
export function wordAt(index: number, x: number, y: number, more: JsonObject = {}): JsonObject {
	const [right, bottom] = [x + 40, y + 20];
	const corners = [
		[x, y],
		[right, y],
		[right, bottom],
		[x, bottom],
	];
	const vertices = corners.map(([cornerX, cornerY]) => ({ x: cornerX, y: cornerY }));
	return { inferText: `낱말${index}`, inferConfidence: 0.9, boundingPoly: { vertices }, ...more };
}

type WordOf = (index: number, count: number) => JsonObject;

/** How words may lie on a page, by name. */
export const WORD_SHAPES: Record<string, WordOf> = {
	'in one row': (at) => wordAt(at, at * 50, 0),
	'in one row, each its own line': (at) => wordAt(at, at * 50, 0, { lineBreak: true }),
	'in one line': (at, count) => wordAt(at, at * 50, 0, { lineBreak: at === count - 1 }),
	'in one column': (at) => wordAt(at, 0, at * 30),
	'upon each other': (at) => wordAt(at, 0, 0),
	'in a grid': (at) => wordAt(at, (at % 100) * 50, Math.floor(at / 100) * 30),
	'on stairs': (at) => wordAt(at, at * 50, at * 3),
	backwards: (at, count) => wordAt(at, (count - at) * 50, 0, { lineBreak: false }),
	'without places': (at) => ({ inferText: `낱말${at}` }),
};

/** Where the cells of a table may stand: row and column, by name. */
export const CELL_SHAPES: Record<string, (at: number) => [row: number, column: number]> = {
	'in a square': (at) => [Math.floor(at / 100), at % 100],
	'in one column': (at) => [at, 0],
	'in columns of 1,000': (at) => [at % 1000, Math.floor(at / 1000)],
	'at one place': () => [0, 0],
};

export function pageOfWords(count: number, wordOf: WordOf): PageAnswer {
	return pageOf({ fields: Array.from({ length: count }, (_, at) => wordOf(at, count)) });
}

export function pageOfCells(count: number, placeOf: (at: number) => [number, number]): PageAnswer {
	const cells = Array.from({ length: count }, (_, at) => {
		const [rowIndex, columnIndex] = placeOf(at);
		const cellWords = [wordAt(at, columnIndex * 50, rowIndex * 30)];
		return { rowIndex, columnIndex, cellTextLines: [{ cellWords }] };
	});
	return pageOf({ tables: [{ cells }], fields: [] });
}
