import { isoDate } from './calendar';

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
	const count = year === '元' ? 1 : Number(year);
	if (known === undefined || count < 1) return null;
	const date = isoDate(known.year + count - 1, month, day);
	return date !== null && date >= known.start ? date : null;
}
