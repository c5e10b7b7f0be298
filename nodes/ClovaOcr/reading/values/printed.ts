import { asText, type JsonObject } from '../../shared/json';

/** Longer texts are searched for no date, number or the like: none of these is ever that long. */
const LONGEST_VALUE = 2000;

/**
 * Text without half-width twins of characters: full-width digits, letters and signs become plain, and
 * every run of blanks one blank. The readers' patterns are linear only on such text.
 */
export function plain(text: string): string {
	return text
		.normalize('NFKC')
		.replace(/[\u2010-\u2015\u2212]/g, '-')
		.replace(/\s+/g, ' ')
		.trim();
}

/** X, circles and dots that hide digits, as stars. */
export function hiddenAsStars(text: string): string {
	return text.replace(/[Xx×●•○]/g, '*');
}

/** The text without the signs at its end. A pattern such as `[ )]+$` would take quadratic time. */
export function withoutEnd(text: string, signs: string): string {
	let end = text.length;
	while (end > 0 && signs.includes(text.charAt(end - 1))) end--;
	return text.slice(0, end);
}

/**
 * What a value may be read from, best first: CLOVA's tidied `formatted.value`, then the printed text.
 * Both NFC and trimmed, with full-width digits as plain ones; empty ones are left out.
 */
export function candidates(text: string | null, formatted: JsonObject): string[] {
	return [asText(formatted.value), text].flatMap((candidate) => {
		const trimmed = plainDigits((candidate ?? '').normalize('NFC').trim());
		return trimmed === '' ? [] : [trimmed];
	});
}

/** The value as it stands on the paper: the printed text, or `formatted` where there is none. */
export function asPrinted(text: string | null, formatted: JsonObject): string | null {
	return candidates(text, formatted).at(-1) ?? null;
}

/**
 * Reads free text such as a name or an address: NFC, trimmed, full-width digits as plain digits.
 * @returns null where nothing is printed
 */
export function readText(text: string | null, formatted: JsonObject = {}): string | null {
	return candidates(text, formatted)[0] ?? null;
}

/** Whether a text is short enough to be one value. */
export function isSearchable(text: string): boolean {
	return text.length <= LONGEST_VALUE;
}

/** The first result that is not null of trying to read each candidate that is short enough. */
export function firstReadable<T>(
	text: string | null,
	formatted: JsonObject,
	read: (candidate: string) => T | null,
): T | null {
	for (const candidate of candidates(text, formatted).filter(isSearchable)) {
		const value = read(candidate);
		if (value !== null) return value;
	}
	return null;
}

function plainDigits(text: string): string {
	return text.replace(/[\uFF10-\uFF19]/g, (digit) => digit.normalize('NFKC'));
}
