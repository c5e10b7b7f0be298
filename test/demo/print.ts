import { displayWidth } from '../../nodes/ClovaOcr/reading/general/text/spaced';
import {
	asList,
	asObject,
	asText,
	isObject,
	type Json,
	type JsonObject,
} from '../../nodes/ClovaOcr/shared/json';

/** An item as a person would like to read it: a receipt as a receipt, a table as a table. */
export function printItem(operation: string, json: JsonObject): string[] {
	if (json.error !== undefined && json.ocr === undefined)
		return [`✗ ${asText(json.message) ?? ''}`];
	return [...valuesOf(operation, json), ...verdictOf(asObject(json.ocr))];
}

function valuesOf(operation: string, json: JsonObject): string[] {
	if (operation === 'readReceipt') return receiptLines(json);
	if (operation === 'extractTables' && json.rows !== undefined) return tableLines(json);
	if (typeof json.text === 'string') return json.text.split('\n');
	return fieldLines(json);
}

function receiptLines(json: JsonObject): string[] {
	const { items, ...head } = json;
	const rows = asList(items).map(asObject);
	const columns = ['name', 'quantity', 'unitPrice', 'price'];
	const cells = rows.map((row) => columns.map((column) => money(row[column])));
	return [
		...fieldLines(head),
		'',
		...grid([['Item', 'Quantity', 'Unit price', 'Price'], ...cells], 1),
	];
}

function tableLines(json: JsonObject): string[] {
	const header = asList(json.header).map((name) => asText(name) ?? '');
	const rows = asList(json.rows).map((row) =>
		header.map((name) => asText(asObject(row)[name]) ?? ''),
	);
	const outside = asText(json.textOutsideTables) ?? '';
	return [...grid([header, ...rows]), ...(outside === '' ? [] : ['', ...outside.split('\n')])];
}

function fieldLines(json: JsonObject): string[] {
	const entries = Object.entries(json).filter(([key]) => key !== 'ocr');
	const width = Math.max(0, ...entries.map(([key]) => displayWidth(key)));
	return entries.map(([key, value]) => `${padded(key, width)}  ${shown(value)}`);
}

function shown(value: Json): string {
	if (value === null) return '–';
	if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(shown).join('; ');
	if (isObject(value)) {
		return Object.entries(value)
			.map(([key, inner]) => `${key} ${shown(inner)}`)
			.join(', ');
	}
	return money(value).replace(/\n/g, ' / ');
}

function money(value: Json | undefined): string {
	return typeof value === 'number' && value >= 10_000
		? value.toLocaleString('en-US')
		: (asText(value) ?? '–');
}

function verdictOf(ocr: JsonObject): string[] {
	const checks = Object.entries(asObject(ocr.checks)).map(
		([name, result]) => `${name} ${shown(result)}`,
	);
	const parts = [
		`page ${shown(ocr.page ?? null)} of ${shown(ocr.pageCount ?? null)}`,
		...(typeof ocr.confidence === 'number' ? [`confidence ${ocr.confidence.toFixed(2)}`] : []),
		...(checks.length > 0 ? [`checks: ${checks.join(', ')}`] : []),
		...(ocr.needsReview === true ? [`NEEDS REVIEW: ${shown(ocr.reviewReasons ?? null)}`] : []),
		...(typeof ocr.message === 'string' ? [ocr.message] : []),
	];
	return ['', `(${parts.join(' · ')})`];
}

/** Rows under each other; the first one is the header. */
function grid(rows: string[][], leftColumns = Infinity): string[] {
	const widths = (rows[0] ?? []).map((_, column) =>
		Math.max(...rows.map((row) => displayWidth(oneLine(row[column])))),
	);
	const line = (row: string[]) =>
		row
			.map((cell, column) => padded(oneLine(cell), widths[column], column >= leftColumns))
			.join(' │ ')
			.trimEnd();
	const rule = widths.map((width) => '─'.repeat(width)).join('─┼─');
	const [head, ...body] = rows;
	return head === undefined ? [] : [line(head), rule, ...body.map(line)];
}

function oneLine(text: string | undefined): string {
	return (text ?? '').replace(/\n/g, ' / ');
}

function padded(text: string, width: number, right = false): string {
	const blanks = ' '.repeat(Math.max(0, width - displayWidth(text)));
	return right ? blanks + text : text + blanks;
}
