import type { CheckResult } from '../reading';
import { digitsAndStars, weightedSum } from './digits';

const WEIGHTS = [1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2];

/**
 * Checks a Korean corporate registration number: 13 digits, the last of which was 10 less the weighted
 * sum modulo 10. Numbers given since 2025-01-31 carry no check digit (Supreme Court rule on registration
 * numbers of corporations, art. 2), so that a failing sum says nothing.
 */
export function checkCorporateNumber(number: string | null): CheckResult {
	const digits = digitsAndStars(number ?? '');
	if ((number ?? '').trim() === '' || digits.includes('*')) return 'notCheckable';
	if (digits.length !== 13) return 'mismatch';
	const sum = weightedSum(digits, WEIGHTS);
	return Number(digits[12]) === (10 - (sum % 10)) % 10 ? 'pass' : 'notCheckable';
}
