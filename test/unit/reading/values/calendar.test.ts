import { eraDate, isoDate } from '../../../../nodes/ClovaOcr/reading/values/calendar';

test.each<[number, number, number, string | null]>([
	[1799, 12, 31, null],
	[1800, 1, 1, '1800-01-01'],
	[2199, 12, 31, '2199-12-31'],
	[2200, 1, 1, null],
	[2024, 2, 29, '2024-02-29'],
	[2023, 2, 29, null],
	[2024, 0, 31, null],
	[2024, 13, 1, null],
])('day %i-%i-%i is %s', (year, month, day, date) => {
	expect(isoDate(year, month, day)).toBe(date);
});

test.each<[string, string, number, number, string | null]>([
	['R', '6', 6, 24, '2024-06-24'],
	['令和', '元', 5, 1, '2019-05-01'],
	['令和', '元', 4, 30, null],
	['令和', '0', 12, 31, null],
	['平成', '1', 1, 8, '1989-01-08'],
	['Q', '1', 1, 1, null],
])('year %s%s, %i-%i is %s', (era, year, month, day, date) => {
	expect(eraDate(era, year, month, day)).toBe(date);
});
