import { flatList, type JsonObject } from '../shared/json';
import { ENVELOPE, memberNames, type PageAnswer } from './page';
import type { ReviewReason } from './reading';

/** What became of a page, apart from its values. */
export interface PageOutcome {
	recognized: boolean;
	/** Why nothing was found; null on success. */
	message: string | null;
	reviewReasons: ReviewReason[];
}

/** CLOVA's word for a page without any text; the rest of the sentence varies. */
const BLANK = /no[_ ]text/i;

/** What the messages of FAILURE entries mean; all that were ever seen. */
const PLAIN_WORDS: ReadonlyArray<readonly [RegExp, string]> = [
	[BLANK, 'No text was found on this page'],
	[/not found matched template/i, "None of the domain's released templates fits this page"],
];

/**
 * Whether anything was found on a page, and if not, why and whether a person should look.
 * A blank page is nothing to look at in a file of several pages; as the only page of a file it is.
 * @param found whether the page has any of what was asked for
 * @param nothing our own words for a page that CLOVA read without finding any of it
 * @param place the entry's member in which it stands, where that may come empty (`fields`, `tables`)
 */
export function outcomeOf(
	page: PageAnswer,
	found: boolean,
	nothing: string,
	severalPages: boolean,
	place: string | null = null,
): PageOutcome {
	if (page.image === null) {
		return {
			recognized: false,
			message: 'CLOVA returned nothing for this page.',
			reviewReasons: ['pagesMissing'],
		};
	}
	const { inferResult, message } = page.image;
	const guessed: ReviewReason[] = page.guessed === true ? ['pagesMissing'] : [];
	if (inferResult === 'SUCCESS' && found) {
		return { recognized: true, message: null, reviewReasons: guessed };
	}
	if (inferResult === 'SUCCESS' && place !== null && isUnread(page.image.raw, place)) {
		const names = memberNames(page.image.raw) || 'none';
		return {
			recognized: false,
			message: `CLOVA OCR reported success, but nothing it sent could be read. Members: ${names}.`,
			reviewReasons: ['nothingRead', ...guessed],
		};
	}
	const said = inferResult === 'SUCCESS' ? null : message;
	const isBlank = said === null ? inferResult === 'SUCCESS' : BLANK.test(said);
	return {
		recognized: false,
		message: said === null ? nothing : explained(said),
		reviewReasons: [...(severalPages && isBlank ? [] : (['notRecognized'] as const)), ...guessed],
	};
}

/** CLOVA's words for a failure in plain ones, its own behind them. */
function explained(said: string): string {
	const [, plain] = PLAIN_WORDS.find(([pattern]) => pattern.test(said)) ?? [];
	return `${plain ?? 'CLOVA OCR could not read this page'} (CLOVA says: "${said}")`;
}

/** Whether something stands at the place that nothing was found in, or something else instead of it. */
function isUnread(raw: JsonObject, place: string): boolean {
	if (flatList(raw[place]).length > 0) return true;
	if (raw[place] !== undefined) return false;
	// Without the member, a page may still be one without tables; but its words never stand elsewhere.
	const known = ['fields', 'tables', 'title', ...ENVELOPE];
	return place === 'fields' || Object.keys(raw).some((name) => !known.includes(name));
}

/** Whether the file has more than one page, as far as the pages that were read tell. */
export function hasSeveralPages(pages: PageAnswer[]): boolean {
	return pages.length > 1 || pages.some(({ page }) => page > 1);
}

/**
 * The outcome of a whole file: recognised if any page was, with every page that a person should
 * look at named in the message.
 */
export function fileOutcomeOf(pages: Array<PageOutcome & { number: number }>): PageOutcome {
	const recognized = pages.some((page) => page.recognized);
	const reasons = new Set(pages.flatMap((page) => page.reviewReasons));
	if (!recognized && !reasons.has('pagesMissing')) reasons.add('notRecognized');
	const told = (recognized ? pages.filter((page) => page.reviewReasons.length > 0) : pages).filter(
		({ message }) => message !== null,
	);
	const messages = told.map(({ number, message }) =>
		pages.length > 1 ? `Page ${number}: ${message}` : message,
	);
	return {
		recognized,
		message: messages.length > 0 ? messages.join('; ') : null,
		reviewReasons: [...reasons],
	};
}
