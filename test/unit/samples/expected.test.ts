import type { Json } from '../../../nodes/ClovaOcr/shared/json';
import { sample, type Sample } from '../../samples';
import { missingValues } from '../../support/expected';

const receipt: Sample = {
	...sample('receipt'),
	expected: [{ total: 5000, items: [{ price: 1 }] }],
};

describe('what a sample has and its items lack', () => {
	const cases: Array<[string, Json[], string[]]> = [
		['nothing', [{ total: 5000, items: [{ price: 1, name: '빵' }], ocr: {} }], []],
		['an item', [], ['1 items expected, 0 came']],
		[
			'values of nothing but dashes',
			[{ total: null, items: [] }],
			['item 1, total: 5000 expected, null came', 'item 1, items: 1 entries expected, 0 came'],
		],
		['a key', [{ items: [{ price: 1 }] }], ['item 1, total: 5000 expected, undefined came']],
		[
			'a value inside of a list',
			[{ total: 5000, items: [{ price: '1' }] }],
			['item 1, items[0].price: 1 expected, "1" came'],
		],
		['a list', [{ total: 5000, items: 'none' }], ['item 1, items: "none" came']],
	];
	test.each(cases)('%s', (_, items, missing) => {
		expect(missingValues(receipt, items)).toEqual(missing);
	});

	test('a word, where only words are asked for, whatever their order', () => {
		const words: Sample = { ...receipt, compared: 'words', expected: [{ text: '가 나\n나' }] };
		expect(missingValues(words, [{ text: '나 가 나' }])).toEqual([]);
		expect(missingValues(words, [{ text: '나 가' }])).toEqual(['item 1: the word 나 is missing']);
	});
});
