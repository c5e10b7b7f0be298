import type { JsonObject } from '../../nodes/ClovaOcr/shared/json';

/** A word of 40 by 20 pixels. */
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

/** How the words of a page lie, the worst for one search or another. */
export const WORD_SHAPES: Record<string, (index: number, count: number) => JsonObject> = {
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

/** Row and column of each cell of a table. */
export const CELL_SHAPES: Record<string, (index: number) => [number, number]> = {
	'in a square': (at) => [Math.floor(at / 100), at % 100],
	'in one column': (at) => [at % 1000, 0],
	'at one place': () => [0, 0],
};

export const READINGS = [
	{ layout: 'columns', splitInto: 'page' },
	{ layout: 'spaced', splitInto: 'page' },
	{ layout: 'markdown', splitInto: 'page' },
	{ layout: 'text', splitInto: 'page' },
	{ layout: 'text', splitInto: 'line' },
	{ layout: 'text', splitInto: 'word' },
	{ layout: 'text', splitInto: 'pair' },
] as const;

/** Words or cells of the two pages that are compared. */
export function sizesOf(name: string): { small: number; large: number } {
	return { small: 1000, large: name === 'cells' ? 10_000 : 20_000 };
}
