import { checkCardNumber } from '../checks/numbers';
import type { Character } from './characters';
import { digitsOf, numberOf, type Run, type Token } from './runs';

const SHORTEST = 14;
const LONGEST = 19;
const KEEP_FRONT = 6;
const KEEP_BACK = 4;

/** The characters to star of every card number in a run: all but the first six and the last four. */
export function findCards(run: Run): Character[] {
	const found: Character[] = [];
	for (let start = 0; start < run.length; start++) {
		for (let end = start, count = 0; end < run.length && count < LONGEST; end++) {
			count += run[end].digits.length;
			const tokens = run.slice(start, end + 1);
			const number = cardIn(tokens, count, tokens.length === run.length);
			if (number !== null) found.push(...number.slice(KEEP_FRONT, number.length - KEEP_BACK));
		}
	}
	return found;
}

function cardIn(tokens: Token[], count: number, wholeRun: boolean): Character[] | null {
	if (count < SHORTEST || count > LONGEST + 2) return null;
	for (const length of new Set([count, 16, 15])) {
		const number = length <= LONGEST ? numberOf(tokens, length) : null;
		if (number !== null && isCard(number, tokens, wholeRun)) return number;
	}
	return null;
}

function isCard(number: Character[], tokens: Token[], wholeRun: boolean): boolean {
	const digits = digitsOf(number);
	const starred = digits.includes('*');
	const lengths = tokens.map((token) => token.digits.length).join('-');
	// Brands begin with 2 to 6, domestic Korean cards with 9 too; only those with 3 print 4-6-5.
	if (
		(lengths === '4-4-4-4' && /^[2-69*]/.test(digits)) ||
		(lengths === '4-6-5' && /^3/.test(digits))
	) {
		const dashed = tokens.slice(1).every(({ joint }) => joint === 'dash');
		return dashed || starred || passesLuhn(digits) || !tokens.every(looksLikeYear);
	}
	if (starred) return false;
	if (tokens.length > 1) return wholeRun && passesLuhn(digits);
	const usual = /^[2-69]/.test(digits) && (digits.length === 15 || digits.length === 16);
	return usual || passesLuhn(digits);
}

function passesLuhn(digits: string): boolean {
	return checkCardNumber(digits) === 'pass';
}

function looksLikeYear({ digits }: Token): boolean {
	return /^(19|20)\d\d$/.test(digitsOf(digits));
}
