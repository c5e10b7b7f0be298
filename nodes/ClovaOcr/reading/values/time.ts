import { asText, type JsonObject } from '../../shared/json';
import { firstReadable, isSearchable, plain } from './printed';

const MORNING = /오전|午前|(?<![A-Z])A\.?M\b/;
const AFTERNOON = /오후|午後|(?<![A-Z])P\.?M\b/;

/** How times are printed, surest first; the first form that a text has decides. */
const FORMS = [
	/(?<!\d)(\d{1,2})\s*[시時]\s*(\d{1,2})\s*[분分](?:\s*(\d{1,2})\s*[초秒])?/g,
	/(?<![\d:])(\d{1,2})\s*[:;]\s*(\d{2})(?:\s*[:;]\s*(\d{2}))?(?!\d)/g,
	/^\D*(\d{1,2})\s*\.\s*(\d{2})(?:\s*\.\s*(\d{2}))?\D*$/g,
	/^(\d{2})(\d{2})(\d{2})?$/g,
];

/**
 * Reads a time of day as HH:MM:SS, seconds 00 where none are printed. CLOVA's parts win where they
 * form a time, except that a printed "오후" or "PM" which they lack still counts.
 * @param formatted `hour`, `minute`, `second` as strings, any of them absent or empty
 * @returns null where no such time exists, or several are printed
 */
export function readTime(text: string | null, formatted: JsonObject): string | null {
	const parts = [formatted.hour, formatted.minute, formatted.second].map((part) =>
		plain(asText(part) ?? ''),
	);
	const printed = isSearchable(text ?? '') ? plain(text ?? '').toUpperCase() : '';
	return (
		timeOf(parts, printed) ??
		timeOf(parts, '') ??
		firstReadable(text, formatted, (candidate) => timeInText(candidate, FORMS))
	);
}

/** 20241017105656, 20241017 1056: date and time in one piece. */
const BEHIND_DATE = /(?<!\d)\d{8}\s?(\d{2})(\d{2})(\d{2})?(?!\d)/g;

/** 2024.10.1712:30: the blank got lost; with a digit less, nobody knows whose the middle one is. */
const STUCK_TO_DATE =
	/(?<!\d)\d{2,4}[./-]\d{1,2}[./-]\d{2}(\d{2})\s*[:;]\s*(\d{2})(?:\s*[:;]\s*(\d{2}))?(?!\d)/g;

/**
 * Reads the time that is printed within the same text as a date ("20241017105656", "'24.3.5(화) 12:30").
 * @returns HH:MM:SS; null where only a date stands there
 */
export function readTimeBesideDate(text: string | null, formatted: JsonObject): string | null {
	// Dotted and bare forms would take a part of the date for a time.
	return firstReadable(text, formatted, (candidate) =>
		timeInText(candidate, [...FORMS.slice(0, 2), STUCK_TO_DATE, BEHIND_DATE]),
	);
}

function timeInText(text: string, forms: RegExp[]): string | null {
	const printed = plain(text).toUpperCase();
	for (const form of forms) {
		const found = [...printed.matchAll(form)];
		if (found.length === 0) continue;
		const times = new Set(
			found.map(([, hour, minute, second]) => timeOf([hour, minute, second ?? ''], printed)),
		);
		return times.size === 1 ? [...times][0] : null;
	}
	return null;
}

/** @param half the text that may say which half of the day is meant */
function timeOf([hour, minute, second]: string[], half: string): string | null {
	if (![hour, minute, second || '0'].every((part) => /^\d{1,2}$/.test(part))) return null;
	const hours = hourOf(Number(hour), half);
	if (hours === null || hours > 23 || Number(minute) > 59 || Number(second) > 59) return null;
	return [String(hours), minute, second].map((part) => part.padStart(2, '0')).join(':');
}

/** 12 in the morning is midnight, 12 in the afternoon is noon; Japan also writes 午後0時. */
function hourOf(hour: number, half: string): number | null {
	const [morning, afternoon] = [MORNING.test(half), AFTERNOON.test(half)];
	if (morning && !afternoon) return hour > 12 ? null : hour % 12;
	if (afternoon && !morning && hour < 12) return hour + 12;
	return hour;
}
