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
