import type { Random } from './random';

/** Invented numbers. Sums and prefixes as the public rules have them; none is taken from a person. */

export function two(value: number): string {
	return String(value).padStart(2, '0');
}

/** YYMMDD that exists in every year. */
export function birth(random: Random): string {
	return two(random.int(0, 99)) + two(random.int(1, 12)) + two(random.int(1, 28));
}

/** The date of some business of the last years, YYMMDD. */
export function recentDate(random: Random): string {
	return two(random.int(19, 26)) + two(random.int(1, 12)) + two(random.int(1, 28));
}

/** Front and back of a resident or alien registration number; most keep the check digit. */
export function person(random: Random): [front: string, back: string] {
	const front = birth(random);
	const start = random.digits(6, random.chance(0.04) ? '90' : '12345678');
	const digits = front + start;
	const sum = [...digits].reduce(
		(total, d, i) => total + Number(d) * [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5][i],
		0,
	);
	const base = '5678'.includes(start[0]) ? 13 : 11;
	// Check digits ended in October 2020: nobody whose number begins with 9 or 0 was given one since.
	const check =
		'90'.includes(start[0]) || random.chance(0.7) ? (base - (sum % 11)) % 10 : random.int(0, 9);
	return [front, start + String(check)];
}

export function luhnDigit(digits: string): string {
	const sum = [...digits]
		.reverse()
		.map((d, i) => Number(d) * (i % 2 === 0 ? 2 : 1))
		.reduce((total, product) => total + (product > 9 ? product - 9 : product), 0);
	return String((10 - (sum % 10)) % 10);
}

export function withLuhn(start: string): string {
	return start + luhnDigit(start);
}

/** The same length with a last digit that Luhn refuses. */
export function againstLuhn(random: Random, start: string): string {
	return start + String((Number(luhnDigit(start)) + random.int(1, 9)) % 10);
}

export function card16(random: Random): string {
	const prefix = random.pick([
		'4',
		'4',
		'51',
		'52',
		'53',
		'54',
		'55',
		'2221',
		'2550',
		'62',
		'6011',
		'65',
		'3528',
		'3560',
		'9409',
		'9410',
		'9490',
	]);
	return withLuhn(prefix + random.digits(15 - prefix.length));
}

export function amex(random: Random): string {
	return withLuhn(random.pick(['34', '37']) + random.digits(12));
}

export function diners(random: Random): string {
	return withLuhn(random.pick(['36', '38', '300', '305']).padEnd(13, random.digits(13)));
}

export function long19(random: Random): string {
	return withLuhn(random.pick(['62', '4', '6011']).padEnd(18, random.digits(18)));
}

/** EAN-13, EAN-8 or UPC-A from its digits without the check digit (GS1: weights 3 and 1 from the right). */
export function withGs1(start: string): string {
	const sum = [...start]
		.reverse()
		.reduce((total, d, i) => total + Number(d) * (i % 2 === 0 ? 3 : 1), 0);
	return start + String((10 - (sum % 10)) % 10);
}

export function barcode(random: Random): string {
	const length = random.pick([13, 13, 13, 13, 8, 12]);
	const prefix =
		length === 13
			? random.pick(['880', '880', '880', '49', '45', '690', '400', '50', '76', '93', '978', '200'])
			: '';
	return withGs1(prefix + random.digits(length - 1 - prefix.length));
}
