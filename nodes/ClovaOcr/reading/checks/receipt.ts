import type { CheckResult } from '../reading';

/** What a line of a receipt states. */
export interface Line {
	quantity: number | null;
	unitPrice: number | null;
	price: number | null;
}

/** Part of a unit that sums of decimals may be off by without being wrong. */
const ROUNDING = 0.005;

/**
 * Checks the lines' prices against the total, with the discount taken off or not (some tills print
 * prices that are already reduced).
 * @param discount positive, or null where none is printed
 */
export function checkItemsTotal(
	prices: Array<number | null>,
	discount: number | null,
	total: number | null,
): CheckResult {
	if (total === null || prices.length === 0) return 'notCheckable';
	let sum = 0;
	for (const price of prices) {
		if (price === null) return 'notCheckable';
		sum += price;
	}
	return same(sum, total) || same(sum - (discount ?? 0), total) ? 'pass' : 'mismatch';
}

/**
 * Checks quantity times unit price against the price, line by line; lines that lack one of them do not
 * count. Weighed goods may differ by less than one unit of the currency.
 */
export function checkLineTotals(lines: Line[]): CheckResult {
	const results = lines.flatMap(({ quantity, unitPrice, price }) =>
		quantity === null || unitPrice === null || price === null
			? []
			: [Math.abs(quantity * unitPrice - price) < (Number.isInteger(quantity) ? ROUNDING : 1)],
	);
	if (results.length === 0) return 'notCheckable';
	return results.every((agrees) => agrees) ? 'pass' : 'mismatch';
}

/**
 * Checks that the tax is no more than a total can hold: an eleventh at the full rate of 10 %, and one
 * unit for rounding. Less is right where part of the goods is free of tax.
 */
export function checkTax(tax: number | null, total: number | null): CheckResult {
	if (tax === null || total === null) return 'notCheckable';
	return Math.abs(tax) > Math.abs(total) / 11 + 1 ? 'mismatch' : 'pass';
}

function same(one: number, other: number): boolean {
	return Math.abs(one - other) < ROUNDING;
}
