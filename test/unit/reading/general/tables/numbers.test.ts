import fc from 'fast-check';

import { columnNumbers } from '../../../../../nodes/ClovaOcr/reading/general/tables/numbers';

test.each<[string, Array<string | null>, number[]]>([
	['thousands commas', ['1,000', '25', '1,234,567'], [1000, 25, 1234567]],
	['signs', ['-1,000', '+5', '\u22123'], [-1000, 5, -3]],
	['a triangle or brackets for a minus', ['△500', '(1,200)', '7'], [-500, -1200, 7]],
	['won behind', ['1,000원', '2,500 원'], [1000, 2500]],
	['won in front, full-width too', ['₩1,000', '￦-20'], [1000, -20]],
	['per cent', ['12.5%', '0%'], [12.5, 0]],
	['decimals', ['0.5', '1.25'], [0.5, 1.25]],
	['full-width brackets', ['（３００）', '1'], [-300, 1]],
	['a sign on either side of the currency', ['-₩5', '₩-6', '₩7'], [-5, -6, 7]],
	['dollars behind', ['5$', '6 $'], [5, 6]],
	['zeros, of which none is negative', ['0', '-0', '(0)'], [0, 0, 0]],
	['15 digits', ['123456789012345'], [123456789012345]],
	['some that read like dates, but not all', ['20261005', '7'], [20261005, 7]],
])('a column with %s becomes numbers', (_, texts, numbers) => {
	expect(columnNumbers(texts, '금액')).toEqual(numbers);
});

test('a cell without text stays empty', () => {
	expect(columnNumbers(['1', null, '3'], '수량')).toEqual([1, null, 3]);
	expect(columnNumbers([null, null], '수량')).toBeNull();
});

test.each<[string, string[], string?]>([
	['one text among the numbers', ['1', '2', '약 3']],
	['two units', ['1,000원', '50%']],
	['a unit in some cells only', ['1,000원', '50']],
	['leading zeros', ['001', '002']],
	['a phone number', ['010-1234-5678']],
	['a full date', ['2026-10-05']],
	['dates without marks', ['20261005', '20261006']],
	['year and month', ['2026.10', '2026.1']],
	['year and month in one of its cells', ['1.5', '2026.10']],
	['what the header calls a date', ['10.05', '10.06'], '거래일자'],
	['more than 15 digits', ['1234567890123456']],
	['a lone dash', ['-', '5']],
	['numbers in two lines', ['1\n2']],
	['misplaced commas', ['1,00', '5']],
	['a masked number', ['900101-*******']],
	['both a sign and brackets', ['(-5)']],
	['two signs', ['-₩-5']],
	['a unit in front in some cells only', ['5', '₩5']],
	['a currency on both sides', ['$5원']],
])('a column with %s stays text', (_, texts, label = '값') => {
	expect(columnNumbers(texts, label)).toBeNull();
});

test('a column is numbers as a whole or not at all, and a number prints as it was read', () => {
	const number = fc.integer({ min: -999_999_999, max: 999_999_999 });
	const cell = fc.oneof(
		number.map((value) => value.toLocaleString('en-US')),
		fc.string(),
	);
	fc.assert(
		fc.property(fc.array(cell, { minLength: 1 }), (texts) => {
			const numbers = columnNumbers(texts, '');
			if (numbers === null) return;
			expect(numbers).toHaveLength(texts.length);
			for (const value of numbers) expect(Number.isFinite(value)).toBe(true);
		}),
	);
});
