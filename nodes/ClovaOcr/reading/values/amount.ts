import type { JsonObject } from '../../shared/json';
import { firstReadable, isSearchable, plain, withoutEnd } from './printed';

/** W and backslash stand for the won and yen signs in many a till's font. */
const CURRENCY = /₩|¥|\\|^W|KRW|JPY|^일?금|^金|원정?|円也?/gi;
/** Marks of goods free of tax or at a lower rate, beside the amount. */
const RATE_MARKS = '*※#';
/** "¥1,200-" closes the amount; it is no minus. */
const YEN_CLOSED = /^(¥[\d.,\s]+)-$/;

/**
 * Reads an amount of money. CLOVA's tidied value wins, except that it carries digits only: the minus
 * of the same amount in print is kept.
 * @returns in whole units of the currency; null where no single amount is stated
 */
export function readAmount(text: string | null, formatted: JsonObject): number | null {
	const amount = firstReadable(text, formatted, amountInText);
	// Brackets beside a tidied amount may enclose a remark on the tax as well.
	return text === null || !isSearchable(text) || plain(text).includes('(')
		? amount
		: keepMinus(amount, amountInText(text));
}

/** Reads a discount, printed with or without a minus, as a positive amount. */
export function readReduction(text: string | null, formatted: JsonObject): number | null {
	const amount = readAmount(text, formatted);
	return amount === null ? null : Math.abs(amount);
}

function amountInText(text: string): number | null {
	const printed = withoutEnd(plain(text).replace(/^[*※#]+/, ''), `${RATE_MARKS}軽`).trim();
	const bare = printed.replace(YEN_CLOSED, '$1').replace(CURRENCY, '').trim();
	const digits = bare.replace(/^[-△▲]/, '');
	const [, inBrackets] = /^\((.*)\)$/s.exec(digits) ?? [];
	const number = groupedNumber((inBrackets ?? digits).replace(/^\+/, '').trim());
	if (number === null) return null;
	return digits !== bare || inBrackets !== undefined ? 0 - number : number;
}

const UNITS =
	'개입?|EA|매|장|병|잔|권|명|인분?|건|회|박|박스|대|벌|쌍|켤레|봉지?|포|팩|세트|캔|모|단|통|판|줄|접시|그릇|마리|KG|G|ML|PCS?|SET|BOX|点|個|コ|ケ|ヶ|本|枚|つ|袋|箱|名|人|杯|冊|台|式|セット|パック';
/** "x 3", "@2" before, "3 x" behind the number. */
const TIMES = /^[x×@*]|[x×*]$/gi;
const UNIT = new RegExp(`(?<=[\\d.,·、\\s])(?:${UNITS})$`, 'i');

/**
 * Reads how many: "2", "2개", "1.5kg", "x 3".
 * @returns null where no single number is stated (OCR gives "," or a letter for many a small digit)
 */
export function readQuantity(text: string | null, formatted: JsonObject): number | null {
	const quantity = firstReadable(text, formatted, quantityInText);
	return text === null || !isSearchable(text)
		? quantity
		: keepMinus(quantity, quantityInText(text));
}

function quantityInText(text: string): number | null {
	const counted = plain(text).replace(TIMES, '').trim().replace(UNIT, '').trim();
	const minus = counted.startsWith('-');
	const number = decimalNumber((minus ? counted.slice(1) : counted).trim());
	return number === null || !minus ? number : 0 - number;
}

/** Marks between groups of three digits; OCR takes commas for points and middle dots. */
const GROUPED = /^[1-9]\d{0,2}(?:[.,]\d{3})+(?:\.\d{1,2})?$/;
const PLAIN_AMOUNT = /^\d+(?:\.\d{1,2})?$/;
const PLAIN_QUANTITY = /^\d+(?:\.\d+)?$/;
const GROUPED_QUANTITY = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/;

/**
 * The number that digits with marks state, where a point before three digits is a thousands mark.
 * @returns null for anything else, and above what a number holds exactly
 */
function groupedNumber(digits: string): number | null {
	const joined = joinedBlanks(digits, isAmount);
	return joined === null ? null : exact(withoutGroups(joined));
}

/** As `groupedNumber`, but a point is always a decimal point: 1.500 are one and a half. */
function decimalNumber(digits: string): number | null {
	const joined = joinedBlanks(digits, isQuantity);
	return joined === null ? null : exact(joined.replace(/,/g, ''));
}

/** A tidied number, with the minus that the same number in print bears: tidied ones are digits only. */
function keepMinus(tidied: number | null, printed: number | null): number | null {
	return tidied !== null && printed === -Math.abs(tidied) ? printed : tidied;
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
	return number <= Number.MAX_SAFE_INTEGER ? number : null;
}

export type Currency = 'JPY' | 'KRW';

const WON = /₩|KRW|\d\s*원/i;
const YEN = /¥|JPY|\d\s*円/i;
const FOREIGN = /[$€£]\s*\d|\d\s*(?:元|[$€£])|\b(?:USD|EUR|GBP|CNY|TWD)\b/i;

/**
 * The currency of a receipt: by the marks beside its amounts, else by its language.
 * @param texts everything that is printed
 * @param language CLOVA's estimate, such as `ko`
 * @returns null where neither says, or another currency's marks are printed
 */
export function readCurrency(
	texts: string[],
	language: string | null | undefined,
): Currency | null {
	const printed = texts.map(plain);
	const marked = (mark: RegExp) => printed.some((text) => mark.test(text));
	const tongue = language ?? '';
	const [won, yen, spoken] = [marked(WON), marked(YEN), byLanguage(tongue)];
	if (won && yen) return spoken;
	if (won) return 'KRW';
	// The yuan shares the yen's sign.
	if (yen) return /^zh/i.test(tongue) ? null : 'JPY';
	return marked(FOREIGN) ? null : spoken;
}

function byLanguage(language: string): Currency | null {
	if (/^ko/i.test(language)) return 'KRW';
	return /^ja/i.test(language) ? 'JPY' : null;
}
