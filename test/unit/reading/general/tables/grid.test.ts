import { gridOf, type LooseCell } from '../../../../../nodes/ClovaOcr/reading/general/tables/grid';
import { wordsOf } from '../../../../../nodes/ClovaOcr/reading/general/text/words';

function cell(row: number | null, column: number | null, text: string, spans = 1): LooseCell {
	return { row, column, rowSpan: spans, columnSpan: spans, text, words: [] };
}

const textsOf = (cells: LooseCell[]) =>
	gridOf(cells).places.map((row) => row.map((place) => place?.text ?? ''));

test('cells without an index follow in rows as wide as the table', () => {
	const placed = [cell(0, 0, '가'), cell(0, 1, '나')];
	const stray = ['다', '라', '마'].map((text) => cell(null, null, text));
	expect(textsOf([...stray, ...placed])).toEqual([
		['가', '나'],
		['다', '라'],
		['마', ''],
	]);
});

test('a table in which no cell has an index is one row', () => {
	expect(textsOf([cell(null, 0, '가'), cell(0, null, '나')])).toEqual([['가', '나']]);
});

test.each([
	['rows without end', Array.from({ length: 10_000 }, (_, row) => cell(row, 0, `${row}`)), 10_000],
	['a span as wide as no page', [cell(0, 0, '가', 1000)], 1],
	['a span over the last place that counts', [cell(900, 900, '가', 150)], 901 ** 2],
])('%s keep the grid small and lose nothing', (_, cells, places) => {
	const grid = gridOf(cells);
	expect(grid.rowCount * grid.columnCount).toBe(places);
	expect(new Set(grid.cells.map(({ text }) => text)).size).toBe(cells.length);
});

const spanning = (
	row: number,
	column: number,
	rowSpan: number,
	columnSpan: number,
	text = '가',
) => ({
	...cell(row, column, text),
	rowSpan,
	columnSpan,
});

test('a table without cells has no place', () => {
	expect(gridOf([])).toEqual({ rowCount: 0, columnCount: 0, cells: [], places: [] });
	expect(gridOf([cell(null, null, '')])).toMatchObject({ rowCount: 0, columnCount: 0 });
});

test('cells come from top to bottom, then from left to right', () => {
	const cells = [cell(1, 1, '라'), cell(0, 1, '나'), cell(1, 0, '다'), cell(0, 0, '가')];
	expect(gridOf(cells).cells.map(({ text }) => text)).toEqual(['가', '나', '다', '라']);
	expect(textsOf(cells)).toEqual([
		['가', '나'],
		['다', '라'],
	]);
});

test('places that no cell covers stay empty, whatever stands around them', () => {
	expect(textsOf([cell(0, 0, '가'), cell(0, 2, '나'), cell(2, 1, '다')])).toEqual([
		['가', '', '나'],
		['', '', ''],
		['', '다', ''],
	]);
});

test.each<[string, LooseCell[], string[][]]>([
	[
		'over rows and columns',
		[spanning(0, 0, 2, 2), cell(2, 2, '나')],
		[
			['가', '가', ''],
			['가', '가', ''],
			['', '', '나'],
		],
	],
	['up to a cell on its right', [spanning(0, 0, 1, 3), cell(0, 2, '나')], [['가', '가', '나']]],
	['up to a cell below', [spanning(0, 0, 3, 1), cell(2, 0, '나')], [['가'], ['가'], ['나']]],
	[
		'up to a cell below its end',
		[spanning(0, 0, 3, 2), cell(2, 1, '나')],
		[
			['가', '가'],
			['가', '가'],
			['', '나'],
		],
	],
	[
		'one place, if it spans nothing',
		[spanning(0, 0, 0, 0), cell(1, 1, '나')],
		[
			['가', ''],
			['', '나'],
		],
	],
])('a cell covers its places %s', (_, cells, texts) => {
	expect(textsOf(cells)).toEqual(texts);
});

test('the cells of a grid have the spans that they got', () => {
	const grid = gridOf([spanning(0, 0, 3, 3), cell(1, 2, '나')]);
	expect(grid.cells[0]).toMatchObject({ rowSpan: 1, columnSpan: 3 });
	expect(grid.places[0]).toEqual([grid.cells[0], grid.cells[0], grid.cells[0]]);
});

test('cells of one place become one, as wide and high as the largest, with the texts of all', () => {
	const [word] = wordsOf([{ inferText: '낱말' }]);
	const grid = gridOf([
		{ ...spanning(0, 0, 2, 1, '가'), words: [word] },
		cell(0, 1, '라'),
		spanning(0, 0, 1, 1, ''),
		{ ...spanning(0, 0, 1, 1, '나'), words: [word] },
	]);
	expect(grid.cells).toEqual([
		{ row: 0, column: 0, rowSpan: 2, columnSpan: 1, text: '가\n나', words: [word, word] },
		cell(0, 1, '라'),
	]);
});

test.each<[string, LooseCell, { rowCount: number; columnCount: number }]>([
	['the last row that counts', cell(999, 0, '가'), { rowCount: 1000, columnCount: 1 }],
	['a row beyond it', cell(1000, 0, '가'), { rowCount: 1, columnCount: 1 }],
	['the last column that counts', cell(0, 999, '가'), { rowCount: 1, columnCount: 1000 }],
	['a column beyond it', cell(0, 1000, '가'), { rowCount: 1, columnCount: 1 }],
	['the widest span', spanning(0, 0, 1, 200), { rowCount: 1, columnCount: 200 }],
	['a wider one', spanning(0, 0, 1, 201), { rowCount: 1, columnCount: 1 }],
	['a span up to the last place', spanning(800, 0, 200, 1), { rowCount: 1000, columnCount: 1 }],
	['a span beyond it', spanning(801, 0, 200, 1), { rowCount: 802, columnCount: 1 }],
])('%s makes a grid of its size', (_, single, size) => {
	expect(gridOf([single])).toMatchObject(size);
});
