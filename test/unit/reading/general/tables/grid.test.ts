import { gridOf, type LooseCell } from '../../../../../nodes/ClovaOcr/reading/general/tables/grid';

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
