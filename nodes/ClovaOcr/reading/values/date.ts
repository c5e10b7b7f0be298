import { asText, type JsonObject } from '../../shared/json';
import { eraDate, fullYear, isoDate } from './calendar';
import { firstReadable, plain } from './printed';

/**
 * Reads a date. CLOVA's parts win where they form a day with a four-digit year; they may be empty or
 * make no sense (`2013/00/22` gives an empty month), then the text is tried, then a two-digit year of
 * the parts.
 * @param formatted `year`, `month`, `day` as strings, any of them absent or empty
 * @returns YYYY-MM-DD of a day that exists, else null
 */
export function readDate(text: string | null, formatted: JsonObject): string | null {
	const [year, month, day] = [formatted.year, formatted.month, formatted.day].map(partOf);
	return (
		(year.length === 4 ? dateOf(year, month, day) : null) ??
		firstReadable(text, formatted, dateInText) ??
		dateOf(year, month, day)
	);
}

function partOf(part: JsonObject[string] | undefined): string {
	return plain(asText(part) ?? '');
}

function dateOf(...parts: [string, string, string]): string | null {
	const [year, month, day] = parts;
	if (!parts.every((part) => /^\d{1,4}$/.test(part))) return null;
	return isoDate(fullYear(year), Number(month), Number(day));
}

interface Form {
	pattern: RegExp;
	/** @param parts the pattern's groups */
	read(...parts: string[]): string | null;
}

const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');
/** With the rest of its name, and its name in another language. */
const MONTH = `(${MONTHS.join('|')})[A-Z]{0,6}\\.?(?:/[A-Z]{1,12}\\.?)?`;
const AFTER_YEAR = '(?:\\s*[년年.,/-]\\s*|\\s+)';
const AFTER_MONTH = '(?:\\s*[월月.,/-]\\s*|\\s+)';
/** A day, even where the blank between it and a time got lost. */
const DAY = '(\\d{2}(?=\\d{2}:)|\\d{1,2}(?!\\d))';

/** How dates are printed, surest first; the first form that a text has decides. */
const FORMS: Form[] = [
	{
		// 令和6年6月24日, 平成元年5月1日, R6.6.24
		pattern: new RegExp(
			`(令和|平成|昭和|大正|明治|(?<![A-Z])[RHSTM])\\.?\\s*(\\d{1,2}|元)${AFTER_YEAR}(\\d{1,2})${AFTER_MONTH}${DAY}`,
			'gu',
		),
		read: (era, year, month, day) => eraDate(era, year, Number(month), Number(day)),
	},
	{
		// 2024 년 06 월 24 일, 2020.08.16, 2024-6-24
		pattern: new RegExp(`(?<!\\d)(\\d{4})${AFTER_YEAR}(\\d{1,2})${AFTER_MONTH}${DAY}`, 'gu'),
		read: numeric,
	},
	{
		// 01 JAN 1990, and 01 1월/JAN 1990 on Korean passports
		pattern: new RegExp(
			`(?<!\\d)(\\d{1,2})[.,/-]?\\s*(?:(\\d{1,2})월\\s*/?\\s*)?(?:\\p{L}{1,12}\\.?\\s*/\\s*)?${MONTH}[.,/-]?\\s*(\\d{4}|\\d{2})(?!\\d)`,
			'gu',
		),
		read: (day, number, name, year) =>
			number === '' || Number(number) === monthOf(name)
				? isoDate(fullYear(year), monthOf(name), Number(day))
				: null,
	},
	{
		// JAN 01, 1990
		pattern: new RegExp(`${MONTH}\\s*(\\d{1,2})(?:ST|ND|RD|TH)?,?\\s*(\\d{4})(?!\\d)`, 'gu'),
		read: (name, day, year) => isoDate(Number(year), monthOf(name), Number(day)),
	},
	{
		// 1990 JAN 01
		pattern: new RegExp(`(?<!\\d)(\\d{4})[.,/-]?\\s*${MONTH}[.,/-]?\\s*${DAY}`, 'gu'),
		read: (year, name, day) => isoDate(Number(year), monthOf(name), Number(day)),
	},
	{
		// 20240624, and 20240624123000 with the time
		pattern: /(?<!\d)(\d{4})(\d{2})(\d{2})(?:\d{4}|\d{6})?(?!\d)/g,
		read: numeric,
	},
	{
		// 24/12/2020 and 12/24/2020
		pattern: /(?<!\d)(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)/g,
		read: yearLast,
	},
	{
		// 20/10/14 is the year first, as Korean and Japanese tills print it
		pattern: new RegExp(
			`(?<!\\d)(?<!\\d[./-])(\\d{2})\\s*[년年.,/-]\\s*(\\d{1,2})\\s*[월月.,/-]\\s*${DAY}`,
			'gu',
		),
		read: numeric,
	},
	{
		// 900101
		pattern: /^(\d{2})(\d{2})(\d{2})$/g,
		read: numeric,
	},
];

/**
 * Finds the date that a printed text states.
 * @returns YYYY-MM-DD; null where no form fits, the day does not exist, or several dates are printed
 */
export function dateInText(text: string): string | null {
	const printed = plain(text)
		.toUpperCase()
		.replace(/[·‧・、]/g, '.');
	// 2024年(令和06年)06月24日, 2024.06.24(월)
	return find(printed) ?? find(printed.replace(/\([^()]{0,60}\)/g, ' '));
}

function find(text: string): string | null {
	for (const { pattern, read } of FORMS) {
		const found = [...text.matchAll(pattern)];
		if (found.length === 0) continue;
		const dates = new Set(found.map(([, ...parts]) => read(...parts.map((part) => part ?? ''))));
		return dates.size === 1 ? [...dates][0] : null;
	}
	return null;
}

function numeric(year: string, month: string, day: string): string | null {
	return isoDate(fullYear(year), Number(month), Number(day));
}

/** Day and month change places between countries; where both readings exist none is taken. */
function yearLast(first: string, second: string, year: string): string | null {
	const dayFirst = isoDate(Number(year), Number(second), Number(first));
	const monthFirst = isoDate(Number(year), Number(first), Number(second));
	if (dayFirst !== null && monthFirst !== null && dayFirst !== monthFirst) return null;
	return dayFirst ?? monthFirst;
}

function monthOf(name: string): number {
	return MONTHS.indexOf(name) + 1;
}
