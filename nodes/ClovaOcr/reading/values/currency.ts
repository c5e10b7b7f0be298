import { plain } from './printed';

export type Currency = 'JPY' | 'KRW';

const WON = /₩|KRW|\d\s*원/i;
const YEN = /¥|JPY|\d\s*円/i;
const FOREIGN = /[$€£]\s*\d|\d\s*(?:元|[$€£])|\b(?:USD|EUR|GBP|CNY|TWD)\b/i;

/**
 * The currency of a receipt: by the marks beside its amounts, else by its language.
 * @param texts everything that is printed
 * @param language CLOVA's estimate, such as `ko`
 * @returns null where neither says, or another currency's marks are printed
 */
export function readCurrency(
	texts: string[],
	language: string | null | undefined,
): Currency | null {
	const printed = texts.map(plain);
	const marked = (mark: RegExp) => printed.some((text) => mark.test(text));
	const [won, yen, spoken] = [marked(WON), marked(YEN), byLanguage(language)];
	if (won && yen) return spoken;
	if (won) return 'KRW';
	// The yuan shares the yen's sign.
	if (yen) return /^zh/i.test(language ?? '') ? null : 'JPY';
	return marked(FOREIGN) ? null : spoken;
}

function byLanguage(language: string | null | undefined): Currency | null {
	if (/^ko/i.test(language ?? '')) return 'KRW';
	return /^ja/i.test(language ?? '') ? 'JPY' : null;
}
