import type { TableCell, TablePage } from './data';
import { Sheet } from '../drawing/sheet';
import { A4 } from '../drawing/textPage';

const LEFT = 120;
const TOP = 330;
const ROW = 78;

/** A page with a ruled table. */
export function drawTablePage(page: TablePage): Sheet {
	const sheet = new Sheet(A4.width, A4.height);
	const middle = A4.width / 2;
	sheet.text(page.heading, middle, 200, { size: 46, weight: 700, align: 'center' });
	for (const cell of page.cells) printCell(sheet, page, cell);
	const below = TOP + page.rows * ROW + 70;
	sheet.text(page.note, LEFT, below, { size: 32 });
	return sheet;
}

function printCell(sheet: Sheet, page: TablePage, cell: TableCell): void {
	const { row, column, rowSpan = 1, columnSpan = 1 } = cell;
	const left = LEFT + sum(page.widths.slice(0, column));
	const width = sum(page.widths.slice(column, column + columnSpan));
	const [top, height] = [TOP + row * ROW, rowSpan * ROW];
	const header = row < page.headerRows;
	if (header) sheet.fill(left, top, width, height, '#eef1f4');
	sheet.frame(left, top, width, height, '#222222', 3);
	const weight = header ? 700 : 400;
	const y = top + height / 2 + 12;
	sheet.text(cell.text, left + width / 2, y, { size: 34, weight, align: 'center' });
}

function sum(values: number[]): number {
	return values.reduce((total, value) => total + value, 0);
}
