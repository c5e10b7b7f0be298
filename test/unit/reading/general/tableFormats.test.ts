import { parse } from 'csv-parse/sync';
import fc from 'fast-check';

import { extractTables } from '../../../../nodes/ClovaOcr/operations/general/extractTables';
import { toCsv, toMarkdown } from '../../../../nodes/ClovaOcr/reading/general/tableFormats';
import type { ReadingOptions } from '../../../../nodes/ClovaOcr/reading/reading';
import { PLAIN } from '../../../support/answers';
import { pageOf } from '../../../support/drawnPage';
import {
	drawnTable,
	drawnTables,
	expectedTexts,
	wireTable,
	type DrawnTable,
} from '../../../support/drawnTable';
import { htmlGrid } from '../../../support/htmlGrid';

function formatsOf(table: DrawnTable, options: Partial<ReadingOptions> = {}) {
	const page = pageOf({ tables: [wireTable(table)], fields: [] });
	const tableFormats = ['csv', 'html'];
	return extractTables.read([page], { ...PLAIN, splitInto: 'table', tableFormats, ...options })[0]
		.values;
}

/** The grid's texts as a reader sees them: nothing is an empty text, full-width digits are digits. */
function textsOf(table: DrawnTable, fill: boolean): string[][] {
	return expectedTexts(table, fill).map((row) =>
		row.map((text) => (text ?? '').replaceAll('２', '2')),
	);
}

/** Rows at the top that the tallest cell of the first row spans, three at most, some row below. */
function headerRowsOf({ cells, rowCount }: DrawnTable): number {
	const spans = cells.filter(({ row }) => row === 0).map(({ rowSpan }) => rowSpan);
	return Math.max(1, ...spans.filter((span) => span <= 3 && span < rowCount));
}

function parsed(csv: unknown): string[][] {
	return parse(String(csv), { bom: true, record_delimiter: '\r\n', skip_empty_lines: false });
}

describe('any table parses back to its grid', () => {
	test('from CSV, apart from the apostrophe before a formula', () => {
		fc.assert(
			fc.property(drawnTables, fc.boolean(), fc.boolean(), (table, fill, headerRow) => {
				const { csv } = formatsOf(table, { fillMergedCells: fill, headerRow });
				const rows = parsed(csv).map((row) => row.map((text) => text.replace(/^'(?=[=-])/, '')));
				const filled = textsOf(table, true).map((row) => row.some((text) => text !== ''));
				const header = headerRow ? headerRowsOf(table) : 0;
				expect(rows).toEqual(textsOf(table, fill).filter((_, row) => row < header || filled[row]));
			}),
			{ numRuns: 300 },
		);
	});

	test('from HTML, merged cells still merged', () => {
		fc.assert(
			fc.property(drawnTables, fc.boolean(), (table, headerRow) => {
				const { html } = formatsOf(table, { headerRow });
				const grid = htmlGrid(String(html));
				expect(grid.map((row) => row.map(({ text }) => text))).toEqual(textsOf(table, true));
				for (const { row, column, rowSpan, columnSpan } of table.cells) {
					const places = grid
						.slice(row, row + rowSpan)
						.flatMap((cells) => cells.slice(column, column + columnSpan));
					expect(new Set(places).size).toBe(1);
				}
			}),
			{ numRuns: 300 },
		);
	});
});

test('cells that overlap still make a table in which every place has one cell', () => {
	const size = fc.integer({ min: 1, max: 4 });
	const index = fc.integer({ min: 0, max: 4 });
	const lines = fc.constant<string[][]>([['가']]);
	const cell = fc.record({ row: index, column: index, rowSpan: size, columnSpan: size, lines });
	fc.assert(
		fc.property(fc.array(cell, { minLength: 1, maxLength: 8 }), (cells) => {
			const { html, rows } = formatsOf(
				{ rowCount: 5, columnCount: 5, cells },
				{ headerRow: false },
			);
			const grid = htmlGrid(String(html)).map((row) => row.map(({ text }) => text || null));
			expect(grid.filter((row) => row.some((text) => text !== null))).toEqual(rows);
		}),
		{ numRuns: 300 },
	);
});

describe('CSV', () => {
	const csvOf = (text: string): string => toCsv([[text]]);

	test('has a byte order mark and CRLF line ends', () => {
		expect(
			toCsv([
				['품목', '금액'],
				['a"b', 'x,y\nz'],
			]),
		).toBe('\ufeff품목,금액\r\n"a""b","x,y\nz"\r\n');
	});

	test.each([
		'=1+1',
		'=HYPERLINK("http://x")',
		'+1+cmd',
		'-2+3',
		'- 항목',
		'-abc',
		'@SUM(A1)',
		'\t=1',
		' =1',
		'＝1+1',
		'＋a',
		'－a',
		'＠a',
		'+82-10-0000-1234',
		'--',
	])('makes %j harmless by an apostrophe', (text) => {
		expect(parsed(csvOf(text))).toEqual([[`'${text}`]]);
	});

	test.each([
		'-1,000',
		'-1000.5',
		'+3.2',
		'-12%',
		'-₩1,000',
		'-5,000원',
		'－1,000',
		'-',
		'02-123-4567',
		"'=",
		'1-1',
		'',
	])('leaves %j as it is', (text) => {
		expect(parsed(csvOf(text))).toEqual([[text]]);
	});

	test('writes a lone empty cell so that no reader skips its row', () => {
		expect(toCsv([['가'], [''], ['나']])).toBe('\ufeff가\r\n""\r\n나\r\n');
	});

	test('of no row is empty', () => {
		expect(toCsv([])).toBe('\ufeff');
	});
});

describe('Markdown', () => {
	test('has a header line, escaped pipes and breaks', () => {
		expect(
			toMarkdown(
				['구분', ''],
				[
					['a|b', '한\n줄'],
					['c\\d', '<b> &lt; &'],
				],
			),
		).toBe(
			[
				'| 구분 |  |',
				'| --- | --- |',
				'| a\\|b | 한<br>줄 |',
				'| c\\\\d | &lt;b> &amp;lt; & |',
			].join('\n'),
		);
	});

	test('has an empty header line for a table without a header', () => {
		const { markdown } = formatsOf(drawnTable([['가', '나']]), { headerRow: false });
		expect(markdown).toBe('|  |  |\n| --- | --- |\n| 가 | 나 |');
	});
});

describe('HTML', () => {
	test('escapes everything and puts the header into a thead', () => {
		const { html } = formatsOf(
			drawnTable([
				['<b>', 'R&D'],
				['"x"', "a\nb'"],
			]),
		);
		expect(html).toBe(
			'<table><thead><tr><th>&lt;b&gt;</th><th>R&amp;D</th></tr></thead>' +
				'<tbody><tr><td>&quot;x&quot;</td><td>a<br>b&#39;</td></tr></tbody></table>',
		);
	});

	test('has no thead where a merged cell reaches out of it', () => {
		const cells = [0, 1, 2, 3, 4].map((row) => ({
			row,
			column: 1,
			rowSpan: 1,
			columnSpan: 1,
			lines: [],
		}));
		const side = { row: 0, column: 0, rowSpan: 5, columnSpan: 1, lines: [['옆']] };
		const { html } = formatsOf({ rowCount: 5, columnCount: 2, cells: [side, ...cells] });
		expect(htmlGrid(String(html)).map(([{ tag, section, text }]) => [tag, section, text])).toEqual(
			Array(5).fill(['th', 'tbody', '옆']),
		);
	});
});

test('only the formats that were chosen are there', () => {
	const values = formatsOf(drawnTable([['가'], ['나']]), { tableFormats: ['html', 'xlsx'] });
	expect(Object.keys(values)).toContain('html');
	expect(Object.keys(values)).not.toContain('csv');
	expect(Object.keys(values)).not.toContain('xlsx');
	expect(Object.keys(formatsOf(drawnTable([['가']]), { tableFormats: ['csv'] }))).not.toContain(
		'html',
	);
});
