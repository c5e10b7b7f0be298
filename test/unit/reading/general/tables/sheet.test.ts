import { gridOf } from '../../../../../nodes/ClovaOcr/reading/general/tables/grid';
import {
	cellAt,
	columnNames,
	filledRows,
	sheetOf,
	textsOf,
} from '../../../../../nodes/ClovaOcr/reading/general/tables/sheet';

/** A cell of a table: where it begins, its text, how many rows and columns it spans. */
type Place = [row: number, column: number, text: string, rowSpan?: number, columnSpan?: number];

const grid = (...places: Place[]) =>
	gridOf(
		places.map(([row, column, text, rowSpan = 1, columnSpan = 1]) => ({
			row,
			column,
			text,
			rowSpan,
			columnSpan,
			words: [],
		})),
	);

/** A first row with a cell that spans so many of five rows, and cells of one place beside it. */
const beside = (rowSpan: number) =>
	grid([0, 0, '옆', rowSpan], ...[0, 1, 2, 3, 4].map((row): Place => [row, 1, `${row}`]));

describe('the header of a table', () => {
	it.each([
		[1, 1],
		[2, 2],
		[3, 3],
		[4, 1],
		[5, 1],
	])('beside a cell that spans %d of five rows has %d rows', (rowSpan, rows) => {
		expect(sheetOf(beside(rowSpan), true).headerRows).toBe(rows);
		expect(sheetOf(beside(rowSpan), false).headerRows).toBe(0);
	});

	it('leaves a row below it', () => {
		const two = grid([0, 0, '옆', 2], [0, 1, '가'], [1, 1, '나']);
		expect(sheetOf(two, true).headerRows).toBe(1);
		expect(sheetOf(grid([0, 0, '가']), true).headerRows).toBe(1);
		expect(sheetOf(grid(), true)).toMatchObject({ headerRows: 0, labels: [], names: [] });
	});

	it('is no deeper where a cell further down spans more, or a place of the first row is empty', () => {
		const table = grid([0, 1, '가'], [1, 0, '나', 2], [1, 1, '다'], [2, 1, '라'], [3, 1, '마']);
		expect(sheetOf(table, true)).toMatchObject({
			headerRows: 1,
			labels: ['', '가'],
			names: ['column1', '가'],
		});
	});

	it('labels each column by what is printed above it, once', () => {
		const table = grid(
			[0, 0, '구분', 2],
			[0, 1, '올해', 1, 2],
			[1, 1, '봄'],
			[1, 2, '가을'],
			[2, 0, '값'],
		);
		expect(sheetOf(table, true).labels).toEqual(['구분', '올해 봄', '올해 가을']);
		expect(sheetOf(table, false).labels).toEqual(['', '', '']);
	});
});

describe('the text at a place', () => {
	const table = grid([0, 0, '가', 2, 2], [0, 2, '나'], [2, 2, '다']);

	it('is that of the cell over it, or only where the cell begins', () => {
		expect(textsOf(table, [0, 1, 2], true)).toEqual([
			['가', '가', '나'],
			['가', '가', ''],
			['', '', '다'],
		]);
		expect(textsOf(table, [1, 0], false)).toEqual([
			['', '', ''],
			['가', '', '나'],
		]);
	});

	it('is none where there is no cell', () => {
		expect([cellAt(table, 2, 0, true), cellAt(table, 2, 0, false)]).toEqual([null, null]);
	});
});

it('the rows of a table are those below its header in which anything is printed', () => {
	const table = grid([0, 0, '이름'], [1, 0, '가', 2], [3, 0, ''], [4, 1, '나']);
	expect(filledRows(sheetOf(table, true))).toEqual([1, 2, 4]);
	expect(filledRows(sheetOf(table, false))).toEqual([0, 1, 2, 4]);
});

it.each<[string[], string[]]>([
	[
		['가', '나'],
		['가', '나'],
	],
	[
		['가', '가', '가2'],
		['가', '가3', '가2'],
	],
	[
		['', '', '가'],
		['column1', 'column2', '가'],
	],
	[
		['', 'column1'],
		['column12', 'column1'],
	],
	[
		['ocr', '__proto__'],
		['ocr2', '__proto__2'],
	],
])('columns under %j are called %j', (labels, names) => {
	expect(columnNames(labels)).toEqual(names);
});

it('no two columns have one name, even where one is made up like another', () => {
	const labels = ['', 'column1', '다', '라', '마', '바', '사', '아', '자', '차', '카', ''];
	expect(new Set(columnNames(labels)).size).toBe(12);
});
