import {
	detectType,
	readAlienRegistrationCard,
	readDriversLicense,
	readPassport,
	readResidentRegistrationCard,
} from '../../../../nodes/ClovaOcr/operations/idCard/idCards';
import { readForeignPassport } from '../../../../nodes/ClovaOcr/operations/idCard/readForeignPassport';
import type { Operation } from '../../../../nodes/ClovaOcr/operations/types';
import type { Json, JsonObject } from '../../../../nodes/ClovaOcr/shared/json';
import type { Reading } from '../../../../nodes/ClovaOcr/reading/reading';
import { answer, DETAILED, pagesOf } from '../../../support/answers';

function read(operation: Operation, body: Json): Reading {
	const [reading] = operation.read(pagesOf(body), DETAILED);
	if (reading === undefined) throw new Error('No reading');
	return reading;
}

function card(result: JsonObject): Json {
	return { images: [{ inferResult: 'SUCCESS', idCard: { result } }] };
}

const leaf = (text: string): JsonObject => ({ text });

const CARDS: Array<[Operation, string, JsonObject, Reading['checks']]> = [
	[
		readResidentRegistrationCard,
		'id-resident-full',
		{
			documentType: 'residentRegistrationCard',
			name: '한보기(韓寶器)',
			personalNumber: '680229-3000020',
			birthDate: '2068-02-29',
			address: '대전광역시 견본구 보기길 7 (견본동, 101호)',
			issueDate: '2021-04-09',
			issuer: '대전광역시 견본구청장',
		},
		{ personalNumber: 'pass' },
	],
	[
		readDriversLicense,
		'id-driver-full',
		{
			documentType: 'driversLicense',
			licenseType: '2종보통',
			licenseNumber: '11-23-123456-00',
			name: '이견본',
			personalNumber: '990101-4000036',
			birthDate: '2099-01-01',
			address: '광주광역시 보기구 견본로 9',
			renewalStartDate: '2030-01-01',
			renewalEndDate: '2030-12-31',
			condition: 'A',
			code: 'K7P2QX',
			organDonation: '장기기증',
			issueDate: '2020-06-15',
			issuer: '광주광역시경찰청장',
		},
		{ personalNumber: 'pass', licenseNumber: 'pass' },
	],
	[
		readPassport,
		'id-passport-full',
		{
			documentType: 'passport',
			passportType: 'PM',
			passportNumber: 'M000A0000',
			surname: 'HAN',
			givenNames: 'BOGI',
			koreanName: '한보기',
			nationality: 'REPUBLIC OF KOREA',
			issuingCountry: 'KOR',
			birthDate: '1968-02-29',
			sex: 'F',
			personalNumber: '3000020',
			issueDate: '2023-05-05',
			expiryDate: '2033-05-05',
			issuer: 'MINISTRY OF FOREIGN AFFAIRS',
		},
		{ personalNumber: 'notCheckable' },
	],
	[
		readAlienRegistrationCard,
		'id-alien-full',
		{
			documentType: 'alienRegistrationCard',
			registrationNumber: '680229-7000023',
			name: 'SAMPLE JANE',
			birthDate: '2068-02-29',
			sex: 'F',
			nationality: 'SAMPLELAND',
			visaType: '방문취업(H-2)',
			issueDate: '2024-01-31',
			issuer: '대전출입국·외국인사무소장',
			issuerEnglish: 'CHIEF, DAEJEON IMMIGRATION OFFICE',
			serialNumber: '1-111-222-3333',
		},
		{ registrationNumber: 'pass' },
	],
];

describe.each(CARDS)('%#: an ID card', (operation, name, values, checks) => {
	test('of the expected type gives its keys in their order', () => {
		const reading = read(operation, answer(name));
		expect(Object.entries(reading.values)).toEqual(Object.entries(values));
		expect(reading.checks).toEqual(checks);
		expect(reading.reviewReasons).toEqual([]);
	});

	test('is told by its type and read alike', () => {
		const reading = read(detectType, answer(name));
		expect(reading.values).toEqual(values);
		expect(reading.checks).toEqual(checks);
		expect(reading.reviewReasons).toEqual([]);
	});

	test('of another type keeps the keys of the operation', () => {
		for (const [another, otherName, others] of CARDS.filter(([one]) => one !== operation)) {
			const reading = read(operation, answer(otherName));
			expect(Object.keys(reading.values)).toEqual(Object.keys(values));
			for (const [key, value] of Object.entries(reading.values)) {
				expect(value).toEqual(key in others ? others[key] : null);
			}
			expect(reading.reviewReasons).toContain('unexpectedDocument');
			expect(read(another, answer(otherName)).values).toEqual(others);
		}
	});

	test('on which nothing was found has nulls only', () => {
		const reading = read(operation, answer('failure-no-text'));
		expect(Object.keys(reading.values)).toEqual(Object.keys(values));
		expect(new Set(Object.values(reading.values))).toEqual(new Set([null]));
		expect(reading.reviewReasons).toEqual(['notRecognized']);
	});

	test('of any type has its numbers starred', () => {
		expect(operation.sensitive).toEqual(
			expect.arrayContaining([
				{ path: '**.ic.personalNum', kind: 'personal' },
				{ path: '**.dl.personalNum', kind: 'personal' },
				{ path: '**.dl.num', kind: 'license' },
				{ path: '**.pp.personalNum', kind: 'personal' },
				{ path: '**.pp.num', kind: 'passport' },
				{ path: '**.ac.alienRegNum', kind: 'personal' },
			]),
		);
	});
});

describe('an ID card', () => {
	test('of another type: what the operation has no key for stays in other', () => {
		const reading = read(readPassport, answer('id-driver-full'));
		expect(reading.values).toMatchObject({
			documentType: 'driversLicense',
			personalNumber: '990101-4000036',
			birthDate: '2099-01-01',
			passportNumber: null,
		});
		expect(reading.other).toMatchObject({
			'dl.num': '11-23-123456-00',
			'dl.name': '이견본',
			'dl.condition': 'A',
		});
	});

	test('that CLOVA does not know is unknown, with everything in other', () => {
		for (const operation of [detectType, readPassport]) {
			const reading = read(operation, answer('id-unknown'));
			expect(reading.values.documentType).toBe('unknown');
			expect(reading.other).toEqual({
				idtype: 'Library Card',
				'lc.name': '한보기',
				'lc.cardNum': 'LIB-0042',
			});
			expect(reading.reviewReasons).toEqual(
				expect.arrayContaining(['unexpectedDocument', 'notConfident']),
			);
		}
	});

	test('that was not found has no type', () => {
		expect(read(detectType, answer('failure-no-text')).values).toEqual({ documentType: null });
	});

	test('of which CLOVA is not sure is flagged', () => {
		const reading = read(readResidentRegistrationCard, answer('id-resident-sparse'));
		expect(reading.reviewReasons).toEqual(['notConfident']);
		expect(reading.values).toMatchObject({ personalNumber: '680229-3000020', address: null });
	});

	test('with dates and numbers that cannot be', () => {
		expect(read(readDriversLicense, answer('id-driver-sparse'))).toMatchObject({
			values: { licenseNumber: '서울-23-123456-00', issueDate: null },
			checks: { licenseNumber: 'notCheckable', personalNumber: 'notCheckable' },
			reviewReasons: ['incomplete', 'unreadableDate'],
			other: { 'dl.issueDate': '2020.02.30.', 'dl.signature': '서명 견본' },
		});
		expect(read(readAlienRegistrationCard, answer('id-alien-sparse'))).toMatchObject({
			values: { registrationNumber: '991301-8000030', birthDate: null },
			checks: { registrationNumber: 'mismatch' },
			reviewReasons: ['incomplete', 'checkMismatch'],
		});
	});

	test('a starred number is read, and its birth date not guessed', () => {
		const { values } = read(
			readResidentRegistrationCard,
			card({ idtype: 'ID Card', ic: { personalNum: leaf('680229-*******') } }),
		);
		expect(values).toMatchObject({ personalNumber: '680229-*******', birthDate: null });
	});

	test('a printed birth date wins over the number, even where it cannot be read', () => {
		const number = { personalNum: leaf('680229-3000020') };
		const printed = read(readPassport, card({ pp: { ...number, birthDate: leaf('01 JAN 1990') } }));
		expect(printed.values.birthDate).toBe('1990-01-01');
		const unreadable = read(readPassport, card({ pp: { ...number, birthDate: leaf('?? JAN') } }));
		expect(unreadable.values.birthDate).toBeNull();
		expect(unreadable.reviewReasons).toContain('unreadableDate');
	});

	test('is told by the group that came, not by the name of the type', () => {
		const body = card({ idtype: 'Passport', dl: { num: leaf('11-23-123456-00') } });
		expect(read(detectType, body).values.documentType).toBe('driversLicense');
	});
});

describe('a foreign passport', () => {
	const KEYS = [
		'documentType',
		'passportNumber',
		'surname',
		'givenNames',
		'nationality',
		'issuingCountry',
		'birthDate',
		'sex',
		'expiryDate',
		'mrz',
	];

	test('with members named like those of a Korean one', () => {
		const reading = read(readForeignPassport, answer('passport-foreign-full'));
		expect(Object.entries(reading.values)).toEqual([
			['documentType', 'passport'],
			['passportNumber', 'X0000000'],
			['surname', 'SPECIMEN'],
			['givenNames', 'ALIEN'],
			['nationality', 'UTO'],
			['issuingCountry', 'UTO'],
			['birthDate', '1999-12-31'],
			['sex', 'X'],
			['expiryDate', '2068-02-29'],
			[
				'mrz',
				'P<UTOSPECIMEN<<ALIEN<<<<<<<<<<<<<<<<<<<<<<<<\nX0000000<1UTO9912315<68022951234567<<<<<<<40',
			],
		]);
		expect(reading.checks).toEqual({ mrz: 'pass' });
		expect(reading.other).toEqual({ type: 'P', personalNum: '51234567' });
	});

	test('with the two lines only: values come from lines whose check digits are right', () => {
		expect(read(readForeignPassport, answer('passport-foreign-sparse')).values).toEqual({
			documentType: 'passport',
			passportNumber: 'TZ0000000',
			surname: 'TANAKA',
			givenNames: 'HANAKO',
			nationality: 'JPN',
			issuingCountry: 'JPN',
			birthDate: '2001-02-03',
			sex: 'F',
			expiryDate: '2031-02-03',
			mrz: 'P<JPNTANAKA<<HANAKO<<<<<<<<<<<<<<<<<<<<<<<<<\nTZ00000008JPN0102030F3102031<<<<<<<<<<<<<<04',
		});
	});

	test('with a starred personal number: the rest of the line still gives its values', () => {
		const zone =
			'P<UTOSPECIMEN<<ALIEN<<<<<<<<<<<<<<<<<<<<<<<<\nX0000000<1UTO9912315<6802295**************40';
		const reading = read(readForeignPassport, {
			images: [{ inferResult: 'SUCCESS', passport: { result: { zone: leaf(zone) } } }],
		});
		expect(reading.values).toMatchObject({
			passportNumber: 'X0000000',
			surname: 'SPECIMEN',
			birthDate: '1999-12-31',
		});
	});

	test('with a misread line: nothing is taken from it', () => {
		const zone =
			'P<JPNTANAKA<<HANAKO<<<<<<<<<<<<<<<<<<<<<<<<<\nTZ00000008JPN0102040F3102031<<<<<<<<<<<<<<04';
		const reading = read(readForeignPassport, {
			images: [{ inferResult: 'SUCCESS', passport: { result: { zone: leaf(zone) } } }],
		});
		expect(reading.values).toMatchObject({ mrz: zone, passportNumber: null, birthDate: null });
		expect(reading).toMatchObject({
			checks: { mrz: 'mismatch' },
			reviewReasons: ['incomplete', 'checkMismatch'],
		});
	});

	test('with its members in a group of any name', () => {
		const result = { pp: { num: [leaf('X0000000')], colour: leaf('blue') } };
		const reading = read(readForeignPassport, {
			images: [{ inferResult: 'SUCCESS', passport: { result } }],
		});
		expect(reading.values.passportNumber).toBe('X0000000');
		expect(reading.other).toEqual({ 'pp.colour': 'blue' });
	});

	test('on which nothing was found has nulls only', () => {
		const { values } = read(readForeignPassport, answer('failure-no-text'));
		expect(Object.entries(values)).toEqual(KEYS.map((key) => [key, null]));
	});
});
