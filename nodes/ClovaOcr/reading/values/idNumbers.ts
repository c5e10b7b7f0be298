import type { JsonObject } from '../../shared/json';
import { asPrinted, firstReadable, hiddenAsStars, plain } from './printed';

/** Reads a business registration number: 123-45-67891 where it has ten digits, else as printed. */
export function readBusinessNumber(text: string | null, formatted: JsonObject): string | null {
	return grouped(text, formatted, /^(\d{3})(\d{2})(\d{5})$/);
}

/** Reads a corporate registration number: 110111-0062432 where it has 13 digits, else as printed. */
export function readCorporateNumber(text: string | null, formatted: JsonObject): string | null {
	return grouped(text, formatted, /^(\d{6})(\d{7})$/);
}

/** Reads a resident or alien number: 6-7 where it has 13 digits or stars, else as printed. */
export function readPersonalNumber(text: string | null, formatted: JsonObject): string | null {
	return grouped(text, formatted, /^(\d{6})([\d*]{7})$/);
}

/** Reads a driver's licence number: 2-2-6-2 where it has twelve digits, else as printed. */
export function readLicenseNumber(text: string | null, formatted: JsonObject): string | null {
	return grouped(text, formatted, /^(\d{2})(\d{2})(\d{6})(\d{2})$/);
}

/** Reads a passport number: capitals and digits without blanks. */
export function readPassportNumber(text: string | null, formatted: JsonObject): string | null {
	return firstReadable(text, formatted, (candidate) =>
		plain(candidate).toUpperCase().replace(/\s/g, ''),
	);
}

/** Hyphenates the groups of the pattern; a label before the number ("등록번호:") is let go. */
function grouped(text: string | null, formatted: JsonObject, pattern: RegExp): string | null {
	const found = firstReadable(text, formatted, (candidate) => {
		const number = plain(candidate).replace(/^\p{L}[\p{L}\s]*[:)\]\s]{1,4}(?=\d)/u, '');
		return (
			pattern
				.exec(hiddenAsStars(number).replace(/[\s.-]/g, ''))
				?.slice(1)
				.join('-') ?? null
		);
	});
	return found ?? asPrinted(text, formatted);
}

/**
 * Reads the number of a payment card or of a bank account: digits, stars and hyphens only, grouped as
 * printed. X and dots that hide digits count as stars.
 * @returns null where there is neither a digit nor a star
 */
export function readGroupedNumber(text: string | null, formatted: JsonObject): string | null {
	return firstReadable(text, formatted, (candidate) => {
		const groups = hiddenAsStars(plain(candidate))
			.replace(/[^\d*\s-]/g, '')
			.match(/[\d*]+/g);
		return groups === null ? null : groups.join('-');
	});
}

/**
 * Reads the expiry date of a payment card as MM/YY.
 * @returns null where there is no month of that number, or several dates are printed
 */
export function readValidThru(text: string | null, formatted: JsonObject): string | null {
	return firstReadable(text, formatted, (candidate) => {
		const printed = plain(candidate);
		const found = [...printed.matchAll(/(?<!\d)(\d{2})\s*[/.-]\s*(?:20)?(\d{2})(?!\d)/g)];
		const [match, ...more] =
			found.length > 0 ? found : [...printed.matchAll(/^(\d{2})(?:20)?(\d{2})$/g)];
		if (match === undefined || more.length > 0) return null;
		const month = Number(match[1]);
		return month < 1 || month > 12 ? null : `${match[1]}/${match[2]}`;
	});
}
