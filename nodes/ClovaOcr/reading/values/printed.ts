import { asText, type JsonObject } from '../../shared/json';

/** Text without half-width twins of characters: full-width digits, letters and signs become plain. */
export function plain(text: string): string {
	return text
		.normalize('NFKC')
		.replace(/[\u2010-\u2015\u2212]/g, '-')
		.trim();
}

/** X, circles and dots that hide digits, as stars. */
export function hiddenAsStars(text: string): string {
	return text.replace(/[Xx×●•○]/g, '*');
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

/** The first result that is not null of trying to read each candidate. */
export function firstReadable<T>(
	text: string | null,
	formatted: JsonObject,
	read: (candidate: string) => T | null,
): T | null {
	for (const candidate of candidates(text, formatted)) {
		const value = read(candidate);
		if (value !== null) return value;
	}
	return null;
}

function plainDigits(text: string): string {
	return text.replace(/[\uFF10-\uFF19]/g, (digit) => digit.normalize('NFKC'));
}
