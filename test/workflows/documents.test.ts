import type { IDataObject } from 'n8n-workflow';

import { operations } from '../../nodes/ClovaOcr/operations';
import type { Json } from '../../nodes/ClovaOcr/shared/json';
import { startSimulator, type Simulator } from '../simulator';
import { answer, printedTexts } from '../support/answers';
import { fileItem, jsonOf, parametersFor, runOcr } from '../support/ocrRun';

/** Per operation: an answer with everything, one with little, and the keys that are always there. */
const CASES: Record<string, { full: string; sparse: string; keys: string }> = {
	readReceipt: {
		full: 'receipt-full',
		sparse: 'receipt-sparse',
		keys: 'storeName storeBranch businessNumber storePhone storeAddress date time cardCompany cardNumber approvalNumber currency total cardTotal taxableAmount tax discount itemCount duplicateKey suggestedFileName items',
	},
	readBusinessRegistration: {
		full: 'business-registration-full',
		sparse: 'business-registration-sparse',
		keys: 'certificateType businessNumber corporateNumber companyName corporateName representative representatives birthDate residentNumber coRepresentativeResidentNumber openDate address headOfficeAddress businessTypes businessType businessItem businessArea taxType issueDate issueReason ntsRequest',
	},
	readBusinessCard: {
		full: 'business-card-full',
		sparse: 'business-card-sparse',
		keys: 'name nameReading company department position mobile phone fax email website address all',
	},
	readCreditCard: {
		full: 'credit-card-full',
		sparse: 'credit-card-sparse',
		keys: 'cardNumber validThru expiryMonth expiryYear holderName',
	},
	readResidentRegistrationCard: {
		full: 'id-resident-full',
		sparse: 'id-resident-sparse',
		keys: 'documentType name personalNumber birthDate address issueDate issuer',
	},
	readDriversLicense: {
		full: 'id-driver-full',
		sparse: 'id-driver-sparse',
		keys: 'documentType licenseType licenseNumber name personalNumber birthDate address renewalStartDate renewalEndDate condition code organDonation issueDate issuer',
	},
	readPassport: {
		full: 'id-passport-full',
		sparse: 'id-passport-sparse',
		keys: 'documentType passportType passportNumber surname givenNames koreanName nationality issuingCountry birthDate sex personalNumber issueDate expiryDate issuer',
	},
	readAlienRegistrationCard: {
		full: 'id-alien-full',
		sparse: 'id-alien-sparse',
		keys: 'documentType registrationNumber name birthDate sex nationality visaType issueDate issuer issuerEnglish serialNumber',
	},
	readForeignPassport: {
		full: 'passport-foreign-full',
		sparse: 'passport-foreign-sparse',
		keys: 'documentType passportNumber surname givenNames nationality issuingCountry birthDate sex expiryDate mrz',
	},
	detectType: {
		full: 'id-resident-full',
		sparse: 'id-resident-sparse',
		keys: 'documentType name personalNumber birthDate address issueDate issuer',
	},
	extractFields: { full: 'template-full', sparse: 'template-sparse', keys: '' },
};

/** Keys of lists and objects, which only the detailed output has. */
const DETAILED_ONLY = ['items', 'representatives', 'businessTypes', 'all'];
const FACTS = ['fileName', 'page', 'needsReview', 'reviewReasons'];

const OCR_KEYS =
	'fileName page pageCount recognized message confidence lowestConfidence needsReview reviewReasons checks requestId calls'.split(
		' ',
	);

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator({ recognizer: 'none' });
});

beforeEach(() => simulator.control({ reset: true }));

afterAll(async () => await simulator.close());

async function read(
	operation: string,
	body: Json,
	more: IDataObject = {},
	onError?: 'continueRegularOutput',
) {
	simulator.control({ faults: [{ fault: { kind: 'json', body } }] });
	const parameters = parametersFor(operation, more as never);
	return await runOcr(simulator, parameters, [fileItem('document.png')], { onError });
}

it('covers every operation of documents that are known', () => {
	const others = operations
		// A model that is not known has no keys to be listed here: test/workflows/readOther.test.ts.
		.filter(({ path }) => path !== null)
		.filter(({ resource, fileMaker }) => resource !== 'general' && fileMaker === undefined)
		.map(({ value }) => value);
	expect(Object.keys(CASES).sort()).toEqual(others.sort());
});

describe.each(Object.entries(CASES))('%s', (operation, { full, sparse, keys }) => {
	const fixed = keys.split(' ').filter((key) => key !== '');

	it.each([full, sparse])('gives its keys from the answer %s, and details in ocr', async (name) => {
		const result = await read(operation, answer(name), { output: 'detailed' });
		const [json, ...more] = jsonOf(result);
		expect(more).toEqual([]);
		if (fixed.length > 0) expect(Object.keys(json)).toEqual([...fixed, 'ocr']);
		expect(Object.keys(json.ocr as IDataObject)).toEqual(expect.arrayContaining(OCR_KEYS));
		expect(json.ocr).toMatchObject({
			recognized: true,
			fileName: 'document.png',
			page: 1,
			pageCount: 1,
			calls: 1,
		});
		expect(JSON.stringify(json)).not.toMatch(/undefined|NaN|\[object Object\]/);
		for (const key of fixed) expect(json[key]).not.toBeUndefined();
	});

	it.each([full, sparse])('gives plain columns by default from the answer %s', async (name) => {
		const [json, ...more] = jsonOf(await read(operation, answer(name)));
		expect(more).toEqual([]);
		const flat = fixed.filter((key) => !DETAILED_ONLY.includes(key));
		if (fixed.length > 0) expect(Object.keys(json)).toEqual([...flat, ...FACTS]);
		expect(json).toMatchObject({ fileName: 'document.png', page: 1 });
		for (const value of Object.values(json)) {
			expect(value === null || typeof value !== 'object').toBe(true);
		}
	});

	it('gives the entry as it came in the raw output, one item, numbers masked', async () => {
		const body = answer(full);
		const [json, ...more] = jsonOf(await read(operation, body, { output: 'raw' }));
		expect(more).toEqual([]);
		const { images } = body as unknown as { images: IDataObject[] };
		expect(Object.keys(json)).toEqual(Object.keys(images[0]));
		expect(printedTexts(json as never)).toHaveLength(printedTexts(images[0] as never).length);
	});

	it.each(['detailed', 'raw'])(
		'an unrecognised document is still one item (%s)',
		async (output) => {
			const body =
				operation === 'extractFields' ? answer('template-no-match') : answer('failure-no-text');
			const [json, ...more] = jsonOf(await read(operation, body, { output }));
			expect(more).toEqual([]);
			if (output === 'raw') return expect(json.inferResult).toBe('FAILURE');
			const { ocr, ...values } = json;
			expect(ocr).toMatchObject({
				recognized: false,
				needsReview: true,
				message: expect.stringMatching(/./),
			});
			// Of an ID card nobody could read, no type's keys are known but that it has a type.
			const expected = operation === 'detectType' ? ['documentType'] : fixed;
			expect(Object.keys(values)).toEqual(expected);
			for (const [key, value] of Object.entries(values)) {
				if (key !== 'documentType' && key !== 'all') expect([null, []]).toContainEqual(value);
			}
		},
	);

	it.each(['simplified', 'raw'])('an ERROR is an error of its item (%s)', async (output) => {
		const [json] = jsonOf(
			await read(operation, answer('error'), { output }, 'continueRegularOutput'),
		);
		expect(json).toMatchObject({
			error: expect.any(String),
			details: { fileName: 'document.png' },
		});
	});

	it('a domain of another kind is named as such', async () => {
		const found = operations.find(({ value }) => value === operation);
		const other = simulator
			.url(found?.path === '/general' ? '/infer' : '/general')
			.replace(/\/general$/, '');
		const result = await runOcr(simulator, parametersFor(operation), [fileItem('document.png')], {
			credential: { invokeUrl: other, secretKey: simulator.secret('/general') },
		});
		expect(result.error?.message).toMatch(/serves another API/);
		expect(simulator.stats.accepted).toBe(0);
	});

	it('an invoke URL of another API is refused before anything is sent', async () => {
		const result = await runOcr(simulator, parametersFor(operation), [fileItem('document.png')], {
			credential: { invokeUrl: simulator.url('/general') },
		});
		expect(result.error?.message).toMatch(/belongs to another API/);
		expect(simulator.stats.calls).toHaveLength(0);
	});
});

describe('numbers', () => {
	it.each(['id-resident-full', 'id-driver-full', 'id-passport-full', 'id-alien-full'])(
		'of %s are hidden in every form of output, unless the user asks',
		async (name) => {
			const body = answer(name);
			const clear = JSON.stringify(body);
			const backs = [...clear.matchAll(/\d{6}-(\d{7})/g)].map(([, back]) => back);
			for (const options of [{}, { includeFieldDetails: true }]) {
				for (const output of ['simplified', 'detailed', 'raw']) {
					const [json] = jsonOf(await read('detectType', body, { output, options }));
					for (const back of backs) expect(JSON.stringify(json)).not.toContain(back);
				}
			}
			if (backs.length === 0) return;
			const [open] = jsonOf(await read('detectType', body, { mask: 'none' }));
			expect(JSON.stringify(open)).toContain(backs[0]);
		},
	);

	it('a mask value that nobody knows counts as standard', async () => {
		const [json] = jsonOf(
			await read('readResidentRegistrationCard', answer('id-resident-full'), {
				mask: 'everything',
			}),
		);
		expect(json.personalNumber).toMatch(/^\d{6}-\*{7}$/);
		expect(json.birthDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
	});

	it('checks are made on the number before it is hidden', async () => {
		const [json] = jsonOf(
			await read('readCreditCard', answer('credit-card-full'), { output: 'detailed' }),
		);
		expect(json.cardNumber).toMatch(/\*/);
		expect(json.ocr).toMatchObject({ checks: { cardNumber: 'pass' } });
	});
});

describe('receipts for a sheet', () => {
	it('25 items give 25 flat rows', async () => {
		const rows = jsonOf(
			await read('readReceipt', answer('receipt-25-items'), { splitInto: 'lineItem' }),
		);
		expect(rows).toHaveLength(25);
		for (const [index, row] of rows.entries()) {
			expect(Object.keys(row)).toEqual(
				'line name code quantity unitPrice price storeName businessNumber date time currency total fileName page needsReview reviewReasons'.split(
					' ',
				),
			);
			expect(row.line).toBe(index + 1);
			for (const value of Object.values(row))
				expect(typeof value === 'object' && value !== null).toBe(false);
		}
	});

	it('rows carry the details when asked for', async () => {
		const rows = jsonOf(
			await read('readReceipt', answer('receipt-25-items'), {
				splitInto: 'lineItem',
				output: 'detailed',
			}),
		);
		expect(Object.keys(rows[0].ocr as IDataObject)).toEqual(
			'fileName page pageCount recognized message confidence needsReview reviewReasons'.split(' '),
		);
	});
});

describe('certificates for the tax office', () => {
	it('gives a body that can be posted as it is', async () => {
		const [json] = jsonOf(
			await read('readBusinessRegistration', answer('business-registration-full')),
		);
		expect(JSON.parse(String(json.ntsRequest))).toEqual({
			businesses: [
				{
					b_no: expect.stringMatching(/^\d{10}$/),
					start_dt: expect.stringMatching(/^\d{8}$/),
					p_nm: expect.any(String),
				},
			],
		});
	});
});
