import {
	tableReadings,
	tablesSchema,
} from '../../../../nodes/ClovaOcr/reading/general/tableReadings';
import type { ReadingOptions } from '../../../../nodes/ClovaOcr/reading/reading';
import { asObject, type JsonObject } from '../../../../nodes/ClovaOcr/shared/json';
import { PLAIN } from '../../../support/answers';
import { pageOf } from '../../../support/drawnPage';
import { printedField } from '../../../support/printedWords';

/** A cell whose words have these confidences. */
function cell(
	rowIndex: number,
	columnIndex: number,
	text: string,
	...confidences: number[]
): JsonObject {
	const word = printedField([text, 10 + columnIndex * 100, 10 + rowIndex * 50, 20]);
	const cellWords = confidences.map((inferConfidence) => ({ ...word, inferConfidence }));
	return { rowIndex, columnIndex, cellTextLines: [{ cellWords }] };
}

const TABLE = {
	cells: [
		cell(0, 0, '품목', 0.9),
		cell(0, 1, '수량', 0.9),
		cell(1, 0, '연필', 0.8),
		cell(1, 1, '2', 0.6),
		cell(2, 1, '3', 0.5),
	],
};

function read(raw: JsonObject, options: Partial<ReadingOptions> = {}) {
	return tableReadings([pageOf({ fields: [], ...raw })], {
		...PLAIN,
		splitInto: 'table',
		...options,
	});
}

describe('the reading of a row', () => {
	const rows = read({ tables: [TABLE] }, { splitInto: 'row', includeFieldDetails: true });

	it('has the confidence of its own words', () => {
		expect(rows.map(({ confidence, lowestConfidence }) => [confidence, lowestConfidence])).toEqual([
			[0.7, 0.6],
			[0.5, 0.5],
		]);
	});

	it('has the fields of its cells that have words', () => {
		expect(rows[0].fields).toEqual({
			품목: {
				text: '연필',
				keyText: null,
				confidence: 0.8,
				boxes: [{ x: 10, y: 60, width: 20, height: 20 }],
			},
			수량: {
				text: '2',
				keyText: null,
				confidence: 0.6,
				boxes: [{ x: 110, y: 60, width: 10, height: 20 }],
			},
		});
		expect(Object.keys(asObject(rows[1].fields))).toEqual(['수량']);
	});

	it('counts a merged cell once', () => {
		const merged = { cells: [{ ...cell(0, 0, '합계', 0.9), columnSpan: 2 }, cell(0, 2, '7', 0.6)] };
		const [row] = read({ tables: [merged] }, { splitInto: 'row', headerRow: false });
		expect(row.confidence).toBe(0.75);
	});
});

describe('the fields of a table', () => {
	it('stand under the names of its columns', () => {
		const [{ fields }] = read({ tables: [TABLE] }, { includeFieldDetails: true });
		expect(Object.keys(asObject(fields))).toEqual(['rows[0].품목', 'rows[0].수량', 'rows[1].수량']);
	});

	it('stand under the numbers of its columns without a header', () => {
		const options = { includeFieldDetails: true, headerRow: false };
		const [{ fields }] = read({ tables: [TABLE] }, options);
		expect(Object.keys(asObject(fields))).toEqual([
			'rows[0][0]',
			'rows[0][1]',
			'rows[1][0]',
			'rows[1][1]',
			'rows[2][1]',
		]);
	});

	it('are left out unless they are asked for', () => {
		expect(read({ tables: [TABLE] })[0].fields).toBeNull();
	});
});

describe('a page without a table', () => {
	const formatsOf = (tableFormats: string[]) =>
		Object.keys(read({}, { tableFormats })[0].values).filter((key) =>
			['csv', 'html'].includes(key),
		);

	it('has the formats that were chosen, empty', () => {
		expect([[], ['csv'], ['html'], ['csv', 'html']].map(formatsOf)).toEqual([
			[],
			['csv'],
			['html'],
			['csv', 'html'],
		]);
		expect(read({}, { tableFormats: ['html'] })[0].values.html).toBeNull();
	});

	it.each(['table', 'row'])('has no fields, split into %ss', (splitInto) => {
		const [reading] = read({}, { splitInto, includeFieldDetails: true });
		expect(reading.fields).toEqual({});
		expect(reading).toMatchObject({
			other: null,
			confidence: null,
			detail: splitInto === 'row' ? 'short' : 'full',
		});
	});

	it('is read for nothing where CLOVA says that it failed', () => {
		const failed = pageOf({ tables: [TABLE], fields: [] });
		const page = {
			...failed,
			image: { inferResult: 'FAILURE' as const, message: 'broken', raw: { tables: [TABLE] } },
		};
		expect(tableReadings([page], { ...PLAIN, splitInto: 'table' })).toMatchObject([
			{ recognized: false, values: { table: null, rows: [] } },
		]);
	});

	it.each<[string, JsonObject[], string[][]]>([
		[
			'text, and no other page has a table',
			[{ fields: [{ inferText: '글' }] }, {}],
			[['notRecognized'], []],
		],
		[
			'text, and another has a table',
			[{ fields: [{ inferText: '글' }] }, { tables: [TABLE] }],
			[[], []],
		],
		['no text, alone', [{}], [['notRecognized']]],
	])('is looked at by a person as it should where it has %s', (_, raws, reasons) => {
		const pages = raws.map((raw, index) => pageOf({ fields: [], tables: [], ...raw }, index + 1));
		const readings = tableReadings(pages, { ...PLAIN, splitInto: 'table' });
		expect(readings.map(({ reviewReasons }) => reviewReasons)).toEqual(reasons);
	});
});

it('a table whose cells have neither place nor text is empty in every format', () => {
	const options = { tableFormats: ['csv', 'html'], includeFieldDetails: true };
	const [table] = read({ tables: [{ cells: [{}] }] }, options);
	expect(table.values).toMatchObject({
		table: 1,
		rowCount: 0,
		columnCount: 0,
		csv: '\ufeff',
		html: '<table></table>',
		header: [],
		rows: [],
	});
	const rows = read({ tables: [{ cells: [{}] }] }, { ...options, splitInto: 'row' });
	expect(rows.map(({ values, more }) => [values, more])).toEqual([[{}, { table: 1, row: null }]]);
	expect([table, ...rows].map(({ fields }) => fields)).toEqual([{}, {}]);
});

it('the schema of a table names all of its keys, that of a row none, which are its own', () => {
	const [{ values }] = read({ tables: [TABLE] });
	expect(Object.keys(tablesSchema('table') ?? {}).sort()).toEqual(Object.keys(values).sort());
	expect(tablesSchema('row')).toBeNull();
});

it('numbers stay as printed where they are not to be converted', () => {
	const rowsWith = (convertNumbers: boolean) =>
		read({ tables: [TABLE] }, { convertNumbers })[0].values.rows;
	expect(rowsWith(true)).toEqual([
		{ 품목: '연필', 수량: 2 },
		{ 품목: null, 수량: 3 },
	]);
	expect(rowsWith(false)).toEqual([
		{ 품목: '연필', 수량: '2' },
		{ 품목: null, 수량: '3' },
	]);
});
