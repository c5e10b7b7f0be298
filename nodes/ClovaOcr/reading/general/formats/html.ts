import type { Grid, GridCell } from '../tables/grid';

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
export function toHtml(grid: Grid, headerRows: number): string {
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
	return `<${tag}${rows}${columns}>${escaped(text)}</${tag}>`;
}

function escaped(text: string): string {
	return text
		.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
		.replaceAll(/\r\n|\r|\n/g, '<br>');
}
