import {
	cutCorners,
	hiddenWords,
	starredPart,
} from '../../../../nodes/ClovaOcr/reading/masking/hiddenWords';
import type { Point } from '../../../../nodes/ClovaOcr/shared/geometry';
import type { JsonObject } from '../../../../nodes/ClovaOcr/shared/json';

/** A text's quad, clockwise from its top-left. */
function quad(left: number, top: number, right: number, bottom: number): Point[] {
	return [
		{ x: left, y: top },
		{ x: right, y: top },
		{ x: right, y: bottom },
		{ x: left, y: bottom },
	];
}

const SEARCH = { level: 'standard', patterns: [] } as const;

function word(inferText: string, corners: Point[], lineBreak = false): JsonObject {
	return { inferText, lineBreak, boundingPoly: { vertices: corners.map(({ x, y }) => ({ x, y })) } };
}

/** The edges of quads from left to right. */
const sides = (quads: Point[][]) => quads.map(([a, b]) => [a.x, b.x].map(Math.round));

describe('the part of a text’s quad that some of its characters stand in', () => {
	const corners = quad(100, 20, 300, 40);
	const cut = (text: string, from: number, to: number) => cutCorners(corners, text, from, to);

	it('is cut by the widths of characters, with a tenth of a digit to spare', () => {
		const [a, b, c, d] = cut('2345678900', 4, 6);
		expect([a.x, b.x]).toEqual([100 + 20 * 3.9, 100 + 20 * 6.1]);
		expect([a.y, b.y, c.y, d.y]).toEqual([20, 20, 40, 40]);
		expect([d.x, c.x]).toEqual([a.x, b.x]);
	});

	it('reaches to the ends with the first and the last character', () => {
		expect(cut('2345678900', 0, 6)[0].x).toBe(100);
		expect(cut('2345678900', 4, 10)[1].x).toBe(300);
		expect(cut('2345678900', 4, 11)[1].x).toBe(300);
	});

	it('begins with it where only the first is to be hidden', () => {
		expect(cut('2345678900', 0, 1)[0].x).toBe(100);
	});

	it('never reaches out of the quad', () => {
		expect(cut('ABCDEFGHIJ', 1, 9).map(({ x }) => x)).toEqual([100, 300, 300, 100]);
	});

	it('takes Hangul for wider than digits, and marks for narrower', () => {
		const half = (text: string, from: number) => cut(text, from, text.length)[0].x;
		// Four digits and one syllable: 4 + 1.8, and 0.2 to spare.
		expect(half('가0000', 1)).toBeCloseTo(100 + (200 * (1.8 - 0.2)) / 5.8);
		expect(half('-0000', 1)).toBeCloseTo(100 + (200 * (0.7 - 0.1)) / 4.7);
		expect(half('A0000', 1)).toBeCloseTo(100 + (200 * (1 - 0.2)) / 5);
	});

	it('is the whole where nothing tells how the text runs', () => {
		const upright = quad(100, 20, 120, 200);
		expect(cutCorners(upright, '2345678900', 4, 6)).toBe(upright);
		const lower = quad(100, 520, 120, 700);
		expect(cutCorners(lower, '2345678900', 4, 6)).toBe(lower);
		expect(cutCorners(corners.slice(0, 3), '23', 0, 1)).toEqual(corners.slice(0, 3));
		expect(cut('', 0, 0)).toBe(corners);
	});

	it('runs along a square and along a slanted quad', () => {
		const square = quad(0, 0, 40, 40);
		expect(cutCorners(square, '23', 0, 1)).not.toBe(square);
		const slanted = [
			{ x: 0, y: 0 },
			{ x: 80, y: 60 },
			{ x: 74, y: 68 },
			{ x: -6, y: 8 },
		];
		const [, end, below] = cutCorners(slanted, '23', 0, 1);
		expect([end.x, end.y]).toEqual([expect.closeTo(44), expect.closeTo(33)]);
		expect([below.x, below.y]).toEqual([expect.closeTo(38), expect.closeTo(41)]);
	});
});

describe('what a text and its starred form differ in', () => {
	it.each([
		['900101-1234567', '900101-*******', 7, 14],
		['12-34', '**-34', 0, 2],
		['12-34', '*2-*4', 0, 4],
		['12', '12', 2, 2],
		['12', '***', 0, 2],
	])('%s and %s', (text, starred, from, to) => {
		expect(starredPart(text, starred)).toEqual({ from, to });
	});
});

describe('the words of a page that have to be hidden', () => {
	const name = word('HONG', quad(0, 0, 80, 20));
	const number = word('900202-2345678', quad(100, 0, 380, 20), true);

	it('are those that the search finds, their quads cut', () => {
		const page = { fields: [name, number] };
		const { read, hidden, unplaced } = hiddenWords(page, page, SEARCH);
		expect(read).toEqual([quad(0, 0, 80, 20), quad(100, 0, 380, 20)]);
		expect(sides(hidden)).toEqual([[235, 380]]);
		expect(unplaced).toBe(false);
	});

	it('are those that were starred by other means too', () => {
		const starred = { fields: [word('****', quad(0, 0, 80, 20)), number] };
		const { hidden } = hiddenWords({ fields: [name, number] }, starred, SEARCH);
		expect(sides(hidden)).toEqual([
			[235, 380],
			[0, 80],
		]);
		const { hidden: none } = hiddenWords({ fields: [name] }, { fields: [name] }, SEARCH);
		expect(none).toEqual([]);
	});

	it('are hidden whole where the masked page has no such word', () => {
		const { hidden } = hiddenWords({ fields: [name, name] }, { fields: [name] }, SEARCH);
		expect(sides(hidden)).toEqual([[0, 80]]);
	});

	it('without a place are told of', () => {
		const page = { fields: [word('900202-2345678', [], true)] };
		expect(hiddenWords(page, page, SEARCH)).toEqual({ read: [[]], hidden: [], unplaced: true });
	});

	it('with a place of two corners have one', () => {
		const line = [
			{ x: 0, y: 0 },
			{ x: 90, y: 9 },
		];
		const page = { fields: [word('900202-2345678', line, true)] };
		expect(hiddenWords(page, page, SEARCH)).toMatchObject({ hidden: [line], unplaced: false });
	});

	describe('of a line that runs against its corners', () => {
		const [left, right] = [quad(0, 0, 280, 20), quad(300, 0, 380, 20)];
		const turned = ([a, b, c, d]: Point[]) => [c, d, a, b];
		const hiddenOf = (first: Point[], second: Point[], ends = false) => {
			const page = { fields: [word('900202-2345678', first, ends), word('HONG', second, true)] };
			return sides(hiddenWords(page, page, SEARCH).hidden);
		};

		it('are hidden whole', () => {
			expect(hiddenOf(left, right)).toEqual([[135, 280]]);
			expect(hiddenOf(right, left)).toEqual([[300, 380]]);
			expect(hiddenOf(turned(right), turned(left))).toEqual([[341, 300]]);
			expect(hiddenOf(turned(left), turned(right))).toEqual([[280, 0]]);
		});

		it('are cut where the line ends between, or a word has no four corners', () => {
			expect(hiddenOf(right, left, true)).toEqual([[339, 380]]);
			expect(hiddenOf(right, left.slice(0, 2))).toEqual([[339, 380]]);
		});

		it('run as their corners say if as many words do as do not', () => {
			const fields = [
				word('HONG', quad(400, 0, 480, 20)),
				word('900202-2345678', left),
				word('GIL', right, true),
			];
			expect(sides(hiddenWords({ fields }, { fields }, SEARCH).hidden)).toEqual([[135, 280]]);
		});

		it('run down the page as well', () => {
			const down = (top: number, bottom: number) => [
				{ x: 20, y: top },
				{ x: 20, y: bottom },
				{ x: 0, y: bottom },
				{ x: 0, y: top },
			];
			const tops = (first: Point[], second: Point[]) => {
				const fields = [word('900202-2345678', first), word('HONG', second, true)];
				const { hidden } = hiddenWords({ fields }, { fields }, SEARCH);
				return hidden.map(([a, b]) => [a.y, b.y].map(Math.round));
			};
			expect(tops(down(0, 280), down(300, 380))).toEqual([[135, 280]]);
			expect(tops(down(300, 580), down(0, 80))).toEqual([[300, 580]]);
		});
	});
});

describe('the part of a text that its starred form hides', () => {
	it.each([
		['900101-1234567', '900101-*******', { from: 7, to: 14 }],
		['a 12 b', 'a ** b', { from: 2, to: 4 }],
		['same', 'same', { from: 4, to: 4 }],
		['of another length', 'of another', { from: 0, to: 17 }],
		['abc', 'abcd', { from: 0, to: 3 }],
	])('of %j as %j is %j', (text, starred, part) => {
		expect(starredPart(text, starred)).toEqual(part);
	});
});
