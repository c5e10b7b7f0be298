import type { JsonObject } from '../../../nodes/ClovaOcr/shared/json';
import { salesTable, stockTables, type TablePage } from './data';
import { drawTablePage } from './drawing';
import { scannedPdf } from '../files/pdf';
import { fileSample, pictureSample } from '../sample';
import type { Sample } from '../types';

const COMMON = { resource: 'general', operation: 'extractTables' } as const;

/** Pages with ruled tables, for General with table extraction. */
export const samples: Sample[] = [
	pictureSample(
		{
			...COMMON,
			id: 'table',
			title: 'Table with merged cells and a header in two rows',
			mimeType: 'image/png',
			truth: truthOf([salesTable]),
			expected: expectedOf(salesTable),
		},
		() => drawTablePage(salesTable),
	),
	fileSample(
		{
			...COMMON,
			id: 'table-pages',
			title: 'Table over two pages of a PDF',
			fileName: 'table-pages.pdf',
			mimeType: 'application/pdf',
			truth: truthOf(stockTables),
			expected: stockTables.flatMap(expectedOf),
		},
		async () => await scannedPdf(stockTables.map(drawTablePage)),
	),
];

function truthOf(pages: TablePage[]): JsonObject {
	return {
		pages: pages.map((page) => ({ ...page, cells: page.cells.map((cell) => ({ ...cell })) })),
	};
}

/** The rows by header, what is merged filled in, columns of numbers as numbers. */
function expectedOf(page: TablePage): JsonObject[] {
	const grid = gridOf(page);
	const header = page.widths.map((_, column) =>
		[...new Set(grid.slice(0, page.headerRows).map((row) => row[column]))].join(' '),
	);
	const rows = grid.slice(page.headerRows);
	const isNumeric = header.map((_, column) => rows.every((row) => /^\d+$/.test(row[column])));
	return rows.map((row) =>
		Object.fromEntries(
			header.map((name, column) => [name, isNumeric[column] ? Number(row[column]) : row[column]]),
		),
	);
}

function gridOf({ rows, widths, cells }: TablePage): string[][] {
	const grid = Array.from({ length: rows }, () => widths.map(() => ''));
	for (const { row, column, rowSpan = 1, columnSpan = 1, text } of cells) {
		for (let y = row; y < row + rowSpan; y++) {
			for (let x = column; x < column + columnSpan; x++) grid[y][x] = text;
		}
	}
	return grid;
}
