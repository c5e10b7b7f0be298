import type { Json } from '../../shared/json';
import { readAmount, readQuantity } from '../values/amount';
import { readDate } from '../values/date';
import { plain, readText } from '../values/printed';
import { readTime } from '../values/time';
import type { Leaf } from './leaf';

/** A value whose kind nobody has told, and whether it is a date that does not exist. */
export interface Typed {
	value: Json;
	unreadableDate: boolean;
}

/** Members that are called so hold names in digits: leading zeros count, and nobody adds them up. */
const NAME =
	/(?:num|number|no|code|id|tel|phone|fax|mobile|zip|account|card|biz|license|serial)\d*$/i;
const COUNT = /(?:count|qty|quantity)\d*$/i;
const AMOUNT = /(?:amount|price|total|sum|fee|tax|cost|pay|paid|balance|discount|charge)\d*$/i;

/** Digits that no name has: a mark of money, groups of thousands, a decimal point, or very few. */
const NUMBER_LOOK = /[₩¥$€£원円]|\d,\d{3}(?!\d)|^\D{0,2}\d+\.\d+\D{0,3}$|^-?\d{1,4}$/;
const LEADING_ZERO = /^\D*0\d/;

/**
 * Reads a value by what CLOVA's tidied form says of it: parts of a date or time, else digits that are an
 * amount by their look or by the name of their member. Everything else stays text, tidied before printed.
 */
export function readTyped(leaf: Leaf): Typed {
	const { text, formatted } = leaf;
	const has = (...names: string[]) => names.every((name) => formatted[name] !== undefined);
	const isDate = has('year', 'month', 'day');
	const isTime = has('hour', 'minute');
	if (isDate) {
		const date = readDate(text, formatted);
		const time = isTime ? readTime(null, formatted) : null;
		const value = date === null || time === null ? date : `${date}T${time}`;
		return { value, unreadableDate: date === null };
	}
	const value = isTime ? (readTime(text, formatted) ?? readText(text)) : numberOrText(leaf);
	return { value, unreadableDate: false };
}

function numberOrText({ path, text, formatted }: Leaf): Json {
	const own = readText(text, formatted);
	if (formatted.value === undefined) return own;
	const name = path.slice(path.lastIndexOf('.') + 1);
	const printed = plain(text);
	if (LEADING_ZERO.test(printed) || LEADING_ZERO.test(own ?? '')) return own;
	if (COUNT.test(name)) return readQuantity(text, formatted) ?? own;
	if (!AMOUNT.test(name) && (NAME.test(name) || !NUMBER_LOOK.test(printed))) return own;
	return readAmount(text, formatted) ?? own;
}
