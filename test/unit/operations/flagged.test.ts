import fc from 'fast-check';

import { operations } from '../../../nodes/ClovaOcr/operations';
import type { Operation } from '../../../nodes/ClovaOcr/operations/types';
import { isObject, type Json, type JsonObject } from '../../../nodes/ClovaOcr/shared/json';
import type { Reading } from '../../../nodes/ClovaOcr/reading/reading';
import { answer, outsideAnswers, pagesOf, PLAIN } from '../../support/answers';

const leaf = (text: string): JsonObject => ({ text, formatted: { value: text } });
const both = (text: string, refinedText: Json = text): JsonObject => ({
	rawText: text,
	refinedText,
});
const date = (text: string): JsonObject => {
	const [year, month, day] = text.split('-');
	return { text, formatted: { year, month, day } };
};

const ZONE = [
	'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
	'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
];

/** A complete answer of each kind, and the members of each essential value. */
interface Whole {
	operation: string;
	wrapper: string;
	result: JsonObject;
	essential: string[][];
	/** Members of its leaves without which nothing, or less than came, can be read. */
	leafNames?: string[][];
}

const DOCUMENTS: Whole[] = [
	{
		operation: 'readReceipt',
		wrapper: 'receipt',
		result: {
			storeInfo: { name: leaf('예시식당') },
			paymentInfo: { date: date('2026-09-15') },
			totalPrice: { price: leaf('57000') },
		},
		essential: [['storeInfo'], ['paymentInfo'], ['date'], ['totalPrice'], ['price']],
	},
	{
		operation: 'readBusinessRegistration',
		wrapper: 'bizLicense',
		result: {
			registerNumber: [leaf('220-81-00001')],
			companyName: [leaf('예시')],
			corpName: [leaf('예시')],
			repName: [leaf('홍길동')],
		},
		essential: [['registerNumber'], ['companyName', 'corpName'], ['repName']],
	},
	{
		operation: 'readBusinessCard',
		wrapper: 'nameCard',
		result: { name: [leaf('홍길동')], company: [leaf('예시')], mobile: [leaf('010-0000-1234')] },
		essential: [['name', 'company'], ['mobile']],
	},
	{
		operation: 'readCreditCard',
		wrapper: 'creditCard',
		result: { number: leaf('4000000000000002'), name: leaf('HONG') },
		essential: [['number']],
	},
	...(
		[
			['readResidentRegistrationCard', 'ic', ['name', '홍길동'], ['personalNum', '680229-3000020']],
			['readDriversLicense', 'dl', ['name', '홍길동'], ['num', '11-23-123456-00']],
			['readAlienRegistrationCard', 'ac', ['name', 'ANNA'], ['alienRegNum', '680229-7000023']],
		] as const
	).map(([operation, group, name, number]) => ({
		operation,
		wrapper: 'idCard',
		result: { [group]: { [name[0]]: [leaf(name[1])], [number[0]]: [leaf(number[1])] } },
		essential: [[group], [name[0]], [number[0]]],
	})),
	{
		operation: 'readPassport',
		wrapper: 'idCard',
		result: {
			pp: { num: [leaf('M000A0000')], surName: [leaf('HONG')], givenName: [leaf('GILDONG')] },
		},
		essential: [['pp'], ['num'], ['surName'], ['givenName']],
	},
	{
		operation: 'readForeignPassport',
		wrapper: 'passport',
		result: {
			num: [leaf('L898902C3')],
			surName: [leaf('ERIKSSON')],
			givenName: [leaf('ANNA MARIA')],
		},
		essential: [['num'], ['surName', 'givenName']],
	},
];

const named = (value: string): Operation => {
	const found = operations.find((operation) => operation.value === value);
	if (found === undefined) throw new Error(value);
	return found;
};

const entryOf = ({ wrapper, result }: Whole): JsonObject => ({
	uid: '0'.repeat(32),
	name: 'scan',
	inferResult: 'SUCCESS',
	message: 'SUCCESS',
	[wrapper]: { meta: { estimatedLanguage: 'ko' }, result },
});

function readingsOf(operation: Operation, entry: JsonObject, pages = 1): Reading[] {
	const images = Array.from({ length: pages }, () => entry);
	return operation.read(pagesOf({ images }), PLAIN);
}

/** A copy in which the members of these names have other ones. */
function renamed(value: Json, names: string[], to: string): Json {
	if (Array.isArray(value)) return value.map((member) => renamed(member, names, to));
	if (!isObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, member]) => [
			names.includes(name) ? `${to}${names.indexOf(name)}` : name,
			renamed(member, names, to),
		]),
	);
}

const TAKEN = new Set(['text', 'formatted', 'result', 'meta', 'fields', 'tables']);
const newName = fc.stringMatching(/^[a-z][A-Za-z]{2,11}$/).filter((name) => !TAKEN.has(name));

describe.each(DOCUMENTS)('an answer to $operation', (whole) => {
	const operation = named(whole.operation);
	const unflagged = (names: string[], to: string) =>
		readingsOf(operation, renamed(entryOf(whole), names, to) as JsonObject).filter(
			({ reviewReasons }) => reviewReasons.length === 0,
		);

	test('with everything essential needs no review', () => {
		const [reading] = readingsOf(operation, entryOf(whole));
		expect(reading).toMatchObject({ recognized: true, reviewReasons: [], more: { missing: [] } });
	});

	test.each([
		[[whole.wrapper]],
		[['result']],
		[['text', 'formatted']],
		[['text']],
		[['formatted']],
	])('needs one whatever %j is renamed to', (names) => {
		// Passports are read in whatever group their members stand.
		if (whole.wrapper === 'passport' && names[0] === 'result') return;
		fc.assert(fc.property(newName, (to) => expect(unflagged(names, to)).toEqual([])));
	});

	test.each(whole.essential.map((names) => [names]))(
		'needs one, and says what is missing, whatever %j is renamed to',
		(names) => {
			fc.assert(
				fc.property(newName, (to) => {
					const [reading] = readingsOf(operation, renamed(entryOf(whole), names, to) as JsonObject);
					const { missing } = reading?.more ?? {};
					expect(reading?.reviewReasons).not.toEqual([]);
					expect(reading?.reviewReasons.includes('incomplete')).toBe(
						Array.isArray(missing) && missing.length > 0,
					);
				}),
			);
		},
	);

	test('under another member names what came, and no value', () => {
		const [reading] = readingsOf(
			operation,
			renamed(entryOf(whole), [whole.wrapper], 'paper') as JsonObject,
		);
		expect(reading).toMatchObject({ recognized: false, reviewReasons: ['nothingRead'] });
		expect(reading?.message).toContain('paper0 (meta, result)');
	});

	test('that says SUCCESS and carries nothing is flagged, even among several pages', () => {
		const readings = readingsOf(operation, { inferResult: 'SUCCESS', message: 'SUCCESS' }, 2);
		expect(readings.map(({ reviewReasons }) => reviewReasons)).toEqual([
			['nothingRead'],
			['nothingRead'],
		]);
	});
});

describe('an answer of General or a template', () => {
	const GENERAL = [
		['extractText', 'general', ['fields']],
		['extractText', 'general', ['inferText']],
		['extractTables', 'general-table', ['tables']],
		['extractTables', 'general-table', ['cells']],
		['extractFields', 'template-full', ['fields']],
		['extractFields', 'template-full', ['inferText']],
		['extractFields', 'template-full', ['name']],
	] as const;

	test.each(GENERAL)('to %s (%s) is flagged whatever %j is renamed to', (value, name, names) => {
		const [body] = outsideAnswers('clova-ocr/examples').filter(
			(one) => one.name === `${name}.json`,
		);
		const whole = name.startsWith('template') ? answer(name) : body?.body;
		if (whole === undefined) return;
		const operation = named(value);
		fc.assert(
			fc.property(newName, fc.integer({ min: 1, max: 2 }), (to, copies) => {
				const pages = pagesOf(renamed(whole, [...names], to));
				const several = Array.from({ length: copies }, () => pages).flat();
				const readings = operation.read(several, PLAIN);
				expect(readings.filter(({ reviewReasons }) => reviewReasons.length === 0)).toEqual([]);
			}),
		);
	});
});

describe('a foreign passport in the form that a public client knows', () => {
	const passport = (more: JsonObject): JsonObject => ({
		inferResult: 'SUCCESS',
		passport: {
			passportResult: {
				documentClassCode: both('P'),
				issuingStateCode: both('UTO', 'Utopia'),
				firstName: both('ANNA MARIA'),
				lastName1: both('ERIKSSON'),
				documentNumber: both('L898902C3'),
				nationality: both('UTO', 'Utopia'),
				dateOfBirth: both('12 AUG 74', '1974/08/12'),
				age: both('52', 52),
				gender: both('F', 'female'),
				dateOfExpiry: both('15 APR 12', '2012/ 04/ 15'),
				personalNumber: both('ZE184226B'),
				isExpired: both('', true),
				...more,
			},
		},
	});
	const VALUES = {
		documentType: 'passport',
		passportNumber: 'L898902C3',
		surname: 'ERIKSSON',
		givenNames: 'ANNA MARIA',
		nationality: 'Utopia',
		issuingCountry: 'Utopia',
		birthDate: '1974-08-12',
		sex: 'F',
		expiryDate: '2012-04-15',
	};
	const read = (more: JsonObject) => readingsOf(named('readForeignPassport'), passport(more))[0];

	test.each<[string, Json]>([
		['a list of lines', ZONE.map((line) => both(line))],
		['a list of texts', ZONE],
		['one text of 88 characters', both(ZONE.join(''))],
		['one text of two lines', both(ZONE.join('\n'))],
		['members of their own', { line1: both(ZONE[0]), line2: both(ZONE[1]) }],
		['the text of a list', both(JSON.stringify(ZONE))],
	])('is read with its zone as %s', (_, mrzLines) => {
		const reading = read({ mrzLines });
		expect(reading?.values).toEqual({ ...VALUES, mrz: ZONE.join('\n') });
		expect(reading).toMatchObject({ checks: { mrz: 'pass' }, reviewReasons: [] });
	});

	test('is read without a zone', () => {
		expect(read({})?.values).toEqual({ ...VALUES, mrz: null });
		expect(read({ lastName2: both('LUND') })?.values.surname).toBe('ERIKSSON LUND');
	});

	test('takes the names from a zone whose digits are right, and from no other', () => {
		const swapped = { firstName: both('ERIKSSON'), lastName1: both('ANNA MARIA') };
		expect(read({ ...swapped, mrzLines: ZONE })?.values).toMatchObject({ surname: 'ERIKSSON' });
		expect(read({ ...swapped, mrzLines: ZONE })?.other).toMatchObject({
			lastName1: 'ANNA MARIA',
		});
		const wrong = [ZONE[0], ZONE[1].replace('7408122', '7408123')];
		expect(read({ ...swapped, mrzLines: wrong })?.values).toMatchObject({ surname: 'ANNA MARIA' });
	});

	test.each([
		[['passport']],
		[['rawText', 'refinedText']],
		[['rawText']],
		[['documentNumber']],
		[['firstName', 'lastName1']],
	])('needs a person whatever %j is renamed to', (names) => {
		const operation = named('readForeignPassport');
		fc.assert(
			fc.property(newName, (to) => {
				const entry = renamed(passport({}), names, to) as JsonObject;
				const [reading] = readingsOf(operation, entry);
				expect(reading?.reviewReasons).not.toEqual([]);
			}),
		);
	});

	// No answer of this API is published, so members are known by their own names, wherever they stand.
	test.each([['passportResult'], ['refinedText']])(
		'loses nothing essential whatever %s is renamed to',
		(name) => {
			fc.assert(
				fc.property(newName, (to) => {
					const entry = renamed(passport({}), [name], to) as JsonObject;
					const [reading] = readingsOf(named('readForeignPassport'), entry);
					const { passportNumber, surname, givenNames, birthDate } = VALUES;
					expect(reading?.values).toMatchObject({ passportNumber, surname, givenNames, birthDate });
				}),
			);
		},
	);
});
