import fc from 'fast-check';

import type { JsonObject } from '../../../../nodes/ClovaOcr/shared/json';
import {
	readAmount,
	readReduction,
	readCurrency,
	readQuantity,
} from '../../../../nodes/ClovaOcr/reading/values/amount';

describe('readAmount', () => {
	it.each([
		['12000', 12000],
		['₩12,000', 12000],
		['￦ 12,000', 12000],
		['W12,000', 12000],
		['\\12,000', 12000],
		['12,000원', 12000],
		['12.000원', 12000],
		['12·000', 12000],
		['1.234.567', 1234567],
		['일금 12,000원정', 12000],
		['KRW 12,000', 12000],
		['１，２００円', 1200],
		['￥１，２００', 1200],
		['¥1,200-', 1200],
		['¥1,200※', 1200],
		['*1,000', 1000],
		['1,2 20', 1220],
		['12, 000', 12000],
		['12.5', 12.5],
		['1,200.00', 1200],
		['0', 0],
		['-0', 0],
		['-1,000', -1000],
		['−1,000', -1000],
		['△1,000', -1000],
		['₩-1,000', -1000],
		['-₩1,000', -1000],
		['(1,000)', -1000],
		['+1,000', 1000],
		['9007199254740991', 9007199254740991],
	])('reads %s', (text, amount) => {
		expect(readAmount(text, {})).toBe(amount);
	});

	it.each([
		'',
		' ',
		',',
		'·',
		'-',
		'원',
		'abc',
		'21,9',
		'1,00',
		'1 2,000',
		'4800 2',
		'1,000 2,000',
		'1,000-',
		'1O,000',
		'합계 12,000',
		'1e5',
		'0x10',
		'Infinity',
		'9007199254740992',
		'99999999999999999999',
	])('says nothing for %j', (text) => {
		expect(readAmount(text, {})).toBeNull();
	});

	it.each<[string, string | null, JsonObject, number | null]>([
		['the tidied value wins', '21,9', { value: '219' }, 219],
		['a number', null, { value: 219 }, 219],
		['an empty tidied value', '1,200', { value: '' }, 1200],
		['a useless tidied value', '1,200', { value: ',' }, 1200],
		['a tidied value of the wrong type', '1,200', { value: { a: 1 } }, 1200],
		['a lost minus', '-1,000', { value: '1000' }, -1000],
		['a lost minus of a single unit', '-1', { value: '1' }, -1],
		['a minus that only the tidied value has', '1,000', { value: '-1000' }, -1000],
		['a minus before another amount', '-1,00', { value: '1000' }, 1000],
		['a remark in brackets', '(1,000)', { value: '1000' }, 1000],
		['nothing', null, {}, null],
	])('weighs tidied value and text: %s', (_, text, formatted, amount) => {
		expect(readAmount(text, formatted)).toBe(amount);
	});

	it('reads every whole amount, however it is printed', () => {
		fc.assert(
			fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), (amount) => {
				const grouped = Math.abs(amount).toLocaleString('en');
				const sign = amount < 0 ? '-' : '';
				const forms = [
					String(amount),
					`${sign}${grouped}`,
					`${sign}₩${grouped}`,
					`${sign}${grouped.replace(/,/g, '.')}원`,
					`${sign}${grouped}円`,
				];
				expect(forms.map((text) => readAmount(text, {}))).toEqual(forms.map(() => amount));
			}),
		);
	});

	it('gives a finite number or null, whatever is printed', () => {
		const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0129.,- ₩(円)') }));
		fc.assert(
			fc.property(text, text, (printed, value) => {
				for (const read of [readAmount, readReduction, readQuantity]) {
					const number = read(printed, { value });
					expect(number === null || Number.isFinite(number)).toBe(true);
					expect(Object.is(number, -0)).toBe(false);
				}
			}),
			{ numRuns: 1000 },
		);
	});

	it('never makes up a digit', () => {
		const text = fc.string({ unit: fc.constantFrom(...'0123456789.,- '), maxLength: 12 });
		fc.assert(
			fc.property(text, (printed) => {
				const amount = readAmount(printed, {});
				if (amount === null || !Number.isInteger(amount)) return;
				const digits = printed.replace(/\D/g, '').replace(/^0+(?=\d)/, '');
				expect([digits, digits.slice(0, -1), digits.slice(0, -2)]).toContain(
					String(Math.abs(amount)),
				);
			}),
			{ numRuns: 2000 },
		);
	});
});

describe('readReduction', () => {
	it.each<[string | null, JsonObject, number | null]>([
		['-2,000', {}, 2000],
		['-2,000', { value: '-2000' }, 2000],
		['▲2,000', { value: '2000' }, 2000],
		['2,000', {}, 2000],
		['-0', { value: '0' }, 0],
		[null, {}, null],
	])('reads %j %j as a positive amount', (text, formatted, amount) => {
		expect(readReduction(text, formatted)).toBe(amount);
	});
});

describe('readQuantity', () => {
	it.each([
		['2', 2],
		['２', 2],
		['2개', 2],
		['2 EA', 2],
		['3個', 3],
		['x 3', 3],
		['3×', 3],
		['1.5', 1.5],
		['1.500kg', 1.5],
		['0.254', 0.254],
		['1,000', 1000],
		['-1', -1],
	])('reads %s', (text, quantity) => {
		expect(readQuantity(text, {})).toBe(quantity);
	});

	it.each(['', ',', '·', '너', '1O', '1,5', '1 2', '개', '2 3개', '-'])(
		'says nothing for %j',
		(text) => {
			expect(readQuantity(text, {})).toBeNull();
		},
	);

	it('lets the tidied value win, but keeps a printed minus', () => {
		expect(readQuantity('너', { value: '4' })).toBe(4);
		expect(readQuantity('3', { value: '' })).toBe(3);
		expect(readQuantity('-3', { value: '3' })).toBe(-3);
		expect(readQuantity(null, { value: '4' })).toBe(4);
	});
});

test('a print longer than any value takes nothing from a tidied one', () => {
	const long = `-${' '.repeat(2000)}3`;
	expect(readAmount(long, { value: '3' })).toBe(3);
	expect(readQuantity(long, { value: '3' })).toBe(3);
});

describe('readCurrency', () => {
	it.each<[string[], string | undefined, string | null]>([
		[['달빛식당', '12,000원'], undefined, 'KRW'],
		[['￦12,000'], undefined, 'KRW'],
		[['₩12,000'], 'ja', 'KRW'],
		[['￥1,200'], undefined, 'JPY'],
		[['1,200円'], 'ko', 'JPY'],
		[['12,000'], 'ko', 'KRW'],
		[['1,200'], 'ja', 'JPY'],
		[['₩12,000', '¥1,200'], 'ja', 'JPY'],
		[['₩12,000', '¥1,200'], undefined, null],
		[['¥30'], 'zh-CN', null],
		[['$12.00'], 'ko', null],
		[['12,000'], undefined, null],
		[['강원도 원주시 공원로 12', '12,000'], undefined, null],
		[[], undefined, null],
	])('reads %j in language %s as %s', (texts, language, currency) => {
		expect(readCurrency(texts, language)).toBe(currency);
	});
});
