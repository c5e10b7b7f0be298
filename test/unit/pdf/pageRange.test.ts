import fc from 'fast-check';

import { parsePageRange } from '../../../nodes/ClovaOcr/pdf/pageRange';

describe('a page range', () => {
	it.each([
		['1', [1]],
		['1-3,7,10-', [1, 2, 3, 7, 10, 11, 12]],
		[' 2 , 4 - 5 ', [2, 4, 5]],
		['5,1,3', [1, 3, 5]],
		['2-4,3-5,4', [2, 3, 4, 5]],
		['12-', [12]],
		['3-3', [3]],
		['1~3', [1, 2, 3]],
		['1–3', [1, 2, 3]],
		['01', [1]],
	])('%j gives each page once, in order', (text, pages) => {
		expect(parsePageRange(text, 12)).toEqual({ ok: true, pages });
	});

	it.each([
		['', /No page is named/],
		['   ', /No page is named/],
		['1,,3', /comma without a page/],
		['1,', /comma without a page/],
		['5-3', /runs backwards/],
		['0', /counted from 1/],
		['0-3', /counted from 1/],
		['13', /only 12 pages, so there is no page 13/],
		['10-20', /no page 20/],
		['13-', /no page 13/],
		['99999999999999999999', /only 12 pages, so there is no page 99999999999999999999\./],
		['9'.repeat(400), /no page 9{20}…/],
		[`${'0'.repeat(400)}9-1`, /The range 0{20}… runs backwards/],
		['all', /'all' is not a page/],
		['1-2-3', /'1-2-3' is not a page/],
		['-3', /'-3' is not a page/],
		['1.5', /'1.5' is not a page/],
		['1;2', /'1;2' is not a page/],
		['1e3', /'1e3' is not a page/],
	])('%j is refused in words', (text, reason) => {
		expect(parsePageRange(text, 12)).toEqual({ ok: false, refusal: expect.stringMatching(reason) });
	});

	it('says "page", not "pages", of a file of one', () => {
		expect(parsePageRange('2', 1)).toEqual({
			ok: false,
			refusal: 'The file has only 1 page, so there is no page 2.',
		});
	});

	it('does not repeat a long text in its refusal', () => {
		const result = parsePageRange('x'.repeat(5000), 3);
		expect(result.ok ? '' : result.refusal.length).toBeLessThan(150);
	});

	it('takes no longer for a page that is named again and again', () => {
		const text = Array.from({ length: 20_000 }, () => '1-').join(',');
		const begun = Date.now();
		const result = parsePageRange(text, 10_000);
		expect(Date.now() - begun).toBeLessThan(1000);
		expect(result).toMatchObject({ ok: true, pages: { length: 10_000 } });
	});

	it('names no page outside the file, none twice, all in order, whatever is typed', () => {
		const text = fc.oneof(fc.string(), fc.stringMatching(/^[0-9, ~-]{0,12}$/));
		fc.assert(
			fc.property(text, fc.integer({ min: 1, max: 500 }), (typed, pageCount) => {
				const result = parsePageRange(typed, pageCount);
				if (!result.ok) return result.refusal.length > 0;
				const { pages } = result;
				const rises = pages.every((page, index) => index === 0 || page > pages[index - 1]);
				return rises && pages[0] >= 1 && pages[pages.length - 1] <= pageCount;
			}),
		);
	});
});
