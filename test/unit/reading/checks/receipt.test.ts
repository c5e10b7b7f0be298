import fc from 'fast-check';

import {
	checkExpectedTotal,
	checkItemsTotal,
	checkLineTotals,
	checkTax,
} from '../../../../nodes/ClovaOcr/reading/checks/receipt';
import type { CheckResult } from '../../../../nodes/ClovaOcr/reading/reading';

describe('checkItemsTotal', () => {
	it.each<[Array<number | null>, number | null, number | null, CheckResult]>([
		[[18000, 1000, 2000], null, 21000, 'pass'],
		[[18000, 1000, 2000], 0, 21000, 'pass'],
		[[18000, 1000, 2000], 1000, 20000, 'pass'],
		[[18000, 1000, 2000], 1000, 21000, 'pass'],
		[[18000, 4000, -1000], null, 21000, 'pass'],
		[[-18000], null, -18000, 'pass'],
		[[0.1, 0.2], null, 0.3, 'pass'],
		[[18000, 1000], null, 21000, 'mismatch'],
		[[18000, 1000, 2000], 1000, 19000, 'mismatch'],
		[[18000, 1000, 2000], 1000, 22000, 'mismatch'],
		[[18000], null, 18001, 'mismatch'],
		[[18000, null], null, 18000, 'notCheckable'],
		[[18000, null], null, 17999, 'mismatch'],
		[[18000, null], 1000, 17000, 'notCheckable'],
		[[18000, null], 1000, 16000, 'mismatch'],
		[[0.005, null], null, 0, 'notCheckable'],
		[[18000], null, null, 'notCheckable'],
		[[], null, 18000, 'notCheckable'],
	])('%j less %j against %j: %s', (prices, discount, total, result) => {
		expect(checkItemsTotal(prices, discount, total)).toBe(result);
	});

	it('finds every total that is off', () => {
		const amounts = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1 });
		fc.assert(
			fc.property(amounts, fc.integer({ min: 1, max: 1000 }), (prices, off) => {
				const sum = prices.reduce((all, price) => all + price, 0);
				expect(checkItemsTotal(prices, null, sum)).toBe('pass');
				expect(checkItemsTotal(prices, null, sum + off)).toBe('mismatch');
				expect(checkItemsTotal(prices, null, sum - off)).toBe('mismatch');
				expect(checkItemsTotal(prices, off, sum - off)).toBe('pass');
			}),
		);
	});
});

describe('checkLineTotals', () => {
	const line = (quantity: number | null, unitPrice: number | null, price: number | null) => ({
		quantity,
		unitPrice,
		price,
	});

	it.each<[string, ReturnType<typeof line>[], CheckResult]>([
		['all agree', [line(2, 9000, 18000), line(1, 1000, 1000)], 'pass'],
		['a return', [line(-1, 1000, -1000)], 'pass'],
		['weighed goods', [line(0.254, 12900, 3276)], 'pass'],
		['incomplete lines do not count', [line(2, 9000, 18000), line(1, null, 1000)], 'pass'],
		['one does not agree', [line(2, 9000, 18000), line(1, 1500, 4180)], 'mismatch'],
		['half a unit off', [line(3, 0.5, 2)], 'mismatch'],
		['weighed goods that are a whole unit off', [line(0.5, 1000, 501)], 'mismatch'],
		['one unit off', [line(3, 333, 1000)], 'mismatch'],
		['weighed goods that are off', [line(0.254, 12900, 3300)], 'mismatch'],
		[
			'nothing complete',
			[line(null, 9000, 18000), line(2, null, 1), line(1, 2, null)],
			'notCheckable',
		],
		['no lines', [], 'notCheckable'],
	])('%s', (_, lines, result) => {
		expect(checkLineTotals(lines)).toBe(result);
	});
});

describe('checkTax', () => {
	it.each<[number | null, number | null, CheckResult]>([
		[1909, 21000, 'pass'],
		[1910, 21000, 'pass'],
		[2000, 22000, 'pass'],
		[2001, 22000, 'pass'],
		[698, 19770, 'pass'],
		[0, 19770, 'pass'],
		[-2000, -22000, 'pass'],
		[2002, 22000, 'mismatch'],
		[-2002, -22000, 'mismatch'],
		[1, 0, 'pass'],
		[2, 0, 'mismatch'],
		[null, 22000, 'notCheckable'],
		[2000, null, 'notCheckable'],
	])('tax %j of %j: %s', (tax, total, result) => {
		expect(checkTax(tax, total)).toBe(result);
	});
});

test.each<[number | null, number, CheckResult]>([
	[21000, 21000, 'pass'],
	[0.1 + 0.2, 0.3, 'pass'],
	[0.005, 0, 'mismatch'],
	[21000, 21001, 'mismatch'],
	[-21000, 21000, 'mismatch'],
	[null, 21000, 'notCheckable'],
	[null, 0, 'notCheckable'],
])('a total of %j where %j is expected: %s', (total, expected, result) => {
	expect(checkExpectedTotal(total, expected)).toBe(result);
});
