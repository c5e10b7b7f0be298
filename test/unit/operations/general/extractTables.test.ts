import fc from 'fast-check';

import { extractTables } from '../../../../nodes/ClovaOcr/operations/general/extractTables';
import type { Json, JsonObject } from '../../../../nodes/ClovaOcr/shared/json';
import type { PageAnswer } from '../../../../nodes/ClovaOcr/reading/page';
import type { ReadingOptions } from '../../../../nodes/ClovaOcr/reading/reading';
import { PLAIN } from '../../../support/answers';
import { drawLine, fieldOf, pageOf } from '../../../support/drawnPage';
import {
	drawnTable,
	drawnTables,
	expectedTexts,
	linesOf,
	wireCell,
	wireTable,
	type DrawnTable,
} from '../../../support/drawnTable';

function read(pages: PageAnswer[], options: Partial<ReadingOptions> = {}) {
	return extractTables.read(pages, { ...PLAIN, splitInto: 'table', ...options });
}

function tablePage(...tables: Json[]): PageAnswer {
	return pageOf({ tables, fields: [] });
}

/** The rows of the only table, as arrays. */
function bareRows(table: JsonObject, fillMergedCells = true): Json {
	return read([tablePage(table)], {
		headerRow: false,
		fillMergedCells,
		convertNumbers: false,
	})[0].values.rows;
}

const PRICES = drawnTable([
	['품목', '수량', '금액'],
	['연필', '2', '1,000'],
	['공책', '', '3,500'],
]);

test('any grid with any merged cells comes back exactly, whatever the order of its cells', () => {
	fc.assert(
		fc.property(drawnTables, fc.boolean(), fc.infiniteStream(fc.nat()), (table, fill, shuffle) => {
			const wire = wireTable(table);
			const cells = (wire.cells as Json[])
				.map((cell) => ({ cell, key: shuffle.next().value }))
				.sort((a, b) => a.key - b.key)
				.map(({ cell }) => cell);
			const expected = expectedTexts(table, true)
				.map((row, at) => ({ filled: row, texts: expectedTexts(table, fill)[at] }))
				.filter(({ filled }) => filled.some((text) => text !== null))
				.map(({ texts }) => texts.map((text) => text?.replaceAll('２', '2') ?? null));
			expect(bareRows({ ...wire, cells }, fill)).toEqual(expected);
		}),
		{ numRuns: 300 },
	);
});

describe('a table', () => {
	test('becomes one item with its rows by header', () => {
		const outside = drawLine('견적서 제 3 호', 40, 800, 20).map((word) =>
			fieldOf(word, { tilt: 0, boxes: 'following' }),
		);
		const [reading] = read([pageOf({ tables: [wireTable(PRICES)], fields: outside })]);
		expect(reading).toMatchObject({
			values: {
				table: 1,
				rowCount: 2,
				columnCount: 3,
				header: ['품목', '수량', '금액'],
				rows: [
					{ 품목: '연필', 수량: 2, 금액: 1000 },
					{ 품목: '공책', 수량: null, 금액: 3500 },
				],
				textOutsideTables: '견적서 제 3 호',
			},
			page: 1,
			recognized: true,
			message: null,
			confidence: 0.99,
			detail: 'full',
			more: {},
		});
		expect(Object.keys(reading.values)).toEqual([
			'table',
			'rowCount',
			'columnCount',
			'markdown',
			'textOutsideTables',
			'header',
			'rows',
		]);
	});

	test('becomes one item per row, numbered over tables and pages', () => {
		const second = drawnTable([['이름'], ['가']]);
		const pages = [
			tablePage(wireTable(PRICES), wireTable(second)),
			{ ...tablePage(wireTable(second)), page: 2 },
		];
		const readings = read(pages, { splitInto: 'row' });
		expect(readings.map(({ page, values, more, detail }) => [page, values, more, detail])).toEqual([
			[1, { 품목: '연필', 수량: 2, 금액: 1000 }, { table: 1, row: 1 }, 'short'],
			[1, { 품목: '공책', 수량: null, 금액: 3500 }, { table: 1, row: 2 }, 'short'],
			[1, { 이름: '가' }, { table: 2, row: 1 }, 'short'],
			[2, { 이름: '가' }, { table: 1, row: 1 }, 'short'],
		]);
	});

	test('has columns without a header', () => {
		const options = { headerRow: false };
		expect(read([tablePage(wireTable(PRICES))], options)[0].values).toMatchObject({
			rowCount: 3,
			header: [],
			rows: [
				['품목', '수량', '금액'],
				['연필', '2', '1,000'],
				['공책', null, '3,500'],
			],
		});
		const [row] = read([tablePage(wireTable(PRICES))], { ...options, splitInto: 'row' });
		expect(row.values).toEqual({ column1: '품목', column2: '수량', column3: '금액' });
	});

	test('of a header alone has no rows, and one item that says so', () => {
		const page = tablePage(wireTable(drawnTable([['품목', '금액']])));
		expect(read([page])[0].values).toMatchObject({
			header: ['품목', '금액'],
			rows: [],
			rowCount: 0,
		});
		expect(read([page], { splitInto: 'row' })).toMatchObject([
			{ values: { 품목: null, 금액: null }, recognized: true, more: { table: 1, row: null } },
		]);
	});

	test('gives the fields of its cells by output key', () => {
		const details = { includeFieldDetails: true };
		const [table] = read([tablePage(wireTable(PRICES))], details);
		expect(Object.keys(table.fields as JsonObject)).toEqual([
			'rows[0].품목',
			'rows[0].수량',
			'rows[0].금액',
			'rows[1].품목',
			'rows[1].금액',
		]);
		expect(table.fields).toMatchObject({
			'rows[0].금액': { text: '1,000', keyText: null, confidence: 0.99, boxes: [{ x: 605 }] },
		});
		const [row] = read([tablePage(wireTable(PRICES))], { ...details, splitInto: 'row' });
		expect(Object.keys(row.fields as JsonObject)).toEqual(['품목', '수량', '금액']);
	});
});

describe('the header', () => {
	const headerOf = (table: DrawnTable): Json =>
		read([tablePage(wireTable(table))])[0].values.header;
	const names = (...labels: string[]): Json =>
		headerOf(drawnTable([labels, labels.map(() => '값')]));

	test.each<[string, string[], string[]]>([
		['blank', ['품목', '', ''], ['품목', 'column2', 'column3']],
		['repeated', ['금액', '금액', '금액'], ['금액', '금액2', '금액3']],
		['repeated beside the numbered name', ['금액', '금액', '금액2'], ['금액', '금액3', '금액2']],
		['blank beside the made-up name', ['', 'column1'], ['column12', 'column1']],
		['taken by the details', ['ocr', 'ocr'], ['ocr2', 'ocr3']],
		['taken by JavaScript', ['__proto__', 'constructor'], ['__proto__2', 'constructor']],
		['in lines', ['단가\n(원)', '  '], ['단가 (원)', 'column2']],
	])('%s', (_, labels, expected) => {
		expect(names(...labels)).toEqual(expected);
	});

	const cell = (
		row: number,
		column: number,
		rowSpan: number,
		columnSpan: number,
		text: string,
	) => ({
		row,
		column,
		rowSpan,
		columnSpan,
		lines: linesOf(text),
	});

	test('in two rows is joined by column', () => {
		const cells = [
			cell(0, 0, 2, 1, '구분'),
			cell(0, 1, 1, 2, '2026년'),
			cell(1, 1, 1, 1, '1학기'),
			cell(1, 2, 1, 1, '2학기'),
			cell(2, 0, 1, 1, '학생'),
			cell(2, 1, 1, 1, '120'),
			cell(2, 2, 1, 1, '134'),
		];
		expect(
			read([tablePage(wireTable({ rowCount: 3, columnCount: 3, cells }))])[0].values,
		).toMatchObject({
			header: ['구분', '2026년 1학기', '2026년 2학기'],
			rows: [{ 구분: '학생', '2026년 1학기': 120, '2026년 2학기': 134 }],
		});
	});

	test.each([2, 5])('is one row where a label beside it spans all %d', (rowCount) => {
		const below = Array.from({ length: rowCount - 1 }, (_, row) =>
			cell(row + 1, 1, 1, 1, `${row}`),
		);
		const cells = [cell(0, 0, rowCount, 1, '옆'), cell(0, 1, 1, 1, '값'), ...below];
		expect(
			read([tablePage(wireTable({ rowCount, columnCount: 2, cells }))])[0].values,
		).toMatchObject({
			header: ['옆', '값'],
			rowCount: rowCount - 1,
		});
	});
});

test('a merged header cell names all of its columns', () => {
	const merged: DrawnTable = {
		rowCount: 2,
		columnCount: 3,
		cells: [
			{ row: 0, column: 0, rowSpan: 1, columnSpan: 2, lines: [['구분']] },
			{ row: 0, column: 2, rowSpan: 1, columnSpan: 1, lines: [['금액']] },
			...['식비', '점심', '9,000'].map((text, column) => ({
				row: 1,
				column,
				rowSpan: 1,
				columnSpan: 1,
				lines: [[text]],
			})),
		],
	};
	expect(read([tablePage(wireTable(merged))], { splitInto: 'row' })[0].values).toEqual({
		구분: '식비',
		구분2: '점심',
		금액: 9000,
	});
});

test('rows of blanks are dropped, and the others counted on', () => {
	const gaps = wireTable(
		drawnTable([
			['품목', '수량'],
			['', ''],
			['연필', '2'],
			['', ''],
			['공책', '3'],
		]),
	);
	const rows = read([tablePage(gaps)], { splitInto: 'row' });
	expect(rows.map(({ values, more }) => [values, more.row])).toEqual([
		[{ 품목: '연필', 수량: 2 }, 1],
		[{ 품목: '공책', 수량: 3 }, 2],
	]);
	expect(read([tablePage(gaps)], { tableFormats: ['csv'] })[0].values).toMatchObject({
		rowCount: 2,
		markdown: '| 품목 | 수량 |\n| --- | --- |\n| 연필 | 2 |\n| 공책 | 3 |',
		csv: '\ufeff품목,수량\r\n연필,2\r\n공책,3\r\n',
	});
});

describe('broken cells', () => {
	const wire = wireTable(PRICES);
	const cells = wire.cells as JsonObject[];

	test.each<[string, JsonObject, Json]>([
		[
			'without an index stand in a row of their own',
			{ rowIndex: null },
			[
				[null, '2', '1,000'],
				['공책', null, '3,500'],
				['연필', null, null],
			],
		],
		[
			'with an index beyond all reason too',
			{ columnIndex: 1e9 },
			[
				[null, '2', '1,000'],
				['공책', null, '3,500'],
				['연필', null, null],
			],
		],
		[
			'with a negative or split index too',
			{ rowIndex: -1, columnIndex: 0.5 },
			[
				[null, '2', '1,000'],
				['공책', null, '3,500'],
				['연필', null, null],
			],
		],
		[
			'with a span of nothing take one place',
			{ rowSpan: 0, columnSpan: 'x' },
			[
				['연필', '2', '1,000'],
				['공책', null, '3,500'],
			],
		],
		[
			'that span over others leave them their places',
			{ rowSpan: 2, columnSpan: 3 },
			[
				['연필', '2', '1,000'],
				['공책', null, '3,500'],
			],
		],
		[
			'of the same place come together',
			{ rowIndex: 2 },
			[
				[null, '2', '1,000'],
				['연필\n공책', null, '3,500'],
			],
		],
	])('%s', (_, change, expected) => {
		const changed = cells.map((cell) =>
			cell.rowIndex === 1 && cell.columnIndex === 0 ? { ...cell, ...change } : cell,
		);
		const rows = bareRows({ ...wire, cells: changed });
		expect(rows).toEqual([['품목', '수량', '금액'], ...(expected as Json[])]);
	});

	test.each<Json>([null, 7, [], {}, [null, 'x', { cells: null }], { cells: [] }])(
		'%j is no table',
		(tables) => {
			const [reading] = read([pageOf({ tables, fields: [{ inferText: '글' }] })]);
			expect(reading.values).toMatchObject({ table: null, rows: [], textOutsideTables: '글' });
		},
	);
});

describe('the words of a cell', () => {
	const cellText = (words: string[], gap: number, others: number[] = []): Json => {
		const cell = (row: number, lines: string[][]) => ({
			row,
			column: 0,
			rowSpan: 1,
			columnSpan: 1,
			lines,
		});
		const cells = [
			wireCell(cell(0, [words]), gap),
			...others.map((other, index) => wireCell(cell(index + 1, [['가나', '다라']]), other)),
		];
		return read([tablePage({ cells })], { headerRow: false })[0].values.rows;
	};

	test.each<[string, string[], number, string]>([
		['are parted by a space', ['학생', '수'], 0.3, '학생 수'],
		['that the recognition split are joined', ['학생', '수'], 0, '학생수'],
		['in Japanese too', ['カー', 'ド'], -0.02, 'カード'],
		['of other scripts keep their space', ['A4', '용지'], 0, 'A4 용지'],
		['with digits keep their space', ['05월', '19일'], 0, '05월 19일'],
	])('%s', (_, words, gap, expected) => {
		expect(cellText(words, gap)).toEqual([[expected]]);
	});

	test('keep their space in a table whose boxes overlap everywhere', () => {
		const tight = Array<number>(12).fill(-0.1);
		const rows = cellText(['학생', '수'], -0.1, tight) as Json[][];
		expect(rows[0]).toEqual(['학생 수']);
		const split = cellText(['학생', '수'], -0.35, tight) as Json[][];
		expect(split[0]).toEqual(['학생수']);
	});
});

describe('a page without a table', () => {
	const text = pageOf({ fields: [{ inferText: '안내', lineBreak: true }] });
	const blank: PageAnswer = {
		...pageOf({}, 2),
		image: { inferResult: 'FAILURE', message: 'NO_TEXT: nothing', raw: {} },
	};

	test('gives an item without rows', () => {
		expect(read([text], { tableFormats: ['csv'] })).toMatchObject([
			{
				values: {
					table: null,
					rowCount: null,
					columnCount: null,
					header: [],
					rows: [],
					csv: null,
					textOutsideTables: '안내',
				},
				recognized: false,
				message: 'No table was found on this page.',
				confidence: null,
				reviewReasons: ['notRecognized'],
			},
		]);
		expect(read([text], { splitInto: 'row' })).toMatchObject([
			{ values: {}, recognized: false, more: { table: null, row: null } },
		]);
	});

	test.each<[string, PageAnswer[], string[][]]>([
		[
			'is to look at where no page has one',
			[text, { ...text, page: 2 }],
			[['notRecognized'], ['notRecognized']],
		],
		[
			'is fine beside a page that has one',
			[tablePage(wireTable(PRICES)), { ...text, page: 2 }],
			[[], []],
		],
		['is fine where it is blank', [text, blank], [['notRecognized'], []]],
		[
			'is missing where the answer lacks it',
			[text, { ...blank, image: null }],
			[['notRecognized'], ['pagesMissing']],
		],
	])('%s', (_, pages, expected) => {
		expect(read(pages).map(({ reviewReasons }) => reviewReasons)).toEqual(expected);
	});
});

describe('text outside tables', () => {
	const drawing = { tilt: 4, boxes: 'following', width: 900, height: 900 } as const;
	const inside = drawLine('품목 수량', 100, 300, 20);
	const around = [drawLine('견적서 앞', 100, 80, 20), drawLine('끝 줄', 100, 800, 20)];
	const fields = [around[0], inside, around[1]].flat().map((word) => fieldOf(word, drawing));
	const outline = fieldOf({ text: '표'.repeat(14), left: 60, baseline: 300, size: 50 }, drawing);

	test('leaves out what lies in a tilted table, and keeps order and lines', () => {
		const table = { ...wireTable(PRICES), boundingPoly: outline.boundingPoly };
		const [reading] = read([pageOf({ tables: [table], fields })]);
		expect(reading.values.textOutsideTables).toBe('견적서 앞\n끝 줄');
	});

	test('goes by the cells where the table has no outline', () => {
		const cell = { ...wireCell(PRICES.cells[0]), boundingPoly: outline.boundingPoly };
		const [reading] = read([pageOf({ tables: [{ cells: [cell] }], fields })]);
		expect(reading.values.textOutsideTables).toBe('견적서 앞\n끝 줄');
	});

	test('is null where all lies inside', () => {
		const table = { ...wireTable(PRICES), boundingPoly: outline.boundingPoly };
		const own = inside.map((word) => fieldOf(word, drawing));
		expect(read([pageOf({ tables: [table], fields: own })])[0].values.textOutsideTables).toBeNull();
	});
});
