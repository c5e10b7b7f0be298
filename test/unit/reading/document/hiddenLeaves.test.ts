import {
	hiddenLeaves,
	passportZone,
} from '../../../../nodes/ClovaOcr/reading/document/hiddenLeaves';
import { maskImage } from '../../../../nodes/ClovaOcr/reading/masking/maskImage';
import type { SensitivePath } from '../../../../nodes/ClovaOcr/reading/masking/found';
import type { Point } from '../../../../nodes/ClovaOcr/shared/geometry';
import type { JsonObject } from '../../../../nodes/ClovaOcr/shared/json';

const SENSITIVE: SensitivePath[] = [
	{ path: 'idCard.result.ic.personalNum', kind: 'personal' },
	{ path: 'idCard.result.dl.num', kind: 'license' },
];

const polygon = (x: number, width: number) => ({
	vertices: [
		{ x, y: 10 },
		{ x: x + width, y: 10 },
		{ x: x + width, y: 30 },
		{ x, y: 30 },
	],
});

/** Left and right ends of what is hidden, and whether something has no place. */
function hiddenOf(group: JsonObject, level: 'standard' | 'strict' = 'standard') {
	const clear: JsonObject = { idCard: { result: group } };
	const masked = maskImage(clear, SENSITIVE, level).raw;
	const { hidden, unplaced } = hiddenLeaves(clear, masked, SENSITIVE);
	const ends = hidden.map((corners) => {
		const xs = corners.map(({ x }) => Math.round(x));
		return [Math.min(...xs), Math.max(...xs)];
	});
	return { ends, unplaced };
}

const NUMBER = '900101-1234567';

describe('what is hidden on a card', () => {
	it('is the area that the service advises, and the back half of the box', () => {
		const leaf = {
			text: NUMBER,
			boundingPolys: [polygon(0, 140)],
			maskingPolys: [polygon(75, 70)],
		};
		const { ends, unplaced } = hiddenOf({ ic: { personalNum: [leaf] } });
		expect(unplaced).toBe(false);
		expect(ends[0]).toEqual([75, 145]);
		expect(ends[1][1]).toBe(140);
		expect(ends[1][0]).toBeGreaterThan(60);
		expect(ends[1][0]).toBeLessThan(70);
	});

	it('is only the advised area where the number stands in several boxes', () => {
		const leaf = {
			text: NUMBER,
			boundingPolys: [polygon(0, 60), polygon(70, 70)],
			maskingPolys: [polygon(75, 70)],
		};
		expect(hiddenOf({ ic: { personalNum: [leaf] } })).toEqual({
			ends: [[75, 145]],
			unplaced: false,
		});
	});

	it.each([
		['nothing is advised', { text: NUMBER }],
		['the number was read in a strange form', { text: '90O1O1-12E4S', maskingPolys: [] }],
	])('is the whole number where %s', (_, leaf) => {
		const group = { ic: { personalNum: [{ ...leaf, boundingPolys: [polygon(0, 140)] }] } };
		expect(hiddenOf(group)).toEqual({ ends: [[0, 140]], unplaced: false });
	});

	it('is the whole of a number that stands in two boxes', () => {
		const boxes = [polygon(0, 60), polygon(80, 60)];
		const leaf = { text: NUMBER, boundingPolys: boxes };
		expect(hiddenOf({ ic: { personalNum: [leaf] } }).ends).toHaveLength(2);
		const advised = { ...leaf, maskingPolys: [polygon(75, 70)] };
		expect(hiddenOf({ ic: { personalNum: [advised] } }).ends).toEqual([[75, 145]]);
	});

	it('has no place where a box has but one corner', () => {
		const [corner] = polygon(0, 60).vertices;
		const leaf = { text: NUMBER, boundingPolys: [{ vertices: [corner] }] };
		expect(hiddenOf({ ic: { personalNum: [leaf] } })).toEqual({ ends: [], unplaced: true });
	});

	it('is both boxes of a number of which the service advises nothing', () => {
		const boxes = [polygon(0, 60), polygon(80, 60)];
		const group = { dl: { num: [{ text: '11-23-123456-00', boundingPolys: boxes }] } };
		expect(hiddenOf(group, 'strict').ends).toEqual([
			[0, 60],
			[80, 140],
		]);
	});

	it('is the whole box of a number that stands in the tidied form alone', () => {
		const leaf = { formatted: { value: NUMBER }, boundingPolys: [polygon(0, 140)] };
		expect(hiddenOf({ ic: { personalNum: [leaf] } })).toEqual({
			ends: [[0, 140]],
			unplaced: false,
		});
	});

	it('may be told by two corners of a box', () => {
		const [from, , to] = polygon(0, 140).vertices;
		const leaf = { text: NUMBER, boundingPolys: [{ vertices: [from, to] }] };
		expect(hiddenOf({ ic: { personalNum: [leaf] } })).toEqual({
			ends: [[0, 140]],
			unplaced: false,
		});
	});

	it('is nothing of what is neither sensitive nor advised, with a place or without', () => {
		const name: JsonObject[] = [
			{ text: 'HONG' },
			{ text: 'HONG', boundingPolys: [polygon(0, 40)] },
		];
		expect(hiddenOf({ ic: { name, isConfident: true }, note: null, kind: 'ic' })).toEqual({
			ends: [],
			unplaced: false,
		});
	});

	it('lacks a place as soon as one number does', () => {
		const placed = { text: NUMBER, boundingPolys: [polygon(0, 140)] };
		expect(hiddenOf({ ic: { personalNum: [placed, { text: NUMBER }] } }).unplaced).toBe(true);
	});

	it('has no place where neither a box nor an area is there', () => {
		expect(hiddenOf({ ic: { personalNum: [{ text: NUMBER }] } }).unplaced).toBe(true);
		expect(hiddenOf({ ic: { other: [{ text: NUMBER }] } }).unplaced).toBe(true);
	});

	it('is every area that the service advises, whatever stands there', () => {
		const leaf = { text: '2020.08.16', maskingPolys: [polygon(5, 50)] };
		expect(hiddenOf({ ic: { issueDate: [leaf] } }).ends).toEqual([[5, 55]]);
	});

	it('is the end of a licence number under strict only', () => {
		const group = { dl: { num: [{ text: '11-23-123456-00', boundingPolys: [polygon(0, 150)] }] } };
		expect(hiddenOf(group).ends).toEqual([]);
		const [[left, right]] = hiddenOf(group, 'strict').ends;
		expect([left > 90, right]).toEqual([true, 150]);
	});
});

it('a value that the masked answer has no longer is hidden whole', () => {
	const clear = {
		idCard: { result: { ic: { name: [{ text: 'HONG', boundingPolys: [polygon(0, 40)] }] } } },
	};
	const { hidden, read } = hiddenLeaves(clear, { idCard: null }, SENSITIVE);
	expect(hidden).toEqual(read);
	expect(read).toHaveLength(1);
});

it('a single star hides its part of a box, a star in the tidied form the whole of it', () => {
	const boundingPolys = [polygon(0, 60)];
	const clear = { code: { text: 'A-1234', formatted: { value: '1234' }, boundingPolys } };
	const leftOf = (changed: JsonObject) => {
		const { hidden } = hiddenLeaves(clear, { code: { ...clear.code, ...changed } }, []);
		return Math.min(...hidden.flat().map(({ x }) => x));
	};
	expect(leftOf({ text: 'A-123*' })).toBeGreaterThan(40);
	expect(leftOf({ formatted: { value: '123*' } })).toBe(0);
});

it('a personal number of fewer than seven stars is hidden whole', () => {
	const ends = (text: string) => {
		const leaf = { text, boundingPolys: [polygon(0, 140)], maskingPolys: [polygon(75, 70)] };
		return hiddenOf({ ic: { personalNum: [leaf] } }).ends[1];
	};
	expect(ends('900101-123456')).toEqual([0, 140]);
	expect(ends('900101-1234567')[0]).toBeGreaterThan(60);
});

describe('the machine readable zone of a passport', () => {
	const page = [
		{ x: 0, y: 0 },
		{ x: 125, y: 0 },
		{ x: 125, y: 100 },
		{ x: 0, y: 100 },
	];
	const text = (a: Point, b: Point, c: Point, d: Point) => [a, b, c, d];
	const [a, b, c, d] = polygon(10, 40).vertices;
	const upright = text(a, b, c, d);
	const turned = text(c, d, a, b);
	// Adding 0 takes the sign from -0.
	const edges = (corners: Point[] | null) => {
		const [xs, ys] = [corners?.map(({ x }) => x) ?? [], corners?.map(({ y }) => y) ?? []];
		return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].map(
			(edge) => Math.round(edge) + 0,
		);
	};

	it('is the lowest part of its page, as the text runs', () => {
		expect(edges(passportZone(page, [upright]))).toEqual([0, 77, 125, 100]);
		expect(edges(passportZone(page, [turned]))).toEqual([0, 0, 125, 23]);
		expect(edges(passportZone(page, [text(d, a, b, c)]))).toEqual([96, 0, 125, 100]);
		expect(edges(passportZone(page, [text(b, c, d, a)]))).toEqual([0, 0, 29, 100]);
	});

	it('is the same whatever corner of the page comes first, and goes round without crossing', () => {
		for (const first of [0, 1, 2, 3]) {
			for (const outline of [page, [...page].reverse()]) {
				const zone = passportZone([...outline.slice(first), ...outline.slice(0, first)], [upright]);
				expect(edges(zone)).toEqual([0, 77, 125, 100]);
				const [p, q, r, s] = zone ?? [];
				expect([p.x - s.x, q.x - r.x, p.y - q.y, s.y - r.y]).toEqual([0, 0, 0, 0]);
			}
		}
	});

	it('follows most of the text, and a page that is askew', () => {
		expect(edges(passportZone(page, [turned, upright, upright]))).toEqual([0, 77, 125, 100]);
		const askew = [
			{ x: 0, y: 0 },
			{ x: 100, y: 20 },
			{ x: 100, y: 120 },
			{ x: 0, y: 100 },
		];
		expect(passportZone(askew, [upright])?.map(({ x, y }) => [x, Math.round(y)])).toEqual(
			expect.arrayContaining([
				[0, 77],
				[100, 97],
				[100, 120],
				[0, 100],
			]),
		);
	});

	it.each([10, 35, 60, 80, 170, 280])('follows a page that is turned by %i degrees', (degrees) => {
		const [sine, cosine] = [Math.sin, Math.cos].map((of) => of((degrees * Math.PI) / 180));
		const turn = ({ x, y }: Point) => ({ x: x * cosine - y * sine, y: x * sine + y * cosine });
		const back = ({ x, y }: Point) => ({ x: x * cosine + y * sine, y: y * cosine - x * sine });
		const zone = passportZone(page.map(turn), [upright.map(turn)]) ?? [];
		expect(edges(zone.map(back))).toEqual([0, 77, 125, 100]);
	});

	it('is unknown without the outline of a page, or without text', () => {
		expect(passportZone(page.slice(1), [upright])).toBeNull();
		expect(passportZone(page, [])).toBeNull();
		expect(passportZone(page, [upright.slice(1)])).toBeNull();
		expect(passportZone(page, [turned, upright])).toBeNull();
	});
});
