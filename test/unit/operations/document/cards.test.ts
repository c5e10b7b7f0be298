import { readBusinessCard } from '../../../../nodes/ClovaOcr/operations/document/readBusinessCard';
import { readCreditCard } from '../../../../nodes/ClovaOcr/operations/document/readCreditCard';
import type { Operation } from '../../../../nodes/ClovaOcr/operations/types';
import type { Json, JsonObject } from '../../../../nodes/ClovaOcr/shared/json';
import type { Reading } from '../../../../nodes/ClovaOcr/reading/reading';
import { answer, DETAILED, pagesOf } from '../../../support/answers';

function read(operation: Operation, body: Json): Reading {
	const [reading] = operation.read(pagesOf(body), DETAILED);
	if (reading === undefined) throw new Error('No reading');
	return reading;
}

describe('a business card', () => {
	test('in two languages: the first value of each, and all of them', () => {
		const reading = read(readBusinessCard, answer('business-card-full'));
		expect(Object.entries(reading.values)).toEqual(
			Object.entries({
				name: '한보기',
				nameReading: null,
				company: '가온견본 주식회사',
				department: '영업지원팀',
				position: '과장',
				mobile: '010-0000-5678',
				phone: '042-000-7788',
				fax: '042-000-7790',
				email: 'bogi@gaon.example',
				website: 'www.gaon.example',
				address: '대전광역시 견본구 보기길 7, 5층',
				all: {
					name: ['한보기', 'Han Bogi'],
					nameReading: [],
					company: ['가온견본 주식회사', 'Gaon Sample Co., Ltd.'],
					department: ['영업지원팀'],
					position: ['과장'],
					mobile: ['010-0000-5678'],
					phone: ['042-000-7788', '042-000-7789'],
					fax: ['042-000-7790'],
					email: ['bogi@gaon.example'],
					website: ['www.gaon.example'],
					address: ['대전광역시 견본구 보기길 7, 5층', '5F, 7 Bogi-gil, Daejeon'],
				},
			}),
		);
		expect(reading.other).toEqual({});
	});

	test('of Japan, with the reading of the name, no lists and no formatted', () => {
		expect(read(readBusinessCard, answer('business-card-sparse')).values).toMatchObject({
			name: '見本 花子',
			nameReading: 'みほん はなこ',
			company: 'みほん商事',
			mobile: null,
		});
	});

	test('on which nothing was found has nulls only', () => {
		const { values } = read(readBusinessCard, answer('failure-no-text'));
		expect(new Set(Object.values(values))).toEqual(new Set([null]));
		expect(Object.keys(values)).toHaveLength(12);
	});
});

describe('a credit card', () => {
	const card = (result: JsonObject): Json => ({
		images: [{ inferResult: 'SUCCESS', creditCard: { result } }],
	});

	test('with everything on it', () => {
		const reading = read(readCreditCard, answer('credit-card-full'));
		expect(Object.entries(reading.values)).toEqual([
			['cardNumber', '4000-0000-0000-0002'],
			['validThru', '07/31'],
			['expiryMonth', 7],
			['expiryYear', 2031],
			['holderName', 'KIM BOGI'],
		]);
		expect(reading.checks).toEqual({ cardNumber: 'pass' });
	});

	test('with a misread number and date', () => {
		const reading = read(readCreditCard, answer('credit-card-sparse'));
		expect(reading.values).toEqual({
			cardNumber: '5555000000000009',
			validThru: null,
			expiryMonth: null,
			expiryYear: null,
			holderName: null,
		});
		expect(reading.checks).toEqual({ cardNumber: 'mismatch' });
		expect(new Set(reading.reviewReasons)).toEqual(new Set(['unreadableDate', 'checkMismatch']));
		expect(reading.other).toEqual({ validThru: '17/31' });
	});

	test('with a starred number: it stays, and nobody can check it', () => {
		const reading = read(readCreditCard, card({ number: { text: '4000 00** **** 0002' } }));
		expect(reading.values.cardNumber).toBe('4000-00**-****-0002');
		expect(reading.checks).toEqual({ cardNumber: 'notCheckable' });
		expect(reading.reviewReasons).toEqual([]);
	});
});
