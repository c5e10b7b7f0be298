import type { JsonObject } from '../../../shared/json';
import { filledRows, textsOf, type Sheet } from '../tables/sheet';
import type { ReadingOptions } from '../../options';
import { toCsv } from './csv';
import { toHtml } from './html';
import { toMarkdown } from './markdown';

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
