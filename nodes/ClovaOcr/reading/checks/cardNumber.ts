import type { CheckResult } from '../reading';
import { digitsAndStars } from './digits';

/** Checks the number of a payment card: 12 to 19 digits that keep Luhn's rule (ISO/IEC 7812-1). */
export function checkCardNumber(number: string | null): CheckResult {
	const digits = digitsAndStars(number ?? '');
	if ((number ?? '').trim() === '' || digits.includes('*')) return 'notCheckable';
	if (digits.length < 12 || digits.length > 19) return 'mismatch';
	const sum = [...digits]
		.reverse()
		.map((digit, index) => Number(digit) * (index % 2 === 0 ? 1 : 2))
		.reduce((total, product) => total + (product > 9 ? product - 9 : product), 0);
	return sum % 10 === 0 ? 'pass' : 'mismatch';
}
