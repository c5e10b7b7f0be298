import { readTables } from '../../../../../nodes/ClovaOcr/reading/general/tables/tables';
import type { JsonObject } from '../../../../../nodes/ClovaOcr/shared/json';
import { frame, printedField } from '../../../../support/printedWords';

/** A cell with its text at its place. */
function cell(rowIndex: number, columnIndex: number, text: string): JsonObject {
	const word = printedField([text, 10 + columnIndex * 100, 10 + rowIndex * 50, 20]);
	return { rowIndex, columnIndex, cellTextLines: [{ cellWords: [word] }] };
}

const PRICES = {
	cells: [cell(0, 0, '품목'), cell(0, 1, '수량'), cell(1, 0, '연필'), cell(2, 1, '3')],
};

describe('the tables of an answer', () => {
	it('have cells of one place where no span is told', () => {
		const [{ grid }] = readTables({ tables: [PRICES] });
		expect(grid).toMatchObject({ rowCount: 3, columnCount: 2 });
		expect(grid.cells.map(({ rowSpan, columnSpan }) => [rowSpan, columnSpan])).toEqual(
			Array(4).fill([1, 1]),
		);
	});

	it('have no line for words that are blank', () => {
		const lines = ['가', ' ', '나'].map((text) => ({
			cellWords: [printedField([text, 0, 0, 20])],
		}));
		const [{ grid }] = readTables({ tables: [{ cells: [{ cellTextLines: lines }] }] });
		expect(grid.cells[0].text).toBe('가\n나');
	});

	it('are left out without a cell', () => {
		expect(readTables({ tables: [{ cells: [] }, {}, PRICES] })).toHaveLength(1);
	});

	it.each<[string, JsonObject, ReturnType<typeof frame> | null]>([
		['its own outline', { ...PRICES, boundingPoly: frame(1, 2, 300, 150) }, frame(1, 2, 300, 150)],
		[
			'the frame around its cells',
			{
				cells: [
					{ ...cell(0, 0, '가'), boundingPoly: frame(5, 5, 20, 20) },
					{ ...cell(0, 1, '나'), boundingPoly: frame(25, 0, 20, 10) },
				],
			},
			frame(5, 0, 40, 25),
		],
		[
			'the frame around its words',
			{ cells: [cell(0, 0, '가'), cell(1, 1, '나')] },
			frame(10, 10, 110, 70),
		],
		[
			'nowhere without any place',
			{ cells: [{ cellTextLines: [{ cellWords: [{ inferText: '가' }] }] }] },
			null,
		],
		[
			'the frame around its cells where its own outline is a line',
			{
				cells: [{ ...cell(0, 0, '가'), boundingPoly: frame(5, 5, 20, 20) }],
				boundingPoly: {
					vertices: [
						{ x: 0, y: 0 },
						{ x: 9, y: 9 },
					],
				},
			},
			frame(5, 5, 20, 20),
		],
	])('lie in %s', (_, table, outline) => {
		const [{ areas }] = readTables({ tables: [table] });
		expect(areas).toEqual(outline === null ? [] : [outline.vertices]);
	});

	it('share one measure of how far their words stand apart', () => {
		const words = (...lefts: number[]) => lefts.map((left) => printedField(['가', left, 0, 20]));
		const tight = { cells: [{ cellTextLines: [{ cellWords: words(0, 9, 18, 27, 36, 45) }] }] };
		const one = { cells: [{ cellTextLines: [{ cellWords: words(0, 10) }] }] };
		const textsOf = (...tables: JsonObject[]) =>
			readTables({ tables }).map(({ grid }) => grid.cells[0].text);
		expect(textsOf(one)).toEqual(['가가']);
		expect(textsOf(one, tight)).toEqual(['가 가', '가 가 가 가 가 가']);
	});

	it('have rows and columns by whole numbers only', () => {
		const at = (rowIndex: number | string, columnIndex: number): JsonObject => ({
			...cell(0, columnIndex, '가'),
			rowIndex,
		});
		const cellsOf = (...cells: JsonObject[]) =>
			readTables({ tables: [{ cells }] })[0].grid.cells.map(({ row, column }) => [row, column]);
		expect(cellsOf(at(0, 0), at('1', 1))).toEqual([
			[0, 0],
			[1, 1],
		]);
		expect(cellsOf(at(0, 1), at(0.5, 1))).toEqual([
			[0, 1],
			[1, 0],
		]);
		expect(cellsOf(at(0, 1), at(-1, 1))).toEqual([
			[0, 1],
			[1, 0],
		]);
	});
});
