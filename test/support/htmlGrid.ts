import { parseFragment, type DefaultTreeAdapterMap } from 'parse5';

type Node = DefaultTreeAdapterMap['childNode'];
type Element = DefaultTreeAdapterMap['element'];

export interface HtmlCell {
	tag: string;
	section: string;
	text: string;
}

/**
 * The first table of an HTML text as a browser lays it out: every place with the cell that covers
 * it, by the forming-a-table rules of the HTML standard. A `br` reads as a line feed.
 */
export function htmlGrid(html: string): HtmlCell[][] {
	const table = elements(parseFragment(html).childNodes, ['table'])[0];
	const grid: HtmlCell[][] = [];
	for (const section of elements(table?.childNodes ?? [], ['thead', 'tbody', 'tfoot'])) {
		const first = grid.length;
		const rows = elements(section.childNodes, ['tr']);
		rows.forEach(() => grid.push([]));
		rows.forEach((row, index) => layOut(grid, first + index, row, section.tagName));
	}
	return grid;
}

function layOut(grid: HtmlCell[][], row: number, tr: Element, section: string): void {
	let column = 0;
	for (const cell of elements(tr.childNodes, ['td', 'th'])) {
		while (grid[row][column] !== undefined) column++;
		const placed = { tag: cell.tagName, section, text: textIn(cell) };
		for (let r = row; r < Math.min(row + spanOf(cell, 'rowspan'), grid.length); r++) {
			for (let c = column; c < column + spanOf(cell, 'colspan'); c++) {
				if (grid[r][c] !== undefined) throw new Error(`Two cells at row ${r}, column ${c}`);
				grid[r][c] = placed;
			}
		}
	}
}

function elements(nodes: Node[], names: string[]): Element[] {
	return nodes.filter((node): node is Element => 'tagName' in node && names.includes(node.tagName));
}

function spanOf(cell: Element, name: string): number {
	return Number(cell.attrs.find((attribute) => attribute.name === name)?.value ?? 1);
}

function textIn(node: Node): string {
	if ('value' in node) return node.value;
	if (node.nodeName === 'br') return '\n';
	return 'childNodes' in node ? node.childNodes.map(textIn).join('') : '';
}
