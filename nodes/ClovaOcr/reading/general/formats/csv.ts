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
