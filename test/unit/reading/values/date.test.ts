import fc from 'fast-check';

import type { JsonObject } from '../../../../nodes/ClovaOcr/shared/json';
import { readDate } from '../../../../nodes/ClovaOcr/reading/values/date';
import { readTime, readTimeBesideDate } from '../../../../nodes/ClovaOcr/reading/values/time';

const printed = (text: string) => readDate(text, {});

describe('readDate', () => {
	it.each([
		['2024 년 06 월 24 일', '2024-06-24'],
		['2024년6월4일', '2024-06-04'],
		['2020.08.16', '2020-08-16'],
		['2029.01.01.', '2029-01-01'],
		['2024. 6. 4.', '2024-06-04'],
		['2024-06-24(월) 12:30:00', '2024-06-24'],
		['2024-06-2412:30:00', '2024-06-24'],
		['2024·06·24', '2024-06-24'],
		['2024 06 24', '2024-06-24'],
		['발급일: 2024/06/24', '2024-06-24'],
		['２０２４年６月２４日', '2024-06-24'],
		['20240624', '2024-06-24'],
		['20240624123000', '2024-06-24'],
		['20/10/14', '2020-10-14'],
		['20-10-14 18:22', '2020-10-14'],
		["'24.06.24", '2024-06-24'],
		['24년 6월 24일', '2024-06-24'],
		['68.12.31', '2068-12-31'],
		['69.01.01', '1969-01-01'],
		['900101', '1990-01-01'],
		['01 JAN 1990', '1990-01-01'],
		['01 1월/JAN 1990', '1990-01-01'],
		['12 12월/DEC 2031', '2031-12-12'],
		['15 SEPT 2022', '2022-09-15'],
		['15 AVR/APR 2022', '2022-04-15'],
		['01-JAN-90', '1990-01-01'],
		['Jan. 1, 1990', '1990-01-01'],
		['1990 JAN 01', '1990-01-01'],
		['24/12/2020', '2020-12-24'],
		['12/24/2020', '2020-12-24'],
		['05/05/2020', '2020-05-05'],
		['2024.02.29', '2024-02-29'],
	])('reads %s', (text, date) => {
		expect(printed(text)).toBe(date);
	});

	it.each([
		['令和6年6月24日', '2024-06-24'],
		['令和元年5月1日', '2019-05-01'],
		['㋿6年6月24日', '2024-06-24'],
		['R6.6.24', '2024-06-24'],
		['R06.06.24', '2024-06-24'],
		['平成31年4月30日', '2019-04-30'],
		['平成33年 1月 9日', '2021-01-09'],
		['平成元年１月８日', '1989-01-08'],
		['昭和64年1月7日', '1989-01-07'],
		['S50.4.1', '1975-04-01'],
		['大正15年12月24日', '1926-12-24'],
		['2024年(令和06年)06月24日', '2024-06-24'],
		['令和6年（2024年）6月24日', '2024-06-24'],
	])('reads the Japanese year of %s', (text, date) => {
		expect(printed(text)).toBe(date);
	});

	it.each([
		'2013/00/22',
		'2024-02-30',
		'2023-02-29',
		'2024.13.01',
		'2024.06',
		'6/24',
		'05/06/2020',
		'2029.01.01 ~ 2029.12.31',
		'平成31年',
		'令和元年4月30日',
		'令和0年6月1日',
		'01 2월/JAN 1990',
		'3 024-06-24',
		'202406241',
		'0024-06-24',
		'abc',
		'-',
	])('says that %s is no date', (text) => {
		expect(printed(text)).toBeNull();
	});

	it.each<[string | null, JsonObject]>([
		[null, {}],
		['', {}],
		['  ', { year: '', month: '', day: '' }],
		[null, { value: null }],
	])('finds none where nothing is printed: %j %j', (text, formatted) => {
		expect(readDate(text, formatted)).toBeNull();
	});

	it.each<[string, string | null, JsonObject, string | null]>([
		['parts win', '20/10/14', { year: '2020', month: '10', day: '4' }, '2020-10-04'],
		['full-width parts', null, { year: '２０２０', month: '１０', day: '１４' }, '2020-10-14'],
		['numbers as parts', null, { year: 2020, month: 10, day: 14 }, '2020-10-14'],
		['an empty month', '2020.10.14', { year: '2020', month: '', day: '14' }, '2020-10-14'],
		['an impossible day', '2020.10.14', { year: '2020', month: '10', day: '00' }, '2020-10-14'],
		['a day of three digits', '2020.10.14', { year: '2020', month: '1', day: '367' }, '2020-10-14'],
		['a month in no plain digits', null, { year: '2020', month: '1e1', day: '14' }, null],
		['parts of the wrong type', '2020.10.14', { year: {}, month: [], day: true }, '2020-10-14'],
		[
			'a short year gives way',
			'令和6年6月24日',
			{ year: '06', month: '06', day: '24' },
			'2024-06-24',
		],
		['a short year alone', 'o6-24', { year: '24', month: '06', day: '24' }, '2024-06-24'],
		['a tidied value', 'x', { value: '2020-10-14' }, '2020-10-14'],
		['both useless', '2013/00/22', { year: '2013', month: '', day: '22' }, null],
		['parts alone, useless', null, { year: '2013', month: '', day: '22' }, null],
	])('weighs parts and text: %s', (_, text, formatted, date) => {
		expect(readDate(text, formatted)).toBe(date);
	});

	it('reads every day in every form', () => {
		const day = fc.date({
			min: new Date('1970-01-01T00:00:00Z'),
			max: new Date('2068-12-31T00:00:00Z'),
			noInvalidDate: true,
		});
		fc.assert(
			fc.property(day, (date) => {
				const iso = date.toISOString().slice(0, 10);
				const [year, month, dayOfMonth] = iso.split('-');
				const name = date.toLocaleString('en', { month: 'short', timeZone: 'UTC' });
				const forms = [
					iso,
					`${year}년 ${Number(month)}월 ${Number(dayOfMonth)}일`,
					`${year}. ${month}. ${dayOfMonth}.`,
					`${year}${month}${dayOfMonth}`,
					`${year.slice(2)}/${month}/${dayOfMonth}`,
					`${dayOfMonth} ${name} ${year}`,
				];
				expect(forms.map((text) => printed(text))).toEqual(forms.map(() => iso));
			}),
		);
	});

	it('never gives anything but a day of the calendar', () => {
		const text = fc.string({
			unit: fc.constantFrom(
				...'0123456789',
				'.',
				'-',
				'/',
				' ',
				'年',
				'월',
				'日',
				'R',
				'令和',
				'JAN',
			),
			maxLength: 16,
		});
		fc.assert(
			fc.property(
				text,
				fc.dictionary(fc.constantFrom('year', 'month', 'day'), text),
				(all, parts) => {
					const value = readDate(all, parts);
					if (value === null) return;
					expect(new Date(`${value}T00:00:00Z`).toISOString().slice(0, 10)).toBe(value);
				},
			),
			{ numRuns: 2000 },
		);
	});
});

describe('readTime', () => {
	it.each([
		['16: 26: 09', '16:26:09'],
		['16:26', '16:26:00'],
		['23:59:59', '23:59:59'],
		['9:05', '09:05:00'],
		['１６：２６', '16:26:00'],
		['16시26분', '16:26:00'],
		['16 시 26 분 09 초', '16:26:09'],
		['16時26分', '16:26:00'],
		['오후 3:05', '15:05:00'],
		['오전 12:30', '00:30:00'],
		['오후 12:30', '12:30:00'],
		['3:05 PM', '15:05:00'],
		['3:05PM', '15:05:00'],
		['PM 03:05:59', '15:05:59'],
		['11:05 a.m.', '11:05:00'],
		['午後3時05分', '15:05:00'],
		['午後0時05分', '12:05:00'],
		['오후 15:05', '15:05:00'],
		['2020-10-14 16:26:09', '16:26:09'],
		['16.26', '16:26:00'],
		['162609', '16:26:09'],
		['1626', '16:26:00'],
	])('reads %s', (text, time) => {
		expect(readTime(text, {})).toBe(time);
	});

	it.each([
		'24:00',
		'25:30',
		'16:60',
		'16:26:61',
		'오전 15:05',
		'10:00~22:00',
		'abc',
		':',
		'',
		'16',
	])('says nothing for %j', (text) => {
		expect(readTime(text, {})).toBeNull();
	});

	it.each<[string, string | null, JsonObject, string | null]>([
		['parts win', '16: 26', { hour: '16', minute: '26', second: '09' }, '16:26:09'],
		['no seconds', null, { hour: '9', minute: '5' }, '09:05:00'],
		['empty seconds', null, { hour: '09', minute: '05', second: '' }, '09:05:00'],
		['an empty hour', '16:26', { hour: '', minute: '26', second: '' }, '16:26:00'],
		['an impossible hour', '16:26', { hour: '76', minute: '26', second: '00' }, '16:26:00'],
		['a lost afternoon', '오후 3:05', { hour: '03', minute: '05', second: '' }, '15:05:00'],
		['a kept afternoon', '오후 3:05', { hour: '15', minute: '05', second: '' }, '15:05:00'],
		[
			'an afternoon in a print longer than any time',
			`오후${' '.repeat(2000)}3:05`,
			{ hour: '03', minute: '05' },
			'03:05:00',
		],
		['an odd morning', '오전 15:05', { hour: '15', minute: '05', second: '' }, '15:05:00'],
		['nothing', null, {}, null],
	])('weighs parts and text: %s', (_, text, formatted, time) => {
		expect(readTime(text, formatted)).toBe(time);
	});
});

describe('readTimeBesideDate', () => {
	it.each([
		['20241017105656', '10:56:56'],
		['202410171056', '10:56:00'],
		['20241017 105656', '10:56:56'],
		["'24.3.5(화) 12:30", '12:30:00'],
		['2024-10-17T09:05:07', '09:05:07'],
		['2024년 10월 17일 오후 3시 5분', '15:05:00'],
		['2024.10.1712:30', '12:30:00'],
		['24/10/1712:30:59', '12:30:59'],
	])('reads the time of %s', (text, time) => {
		expect(readTimeBesideDate(text, {})).toBe(time);
	});

	it.each([
		'',
		'2024.10.17',
		'24.03.05',
		'12.03.05',
		'200314',
		'20241017',
		'2024-10-17 25:00',
		'20241017256199',
		'2024.10.112:30',
		'2024.10.1725:30',
	])('takes no part of the date %s for a time', (text) => {
		expect(readTimeBesideDate(text, {})).toBeNull();
	});
});
