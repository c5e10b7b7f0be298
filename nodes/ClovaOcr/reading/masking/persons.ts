import { checkPersonalNumber, checkRegistrationNumber } from '../checks/numbers';
import { isJoint } from './characters';
import {
	firstDigits,
	groupsOf,
	isBlankGap,
	lookCount,
	neighbours,
	type Digits,
	type Gap,
} from './digits';
import { PERSON_WEIGHTS } from './evidence';

const LENGTH = 13;
const FRONT = 6;
/** So many characters of a number have to be digits; the rest may be letters that look like them. */
const LEAST_PRINTED = 7;

type Layout = keyof typeof PERSON_WEIGHTS.layout;

/** What speaks for the first thirteen digits being a resident or alien number; null where they can't be. */
export function personEvidence(row: Digits): { digits: Digits; score: number } | null {
	const digits = firstDigits(row, LENGTH);
	if (digits === null || digits.printed.filter(Boolean).length < LEAST_PRINTED) return null;
	const { text, misread } = digits;
	const layout = layoutOf(digits);
	const weights = PERSON_WEIGHTS;
	let score = weights.layout[layout] + (canBeDate(digits) ? weights.date : weights.noDate);
	if (/[1-8*?]/.test(text[FRONT]) || misread.includes(FRONT)) score += weights.century;
	if (sumFits(text)) score += weights.sum;
	score += misread.length * weights.misread + lookCount(digits) * weights.look;
	return { digits, score: score + surroundings(digits, layout) };
}

/** The characters to hide: all behind the first six. */
export function hiddenOfPerson({ places }: Digits) {
	return places.slice(FRONT);
}

function layoutOf(digits: Digits): Layout {
	const { gaps } = digits;
	if (gaps.length === 0) return 'whole';
	const [middle] = gaps.filter(({ at }) => at === FRONT);
	const others = gaps.filter(({ at }) => at !== FRONT);
	if (others.length === 0) return layoutOfHalves(middle);
	if (!others.every(isBlankGap) || gaps.some(crossesColumns)) return 'other';
	if (areBoxes(digits)) return 'boxes';
	if (!others.every(isTear)) return 'other';
	return middle !== undefined && !isBlankGap(middle) ? 'tornAtDash' : 'torn';
}

function layoutOfHalves(gap: Gap): Layout {
	const signs = Array.from(gap.text);
	const blank = isBlankGap(gap);
	if (crossesColumns(gap)) return 'columns';
	if (signs.some((sign) => isJoint(sign, 'line') || sign === '\n'))
		return blank ? 'line' : 'lineAtDash';
	if (blank) return 'blank';
	return signs.includes('-') ? 'dash' : 'separator';
}

function crossesColumns({ text }: Gap): boolean {
	return Array.from(text).some((sign) => isJoint(sign, 'column'));
}

/** Nothing but the border of two words, which recognition may have put into a number. */
function isTear({ text }: Gap): boolean {
	return Array.from(text).every((sign) => isJoint(sign, 'near'));
}

/** Whether the digits come in pieces of one size, at most three, but for the ends of the halves. */
function areBoxes(digits: Digits): boolean {
	const groups = groupsOf(digits);
	const size = Math.max(...groups);
	if (groups.length < 5 || size > 3) return false;
	let end = 0;
	return groups.every((length, index) => {
		end += length;
		const last = index === groups.length - 1;
		// A dash within a box takes the room of a digit.
		const dashed = [FRONT, FRONT + size - 1].some((at) => end - length < at && at <= end);
		return length === size || last || end === FRONT || (dashed && length >= size - 1);
	});
}

function canBeDate({ text, misread }: Digits): boolean {
	const front = Array.from(text.slice(0, FRONT), (digit, at) =>
		misread.includes(at) ? '?' : digit,
	);
	return dayIn(front[2] + front[3], 12) && dayIn(front[4] + front[5], 31);
}

/** Whether two digits, of which `?` and `*` can be any, can be a number from 1 to the greatest. */
function dayIn(digits: string, greatest: number): boolean {
	const isOpen = (digit: string) => digit === '?' || digit === '*';
	const fits = (digit: string, value: number) => isOpen(digit) || Number(digit) === value;
	for (let value = 1; value <= greatest; value++) {
		if (fits(digits[0], Math.floor(value / 10)) && fits(digits[1], value % 10)) return true;
	}
	return false;
}

function sumFits(text: string): boolean {
	return checkPersonalNumber(text) === 'pass' || checkRegistrationNumber(text) === 'pass';
}

function surroundings(digits: Digits, layout: Layout): number {
	const { crowded, goesOn } = PERSON_WEIGHTS;
	const around = neighbours(digits).filter((beside) => beside.digits > 0);
	const middle = digits.gaps.find(({ at }) => at === FRONT)?.text.trim() ?? '';
	const sameSign = around.some(({ gap }) => gap.length === 1 && gap === middle);
	if (sameSign) return goesOn;
	const loose = ['blank', 'boxes', 'line', 'torn', 'columns'].includes(layout);
	const beside = around.some(({ gap }) => /^[ \ue000]+$/.test(gap));
	return loose && beside ? crowded : 0;
}
