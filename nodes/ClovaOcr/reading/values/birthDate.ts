import { isoDate } from './calendar';
import { plain } from './printed';

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
