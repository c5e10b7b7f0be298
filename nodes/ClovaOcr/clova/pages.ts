import type { PageAnswer } from '../reading/page';
import type { AnswerImage } from './answer';

/** A page that CLOVA could not process, in its own words. */
export interface FailedPage {
	page: number;
	message: string;
}

/** Bound on `pageIndex` where nobody knows how many pages there are; far above what one call reads. */
const MOST_PAGES = 1000;

/** The place of each image among the pages that were sent. */
interface Placing {
	/** Index of a page, and the image that is taken for it. */
	images: Map<number, AnswerImage>;
	guessed: boolean;
}

/**
 * Gives every image of an answer its true page number.
 * Trusts `pageIndex` (0-based within the upload) where each image has its own, since the list's order
 * is not promised; one beyond the file counts for the order only. Otherwise the list's order counts,
 * which is sure only if there are as many images as pages and no index contradicts it; else all of the
 * pages are marked as guessed.
 * Images beyond the last page are kept as images of that page. A page without an image is kept, empty.
 * @param pages numbers of the pages that were sent, in order; null where nobody knows how many there are
 */
export function pagesOfAnswer(
	images: AnswerImage[],
	pages: number[] | null,
): { pages: PageAnswer[]; failed: FailedPage[] } {
	const placing = place(images, pages?.length ?? null);
	const numbers = pages ?? numbersUpTo(greatest(placing.images.keys()) + 1);
	const answered: PageAnswer[] = [];
	const failed: FailedPage[] = [];
	const give = (page: number, image: AnswerImage | undefined) => {
		if (image?.inferResult === 'ERROR') failed.push({ page, message: image.message ?? '' });
		else answered.push(pageOf(page, image, placing.guessed));
	};
	numbers.forEach((page, index) => give(page, placing.images.get(index)));
	for (let index = numbers.length; placing.images.has(index); index++) {
		give(numbers[numbers.length - 1], placing.images.get(index));
	}
	return { pages: answered, failed };
}

function pageOf(page: number, image: AnswerImage | undefined, guessed: boolean): PageAnswer {
	const mark = { ...(guessed ? { guessed } : {}), ...(image?.cut === true ? { cut: true } : {}) };
	if (image === undefined) return { page, image: null, width: null, height: null, ...mark };
	// An entry without the member is judged by what stands on it.
	const inferResult = ['', 'SUCCESS'].includes(image.inferResult) ? 'SUCCESS' : 'FAILURE';
	return {
		page,
		image: { inferResult, message: image.message, raw: image.raw },
		width: image.width,
		height: image.height,
		...mark,
	};
}

function place(images: AnswerImage[], pageCount: number | null): Placing {
	const indexes = images.map(({ pageIndex }) => pageIndex).filter(isIndex);
	if (new Set(indexes).size < images.length) {
		const contradicts = images.some(
			({ pageIndex }, position) => pageIndex !== null && pageIndex !== position,
		);
		const complete = images.length === (pageCount ?? 1);
		return { images: new Map(images.entries()), guessed: contradicts || !complete };
	}
	const order = images.map((image, position) => ({ index: indexes[position], image }));
	order.sort((a, b) => a.index - b.index);
	const within = order.every(({ index }) => index < (pageCount ?? MOST_PAGES));
	return {
		images: new Map(order.map(({ index, image }, rank) => [within ? index : rank, image])),
		guessed: !within && images.length !== (pageCount ?? 1),
	};
}

/** Whether an answer's `pageIndex` can be the index of a page. */
export function isIndex(index: number | null): index is number {
	return index !== null && Number.isInteger(index) && index >= 0;
}

function greatest(indexes: Iterable<number>): number {
	let found = 0;
	for (const index of indexes) found = Math.max(found, index);
	return found;
}

function numbersUpTo(count: number): number[] {
	return Array.from({ length: count }, (_, index) => index + 1);
}
