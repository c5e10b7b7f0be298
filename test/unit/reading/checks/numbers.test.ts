import fc from 'fast-check';

import {
	checkBusinessNumber,
	checkCardNumber,
	checkCorporateNumber,
	checkLicenseNumber,
	checkMrz,
	checkPersonalNumber,
	checkRegistrationNumber,
} from '../../../../nodes/ClovaOcr/reading/checks/numbers';
import type { CheckResult } from '../../../../nodes/ClovaOcr/reading/reading';
import {
	asList,
	asObject,
	asText,
	isObject,
	type Json,
} from '../../../../nodes/ClovaOcr/shared/json';
import { outsideAnswers } from '../../../support/answers';

type Check = (number: string | null) => CheckResult;

/** Invented numbers; the only real ones are a worked example (110111-0062432) and an ICAO specimen. */
const CASES: Record<string, { check: Check; expected: Record<CheckResult, string[]> }> = {
	'business numbers': {
		check: checkBusinessNumber,
		expected: {
			pass: [
				'123-45-67891',
				'101-01-00014',
				'220-81-00001',
				'999-99-00010',
				'605-86-01230',
				'123-45-67829',
				'1234567891',
				'１２３-４５-６７８９１',
			],
			mismatch: [
				'123-45-67892',
				'101-01-00015',
				'220-81-00002',
				'999-99-00011',
				'605-86-01231',
				'123-45-6789',
				'l23-45-67891',
				'abc',
			],
			notCheckable: ['123-45-*****', 'T1234567890123', ''],
		},
	},
	'corporate numbers': {
		check: checkCorporateNumber,
		expected: {
			pass: [
				'110111-0062432',
				'110111-0000010',
				'134811-1234567',
				'999999-0000017',
				'200111-9876546',
			],
			mismatch: ['110111-006243', '110111-00624321', 'abc'],
			notCheckable: [
				'110111-0062435',
				'110111-0000013',
				'134811-1234560',
				'999999-0000010',
				'200111-9876549',
				'110111-*******',
				'',
			],
		},
	},
	'resident numbers': {
		check: checkPersonalNumber,
		expected: {
			pass: [
				'000101-9000004',
				'991231-0000010',
				'680229-3000020',
				'990101-4000036',
				'850505-9123455',
				'8505059123455',
			],
			mismatch: [
				'991332-0000010',
				'670229-3000020',
				'000229-1000000',
				'990101-5000030',
				'85050-9123450',
				'991301-*******',
				'991301-*',
				'990230-●●●●●●●',
				'990101-5******',
				'670229-3******',
				'990101',
				'abc',
			],
			notCheckable: [
				'000101-9000005',
				'000229-3000000',
				'990101-*******',
				'990101-1******',
				'000229-*******',
				'990101-*',
				'990101-1**',
				'******-*******',
				'9000004',
				'9******',
				'',
			],
		},
	},
	'alien registration numbers': {
		check: checkRegistrationNumber,
		expected: {
			pass: [
				'680229-7000023',
				'990101-8000039',
				'990101-7100002',
				'981231-8222229',
				'700101-7999990',
				'9901015020063',
			],
			mismatch: [
				'990101-4000039',
				'991301-8000030',
				'991301-*******',
				'990101-4******',
				'990101-80000',
			],
			notCheckable: ['680229-7000024', '990101-8000030', '990101-7100003', '990101-*******', ''],
		},
	},
	"driver's licence numbers": {
		check: checkLicenseNumber,
		expected: {
			pass: [
				'11-23-123456-00',
				'12-99-000001-01',
				'28-25-654321-10',
				'29-24-000000-99',
				'13-05-999999-00',
				'26 00 000000 00',
			],
			mismatch: [
				'10-23-123456-00',
				'27-23-123456-00',
				'30-23-123456-00',
				'11-23-12345-00',
				'11-23-123456-0',
			],
			notCheckable: ['서울-23-123456-00', '11-23-12****-**', ''],
		},
	},
	'card numbers': {
		check: checkCardNumber,
		expected: {
			pass: [
				'4000000000000002',
				'5555000000000008',
				'9409000000000008',
				'370000000000002',
				'6200000000000005',
				'4000-0000-0000-0002',
				'400000000002',
				'4000000000000000006',
			],
			// The last two keep the sum, and are too short and too long.
			mismatch: [
				'4000000000000003',
				'5555000000000009',
				'9409000000000009',
				'123',
				'40000000006',
				'40000000000000000002',
			],
			notCheckable: ['4000-00**-****-0002', '4000-00XX-XXXX-0002', ''],
		},
	},
};

describe.each(Object.entries(CASES))('check of %s', (_, { check, expected }) => {
	it.each(
		Object.entries(expected).flatMap(([result, numbers]) =>
			numbers.map((number) => [number, result] as const),
		),
	)('%s: %s', (number, result) => {
		expect(check(number)).toBe(result);
	});

	it('cannot check what is not there', () => {
		expect([null, '', '  '].map(check)).toEqual(['notCheckable', 'notCheckable', 'notCheckable']);
	});

	it('says the same of a number however it is grouped', () => {
		const number = fc.constantFrom(...expected.pass);
		fc.assert(
			fc.property(number, fc.array(fc.nat(12)), (passing, places) => {
				const digits = [...passing.normalize('NFKC').replace(/\D/g, '')];
				for (const place of places) digits[place % digits.length] += ' ';
				expect(check(digits.join(''))).toBe('pass');
			}),
		);
	});
});

describe('check digits', () => {
	it.each<[string, Check]>([
		['123-45-67891', checkBusinessNumber],
		['4000-0000-0000-0002', checkCardNumber],
	])('find every single wrong digit of %s', (number, check) => {
		const places = [...number].flatMap((sign, place) => (/\d/.test(sign) ? [place] : []));
		for (const place of places) {
			for (const digit of '0123456789') {
				const changed = number.slice(0, place) + digit + number.slice(place + 1);
				expect(check(changed)).toBe(changed === number ? 'pass' : 'mismatch');
			}
		}
	});

	it('of persons and corporations never speak against a number of the right shape', () => {
		fc.assert(
			fc.property(fc.nat(999_999), (serial) => {
				const end = String(serial).padStart(6, '0');
				expect(checkPersonalNumber(`990101-1${end}`)).not.toBe('mismatch');
				expect(checkRegistrationNumber(`990101-5${end}`)).not.toBe('mismatch');
				expect(checkCorporateNumber(`110111-0${end}`)).not.toBe('mismatch');
			}),
		);
	});
});

const ZONES: Array<[string, string]> = [
	['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'],
	['P<KORHONG<<GILDONG<<<<<<<<<<<<<<<<<<<<<<<<<<', 'M000000004KOR0001018M9912315<<<<<<<<<<<<<<02'],
	['P<KORKIM<<TEST<SAMPLE<<<<<<<<<<<<<<<<<<<<<<<', 'M000A00004KOR6802295F9901018<<<<<<<<<<<<<<08'],
	['P<UTOSPECIMEN<<ALIEN<<<<<<<<<<<<<<<<<<<<<<<<', 'X0000000<1UTO9912315<68022951234567<<<<<<<40'],
	['P<JPNTANAKA<<HANAKO<<<<<<<<<<<<<<<<<<<<<<<<<', 'TZ00000008JPN0102030F3102031<<<<<<<<<<<<<<04'],
];
const [[NAMES, NUMBERS]] = ZONES;

describe('a number that is too long', () => {
	it.each<[string, Check, string]>([
		['a business number', checkBusinessNumber, '123-45-67891'],
		['a licence number', checkLicenseNumber, '11-23-123456-00'],
	])('is no %s, even if its beginning is', (_, check, number) => {
		expect(check(number)).toBe('pass');
		expect(check(`${number}0`)).toBe('mismatch');
		expect(check(number.slice(0, -1))).toBe('mismatch');
	});
});

describe('checkMrz', () => {
	it.each(ZONES)('passes %s %s', (...lines) => {
		expect(checkMrz(lines)).toBe('pass');
		expect(checkMrz(lines.join('\n'))).toBe('pass');
	});

	it('passes a blank optional part whose check digit is a filler', () => {
		const [names] = ZONES[1];
		expect(checkMrz([names, 'M000000004KOR0001018M9912315<<<<<<<<<<<<<<<2'])).toBe('pass');
	});

	it.each([
		[
			'O for 0 in the number',
			[
				'P<KORHONG<<GILDONG<<<<<<<<<<<<<<<<<<<<<<<<<<',
				'MO00000004KOR0001018M9912315<<<<<<<<<<<<<<02',
			],
		],
		[
			'another birth date',
			[
				'P<KORKIM<<TEST<SAMPLE<<<<<<<<<<<<<<<<<<<<<<<',
				'M000A00004KOR6802296F9901018<<<<<<<<<<<<<<08',
			],
		],
		[
			'another composite digit',
			[
				'P<UTOSPECIMEN<<ALIEN<<<<<<<<<<<<<<<<<<<<<<<<',
				'X0000000<1UTO9912315<68022951234567<<<<<<<41',
			],
		],
		['another expiry date', [NAMES, NUMBERS.replace('120415', '130415')]],
		['another optional part', [NAMES, NUMBERS.replace('ZE18', 'ZE19')]],
		[
			'another check digit of the optional part, with a composite digit that fits',
			[ZONES[3][0], 'X0000000<1UTO9912315<68022951234567<<<<<<<51'],
		],
		[
			'a filler as the check digit of an optional part',
			[ZONES[3][0], 'X0000000<1UTO9912315<68022951234567<<<<<<<<6'],
		],
		['43 characters', [NAMES, NUMBERS.slice(0, 43)]],
		['a short first line', [NAMES.slice(0, 43), NUMBERS]],
		['the first line alone', NAMES],
		['a digit among the names', [NAMES.replace('ANNA', 'ANN4'), NUMBERS]],
	])('finds %s', (_, lines) => {
		expect(checkMrz(lines)).toBe('mismatch');
	});

	it('finds a wrong digit behind stars, and leaves the rest open', () => {
		const starred = NUMBERS.replace('ZE184226B', '*********');
		expect(checkMrz([NAMES, starred])).toBe('notCheckable');
		expect(checkMrz([NAMES, starred.replace('740812', '740813')])).toBe('mismatch');
	});

	it.each([
		['nothing', null],
		['no text', ''],
		['no lines', []],
		['other text', 'SAMPLE PASSPORT'],
		['a visa', [NAMES.replace('P<', 'V<'), NUMBERS]],
	])('cannot check %s', (_, printed) => {
		expect(checkMrz(printed)).toBe('notCheckable');
	});

	it('finds every single wrong digit of what is checked', () => {
		const places = [...NUMBERS].flatMap((sign, place) => (/\d/.test(sign) ? [place] : []));
		for (const place of places) {
			for (const digit of '0123456789') {
				const changed = NUMBERS.slice(0, place) + digit + NUMBERS.slice(place + 1);
				expect(checkMrz([NAMES, changed])).toBe(changed === NUMBERS ? 'pass' : 'mismatch');
			}
		}
	});
});

describe('vectors kept outside of the project', () => {
	const vectors = outsideAnswers('checks').map(({ body }) => asObject(body));
	const results = (check: (value: Json) => CheckResult, list: Json | undefined) =>
		asList(list).map((value) => [value, check(value)]);
	const all = (result: CheckResult, list: Json | undefined) =>
		asList(list).map((value) => [value, result]);

	it('agree on numbers', () => {
		for (const { brn, crn, rrn, arn, dln, luhn } of vectors) {
			const tables: Array<[Json, Check, string, CheckResult | null]> = [
				[brn, checkBusinessNumber, 'valid', 'pass'],
				[brn, checkBusinessNumber, 'invalid', 'mismatch'],
				[crn, checkCorporateNumber, 'valid', 'pass'],
				[crn, checkCorporateNumber, 'invalid', 'notCheckable'],
				[rrn, checkPersonalNumber, 'valid_struct_and_sum', 'pass'],
				[arn, checkRegistrationNumber, 'valid', 'pass'],
				[dln, checkLicenseNumber, 'valid', 'pass'],
				[luhn, checkCardNumber, 'valid', 'pass'],
			];
			for (const [table, check, key, result] of tables) {
				const list = asObject(table)[key];
				expect(results((value) => check(asText(value)), list)).toEqual(all(result ?? 'pass', list));
			}
		}
	});

	it('agree on numbers that are to be flagged', () => {
		for (const { rrn, arn } of vectors) {
			for (const [list, check] of [
				[asObject(rrn).invalid_or_flagged, checkPersonalNumber],
				[asObject(arn).invalid, checkRegistrationNumber],
			] as const) {
				for (const vector of asList(list).filter(isObject)) {
					const result = vector.structOk === true ? 'notCheckable' : 'mismatch';
					expect([vector.value, check(asText(vector.value))]).toEqual([vector.value, result]);
				}
			}
		}
	});

	it('agree on numbers that are hidden or of another form', () => {
		for (const { dln, luhn } of vectors) {
			for (const value of asList(asObject(dln).invalid)) {
				const hangul = /\p{Script=Hangul}/u.test(String(value));
				expect(checkLicenseNumber(asText(value))).toBe(hangul ? 'notCheckable' : 'mismatch');
			}
			for (const value of asList(asObject(luhn).invalid)) {
				const hidden = String(value).includes('*');
				expect(checkCardNumber(asText(value))).toBe(hidden ? 'notCheckable' : 'mismatch');
			}
		}
	});

	it('agree on passport zones', () => {
		const linesOf = (value: Json | undefined) =>
			asList(value).flatMap((line) => asText(line) ?? []);
		for (const { mrz } of vectors) {
			const { valid, invalid } = asObject(mrz);
			expect(asList(valid).map((lines) => checkMrz(linesOf(lines)))).toEqual(
				asList(valid).map(() => 'pass'),
			);
			expect(asList(invalid).map((vector) => checkMrz(linesOf(asObject(vector).lines)))).toEqual(
				asList(invalid).map(() => 'mismatch'),
			);
		}
	});
});
