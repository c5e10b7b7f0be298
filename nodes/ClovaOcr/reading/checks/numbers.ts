import type { CheckResult } from '../reading';
import { birthDateFromNumber } from '../values/calendar';
import { isPassportLine, mrzLines, parseMrz, type Mrz } from '../values/mrz';
import { hiddenAsStars, plain } from '../values/printed';

const BUSINESS_WEIGHTS = [1, 3, 7, 1, 3, 7, 1, 3, 5];
/** Japanese registration numbers, printed at the same place of a receipt. */
const JAPANESE = /^T[\d\s-]{13,}$/i;

/**
 * Checks a Korean business registration number: ten digits, the last of which is 10 less the weighted
 * sum of the others (with the tens of the ninth product added) modulo 10. Finds every single wrong digit.
 */
export function checkBusinessNumber(number: string | null): CheckResult {
	const printed = plain(number ?? '');
	const digits = digitsAndStars(printed);
	if (printed === '' || digits.includes('*') || JAPANESE.test(printed)) return 'notCheckable';
	if (digits.length !== 10) return 'mismatch';
	const sum = weightedSum(digits, BUSINESS_WEIGHTS) + Math.floor((Number(digits[8]) * 5) / 10);
	return Number(digits[9]) === (10 - (sum % 10)) % 10 ? 'pass' : 'mismatch';
}

const CORPORATE_WEIGHTS = [1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2];

/**
 * Checks a Korean corporate registration number: 13 digits, the last of which was 10 less the weighted
 * sum modulo 10. Numbers given since 2025-01-31 carry no check digit (Supreme Court rule on registration
 * numbers of corporations, art. 2), so that a failing sum says nothing.
 */
export function checkCorporateNumber(number: string | null): CheckResult {
	const printed = plain(number ?? '');
	const digits = digitsAndStars(printed);
	if (printed === '' || digits.includes('*')) return 'notCheckable';
	if (digits.length !== 13) return 'mismatch';
	const sum = weightedSum(digits, CORPORATE_WEIGHTS);
	return Number(digits[12]) === (10 - (sum % 10)) % 10 ? 'pass' : 'notCheckable';
}

/** Licensing regions; sources differ on 28 and 29, so both count. */
const REGIONS = new Set([11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 28, 29]);

/**
 * Checks a Korean driver's licence number: region, year, serial and two more digits, 2-2-6-2 (enforcement
 * rule of the road traffic act, art. 76). No public check digit exists. Old cards name the region in
 * Hangul.
 */
export function checkLicenseNumber(number: string | null): CheckResult {
	const printed = plain(number ?? '');
	const digits = digitsAndStars(printed);
	if (printed === '' || digits.includes('*') || /\p{Script=Hangul}/u.test(printed)) {
		return 'notCheckable';
	}
	return digits.length === 12 && REGIONS.has(Number(digits.slice(0, 2))) ? 'pass' : 'mismatch';
}

/** Checks the number of a payment card: 12 to 19 digits that keep Luhn's rule (ISO/IEC 7812-1). */
export function checkCardNumber(number: string | null): CheckResult {
	const printed = plain(number ?? '');
	const digits = digitsAndStars(printed);
	if (printed === '' || digits.includes('*')) return 'notCheckable';
	if (digits.length < 12 || digits.length > 19) return 'mismatch';
	const sum = [...digits]
		.reverse()
		.map((digit, index) => Number(digit) * (index % 2 === 0 ? 1 : 2))
		.reduce((total, product) => total + (product > 9 ? product - 9 : product), 0);
	return sum % 10 === 0 ? 'pass' : 'mismatch';
}

/** What tells the two kinds of 13-digit numbers apart. */
interface PersonNumber {
	/** Values of the seventh digit. */
	seventh: string;
	/** The check digit is this less the weighted sum modulo 11, modulo 10. */
	base: 11 | 13;
}

const RESIDENT: PersonNumber = { seventh: '012349', base: 11 };
const ALIEN: PersonNumber = { seventh: '5678', base: 13 };

const PERSON_WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
/** Passports show the last seven digits alone. */
const BACK_HALF = 7;

/**
 * Checks a resident registration number. Numbers given or changed since 2020-10-05 end in random digits
 * (enforcement rule of the resident registration act, art. 2), so that a failing sum says nothing: only
 * a wrong shape and impossible dates are a mismatch.
 */
export function checkPersonalNumber(number: string | null): CheckResult {
	return checkPerson(number, RESIDENT);
}

/**
 * Checks an alien registration number, in the same way; its check digit stands in no decree
 * (beautiful-store/registration-number knows it).
 */
export function checkRegistrationNumber(number: string | null): CheckResult {
	return checkPerson(number, ALIEN);
}

function checkPerson(number: string | null, type: PersonNumber): CheckResult {
	const printed = plain(number ?? '');
	if (printed === '') return 'notCheckable';
	const digits = digitsAndStars(printed);
	if (digits.includes('*')) return canBeBorn(digits, type) ? 'notCheckable' : 'mismatch';
	if (digits.length === BACK_HALF) return 'notCheckable';
	if (digits.length !== 13 || !canBeBorn(digits, type)) return 'mismatch';
	const sum = weightedSum(digits, PERSON_WEIGHTS);
	const expected = (type.base - (sum % 11)) % 10;
	return Number(digits[12]) === expected ? 'pass' : 'notCheckable';
}

/** Whether what is legible of the first seven digits can be a birth date; hidden digits can be any. */
function canBeBorn(digits: string, { seventh }: PersonNumber): boolean {
	const [date, printed] = [digits.slice(0, 6), digits.charAt(6)];
	if (date.includes('*') || date.length < 6) return true;
	if (/\d/.test(printed) && !seventh.includes(printed)) return false;
	const possible = /\d/.test(printed) ? [printed] : [...seventh];
	return possible.some((digit) => birthDateFromNumber(`${date}${digit}******`) !== null);
}

/** The checks that need nothing but one number, by their name in `ocr.checks`. */
export const NUMBER_CHECKS = {
	businessNumber: checkBusinessNumber,
	cardNumber: checkCardNumber,
	corporateNumber: checkCorporateNumber,
	licenseNumber: checkLicenseNumber,
	personalNumber: checkPersonalNumber,
	registrationNumber: checkRegistrationNumber,
} satisfies Record<string, (number: string | null) => CheckResult>;

export type NumberCheck = keyof typeof NUMBER_CHECKS;

/** The digits of a printed number, made plain, and a star for each hidden one, whatever sign hides it. */
function digitsAndStars(printed: string): string {
	return hiddenAsStars(printed).replace(/[^\d*]/g, '');
}

/** Sum of the digits, each times its weight; digits without a weight do not count. */
function weightedSum(digits: string, weights: number[]): number {
	return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0);
}

const WEIGHTS = [7, 3, 1];

/**
 * Checks the five check digits of a passport's machine readable zone (ICAO 9303 parts 3 and 4). A zone
 * of another kind of document is not checkable, nor is one with starred parts whose legible parts agree.
 * @param printed as for `parseMrz`
 */
export function checkMrz(printed: string | string[] | null): CheckResult {
	const zone = parseMrz(printed);
	if (zone === null) return mrzLines(printed).some(isPassportLine) ? 'mismatch' : 'notCheckable';
	const results = checksOf(zone);
	if (results.includes('mismatch')) return 'mismatch';
	return results.includes('notCheckable') ? 'notCheckable' : 'pass';
}

function checksOf({ lines: [, second], checkDigits }: Mrz): CheckResult[] {
	const optional = second.slice(28, 42);
	const blankOptional = /^<*$/.test(optional) && checkDigits.optionalData === '<';
	return [
		agrees(second.slice(0, 9), checkDigits.documentNumber),
		agrees(second.slice(13, 19), checkDigits.birthDate),
		agrees(second.slice(21, 27), checkDigits.expiryDate),
		blankOptional ? 'pass' : agrees(optional, checkDigits.optionalData),
		agrees(
			second.slice(0, 10) + second.slice(13, 20) + second.slice(21, 43),
			checkDigits.composite,
		),
	];
}

function agrees(field: string, digit: string): CheckResult {
	if (field.includes('*') || digit === '*') return 'notCheckable';
	const sum = [...field].reduce(
		(total, character, index) => total + valueOf(character) * WEIGHTS[index % 3],
		0,
	);
	return digit === String(sum % 10) ? 'pass' : 'mismatch';
}

/** Digits count as they are, A to Z as 10 to 35, the filler as 0. */
function valueOf(character: string): number {
	return character === '<' ? 0 : parseInt(character, 36);
}
