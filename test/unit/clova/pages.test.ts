import fc from 'fast-check';

import type { AnswerImage } from '../../../nodes/ClovaOcr/clova/answer';
import { pagesOfAnswer } from '../../../nodes/ClovaOcr/clova/pages';

function image(pageIndex: number | null, name: string, inferResult = 'SUCCESS'): AnswerImage {
	return { inferResult, message: inferResult, pageIndex, width: 1, height: 1, raw: { name } };
}

const names = (result: ReturnType<typeof pagesOfAnswer>) =>
	result.pages.map(({ page, image: found }) => [page, found?.raw.name ?? null]);

describe('pagesOfAnswer', () => {
	it('orders by pageIndex, never by the list, and gives true page numbers', () => {
		const result = pagesOfAnswer([image(2, 'c'), image(0, 'a'), image(1, 'b')], [11, 12, 13]);
		expect(names(result)).toEqual([
			[11, 'a'],
			[12, 'b'],
			[13, 'c'],
		]);
	});

	it('keeps a page that the answer lacks in its place', () => {
		const result = pagesOfAnswer([image(0, 'a'), image(2, 'c')], [4, 5, 6]);
		expect(names(result)).toEqual([
			[4, 'a'],
			[5, null],
			[6, 'c'],
		]);
	});

	it.each([
		['missing', [null, null]],
		['partly missing', [1, null]],
		['doubled', [0, 0]],
		['negative', [-1, 0]],
		['broken', [0.5, 1]],
	])('falls back to the order of the list where pageIndex is %s', (_, indexes) => {
		const result = pagesOfAnswer([image(indexes[0], 'a'), image(indexes[1], 'b')], [1, 2]);
		expect(names(result)).toEqual([
			[1, 'a'],
			[2, 'b'],
		]);
	});

	it('takes the only image without an index for the first page', () => {
		expect(names(pagesOfAnswer([image(null, 'a')], [5, 6]))).toEqual([
			[5, 'a'],
			[6, null],
		]);
	});

	it('takes an index beyond the file for the order alone', () => {
		const result = pagesOfAnswer([image(2, 'b'), image(1, 'a')], [4, 5]);
		expect(names(result)).toEqual([
			[4, 'a'],
			[5, 'b'],
		]);
		expect(names(pagesOfAnswer([image(1e12, 'a')], null))).toEqual([[1, 'a']]);
	});

	it('loses no image where the answer has more of them than pages were sent', () => {
		const result = pagesOfAnswer([image(null, 'a'), image(null, 'b')], [3]);
		expect(names(result)).toEqual([
			[3, 'a'],
			[3, 'b'],
		]);
	});

	it('lets a reader judge an entry that does not say how it went', () => {
		const { pages } = pagesOfAnswer([image(0, 'a', '')], [1]);
		expect(pages[0].image?.inferResult).toBe('SUCCESS');
	});

	it('counts the pages itself where nobody knows how many there are', () => {
		expect(names(pagesOfAnswer([image(1, 'b'), image(0, 'a')], null))).toEqual([
			[1, 'a'],
			[2, 'b'],
		]);
		expect(names(pagesOfAnswer([image(2, 'c'), image(0, 'a')], null))).toEqual([
			[1, 'a'],
			[2, null],
			[3, 'c'],
		]);
		expect(names(pagesOfAnswer([], null))).toEqual([[1, null]]);
	});

	it('sets pages apart that CLOVA could not process', () => {
		const result = pagesOfAnswer([image(0, 'a'), image(1, 'b', 'ERROR')], [7, 8]);
		expect(names(result)).toEqual([[7, 'a']]);
		expect(result.failed).toEqual([{ page: 8, message: 'ERROR' }]);
	});

	it('has words of its own for none where CLOVA gives no reason', () => {
		const { failed } = pagesOfAnswer([{ ...image(0, 'a', 'ERROR'), message: null }], [3]);
		expect(failed).toEqual([{ page: 3, message: '' }]);
	});

	it('keeps the size of a page, and says where something was cut off', () => {
		const cut = { ...image(0, 'a'), width: 8, height: 6, cut: true };
		expect(pagesOfAnswer([cut], [3, 4]).pages).toEqual([
			{
				page: 3,
				width: 8,
				height: 6,
				cut: true,
				image: { inferResult: 'SUCCESS', message: 'SUCCESS', raw: { name: 'a' } },
			},
			{ page: 4, width: null, height: null, image: null },
		]);
	});

	it.each(['FAILURE', 'OTHER'])('takes the outcome %s for a failure', (inferResult) => {
		const { pages } = pagesOfAnswer([image(0, 'a', inferResult)], [1]);
		expect(pages[0].image?.inferResult).toBe('FAILURE');
	});

	it('never swaps pages, in whatever order they come and whichever are missing', () => {
		fc.assert(
			fc.property(fc.uniqueArray(fc.nat(30), { minLength: 1 }), (indexes) => {
				const pages = Array.from({ length: 31 }, (_, index) => index + 101);
				const result = pagesOfAnswer(
					indexes.map((index) => image(index, `page ${index}`)),
					pages,
				);
				expect(result.pages).toHaveLength(31);
				for (const { page, image: found } of result.pages) {
					const index = page - 101;
					expect(found?.raw.name).toBe(indexes.includes(index) ? `page ${index}` : undefined);
				}
			}),
		);
	});

	const guesses = (indexes: Array<number | null>, pages: number[] | null) =>
		pagesOfAnswer(
			indexes.map((index) => image(index, 'x')),
			pages,
		).pages.map(({ guessed }) => guessed === true);

	it.each<[string, Array<number | null>, number[] | null]>([
		['fewer than pages, without indexes', [null, null], [1, 2, 3]],
		['more than pages, without indexes', [null, null], [1]],
		['fewer than pages, one without index', [0, null], [1, 2, 3]],
		['fewer than pages, with the same index', [0, 0], [1, 2, 3]],
		['as many as pages, with the same index', [0, 0], [1, 2]],
		['as many as pages, whose indexes contradict the order', [1, null], [1, 2]],
		['fewer than pages, beyond the file', [7, 8], [1, 2, 3]],
		['several of a file that nobody has counted', [null, null], null],
		['several with numbers that no file has', [1e12, 2e12], null],
	])('takes no number for sure where images are %s', (_, indexes, pages) => {
		expect(guesses(indexes, pages)).not.toContain(false);
		expect(
			pagesOfAnswer(
				indexes.map((index) => image(index, 'x')),
				pages,
			).pages.filter(({ image: found }) => found !== null),
		).toHaveLength(indexes.length);
	});

	it.each<[string, Array<number | null>, number[] | null]>([
		['an index each', [2, 0], [1, 2, 3]],
		['no index, but as many as pages', [null, null], [1, 2]],
		['some index, all in order', [0, null], [1, 2]],
		['one for the only page', [null], [4]],
		['one for an address', [null], null],
		['a number that no file has, alone', [1e12], null],
		['none at all', [], [1, 2]],
	])('is sure where images have %s', (_, indexes, pages) => {
		expect(guesses(indexes, pages)).not.toContain(true);
	});

	it('gives each page a place, however many there are', () => {
		const many = Array.from({ length: 300_000 }, () => image(null, 'x'));
		expect(pagesOfAnswer(many, null).pages).toHaveLength(300_000);
	});
});
