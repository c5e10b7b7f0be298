import type { CheckResult } from '../reading';

/** What a line of a receipt states. */
export interface LineItem {
	quantity: number | null;
	unitPrice: number | null;
	price: number | null;
}

/** Part of a unit that sums of decimals may be off by without being wrong. */
const ROUNDING = 0.005;

/**
 * Checks the lines' prices against the total, with the discount taken off or not (some tills print
 * prices that are already reduced). Where a line lacks its price, those that are known can only show
 * that they are too much already.
 * @param discount positive, or null where none is printed
 */
export function checkItemsTotal(
	prices: Array<number | null>,
	discount: number | null,
	total: number | null,
): CheckResult {
	if (total === null || prices.length === 0) return 'notCheckable';
	const known = prices.filter((price) => price !== null);
	const sum = known.reduce((all, price) => all + price, 0);
	const reduced = sum - (discount ?? 0);
	if (known.length < prices.length) {
		return reduced > total + ROUNDING ? 'mismatch' : 'notCheckable';
	}
	return same(sum, total) || same(reduced, total) ? 'pass' : 'mismatch';
}

/**
 * Checks quantity times unit price against the price, line by line; lines that lack one of them do not
 * count. Weighed goods may differ by less than one unit of the currency.
 */
export function checkLineTotals(lines: LineItem[]): CheckResult {
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

/** Checks the total against the one that the user expects. */
export function checkExpectedTotal(total: number | null, expected: number): CheckResult {
	if (total === null) return 'notCheckable';
	return same(total, expected) ? 'pass' : 'mismatch';
}

function same(one: number, other: number): boolean {
	return Math.abs(one - other) < ROUNDING;
}
