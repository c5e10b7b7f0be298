import type { ItemSettings } from './input/settings';
import type { Operation } from './operations/types';
import type { FileAnswer } from './readFile';
import { withClearFacts } from './reading/clearFacts';
import type { FoundKind } from './reading/masking/found';
import { maskImage } from './reading/masking/maskImage';
import type { PageAnswer } from './reading/page';
import type { Reading } from './reading/reading';
import { asText } from './shared/json';

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
