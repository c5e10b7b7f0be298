import type { CheckResult } from '../reading';
import { digitsAndStars, weightedSum } from './digits';

const WEIGHTS = [1, 3, 7, 1, 3, 7, 1, 3, 5];
/** Japanese registration numbers, printed at the same place of a receipt. */
const JAPANESE = /^T\s*[\d\s-]{13,}$/i;

/**
 * Checks a Korean business registration number: ten digits, the last of which is 10 less the weighted
 * sum of the others (with the tens of the ninth product added) modulo 10. Finds every single wrong digit.
 */
export function checkBusinessNumber(number: string | null): CheckResult {
	const printed = (number ?? '').normalize('NFKC').trim();
	const digits = digitsAndStars(printed);
	if (printed === '' || digits.includes('*') || JAPANESE.test(printed)) return 'notCheckable';
	if (digits.length !== 10) return 'mismatch';
	const sum = weightedSum(digits, WEIGHTS) + Math.floor((Number(digits[8]) * 5) / 10);
	return Number(digits[9]) === (10 - (sum % 10)) % 10 ? 'pass' : 'mismatch';
}
