import fc from 'fast-check';

import { asObject, asText, type JsonObject } from '../../../../nodes/ClovaOcr/shared/json';
import { birthDateFromNumber } from '../../../../nodes/ClovaOcr/reading/values/calendar';
import {
	readGroupedNumber,
	readValidThru,
	readBusinessNumber,
	readCorporateNumber,
	readLicenseNumber,
	readPassportNumber,
	readPersonalNumber,
} from '../../../../nodes/ClovaOcr/reading/values/idNumbers';
import { readPhone } from '../../../../nodes/ClovaOcr/reading/values/phone';
import { readText } from '../../../../nodes/ClovaOcr/reading/values/printed';
import { outsideAnswers } from '../../../support/answers';

const READERS = [
	readBusinessNumber,
	readGroupedNumber,
	readCorporateNumber,
	readLicenseNumber,
	readPassportNumber,
	readPersonalNumber,
	readPhone,
	readText,
];

describe('readText', () => {
	it.each<[string | null, JsonObject, string | null]>([
		[' 달빛식당 ', {}, '달빛식당'],
		['\u1103\u1161\u11AF', {}, '달'],
		['３층', {}, '3층'],
		['ＡＢ　３', {}, 'ＡＢ　3'],
		['국 민', { value: '국민' }, '국민'],
		['국 민', { value: '' }, '국 민'],
		['국 민', { value: [] }, '국 민'],
		['', { value: '' }, null],
		[null, {}, null],
	])('reads %j %j', (text, formatted, value) => {
		expect(readText(text, formatted)).toBe(value);
	});
});

describe('readPhone', () => {
	it.each([
		['010-1234-5678', '010-1234-5678'],
		['+82 10 1234 5678', '010-1234-5678'],
		['+82-(0)10-1234-5678', '010-1234-5678'],
		['(+82) 2-000-1234', '02-000-1234'],
		['82-10-1234-5678', '010-1234-5678'],
		['(02)0000-1234', '02-0000-1234'],
		['02.000.1234', '02-000-1234'],
		['02 000 1234', '02-000-1234'],
		['054)000-1234', '054-000-1234'],
		['0200001234)', '02-0000-1234'],
		['０２－０００－１２３４', '02-000-1234'],
		['TEL : 02-000-1234', '02-000-1234'],
		['1588-0000', '1588-0000'],
		['15880000', '1588-0000'],
		['0507-1234-5678', '0507-1234-5678'],
		['070-1234-5678', '070-1234-5678'],
		['080-123-4567', '080-123-4567'],
	])('hyphenates %s', (text, phone) => {
		expect(readPhone(text, {})).toBe(phone);
	});

	it.each([
		'010-123-456',
		'0212',
		'099-123-4567',
		'12345',
		'abc',
		'03-1234-5678',
		'+81 3 1234 5678',
		'0120-123-456',
		'02-000-1234~5',
		'02-000-1234(내선 12)',
		'02-123-4567, 02-123-4568',
		'010-****-5678',
		'0212345678 내선',
	])('leaves %s as printed', (text) => {
		expect(readPhone(text, {})).toBe(text);
	});

	it.each<[string | null, JsonObject, string | null]>([
		['031-000-1234', { value: '0310001234' }, '031-000-1234'],
		['031-000-12E4', { value: '0310001234' }, '031-000-1234'],
		[null, { value: '0310001234' }, '031-000-1234'],
		['031-000-1234', { value: '' }, '031-000-1234'],
		['031-000-1234', { value: '31000' }, '031-000-1234'],
		['전화', { value: '0310001234' }, '031-000-1234'],
		['+82 (M) 10-1234-5678', { value: '01012345678' }, '010-1234-5678'],
		['전화 '.repeat(800).trim(), { value: '0310001234' }, '전화 '.repeat(800).trim()],
		['03-1234-5678', { value: '0312345678' }, '03-1234-5678'],
		['02-000-1234~5', { value: '0200012345' }, '02-000-1234~5'],
		['', {}, null],
	])('weighs tidied value and text: %j %j', (text, formatted, phone) => {
		expect(readPhone(text, formatted)).toBe(phone);
	});

	it('keeps every digit, but for the country code', () => {
		const number = fc.string({ unit: fc.constantFrom(...'0123456789-.() '), minLength: 1 });
		fc.assert(
			fc.property(number, (text) => {
				const digits = text.replace(/\D/g, '');
				expect([digits, digits.replace(/^820?/, '0')]).toContain(
					(readPhone(text, {}) ?? '').replace(/\D/g, ''),
				);
			}),
		);
	});

	it('agrees with the vectors kept outside of the project', () => {
		for (const { body } of outsideAnswers('checks')) {
			const { valid, invalid } = asObject(asObject(body).phone);
			for (const [text, phone] of Object.entries(asObject(valid))) {
				expect(readPhone(text, {})).toBe(phone);
			}
			for (const text of Object.values(asObject(invalid)).map(asText)) {
				expect(readPhone(text, {})).toBe(text);
			}
		}
	});
});

describe('registration numbers', () => {
	it.each([
		[readBusinessNumber, '1234567891', '123-45-67891'],
		[readBusinessNumber, '123 - 45 - 67891', '123-45-67891'],
		[readBusinessNumber, '등록번호 : 123-45-67891', '123-45-67891'],
		[readBusinessNumber, '１２３４５６７８９１', '123-45-67891'],
		[readBusinessNumber, '123-45-6789', '123-45-6789'],
		[readBusinessNumber, 'l23-45-67891', 'l23-45-67891'],
		[readBusinessNumber, '123-45-*****', '123-45-*****'],
		[readBusinessNumber, 'T1234567890123', 'T1234567890123'],
		[readCorporateNumber, '1101110062432', '110111-0062432'],
		[readCorporateNumber, '110111 - 0062432', '110111-0062432'],
		[readCorporateNumber, '110111-00624', '110111-00624'],
		[readPersonalNumber, '9901015020063', '990101-5020063'],
		[readPersonalNumber, '000101 - 9******', '000101-9******'],
		[readPersonalNumber, '000101-●●●●●●●', '000101-*******'],
		[readPersonalNumber, '9000004', '9000004'],
		[readPersonalNumber, '00010l-9000004', '00010l-9000004'],
		[readLicenseNumber, '11 23 123456 00', '11-23-123456-00'],
		[readLicenseNumber, '112312345600', '11-23-123456-00'],
		[readLicenseNumber, '서울 23-123456-00', '서울 23-123456-00'],
		[readPassportNumber, 'm000 a0000', 'M000A0000'],
		[readPassportNumber, 'Ｍ０００００００００', 'M000000000'],
	])('%p reads %s', (read, text, number) => {
		expect(read(text, {})).toBe(number);
	});

	it.each(READERS)('%p gives null where nothing is printed', (read) => {
		expect(read(null, {})).toBeNull();
		expect(read(' ', { value: '' })).toBeNull();
	});

	it('lets the tidied value win where it can be read', () => {
		expect(readBusinessNumber('123456789O', { value: '123-45-67890' })).toBe('123-45-67890');
		expect(readBusinessNumber('123-45-67891', { value: '1234' })).toBe('123-45-67891');
		expect(readBusinessNumber('1234567891', { value: '1234' })).toBe('123-45-67891');
	});
});

describe('cards', () => {
	it.each<[string, JsonObject, string | null]>([
		['0000 1234 5678 0000', {}, '0000-1234-5678-0000'],
		['0000 1234 5678 0000', { value: '0000-1234-5678-0000' }, '0000-1234-5678-0000'],
		['0000-12**-****-3456', {}, '0000-12**-****-3456'],
		['0000-12XX-XXXX-3456', {}, '0000-12**-****-3456'],
		['000012********** 솥', { value: '000012**********솥' }, '000012**********'],
		['００００-１２＊＊-＊＊＊＊-３４５６', {}, '0000-12**-****-3456'],
		['0000 - 1234', {}, '0000-1234'],
		['카드', {}, null],
	])('reads the number %j %j', (text, formatted, number) => {
		expect(readGroupedNumber(text, formatted)).toBe(number);
	});

	it.each<[string, JsonObject, string]>([
		['09/29', {}, '09/29'],
		['01/30', {}, '01/30'],
		['12/29', {}, '12/29'],
		['09 / 29', {}, '09/29'],
		['０９／２９', {}, '09/29'],
		['0929', {}, '09/29'],
		['09/2029', {}, '09/29'],
		['VALID THRU 09/29', {}, '09/29'],
		['O9/29', { value: '09/29' }, '09/29'],
	])('reads the expiry %j %j', (text, formatted, expiry) => {
		expect(readValidThru(text, formatted)).toBe(expiry);
	});

	it.each(['', '13/29', '00/29', '9/29', '09/24-09/29', '09/1929', 'abc'])(
		'finds no expiry in %j',
		(text) => {
			expect(readValidThru(text, {})).toBeNull();
		},
	);
});

describe('birthDateFromNumber', () => {
	it.each<[string | null, string | null]>([
		['000101-9000004', '1800-01-01'],
		['850505-9123455', '1885-05-05'],
		['990101-1000000', '1999-01-01'],
		['990101-2000000', '1999-01-01'],
		['040229-3000000', '2004-02-29'],
		['990101-4000036', '2099-01-01'],
		['9901015020063', '1999-01-01'],
		['680229-7000023', '2068-02-29'],
		['990101-1******', '1999-01-01'],
		['990101-*******', null],
		['990101', null],
		['990101-1', null],
		['991301-1000000', null],
		['010229-3000000', null],
		['M000A0000', null],
		['', null],
		[null, null],
	])('reads %j', (number, date) => {
		expect(birthDateFromNumber(number)).toBe(date);
	});
});

describe('all readers', () => {
	it('take whatever an answer holds and never make up a digit', () => {
		const text = fc.string({
			unit: fc.constantFrom(...'0123456789０９-*X ()+가A.'),
			maxLength: 20,
		});
		const digitsOf = (value: string) => value.normalize('NFKC').replace(/\D/g, '');
		fc.assert(
			fc.property(text, (printed) => {
				for (const read of READERS) {
					const digits = digitsOf(read(printed, {}) ?? '');
					const given = digitsOf(printed);
					expect([given, given.replace(/^82/, '0'), given.replace(/^820/, '0'), '']).toContain(
						digits,
					);
				}
			}),
			{ numRuns: 1000 },
		);
	});

	it('take a tidied part of any type', () => {
		fc.assert(
			fc.property(fc.option(fc.string()), fc.jsonValue(), (printed, value) => {
				const formatted = JSON.parse(JSON.stringify({ value }));
				for (const read of READERS) {
					const result = read(printed, formatted);
					expect(result === null || result.trim() !== '').toBe(true);
				}
			}),
		);
	});
});
