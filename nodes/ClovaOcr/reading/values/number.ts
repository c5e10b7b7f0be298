/** Marks between groups of three digits; OCR takes commas for points and middle dots. */
const GROUPED = /^[1-9]\d{0,2}(?:[.,]\d{3})+(?:\.\d{1,2})?$/;
const PLAIN_AMOUNT = /^\d+(?:\.\d{1,2})?$/;
const PLAIN_QUANTITY = /^\d+(?:\.\d+)?$/;
const GROUPED_QUANTITY = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/;

/**
 * The number that digits with marks state, where a point before three digits is a thousands mark.
 * @returns null for anything else, and above what a number holds exactly
 */
export function groupedNumber(digits: string): number | null {
	const joined = joinedBlanks(digits, isAmount);
	if (joined === null) return null;
	return exact(GROUPED.test(joined) ? withoutGroups(joined) : joined);
}

/** As `groupedNumber`, but a point is always a decimal point: 1.500 are one and a half. */
export function decimalNumber(digits: string): number | null {
	const joined = joinedBlanks(digits, isQuantity);
	return joined === null ? null : exact(joined.replace(/,/g, ''));
}

/** A tidied number, with the minus that the same number in print bears: tidied ones are digits only. */
export function keepMinus(tidied: number | null, printed: number | null): number | null {
	return tidied !== null && tidied > 0 && printed === -tidied ? printed : tidied;
}

/** Stray blanks within a number go; two numbers side by side are not one. */
function joinedBlanks(digits: string, isNumber: (text: string) => boolean): string | null {
	const tokens = digits.replace(/[·‧・、]/g, ',').split(/\s+/);
	if (tokens.length > 1 && tokens.every(isNumber)) return null;
	const joined = tokens.join('');
	return isNumber(joined) ? joined : null;
}

function isAmount(text: string): boolean {
	return GROUPED.test(text) || PLAIN_AMOUNT.test(text);
}

function isQuantity(text: string): boolean {
	return GROUPED_QUANTITY.test(text) || PLAIN_QUANTITY.test(text);
}

function withoutGroups(text: string): string {
	return text.replace(/[.,](?=\d{3}(?!\d))/g, '');
}

function exact(digits: string): number | null {
	const number = Number(digits);
	return Number.isFinite(number) && number <= Number.MAX_SAFE_INTEGER ? number : null;
}
