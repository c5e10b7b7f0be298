import type { ItemSettings } from '../input/settings';
import type { Operation } from '../operations/types';
import { withClearFacts } from '../reading/clearFacts';
import { asText, type JsonObject } from '../shared/json';
import { maskImage } from '../reading/masking/maskImage';
import type { PageAnswer } from '../reading/page';
import type { Reading } from '../reading/reading';
import { rawItem, readingItem, reasonsOf, type OutputItem, type OutputSettings } from './items';

/** What the calls of one file gave. */
export interface AnsweredFile {
	/** In page order; a page that CLOVA left out has no image. */
	pages: PageAnswer[];
	pageCount: number;
	requestIds: ReadonlyMap<number, string>;
	/** Requests sent, refused ones not counted. */
	calls: number;
}

/**
 * The items of one answered file. Everything that goes out is read from the masked pages; of the
 * clear ones only checks, review reasons and dates are taken.
 * @param masked the pages of the answer, through `maskedPages`
 */
export function fileItems(
	answer: AnsweredFile,
	masked: PageAnswer[],
	fileName: string,
	operation: Operation,
	settings: ItemSettings,
	itemIndex: number,
): { items: OutputItem[]; hints: string[] } {
	const readings = readMasked(masked, answer.pages, operation, settings);
	const hints = hintsOf(readings, fileName);
	const output: OutputSettings = {
		includeDetails: settings.includeDetails,
		includeFieldDetails: settings.reading.includeFieldDetails,
		confidenceThreshold: settings.confidenceThreshold,
	};
	if (!settings.simplify) {
		return { items: rawItems(masked, readings, output, itemIndex), hints };
	}
	const file = {
		fileName,
		pageCount: answer.pageCount,
		calls: answer.calls,
		requestIdOf: (page: number | null) =>
			answer.requestIds.get(page ?? answer.pages[0]?.page ?? 0) ?? null,
	};
	return {
		items: readings.map((reading) => readingItem(reading, file, output, itemIndex)),
		hints,
	};
}

/** One line for each page on which nothing was found: an item of empty values is easily overlooked. */
function hintsOf(readings: Reading[], fileName: string): string[] {
	return readings
		.filter(({ recognized, message }) => !recognized && message !== null)
		.map(
			({ page, message }) => `'${fileName}'${page === null ? '' : `, page ${page}`}: ${message}`,
		);
}

/** The pages with their numbers masked: the only form in which anything of them may leave the node. */
export function maskedPages(
	answer: AnsweredFile,
	operation: Operation,
	settings: ItemSettings,
): PageAnswer[] {
	return answer.pages.map((page) => {
		if (page.image === null) return page;
		const raw = maskImage(page.image.raw, operation.sensitive, settings.mask);
		return { ...page, image: { ...page.image, message: asText(raw.message), raw } };
	});
}

function readMasked(
	masked: PageAnswer[],
	clear: PageAnswer[],
	operation: Operation,
	settings: ItemSettings,
): Reading[] {
	const readings = operation.read(masked, settings.reading);
	if (settings.mask === 'none' || operation.sensitive.length === 0) return readings;
	return withClearFacts(readings, operation.read(clear, settings.reading));
}

function rawItems(
	pages: PageAnswer[],
	readings: Reading[],
	output: OutputSettings,
	itemIndex: number,
): OutputItem[] {
	return pages.flatMap(({ page, image }) => {
		if (image === null) return [rawItem(missingPage(page), true, itemIndex)];
		const needsReview = readings.some(
			(reading) => (reading.page ?? page) === page && reasonsOf(reading, output).length > 0,
		);
		return [rawItem(image.raw, needsReview, itemIndex)];
	});
}

/** Stands for a page that the answer lacks, in the words of CLOVA's own entries: no page disappears. */
function missingPage(page: number): JsonObject {
	return { inferResult: 'FAILURE', message: `CLOVA returned nothing for page ${page}.` };
}
