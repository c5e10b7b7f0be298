import type { PageAnswer } from '../reading/page';
import type { AnswerImage } from './answer';

/** A page that CLOVA could not process, in its own words. */
export interface FailedPage {
	page: number;
	message: string;
}

/** Bound on `pageIndex` where nobody knows how many pages there are; far above what one call reads. */
const MOST_PAGES = 1000;

/**
 * Gives every image of an answer its true page number.
 * Trusts `pageIndex` (0-based within the upload) where each image has its own, since the list's order
 * is not promised; one beyond the file counts for the order only. Otherwise the list's order counts.
 * Images beyond the last page are kept as images of that page. A page without an image is kept, empty.
 * @param pages numbers of the pages that were sent, in order; null where nobody knows how many there are
 */
export function pagesOfAnswer(
	images: AnswerImage[],
	pages: number[] | null,
): { pages: PageAnswer[]; failed: FailedPage[] } {
	const ordered = placed(images, pages?.length ?? MOST_PAGES);
	const numbers = pages ?? numbersUpTo(Math.max(0, ...ordered.keys()) + 1);
	const answered: PageAnswer[] = [];
	const failed: FailedPage[] = [];
	const give = (page: number, image: AnswerImage | undefined) => {
		if (image?.inferResult === 'ERROR') failed.push({ page, message: image.message ?? '' });
		else answered.push(pageOf(page, image));
	};
	numbers.forEach((page, index) => give(page, ordered.get(index)));
	for (let index = numbers.length; ordered.has(index); index++) {
		give(numbers[numbers.length - 1], ordered.get(index));
	}
	return { pages: answered, failed };
}

function pageOf(page: number, image: AnswerImage | undefined): PageAnswer {
	if (image === undefined) return { page, image: null, width: null, height: null };
	// An entry without the member is judged by what stands on it.
	const inferResult = ['', 'SUCCESS'].includes(image.inferResult) ? 'SUCCESS' : 'FAILURE';
	return {
		page,
		image: { inferResult, message: image.message, raw: image.raw },
		width: image.width,
		height: image.height,
	};
}

function placed(images: AnswerImage[], pageCount: number): Map<number, AnswerImage> {
	const indexes = images.map(({ pageIndex }) => pageIndex ?? -1);
	const usable =
		indexes.every((index) => Number.isInteger(index) && index >= 0) &&
		new Set(indexes).size === indexes.length;
	if (!usable) return new Map(images.entries());
	const order = images.map((image, position) => ({ index: indexes[position], image }));
	order.sort((a, b) => a.index - b.index);
	const within = order.every(({ index }) => index < pageCount);
	return new Map(order.map(({ index, image }, rank) => [within ? index : rank, image]));
}

function numbersUpTo(count: number): number[] {
	return Array.from({ length: count }, (_, index) => index + 1);
}
