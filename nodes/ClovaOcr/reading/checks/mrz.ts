import { isPassportLine, mrzLines, parseMrz, type Mrz } from '../values/mrz';
import type { CheckResult } from '../reading';

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
