import type { ItemSettings } from '../input/settings';
import type { Operation } from '../operations/types';
import type { FoundKind } from '../reading/masking/found';
import type { PageAnswer } from '../reading/page';
import type { Reading } from '../reading/reading';
import type { JsonObject } from '../shared/json';
import { rawItem, readingItem, reasonsOf, type OutputItem, type OutputSettings } from './items';

/** What the calls of one file gave. */
export interface AnsweredFile {
	/** In page order, masked; a page that CLOVA left out has no image. */
	pages: PageAnswer[];
	/** What was read of the pages. */
	readings: Reading[];
	/** The kind of every number that was starred, by page. */
	found: ReadonlyMap<number, FoundKind[]>;
	pageCount: number;
	/** Whether the answer was there already. */
	given: boolean;
	requestIds: ReadonlyMap<number, string>;
	/** Pages whose text was read out of the file. */
	fromFile: ReadonlySet<number>;
	/** Requests sent, refused ones not counted, by the first page that came out of them. */
	calls: ReadonlyMap<number, number>;
}

/** The items of one answered file, as the parameter 'Output' asks for. */
export function fileItems(
	{ pages, readings, ...answer }: AnsweredFile,
	fileName: string,
	operation: Operation,
	settings: ItemSettings,
	itemIndex: number,
): { items: OutputItem[]; hints: string[] } {
	const { splitInto } = settings.reading;
	const output: OutputSettings = {
		...settings,
		valuesSchema: operation.valuesSchema(splitInto),
		rows: splitInto === 'row' && operation.resource === 'general',
	};
	const hints = [
		...hintsOf(readings, fileName),
		...pageHints(pages, fileName),
		...starredHints(answer.found, fileName, operation),
	];
	if (settings.output === 'raw')
		return { items: rawItems(pages, readings, output, itemIndex), hints };
	const [firstRequest = null] = answer.requestIds.values();
	const file = {
		fileName,
		pageCount: answer.pageCount,
		requestIdOf: (page: number | null) =>
			page === null ? firstRequest : (answer.requestIds.get(page) ?? null),
		foundOn: (page: number | null) =>
			page === null ? [...answer.found.values()].flat() : (answer.found.get(page) ?? []),
		sourceOf: (page: number | null) => {
			const inFile = ({ page: each }: PageAnswer) => answer.fromFile.has(each);
			const fromFile =
				page === null ? pages.length > 0 && pages.every(inFile) : answer.fromFile.has(page);
			return answer.given ? 'answer' : fromFile ? 'file' : 'service';
		},
	};
	const callsOf = countedOnce(answer.calls);
	return {
		items: readings.map((reading) =>
			readingItem(reading, file, output, itemIndex, callsOf(reading.page)),
		),
		hints,
	};
}

/** Gives each page's requests to the first item of the page alone, so that sums over items are right. */
function countedOnce(calls: ReadonlyMap<number, number>): (page: number | null) => number {
	const left = new Map(calls);
	return (page) => {
		const pages = page === null ? [...left.keys()] : [page];
		const sum = pages.reduce((total, each) => total + (left.get(each) ?? 0), 0);
		pages.forEach((each) => left.delete(each));
		return sum;
	};
}

/** One line for each page on which nothing was found: an item of empty values is easily overlooked. */
function hintsOf(readings: Reading[], fileName: string): string[] {
	return readings
		.filter(
			({ recognized, message, reviewReasons }) =>
				message !== null && (!recognized || reviewReasons.includes('nothingRead')),
		)
		.map(
			({ page, message }) => `'${fileName}'${page === null ? '' : `, page ${page}`}: ${message}`,
		);
}

/** What of an answer's order or depth could not be taken as it came. */
function pageHints(pages: PageAnswer[], fileName: string): string[] {
	const numbers = (marked: PageAnswer[]) => [...new Set(marked.map(({ page }) => page))].join(', ');
	const guessed = numbers(pages.filter((page) => page.guessed === true));
	const cut = numbers(pages.filter((page) => page.cut === true));
	return [
		...(guessed === ''
			? []
			: [
					`'${fileName}', pages ${guessed}: CLOVA OCR did not say which page each of its results belongs to, and their number differs from that of the pages. The page numbers are a guess; compare them with the file.`,
				]),
		...(cut === ''
			? []
			: [
					`'${fileName}', page ${cut}: part of CLOVA OCR's answer was left out, since it is nested more than a hundred levels deep.`,
				]),
	];
}

const KIND_NAMES: Record<FoundKind, string> = {
	card: 'card numbers',
	license: "driver's license numbers",
	mrz: 'passport lines',
	passport: 'passport numbers',
	pattern: 'texts of your own',
	personal: 'resident or alien registration numbers',
};

/** Where any text may stand, a number that was starred by mistake is not missed; so it is said. */
function starredHints(
	found: ReadonlyMap<number, FoundKind[]>,
	fileName: string,
	{ resource }: Operation,
): string[] {
	const kinds = [...found.values()].flat();
	if (kinds.length === 0 || !['general', 'template'].includes(resource)) return [];
	const counts = [...new Set(kinds)].map(
		(kind) => `${KIND_NAMES[kind]}: ${kinds.filter((one) => one === kind).length}`,
	);
	return [
		`'${fileName}': what looks like the number of a person or card was starred (${counts.join(', ')}). To see all numbers, set 'Mask Numbers' to 'None'.`,
	];
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
