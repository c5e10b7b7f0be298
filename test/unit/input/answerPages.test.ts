import type { AnswerImage } from '../../../nodes/ClovaOcr/clova/answer';
import { placeAnswer, type Placed } from '../../../nodes/ClovaOcr/input/answerPages';

function image(pageIndex: number | null, name = String(pageIndex)): AnswerImage {
	const raw = { name };
	return { inferResult: 'SUCCESS', message: null, pageIndex, width: null, height: null, raw };
}

interface Case {
	whole?: boolean;
	range?: string;
	pageCount?: number | null;
}

function place(images: AnswerImage[], { whole = false, range = '', pageCount = null }: Case = {}) {
	return placeAnswer(
		{ whole, images, requestId: 'made', name: null },
		range,
		pageCount,
		'scan.pdf',
	);
}

/** Page and name of each entry, or why there is none. */
function pagesOf(placed: Placed) {
	return placed.ok
		? placed.given.pages.map((page) => [page.page, page.image?.raw.name ?? null])
		: placed.problem.message;
}

describe('one whole answer', () => {
	test('is read by its page numbers', () => {
		const placed = place([image(1), image(0)], { whole: true });
		expect(pagesOf(placed)).toEqual([
			[1, '0'],
			[2, '1'],
		]);
		expect(placed).toMatchObject({ pageCount: 2, keep: null, given: { requestId: 'made' } });
	});

	test('lacks pages between those that are in it', () => {
		expect(pagesOf(place([image(2), image(0)], { whole: true }))).toEqual([
			[1, '0'],
			[2, null],
			[3, '2'],
		]);
	});

	test('whose entries have no numbers is a guess', () => {
		const placed = place([image(null), image(null)], { whole: true });
		expect(placed.ok && placed.given.pages.map(({ guessed }) => guessed)).toEqual([true, true]);
	});

	test('without an entry still has its page', () => {
		expect(pagesOf(place([], { whole: true }))).toEqual([[1, null]]);
	});

	test('lacks pages of the file that are not in it', () => {
		const placed = place([image(0)], { whole: true, pageCount: 2 });
		expect(pagesOf(placed)).toEqual([
			[1, '0'],
			[2, null],
		]);
		expect(placed).toMatchObject({ pageCount: 2 });
	});
});

describe('single entries', () => {
	test('stand in the order given where none has a number', () => {
		expect(pagesOf(place([image(null, 'a'), image(null, 'b')]))).toEqual([
			[1, 'a'],
			[2, 'b'],
		]);
	});

	test('go by their own numbers, whatever is missing between them', () => {
		expect(pagesOf(place([image(6), image(2)]))).toEqual([
			[3, '2'],
			[7, '6'],
		]);
		expect(pagesOf(place([image(5), image(0)]))).toEqual([
			[1, '0'],
			[6, '5'],
		]);
	});

	test('of parts, whose numbers begin anew, stand in the order given', () => {
		const parts = [image(0, 'a'), image(1, 'b'), image(0, 'c'), image(1, 'd')];
		expect(pagesOf(place(parts))).toEqual([
			[1, 'a'],
			[2, 'b'],
			[3, 'c'],
			[4, 'd'],
		]);
	});

	test.each([
		['none', [image(null, 'a'), image(null, 'b')]],
		['their own', [image(6, 'a'), image(2, 'b')]],
		['counting anew', [image(0, 'a'), image(1, 'b'), image(0, 'c'), image(0, 'd')]],
	])('whose numbers are %s are no guess', (_, images) => {
		const placed = place(images);
		expect(placed.ok && placed.given.pages.map(({ guessed }) => guessed)).toEqual(
			images.map(() => undefined),
		);
	});

	test.each([
		['doubled', [image(1, 'a'), image(1, 'b')]],
		['on some only', [image(null, 'a'), image(1, 'b')]],
		['on some only, counting', [image(0, 'a'), image(1, 'b'), image(null, 'c')]],
		['negative', [image(-1, 'a'), image(0, 'b')]],
		['anew, but not counting', [image(0, 'a'), image(2, 'b'), image(0, 'c')]],
	])('whose numbers are %s are marked as a guess', (_, images) => {
		const placed = place(images);
		expect(placed.ok && placed.given.pages.every(({ guessed }) => guessed === true)).toBe(true);
	});

	test.each([-1, 0.5, 10_000])('do not go by %d', (odd) => {
		const placed = place([image(odd, 'a'), image(3, 'b')]);
		expect(pagesOf(placed)).not.toEqual(expect.arrayContaining([[4, 'b']]));
	});

	test('go by the last number that there can be', () => {
		expect(pagesOf(place([image(9999)]))).toEqual([[10_000, '9999']]);
	});
});

describe('with a page range', () => {
	test('that names as many pages, entries are these pages in order', () => {
		const placed = place([image(1, 'b'), image(0, 'a')], { range: '3,7' });
		expect(pagesOf(placed)).toEqual([
			[3, 'a'],
			[7, 'b'],
		]);
		expect(placed).toMatchObject({ keep: [3, 7], pageCount: 7 });
	});

	test('that names fewer, only these pages are left', () => {
		const placed = place([image(0), image(1), image(2)], { range: '2' });
		expect(pagesOf(placed)).toEqual([[2, '1']]);
		expect(placed).toMatchObject({ keep: [2], pageCount: 3 });
	});

	test('the count of the file holds', () => {
		const placed = place([image(0)], { range: '2', pageCount: 5 });
		expect(placed).toMatchObject({ keep: [2], pageCount: 5 });
	});

	test('a single entry is read whole where the range begins with its page', () => {
		const placed = place([image(0)], { range: '1-3' });
		expect(pagesOf(placed)).toEqual([[1, '0']]);
		expect(placed).toMatchObject({ keep: null, pageCount: 1 });
	});

	test('pages without a number each are these pages in the order of the list', () => {
		const placed = place([image(4, 'a'), image(4, 'b')], { range: '3,7' });
		expect(pagesOf(placed)).toEqual([
			[3, 'a'],
			[7, 'b'],
		]);
	});

	test.each([
		['beyond the last', [image(0), image(1)], '5-9'],
		['beyond the last of two', [image(0), image(1)], '1-3'],
		['not begun by the only one', [image(0)], '2-3'],
		['named by no number', [image(0)], 'all'],
	])('pages that are %s are refused', (_, images, range) => {
		expect(pagesOf(place(images, { range }))).toMatch(/'Pages' does not fit 'scan.pdf'/);
	});

	test('a single entry of a file that is there is one of its pages', () => {
		const placed = place([image(0)], { range: '1-2', pageCount: 3 });
		expect(pagesOf(placed)).toEqual([
			[1, '0'],
			[2, null],
		]);
	});
});

test('what could not be processed is chosen by the range too', () => {
	const failed = { ...image(2), inferResult: 'ERROR', message: 'broken' };
	const failedOf = (range: string) => {
		const placed = place([image(0), image(1), failed], { range });
		return placed.ok && [placed.given.failed, placed.pageCount];
	};
	expect(failedOf('')).toEqual([[{ page: 3, message: 'broken' }], 3]);
	expect(failedOf('2-3')).toEqual([[{ page: 3, message: 'broken' }], 3]);
	expect(failedOf('1-2')).toEqual([[], 3]);
});

test('more entries than a file has pages are refused', () => {
	const images = Array.from({ length: 10_001 }, (_, index) => image(index));
	expect(pagesOf(place(images))).toMatch(/more pages than a file can have/);
	expect(place(images.slice(1)).ok).toBe(true);
});
