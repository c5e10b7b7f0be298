import {
	isBlank,
	isDigit,
	isJoint,
	isSeparator,
	lookOf,
	usualLook,
	type Character,
	type Strip,
} from './characters';

/** What stands before the digit number `at` (0-based) of a number. */
export interface Gap {
	at: number;
	text: string;
}

/** Digits that follow each other in a strip with nothing but blanks and separators between. */
export interface Digits {
	places: Character[];
	/** For each place its digit, the digit that it looks like, `*` for a hidden one, `?` for anything else. */
	text: string;
	/** For each place whether the character is a digit or star. */
	printed: boolean[];
	/** Places of characters that are neither digits nor usually taken for them: one at most. */
	misread: number[];
	gaps: Gap[];
	strip: Strip;
	/** Index in the strip of the first place. */
	start: number;
}

const LONGEST_GAP = 5;
/** No number has more digits. */
const LONGEST = 20;

/** All places of a strip at which a number may begin, in order. */
export function startsOf(strip: Strip): number[] {
	const starts: number[] = [];
	for (let index = 0; index < strip.length; index++) {
		if (!isDigit(strip[index].value) || (index > 0 && isDigit(strip[index - 1].value))) continue;
		let first = index;
		while (first > 0 && usualLook(strip[first - 1].value) !== undefined) first -= 1;
		const before = beforeFirst(strip, first);
		if (before !== null) starts.push(before);
		if (first < index) starts.push(first);
		starts.push(index);
	}
	return starts;
}

/** A lone character right before the digits may be the first of them, misread. */
function beforeFirst(strip: Strip, first: number): number | null {
	let at = first - 1;
	while (at > 0 && isJoint(strip[at].value, 'near')) at -= 1;
	if (at < 0 || !isLetter(strip[at].value)) return null;
	if (at < first - 1 && at > 0 && !isBlank(strip[at - 1].value)) return null;
	return at > 0 && (isLetter(strip[at - 1].value) || isDigit(strip[at - 1].value)) ? null : at;
}

function isLetter(value: string): boolean {
	return !isDigit(value) && !isBlank(value) && (!isSeparator(value) || value === '/');
}

/**
 * The digits from a place on, as far as they can be one number.
 * @param odd a place (number of digits before it) at which one misread character counts as a separator
 */
export function digitsFrom(strip: Strip, start: number, odd = -1): Digits {
	const digits: Digits = { places: [], text: '', printed: [], misread: [], gaps: [], strip, start };
	const texts: string[] = [];
	let gap = '';
	for (let index = start; index < strip.length && texts.length < LONGEST; index++) {
		const character = strip[index];
		const { value } = character;
		const separates =
			isBlank(value) ||
			isSeparator(value) ||
			(texts.length === odd && gap === '' && !isDigit(value));
		if (separates && texts.length > 0) {
			gap += value;
			if (gap.length > LONGEST_GAP) break;
			continue;
		}
		const printed = isDigit(value);
		const usual = printed ? value : usualLook(value);
		if (usual === undefined) {
			if (digits.misread.length > 0) break;
			// Behind a blank a letter is a word, unless it looks like a digit or digits follow.
			const alone = gap !== '' && !isDigit(strip[index + 1]?.value ?? '');
			if (alone && lookOf(value) === undefined) break;
			digits.misread.push(texts.length);
		}
		if (gap !== '') digits.gaps.push({ at: texts.length, text: gap });
		gap = '';
		texts.push(usual ?? lookOf(value) ?? '?');
		digits.places.push(character);
		digits.printed.push(printed);
	}
	digits.text = texts.join('');
	return digits;
}

/** The first digits of a longer row, or null where the digit behind them belongs to them. */
export function firstDigits(digits: Digits, count: number): Digits | null {
	if (digits.places.length < count) return null;
	const { places, text, printed, misread, gaps, strip, start } = digits;
	const goesOn = printed[count] && !gaps.some(({ at }) => at === count);
	if (goesOn) return null;
	return {
		places: places.slice(0, count),
		text: text.slice(0, count),
		printed: printed.slice(0, count),
		misread: misread.filter((at) => at < count),
		gaps: gaps.filter(({ at }) => at < count),
		strip,
		start,
	};
}

/** Lengths of the groups into which gaps part the digits. */
export function groupsOf({ gaps, places }: Digits): number[] {
	const borders = [0, ...gaps.map(({ at }) => at), places.length];
	return borders.slice(1).map((end, index) => end - borders[index]);
}

/** Letters taken for digits, the one misread character not counted. */
export function lookCount({ printed, misread }: Digits): number {
	return printed.filter((one) => !one).length - misread.length;
}

/** Whether the gap is nothing but blanks and borders of words. */
export function isBlankGap({ text }: Gap): boolean {
	return Array.from(text).every(isBlank);
}

/** What stands beside the digits: the gap, and how many more digits follow or precede in one piece. */
export interface Neighbour {
	gap: string;
	/** 0 where no digit stands there, or one of a number that is printed otherwise, such as a phone. */
	digits: number;
}

/** What stands right before and right behind the digits. */
export function neighbours({ strip, start, places }: Digits): Neighbour[] {
	const last = strip.indexOf(places[places.length - 1], start);
	return [look(strip, start - 1, -1), look(strip, last + 1, 1)];
}

function look(strip: Strip, from: number, step: -1 | 1): Neighbour {
	let gap = '';
	let index = from;
	const valueAt = () => strip[index]?.value;
	const parts = (value: string | undefined) =>
		value !== undefined && (isBlank(value) || isSeparator(value));
	for (; parts(valueAt()) && gap.length <= LONGEST_GAP; index += step) gap += valueAt();
	let digits = 0;
	for (; digits < LONGEST && isDigit(valueAt() ?? ''); index += step) digits += 1;
	const bare = !parts(valueAt()) || isBlank(valueAt() ?? '');
	return { gap, digits: bare || !Array.from(gap).every(isBlank) ? digits : 0 };
}

/**
 * Whether a text is an article number (EAN-13, EAN-8 or UPC-A) whose check digit fits: GS1 General
 * Specifications 7.9, weights 3 and 1 from the right. One in ten numbers of persons printed without a
 * dash fits too, so this is asked only where goods are listed, and a label decides against it.
 */
export function isBarcode(text: string): boolean {
	if (!/^(?:\d{8}|\d{12,13})$/.test(text)) return false;
	const last = text.length - 1;
	const sum = Array.from(text.slice(0, last)).reduce(
		(total, digit, index) => total + Number(digit) * ((last - index) % 2 === 1 ? 3 : 1),
		0,
	);
	return (10 - (sum % 10)) % 10 === Number(text[last]);
}
