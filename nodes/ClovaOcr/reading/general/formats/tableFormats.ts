import type { JsonObject } from '../../../shared/json';
import { textsOf, type Sheet } from '../tables/sheet';
import type { ReadingOptions } from '../../options';
import { toCsv } from './csv';
import { toHtml } from './html';
import { toMarkdown } from './markdown';

/** A table in each of the formats that the user chose, by the format's name. */
export function tableFormats(sheet: Sheet, options: ReadingOptions): JsonObject {
	const { grid, headerRows, labels } = sheet;
	const texts = textsOf(grid, options.fillMergedCells);
	const writers: Record<string, () => string> = {
		csv: () => toCsv(texts),
		html: () => toHtml(grid, headerRows),
		markdown: () => toMarkdown(labels, texts.slice(headerRows)),
	};
	return Object.fromEntries(
		options.tableFormats.flatMap((format) => {
			const write = writers[format];
			return write === undefined ? [] : [[format, write()]];
		}),
	);
}
