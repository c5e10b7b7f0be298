import { birthDateFromNumber } from '../values/birthDate';
import type { CheckResult } from '../reading';
import { digitsAndStars, weightedSum } from './digits';

/** What tells the two kinds of 13-digit numbers apart. */
interface Kind {
	/** Values of the seventh digit. */
	seventh: string;
	/** The check digit is this less the weighted sum modulo 11, modulo 10. */
	base: 11 | 13;
}

const RESIDENT: Kind = { seventh: '012349', base: 11 };
const ALIEN: Kind = { seventh: '5678', base: 13 };

const WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
/** Passports show the last seven digits alone. */
const BACK_HALF = 7;

/**
 * Checks a resident registration number. Numbers given or changed since 2020-10-05 end in random digits
 * (enforcement rule of the resident registration act, art. 2), so that a failing sum says nothing: only
 * a wrong shape and impossible dates are a mismatch.
 */
export function checkPersonalNumber(number: string | null): CheckResult {
	return check(number, RESIDENT);
}

/**
 * Checks an alien registration number, in the same way; its check digit stands in no decree
 * (beautiful-store/registration-number knows it).
 */
export function checkRegistrationNumber(number: string | null): CheckResult {
	return check(number, ALIEN);
}

function check(number: string | null, kind: Kind): CheckResult {
	if ((number ?? '').trim() === '') return 'notCheckable';
	const digits = digitsAndStars(number ?? '');
	if (digits.includes('*')) return canBeBorn(digits, kind) ? 'notCheckable' : 'mismatch';
	if (digits.length === BACK_HALF) return 'notCheckable';
	if (digits.length !== 13 || !canBeBorn(digits, kind)) return 'mismatch';
	const sum = weightedSum(digits, WEIGHTS);
	const expected = (kind.base - (sum % 11)) % 10;
	return Number(digits[12]) === expected ? 'pass' : 'notCheckable';
}

/** Whether what is legible of the first seven digits can be a birth date; hidden digits can be any. */
function canBeBorn(digits: string, { seventh }: Kind): boolean {
	const [date, printed] = [digits.slice(0, 6), digits.charAt(6)];
	if (date.includes('*') || date.length < 6) return true;
	if (/\d/.test(printed) && !seventh.includes(printed)) return false;
	const possible = /\d/.test(printed) ? [printed] : [...seventh];
	return possible.some((digit) => birthDateFromNumber(`${date}${digit}******`) !== null);
}
