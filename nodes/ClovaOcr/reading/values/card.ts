import type { JsonObject } from '../../shared/json';
import { firstReadable, hiddenAsStars, plain } from './printed';

/** The expiry date of a payment card. */
export interface ValidThru {
	/** MM/YY. */
	text: string;
	month: number;
	/** Four digits. */
	year: number;
}

/**
 * Reads a card number: digits, stars and hyphens only, grouped as printed. X and dots that hide digits
 * count as stars.
 * @returns null where there is neither a digit nor a star
 */
export function readCardNumber(text: string | null, formatted: JsonObject): string | null {
	return firstReadable(text, formatted, (candidate) => {
		const groups = hiddenAsStars(plain(candidate))
			.replace(/[^\d*\s-]/g, '')
			.match(/[\d*]+/g);
		return groups === null ? null : groups.join('-');
	});
}

/** Reads the expiry date of a card; cards are valid for a few years only, so two digits mean 20YY. */
export function readValidThru(text: string | null, formatted: JsonObject): ValidThru | null {
	return firstReadable(text, formatted, (candidate) => {
		const printed = plain(candidate);
		const found = [...printed.matchAll(/(?<!\d)(\d{2})\s*[/.-]\s*(?:20)?(\d{2})(?!\d)/g)];
		const [match, ...more] =
			found.length > 0 ? found : [...printed.matchAll(/^(\d{2})(?:20)?(\d{2})$/g)];
		if (match === undefined || more.length > 0) return null;
		const [month, year] = [Number(match[1]), 2000 + Number(match[2])];
		if (month < 1 || month > 12) return null;
		return { text: `${match[1]}/${match[2]}`, month, year };
	});
}
