import { checkCardNumber } from '../checks/numbers';
import { isBlank, isJoint, jointCharacter } from './characters';
import { firstDigits, groupsOf, lookCount, neighbours, type Digits } from './digits';
import { CARD_WEIGHTS } from './evidence';

const SHORTEST = 14;
const LONGEST = 19;
const KEEP_FRONT = 6;
const KEEP_BACK = 4;
const LEAST_PRINTED = 10;

type Layout = keyof typeof CARD_WEIGHTS.layout;

// Ranges of issuers (ISO/IEC 7812; the brands' own lists) with the lengths that they use; domestic
// Korean cards begin with 9 and have sixteen digits.
const BRANDS: Array<[prefix: RegExp, lengths: number[]]> = [
	[/^4/, [16, 19]],
	[/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
	[/^3[47]/, [15]],
	[/^(?:30[0-5]|309|36|38|39)/, [14]],
	[/^35(?:2[89]|[3-8])/, [16, 17, 18, 19]],
	[/^(?:6011|64[4-9]|65)/, [16, 17, 18, 19]],
	[/^62/, [16, 17, 18, 19]],
	[/^(?:5018|5020|5038|5893|6304|6759|676[1-3])/, [16, 17, 18, 19]],
	[/^9/, [16]],
];

const USUAL_GROUPS = new Set(['4-4-4-4', '4-6-5', '4-6-4', '4-4-4-4-3']);

/** What speaks for the first digits being a card's number, for the length for which most does. */
export function cardEvidence(row: Digits): { digits: Digits; score: number } | null {
	let best: { digits: Digits; score: number } | null = null;
	for (let length = Math.min(LONGEST, row.places.length); length >= SHORTEST; length--) {
		const digits = firstDigits(row, length);
		if (digits === null || digits.printed.filter(Boolean).length < LEAST_PRINTED) continue;
		const score = scoreOf(digits);
		if (best === null || score > best.score) best = { digits, score };
	}
	return best;
}

/** The characters to hide: all but the first six and the last four. */
export function hiddenOfCard({ places }: Digits) {
	return places.slice(KEEP_FRONT, -KEEP_BACK);
}

function scoreOf(digits: Digits): number {
	const { text, misread } = digits;
	const weights = CARD_WEIGHTS;
	let score = weights.layout[layoutOf(digits)] + luhn(digits);
	score += hasBrand(digits) ? weights.brand : weights.noBrand;
	score += misread.length * weights.misread + lookCount(digits) * weights.look;
	const groups = text.match(/.{4}/g) ?? [];
	if (text.length === 16 && groups.every((group) => /^(?:19|20)\d\d$/.test(group)))
		score += weights.years;
	return score + surroundings(digits);
}

/** A character that is no digit leaves the sum open, unless the digit that it looks like makes it fit. */
function luhn({ text, printed }: Digits): number {
	if (/[*?]/.test(text)) return 0;
	if (checkCardNumber(text) === 'pass') return CARD_WEIGHTS.luhn;
	return printed.every(Boolean) ? CARD_WEIGHTS.noLuhn : 0;
}

function hasBrand({ text, printed }: Digits): boolean {
	return BRANDS.some(([prefix, lengths]) => {
		if (!lengths.includes(text.length)) return false;
		const front = text.slice(0, 4);
		if (prefix.test(front)) return true;
		// A misread character among the first four can have been any digit.
		return printed
			.slice(0, 4)
			.some((digit, at) => (!digit || front[at] === '*') && fits(prefix, front, at));
	});
}

function fits(prefix: RegExp, front: string, at: number): boolean {
	return Array.from('0123456789').some((digit) =>
		prefix.test(front.slice(0, at) + digit + front.slice(at + 1)),
	);
}

function layoutOf(digits: Digits): Layout {
	const { gaps } = digits;
	if (gaps.length === 0) return 'whole';
	const groups = groupsOf(digits);
	if (gaps.some(({ text }) => Array.from(text).some((value) => isJoint(value, 'column'))))
		return 'other';
	if (groups.every((length) => length === 1)) return 'boxes';
	const alike = new Set(gaps.map(signOf)).size === 1;
	if (USUAL_GROUPS.has(groups.join('-'))) return alike ? 'usual' : 'groups';
	const small = groups.filter((length) => length < 4).length;
	return alike && small <= 1 ? 'groups' : 'other';
}

/** The sign of a gap without the blanks around it. */
function signOf({ text }: { text: string }): string {
	return Array.from(text)
		.filter((value) => !isBlank(value))
		.join('');
}

/** Whether the digits are a part of a longer row, or begin or end within another number. */
function surroundings(digits: Digits): number {
	const sign = digits.gaps.length === 0 ? null : signOf(digits.gaps[0]);
	const groups = groupsOf(digits);
	const goesOn = neighbours(digits).some(({ digits: more, gap }, side) => {
		if (more === 0) return false;
		if (!Array.from(gap).some(isBlank)) return true;
		const beside = groups[side === 0 ? 0 : groups.length - 1];
		return (
			signOf({ text: gap }) === sign &&
			more === beside &&
			!gap.includes(jointCharacter('line').value)
		);
	});
	return goesOn ? CARD_WEIGHTS.goesOn : 0;
}
