import { confidenceOf, memberNames, readConfidence } from '../../../nodes/ClovaOcr/reading/page';
import type { Json, JsonObject } from '../../../nodes/ClovaOcr/shared/json';

describe('the names of members', () => {
	test.each<[string, JsonObject, string]>([
		[
			'with those within',
			{ receipts: { meta: 1, result: 2 }, version: 'V2' },
			'receipts (meta, result), version',
		],
		['through lists', { fields: [{ text: 1 }, [{ text: 1, box: 2 }], 7] }, 'fields (text, box)'],
		[
			'without those of the call',
			{ uid: '1', name: 'x', inferResult: 'SUCCESS', title: null },
			'title',
		],
		[
			'but none that may be a value',
			{ '900101-1234567': 1, Kim: 2, result: 3 },
			'a name that is not shown, result',
		],
		['but none where there are none', {}, ''],
	])('are told %s', (_, entry, names) => {
		expect(memberNames(entry)).toBe(names);
	});

	test('are ten at most', () => {
		const letters = [...'abcdefghijklm'];
		const entry = Object.fromEntries(letters.map((letter) => [`member${letter.toUpperCase()}`, 1]));
		expect(memberNames(entry).split(', ')).toHaveLength(10);
		expect(memberNames(entry)).toMatch(/^memberA, .*memberJ$/);
	});
});

test.each<[Json | undefined, number | null]>([
	[0, 0],
	[0.5, 0.5],
	[1, 1],
	['0.75', 0.75],
	[-0.01, null],
	[1.01, null],
	['high', null],
	[null, null],
	[undefined, null],
])('a confidence of %p reads as %p', (score, confidence) => {
	expect(readConfidence(score)).toBe(confidence);
});

test.each<[Array<number | null>, number | null, number | null]>([
	[[0.9, 0.6, 0.75], 0.75, 0.6],
	[[null, 0.5, null], 0.5, 0.5],
	[[0, 1, 1], 0.666667, 0],
	[[null], null, null],
	[[], null, null],
])('of %p the mean is %p and the lowest %p', (confidences, confidence, lowestConfidence) => {
	expect(confidenceOf(confidences)).toEqual({ confidence, lowestConfidence });
});
