import { hiddenAsStars, plain } from '../values/printed';

/** The digits of a printed number and a star for each hidden one, whatever sign hides it. */
export function digitsAndStars(text: string): string {
	return hiddenAsStars(plain(text)).replace(/[^\d*]/g, '');
}

/** Sum of the digits, each times its weight; digits without a weight do not count. */
export function weightedSum(digits: string, weights: number[]): number {
	return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index] ?? 0), 0);
}
