import { hiddenLeaves } from '../../../../nodes/ClovaOcr/reading/document/hiddenLeaves';
import { maskImage } from '../../../../nodes/ClovaOcr/reading/masking/maskImage';
import type { SensitivePath } from '../../../../nodes/ClovaOcr/reading/masking/found';
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
