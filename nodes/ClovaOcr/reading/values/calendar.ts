import { plain } from './printed';

/**
 * A calendar date as YYYY-MM-DD.
 * @returns null unless the day exists and lies between 1800 (the oldest resident numbers) and 2199
 */
export function isoDate(year: number, month: number, day: number): string | null {
	if (year < 1800 || year > 2199) return null;
	const date = new Date(Date.UTC(year, month - 1, day));
	const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
	return exists ? date.toISOString().slice(0, 10) : null;
}

/**
 * The year that digits state. Two of them are taken by the POSIX pivot: 00-68 are the 2000s, 69-99 the
 * 1900s.
 */
export function fullYear(digits: string): number {
	const year = Number(digits);
	if (digits.length !== 2) return year;
	return year < 69 ? 2000 + year : 1900 + year;
}

/** Japanese eras: their first year and their first day. */
const ERAS: Record<string, { year: number; start: string }> = {
	令和: { year: 2019, start: '2019-05-01' },
	平成: { year: 1989, start: '1989-01-08' },
	昭和: { year: 1926, start: '1926-12-25' },
	大正: { year: 1912, start: '1912-07-30' },
	明治: { year: 1868, start: '1868-10-23' },
};

const LETTERS: Record<string, string> = { R: '令和', H: '平成', S: '昭和', T: '大正', M: '明治' };

/**
 * The date of a Japanese era year as YYYY-MM-DD; 元 is an era's first year. Dates past an era's end
 * count on, since papers printed ahead of a change of era bear them (平成33年).
 * @param era its name or its Latin initial
 * @returns null where there is no such day, or it lies before the era
 */
export function eraDate(era: string, year: string, month: number, day: number): string | null {
	const known = ERAS[LETTERS[era] ?? era];
	if (known === undefined) return null;
	const count = year === '元' ? 1 : Number(year);
	const date = isoDate(known.year + count - 1, month, day);
	return date !== null && date >= known.start ? date : null;
}

/** The first year that the seventh digit of a resident or alien number stands for. */
const CENTURIES: Record<string, number> = {
	9: 1800,
	0: 1800,
	1: 1900,
	2: 1900,
	5: 1900,
	6: 1900,
	3: 2000,
	4: 2000,
	7: 2000,
	8: 2000,
};

/**
 * The birth date within a resident or alien registration number: six digits, the century by the seventh.
 * @returns YYYY-MM-DD; null where it is starred, too short, or no day of the calendar
 */
export function birthDateFromNumber(number: string | null): string | null {
	const parts = /^(\d{2})(\d{2})(\d{2})-?(\d)[\d*]{6}$/.exec(
		plain(number ?? '').replace(/\s/g, ''),
	);
	if (parts === null) return null;
	const [, year, month, day, seventh] = parts;
	return isoDate(CENTURIES[seventh] + Number(year), Number(month), Number(day));
}
