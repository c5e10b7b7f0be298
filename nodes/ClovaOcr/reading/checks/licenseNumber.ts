import type { CheckResult } from '../reading';
import { digitsAndStars } from './digits';

/** Licensing regions; sources differ on 28 and 29, so both count. */
const REGIONS = new Set([11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 28, 29]);

/**
 * Checks a Korean driver's licence number: region, year, serial and two more digits, 2-2-6-2 (enforcement
 * rule of the road traffic act, art. 76). No public check digit exists. Old cards name the region in
 * Hangul.
 */
export function checkLicenseNumber(number: string | null): CheckResult {
	const printed = (number ?? '').normalize('NFKC').trim();
	const digits = digitsAndStars(printed);
	if (printed === '' || digits.includes('*') || /\p{Script=Hangul}/u.test(printed)) {
		return 'notCheckable';
	}
	return digits.length === 12 && REGIONS.has(Number(digits.slice(0, 2))) ? 'pass' : 'mismatch';
}
