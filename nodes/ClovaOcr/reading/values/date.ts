import { asText, type JsonObject } from '../../shared/json';
import { fullYear, isoDate } from './calendar';
import { dateInText } from './dateText';
import { firstReadable, plain } from './printed';

/** A date that was read. */
export interface ReadDate {
	/** YYYY-MM-DD of a day that exists, else null. */
	value: string | null;
	/** Something is printed, yet it is no date. */
	unreadable: boolean;
}

/**
 * Reads a date. CLOVA's parts win where they form a day with a four-digit year; they may be empty or
 * make no sense (`2013/00/22` gives an empty month), then the text is tried, then a two-digit year of
 * the parts.
 * @param formatted `year`, `month`, `day` as strings, any of them absent or empty
 */
export function readDate(text: string | null, formatted: JsonObject): ReadDate {
	const [year, month, day] = [formatted.year, formatted.month, formatted.day].map(partOf);
	const value =
		(year.length === 4 ? dateOf(year, month, day) : null) ??
		firstReadable(text, formatted, dateInText) ??
		(year.length === 2 ? dateOf(year, month, day) : null);
	const printed = (text ?? '').trim() + year + month + day + partOf(formatted.value);
	return { value, unreadable: value === null && printed !== '' };
}

function partOf(part: JsonObject[string] | undefined): string {
	return plain(asText(part) ?? '');
}

function dateOf(...parts: [string, string, string]): string | null {
	const [year, month, day] = parts;
	if (!parts.every((part) => /^\d+$/.test(part))) return null;
	return isoDate(fullYear(year), Number(month), Number(day));
}
