import type { JsonObject } from '../../shared/json';
import type { ReadingOptions } from '../reading';
import type { Grid, GridCell } from './tables/grid';
import { filledRows, textsOf, type Sheet } from './tables/sheet';

/**
 * A table as Markdown and in each of the other formats that the user chose, by the format's name.
 * Rows of blanks are left out, except in HTML, where merged cells count on them.
 */
export function tableFormats(sheet: Sheet, options: ReadingOptions): JsonObject {
	const { grid, headerRows, labels } = sheet;
	const header = Array.from({ length: headerRows }, (_, row) => row);
	const filled = filledRows(sheet);
	const texts = (rows: number[]) => textsOf(grid, rows, options.fillMergedCells);
	const chosen = (format: string) => options.tableFormats.includes(format);
	return {
		markdown: toMarkdown(labels, texts(filled)),
		...(chosen('csv') ? { csv: toCsv(texts([...header, ...filled])) } : {}),
		...(chosen('html') ? { html: toHtml(grid, headerRows) } : {}),
	};
}

/** Tells Excel that the file is UTF-8; without it Korean opens as gibberish. */
const BYTE_ORDER_MARK = '\ufeff';
const LINE_END = '\r\n';

/** Characters that make a spreadsheet run a cell as a formula, full-width forms too (OWASP). */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/;
/** A signed amount with its separators, currency or unit, or a lone dash: nothing can run there. */
const SIGNED_NUMBER =
	/^\s*([+\-\uff0b\uff0d]\s?[₩¥￥$€]?\s?\d[\d,]*(\.\d+)?\s?[%원円]?|[-\uff0d])\s*$/;

/**
 * A table as CSV (RFC 4180) with CRLF line ends and a byte order mark, so that Excel opens Korean
 * right. A text that a spreadsheet would run as a formula is made harmless by a leading apostrophe:
 * one that begins with `=`, `+`, `-` or `@` (full-width forms and leading blanks included), a tab or
 * a carriage return. Signed numbers and amounts such as `-1,000` and a lone
 * dash stay as they are.
 */
export function toCsv(rows: string[][]): string {
	const lines = rows.map((row) => {
		const line = row.map((text) => quoted(harmless(text))).join(',');
		// Many readers skip a line that is quite empty.
		return line === '' ? '""' : line;
	});
	return BYTE_ORDER_MARK + lines.map((line) => line + LINE_END).join('');
}

function harmless(text: string): string {
	return FORMULA.test(text) && !SIGNED_NUMBER.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const ENTITIES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/**
 * A table as an HTML `table` element. Merged cells keep their spans, header rows are `th` in a
 * `thead`, all text is escaped and line feeds become `<br>`.
 * @param headerRows rows at the top that are the header; 0 for none
 */
function toHtml(grid: Grid, headerRows: number): string {
	const rows = grid.places.map((_, row) => rowOf(grid, row, row < headerRows ? 'th' : 'td'));
	if (crosses(grid, headerRows)) return `<table>${section('tbody', rows)}</table>`;
	const head = section('thead', rows.slice(0, headerRows));
	return `<table>${head}${section('tbody', rows.slice(headerRows))}</table>`;
}

/** A span can't reach out of a `thead`: a cell that begins in the header and ends below forbids one. */
function crosses(grid: Grid, headerRows: number): boolean {
	return grid.cells.some(({ row, rowSpan }) => row < headerRows && row + rowSpan > headerRows);
}

function section(name: string, rows: string[]): string {
	return rows.length > 0 ? `<${name}>${rows.join('')}</${name}>` : '';
}

function rowOf(grid: Grid, row: number, tag: string): string {
	const cells = grid.places[row].map((cell, column) => {
		if (cell === null) return `<${tag}></${tag}>`;
		return cell.row === row && cell.column === column ? cellOf(cell, tag) : '';
	});
	return `<tr>${cells.join('')}</tr>`;
}

function cellOf({ rowSpan, columnSpan, text }: GridCell, tag: string): string {
	const rows = rowSpan > 1 ? ` rowspan="${rowSpan}"` : '';
	const columns = columnSpan > 1 ? ` colspan="${columnSpan}"` : '';
	return `<${tag}${rows}${columns}>${escapedText(text)}</${tag}>`;
}

function escapedText(text: string): string {
	return text
		.replaceAll(/[&<>"']/g, (character) => ENTITIES[character])
		.replaceAll(/\r\n|\r|\n/g, '<br>');
}

/**
 * A table as GitHub Flavored Markdown. Pipes and backslashes are escaped, line feeds become `<br>`
 * and what would be a tag or an entity is written out, so that a text can't bring markup of its own. Marks of emphasis
 * stay: whoever reads the source, people and language models, sees the text as printed.
 * @param labels the header line, which Markdown demands; empty texts where the table has none
 */
export function toMarkdown(labels: string[], rows: string[][]): string {
	const lines = [
		labels.map(escapedCell),
		labels.map(() => '---'),
		...rows.map((row) => row.map(escapedCell)),
	];
	return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function escapedCell(text: string): string {
	return text
		.replaceAll(/[\\|]/g, '\\$&')
		.replaceAll(/&(?=#?\w+;)/g, '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll(/\r\n|\r|\n/g, '<br>');
}
