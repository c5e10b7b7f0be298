/** A plain number in print: where its sign stands, what it counts, its digits. */
const PLAIN =
	/^([-\u2212+△]?)([₩$¥]?)([-\u2212+△]?)((?:0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*)(?:\.\d+)?)\s?([원%$]?)$/;
const IN_BRACKETS = /^\((.*)\)$/s;
/** Year and month with a point between them, which would pass for a decimal number. */
const YEAR_AND_MONTH = /^(?:19|20)\d\d\.(?:0?[1-9]|1[0-2])$/;
/** Year, month and day without any mark. */
const COMPACT_DATE = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;
const DATE_LABEL = /일자|날짜|\bdate\b/i;
/** More than a number holds exactly: an account or a card, never a quantity. */
const MOST_DIGITS = 15;

/**
 * The texts of a column as numbers, or null where the column stays as it is: every filled cell has to
 * be a plain number with the same unit, so that no column is half text. Thousands commas, one currency
 * sign in front or one `원`, `%` or `$` behind are left out; `△` and brackets are a minus. Numbers that
 * begin with a zero, dates, phone numbers and more than 15 digits are no quantities.
 * @param label what the header says of the column
 */
export function columnNumbers(
	texts: Array<string | null>,
	label: string,
): Array<number | null> | null {
	const filled = texts.filter((text) => text !== null).map((text) => text.normalize('NFKC'));
	if (filled.length === 0 || isOfDates(filled, label)) return null;
	const numbers = filled.map(plainNumber);
	const unit = numbers[0]?.unit;
	const values: number[] = [];
	for (const number of numbers) {
		if (number === null || number.unit !== unit) return null;
		values.push(number.value);
	}
	let next = 0;
	return texts.map((text) => (text === null ? null : values[next++]));
}

function isOfDates(texts: string[], label: string): boolean {
	return (
		DATE_LABEL.test(label) ||
		texts.some((text) => YEAR_AND_MONTH.test(text)) ||
		texts.every((text) => COMPACT_DATE.test(text))
	);
}

function plainNumber(text: string): { value: number; unit: string } | null {
	const trimmed = text.trim();
	const [, inside] = IN_BRACKETS.exec(trimmed) ?? [];
	const [, outer, currency, inner, digits, unit] = PLAIN.exec((inside ?? trimmed).trim()) ?? [];
	if (digits === undefined || (currency !== '' && unit !== '')) return null;
	const signs = [outer, inner].filter((sign) => sign !== '');
	if (signs.length > 1 || (inside !== undefined && signs.length > 0)) return null;
	if (digits.replace(/\D/g, '').length > MOST_DIGITS) return null;
	const value = Number(digits.replaceAll(',', ''));
	const negative = inside !== undefined || (signs.length > 0 && signs[0] !== '+');
	return { value: negative ? 0 - value : value, unit: `${currency}${unit}` };
}
