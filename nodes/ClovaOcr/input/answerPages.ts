import type { AnswerImage } from '../clova/answer';
import type { GivenAnswer } from '../clova/given';
import { isIndex, pagesOfAnswer } from '../clova/pages';
import { parsePageRange } from '../pdf/pageRange';
import { finalProblem, type Problem } from '../problem';
import { wantedPages, type GivenPages } from './parts';

export type Placed =
	| {
			ok: true;
			given: GivenPages;
			pageCount: number;
			/** Pages that a made file will have, or null for all. */
			keep: number[] | null;
	  }
	| { ok: false; problem: Problem };

type Pages = ReturnType<typeof pagesOfAnswer>;

/** More pages than any file has that is read here. */
const ANY_PAGES = 10_000;

/**
 * Gives the entries of an answer that is there already their page numbers. One whole answer is read as
 * after a call. Single entries go by `pageIndex` where each has its own; those of a file that was sent in
 * parts begin anew with each part, and stand in the order in which they were given.
 * @param range the option 'Pages': these pages of the answer; or, where it names as many pages as there are
 *   entries, the pages that these are of
 * @param pageCount pages of the file, where it is there
 */
export function placeAnswer(
	answer: GivenAnswer,
	range: string,
	pageCount: number | null,
	fileName: string,
): Placed {
	const images = answer.whole ? answer.images : inOrderGiven(answer.images);
	const { requestId } = answer;
	if (images.length > ANY_PAGES) return { ok: false, problem: TOO_MANY };
	if (range === '') {
		const placed = pagesOfAnswer(...numbered(images, pageCount, answer.whole));
		const pages = pageCount ?? lastOf(placed);
		return { ok: true, given: { ...placed, requestId }, pageCount: pages, keep: null };
	}
	const named = parsePageRange(range, pageCount ?? ANY_PAGES);
	if (named.ok && named.pages.length === images.length) {
		const placed = pagesOfAnswer(images, named.pages);
		const last = pageCount ?? lastOf(placed);
		return { ok: true, given: { ...placed, requestId }, pageCount: last, keep: named.pages };
	}
	const all = pagesOfAnswer(...numbered(images, pageCount, answer.whole));
	// One entry may be that of a picture, which is read whole whatever 'Pages' says.
	if (pageCount === null && images.length < 2 && named.ok && named.pages[0] === 1) {
		return { ok: true, given: { ...all, requestId }, pageCount: lastOf(all), keep: null };
	}
	const last = pageCount ?? lastOf(all);
	const wanted = wantedPages(fileName, range, last);
	if (!wanted.ok) return wanted;
	const given = { requestId, ...only(all, wanted.pages) };
	return { ok: true, given, pageCount: last, keep: wanted.pages };
}

const TOO_MANY = finalProblem(
	"The parameter 'Answer' holds more pages than a file can have",
	'Pass on the answer of one file at a time.',
);

/** What `pagesOfAnswer` is asked with. */
function numbered(
	images: AnswerImage[],
	pageCount: number | null,
	whole: boolean,
): [AnswerImage[], number[] | null] {
	if (pageCount !== null) return [images, Array.from({ length: pageCount }, (_, at) => at + 1)];
	// An answer without any entry still says that nothing came for the page.
	if (images.length === 0) return [images, [1]];
	const indexes = whole ? [] : images.map(({ pageIndex }) => pageIndex).filter(isPageIndex);
	if (new Set(indexes).size < images.length) return [images, null];
	return [images, indexes.map((index) => index + 1).sort((a, b) => a - b)];
}

function isPageIndex(index: number | null): index is number {
	return isIndex(index) && index < ANY_PAGES;
}

/** Numbers entries in their order where `pageIndex` says nothing of the order, or begins anew. */
function inOrderGiven(images: AnswerImage[]): AnswerImage[] {
	const indexes = images.flatMap(({ pageIndex }) => pageIndex ?? []);
	const allOrNone = [0, images.length].includes(indexes.length);
	const counting = indexes.every((index, at) => index === 0 || index - 1 === indexes[at - 1]);
	if (!allOrNone || !counting) return images;
	return images.map((image, pageIndex) => ({ ...image, pageIndex }));
}

function only({ pages, failed }: Pages, wanted: number[]): Pages {
	const chosen = new Set(wanted);
	return {
		pages: pages.filter(({ page }) => chosen.has(page)),
		failed: failed.filter(({ page }) => chosen.has(page)),
	};
}

function lastOf({ pages, failed }: Pages): number {
	let last = 1;
	for (const { page } of [...pages, ...failed]) last = Math.max(last, page);
	return last;
}
