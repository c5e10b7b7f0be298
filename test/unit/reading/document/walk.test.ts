import { takeApart } from '../../../../nodes/ClovaOcr/reading/document/walk';
import type { JsonObject } from '../../../../nodes/ClovaOcr/shared/json';

const square = {
	vertices: [
		{ x: 10.5, y: 20 },
		{ x: 110, y: 21 },
		{ x: 109, y: 50 },
		{ x: 10, y: 49.5 },
	],
};

function pathsAndTexts(result: JsonObject): Array<[string, string]> {
	const { leaves } = takeApart({ receipt: { result } }, 'receipt');
	return leaves.map(({ path, text }) => [path, text]);
}

describe('what counts as a value of a document answer', () => {
	test.each<[string, JsonObject, Array<[string, string]>]>([
		['a leaf', { name: { text: 'a' } }, [['name', 'a']]],
		[
			'a list of leaves',
			{ name: [{ text: 'a' }, { text: 'b' }] },
			[
				['name', 'a'],
				['name', 'b'],
			],
		],
		['a list in a list', { name: [[{ text: 'a' }], null] }, [['name', 'a']]],
		['a leaf in a group', { group: { name: { text: 'a' } } }, [['group.name', 'a']]],
		['a leaf in a list of groups', { group: [{ name: { text: 'a' } }] }, [['group.name', 'a']]],
		['a leaf without text', { name: { formatted: { value: 'a' } } }, [['name', 'a']]],
		[
			'a leaf with a blank text',
			{ name: { text: ' ', formatted: { value: 'a' } } },
			[['name', 'a']],
		],
		[
			'a date without text',
			{ date: { formatted: { year: '2026', month: '01', day: '' } } },
			[['date', '2026 01']],
		],
		[
			'a leaf whose tidied form is a list',
			{ name: { formatted: [{ value: 'a' }, { value: 'b' }] } },
			[['name', 'a b']],
		],
		[
			'a group whose members are called as those of a leaf',
			{ group: { keyText: { text: 'b' }, text: { text: 'c' } } },
			[
				['group.keyText', 'b'],
				['group.text', 'c'],
			],
		],
		['a number as text', { total: { text: 1200 } }, [['total', '1200']]],
		['a bare string', { note: 'a' }, [['note', 'a']]],
		['a text in a list', { name: { text: ['a'] } }, [['name.text', 'a']]],
		['decomposed Hangul', { name: { text: '가'.normalize('NFD') } }, [['name', '가']]],
		[
			'a leaf with a leaf inside',
			{ name: { text: 'a', part: { text: 'b' } } },
			[
				['name', 'a'],
				['name.part', 'b'],
			],
		],
		['nothing', { a: null, b: [], c: {}, d: { text: null }, e: { text: '' }, f: ' ' }, []],
		['polygons', { rois: [square], name: { text: 'a', boundingPolys: [square] } }, [['name', 'a']]],
	])('%s', (_, result, expected) => {
		expect(pathsAndTexts(result)).toEqual(expected);
	});

	test('members that stand beside the result keep their whole path', () => {
		const { leaves, strangers } = takeApart(
			{ uid: '1', name: 'scan', receipt: { extra: { text: 'a' } }, other: { text: 'b' } },
			'receipt',
		);
		expect(leaves.map(({ path }) => path)).toEqual(['receipt.extra']);
		expect(strangers.map(({ path }) => path)).toEqual(['other']);
	});

	test('what CLOVA says of its reading is no value of the document', () => {
		const { leaves, remarks } = takeApart(
			{
				idCard: {
					meta: { estimatedLanguage: 'ko' },
					result: { idtype: 'Passport', isConfident: false },
				},
			},
			'idCard',
		);
		expect(leaves).toEqual([]);
		expect(Object.fromEntries(remarks)).toEqual({
			estimatedLanguage: 'ko',
			idtype: 'Passport',
			isConfident: 'false',
		});
	});
});

describe('what a leaf says', () => {
	test('everything where it is given', () => {
		const leaf = {
			text: '0001234567',
			formatted: { value: '000-12-34567' },
			keyText: '번호',
			confidenceScore: 0.9,
			boundingPolys: [square],
			maskingPolys: [square],
		};
		expect(takeApart({ receipt: { result: { num: [leaf] } } }, 'receipt').leaves).toEqual([
			{
				path: 'num',
				names: ['num'],
				place: [0],
				lists: [true],
				text: '0001234567',
				formatted: { value: '000-12-34567' },
				keyText: '번호',
				confidence: 0.9,
				boxes: [{ x: 10, y: 20, width: 100, height: 30 }],
				maskBoxes: [{ x: 10, y: 20, width: 100, height: 30 }],
				reshaped: false,
			},
		]);
	});

	test.each([[0], [null], ['high'], [1.5], [-1], [undefined]])(
		'a confidence of %p is unknown',
		(confidenceScore) => {
			const leaf: JsonObject = { text: 'a' };
			if (confidenceScore !== undefined) leaf.confidenceScore = confidenceScore;
			const { leaves } = takeApart({ receipt: { result: { name: leaf } } }, 'receipt');
			expect(leaves[0]?.confidence).toBeNull();
		},
	);

	test.each<[string, JsonObject, boolean]>([
		['no text', { formatted: { value: 'a' } }, true],
		['an unknown object instead of formatted', { text: 'a', tidied: { value: 'b' } }, true],
		['an unknown object beside formatted', { text: 'a', formatted: {}, hint: { b: 'c' } }, false],
		[
			'an unknown object beside refinedText',
			{ rawText: 'a', refinedText: 'b', hint: { b: 'c' } },
			false,
		],
		['a bare text beside', { text: 'a', hint: 'b' }, false],
		['another value beside', { text: 'a', part: { text: 'b' } }, false],
		['an object that says nothing', { text: 'a', hint: { b: null, c: ' ' } }, false],
		['a known member that is an object', { text: 'a', keyText: { b: 'c' } }, false],
	])('its form is new or not: %s', (_, leaf, reshaped) => {
		const { leaves } = takeApart({ receipt: { result: { name: leaf } } }, 'receipt');
		expect(leaves[0]?.reshaped).toBe(reshaped);
	});

	test('a polygon without corners is no box', () => {
		const leaf = { text: 'a', boundingPolys: [{ vertices: [] }, square] };
		const { leaves } = takeApart({ receipt: { result: { name: leaf } } }, 'receipt');
		expect(leaves[0]?.boxes).toEqual([{ x: 10, y: 20, width: 100, height: 30 }]);
	});

	test('its place tells the elements of lists apart', () => {
		const item = { name: { text: 'a' } };
		const { leaves } = takeApart(
			{ receipt: { result: { groups: [{ items: [item, item] }, { items: item }] } } },
			'receipt',
		);
		expect(leaves.map(({ place }) => place)).toEqual([
			[0, 0, 0],
			[0, 1, 0],
			[1, 0, 0],
		]);
	});
});
