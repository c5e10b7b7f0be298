import type { ItemSettings } from './input/settings';
import type { Operation } from './operations/types';
import type { FileAnswer } from './readFile';
import type { FoundKind } from './reading/masking/found';
import { maskImage } from './reading/masking/maskImage';
import type { PageAnswer } from './reading/page';
import type { Reading } from './reading/reading';
import { asText, type JsonObject } from './shared/json';

/** What an answer says: its pages and what was read of them, numbers masked in both. */
export interface ReadAnswer {
	pages: PageAnswer[];
	readings: Reading[];
	/** The kind of every number that was starred, by page. */
	found: ReadonlyMap<number, FoundKind[]>;
}

/**
 * Masks the pages of an answer, then reads them: nothing unmasked can reach the output. Checks, review
 * reasons and dates have to be judged on the clear pages, so they come from a second reading of these.
 */
export function readAnswer(
	answer: FileAnswer,
	operation: Operation,
	settings: ItemSettings,
	fileName: string,
): ReadAnswer {
	const options = { ...settings.reading, fileName };
	const { pages, found } = maskedPages(answer, operation, settings);
	const readings = operation.read(pages, options);
	if (settings.mask === 'none' || operation.sensitive.length === 0)
		return { pages, readings, found };
	const clear = operation.read(answer.pages, options);
	return { pages, readings: withClearFacts(readings, clear), found };
}

/** The pages with their numbers masked: the only form in which anything of them may leave the node. */
export function maskedPages(
	answer: FileAnswer,
	operation: Operation,
	{ mask, alsoHide }: Pick<ItemSettings, 'alsoHide' | 'mask'>,
): Omit<ReadAnswer, 'readings'> {
	const found = new Map<number, FoundKind[]>();
	const pages = answer.pages.map((page) => {
		if (page.image === null) return page;
		const { raw, found: numbers } = maskImage(page.image.raw, operation.sensitive, mask, alsoHide);
		found.set(page.page, [...(found.get(page.page) ?? []), ...numbers]);
		return { ...page, image: { ...page.image, message: asText(raw.message), raw } };
	});
	return { pages, found };
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Puts what has to be judged on unmasked numbers into readings of a masked answer: checks, review
 * reasons and dates (a birth date follows from a personal number). None of these can hold a number.
 * @param masked readings of the masked answer; their values go out
 * @param clear readings of the same answer before masking; nothing else of them may go out
 */
function withClearFacts(masked: Reading[], clear: Reading[]): Reading[] {
	if (masked.length !== clear.length) return masked;
	return masked.map((reading, index) => ({
		...reading,
		values: withDates(reading.values, clear[index].values),
		checks: clear[index].checks,
		reviewReasons: clear[index].reviewReasons,
	}));
}

function withDates(masked: JsonObject, clear: JsonObject): JsonObject {
	const values = { ...masked };
	for (const [key, value] of Object.entries(clear)) {
		if (values[key] === null && typeof value === 'string' && DATE.test(value)) values[key] = value;
	}
	return values;
}
