import type { JsonObject } from '../json';
import { groupedNumber } from './number';
import { firstReadable, plain } from './printed';

const CURRENCY = /₩|¥|\\|KRW|JPY|원정?|円|圓/gi;
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
	const printed = text === null ? null : amountInText(text);
	return amount !== null && printed === -amount ? printed : amount;
}

/** Reads a discount, printed with or without a minus, as a positive amount. */
export function readReduction(text: string | null, formatted: JsonObject): number | null {
	const amount = readAmount(text, formatted);
	return amount === null ? null : Math.abs(amount);
}

function amountInText(text: string): number | null {
	const printed = plain(text).replace(RATE_MARKS, '').trim();
	const open = YEN_CLOSED.test(printed) ? printed.slice(0, -1) : printed;
	const [, minus, digits] = /^([-△▲]?)(.*)$/s.exec(open.replace(CURRENCY, '').trim()) ?? [];
	const [, inBrackets] = /^\((.*)\)$/s.exec(digits ?? '') ?? [];
	const number = groupedNumber((inBrackets ?? digits ?? '').replace(/^\+/, '').trim());
	if (number === null) return null;
	return minus !== '' || inBrackets !== undefined ? 0 - number : number;
}
