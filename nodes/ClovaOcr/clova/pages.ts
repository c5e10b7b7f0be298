import type { PageAnswer } from '../reading/types';
import type { AnswerImage } from './answer';

/** A page that CLOVA could not process, in its own words. */
export interface FailedPage {
	page: number;
	message: string;
}

/**
 * Gives every image of an answer its true page number.
 * Trusts `pageIndex` (0-based within the upload) where each image has its own, since the list's order
 * is not promised; otherwise the list's order counts. A page without an image is kept, empty.
 * @param pages numbers of the pages that were sent, in order; null where nobody knows how many there are
 */
export function pagesOfAnswer(
	images: AnswerImage[],
	pages: number[] | null,
): { pages: PageAnswer[]; failed: FailedPage[] } {
	const ordered = placed(images);
	const numbers = pages ?? numbersUpTo(Math.max(0, ...ordered.keys()) + 1);
	const answered: PageAnswer[] = [];
	const failed: FailedPage[] = [];
	numbers.forEach((page, index) => {
		const image = ordered.get(index);
		if (image?.inferResult === 'ERROR') {
			failed.push({ page, message: image.message ?? '' });
			return;
		}
		answered.push(pageOf(page, image));
	});
	return { pages: answered, failed };
}

function pageOf(page: number, image: AnswerImage | undefined): PageAnswer {
	if (image === undefined) return { page, image: null, width: null, height: null };
	const inferResult = image.inferResult === 'SUCCESS' ? 'SUCCESS' : 'FAILURE';
	return {
		page,
		image: { inferResult, message: image.message, raw: image.raw },
		width: image.width,
		height: image.height,
	};
}

function placed(images: AnswerImage[]): Map<number, AnswerImage> {
	const indexes = images.map((image) => image.pageIndex);
	const usable =
		indexes.every((index) => index !== null && Number.isInteger(index) && index >= 0) &&
		new Set(indexes).size === indexes.length;
	return new Map(
		images.map((image, position) => [usable ? (image.pageIndex ?? position) : position, image]),
	);
}

function numbersUpTo(count: number): number[] {
	return Array.from({ length: count }, (_, index) => index + 1);
}
