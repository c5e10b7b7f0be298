/**
 * The thirteen digits of an article number; 20 to 29 in front mark numbers that a shop hands out
 * for itself, so that no maker's article is named.
 * @param serial up to ten digits
 */
export function ownArticleNumber(serial: number): string {
	const body = `20${String(serial).padStart(10, '0')}`;
	const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (at % 2 ? 3 : 1), 0);
	return `${body}${(10 - (sum % 10)) % 10}`;
}
