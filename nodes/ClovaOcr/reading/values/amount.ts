import type { JsonObject } from '../../shared/json';
import { groupedNumber, keepMinus } from './number';
import { firstReadable, plain } from './printed';

/** W and backslash stand for the won and yen signs in many a till's font. */
const CURRENCY = /₩|¥|\\|^W|KRW|JPY|^일?금|^金|원정?|円也?/gi;
/** Marks of goods free of tax or at a lower rate, beside the amount. */
const RATE_MARKS = /^[*※#]+|[*※#軽]+$/g;
/** "¥1,200-" closes the amount; it is no minus. */
const YEN_CLOSED = /^¥\s*[\d.,\s]+-$/;

/**
 * Reads an amount of money. CLOVA's tidied value wins, except that it carries digits only: the minus
 * of the same amount in print is kept.
 * @returns in whole units of the currency; null where no single amount is stated
 */
export function readAmount(text: string | null, formatted: JsonObject): number | null {
	const amount = firstReadable(text, formatted, amountInText);
	// Brackets beside a tidied amount may enclose a remark on the tax as well.
	return text === null || plain(text).includes('(')
		? amount
		: keepMinus(amount, amountInText(text));
}

/** Reads a discount, printed with or without a minus, as a positive amount. */
export function readReduction(text: string | null, formatted: JsonObject): number | null {
	const amount = readAmount(text, formatted);
	return amount === null ? null : Math.abs(amount);
}

function amountInText(text: string): number | null {
	const printed = plain(text).replace(RATE_MARKS, '').trim();
	const closed = YEN_CLOSED.test(printed) ? printed.slice(0, -1) : printed;
	const [, minus, digits] = /^([-△▲]?)(.*)$/s.exec(closed.replace(CURRENCY, '').trim()) ?? [];
	const [, inBrackets] = /^\((.*)\)$/s.exec(digits ?? '') ?? [];
	const number = groupedNumber((inBrackets ?? digits ?? '').replace(/^\+/, '').trim());
	if (number === null) return null;
	return minus !== '' || inBrackets !== undefined ? 0 - number : number;
}
