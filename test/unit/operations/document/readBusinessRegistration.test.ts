import { readBusinessRegistration } from '../../../../nodes/ClovaOcr/operations/document/readBusinessRegistration';
import type { Json, JsonObject } from '../../../../nodes/ClovaOcr/shared/json';
import type { Reading } from '../../../../nodes/ClovaOcr/reading/reading';
import { answer, DETAILED, pagesOf } from '../../../support/answers';

function read(body: Json): Reading {
	const [reading] = readBusinessRegistration.read(pagesOf(body), DETAILED);
	if (reading === undefined) throw new Error('No reading');
	return reading;
}

function certificate(result: JsonObject): Json {
	return { images: [{ inferResult: 'SUCCESS', bizLicense: { result } }] };
}

const leaf = (text: string): JsonObject => ({ text });
const TYPE_AND_ITEM = { bisType: [leaf('제조업')], bisItem: [leaf('가구')] };

describe('a business registration certificate', () => {
	test('with every member that the service documents', () => {
		const reading = read(answer('business-registration-full'));
		expect(Object.entries(reading.values)).toEqual(
			Object.entries({
				certificateType: '사업자등록증',
				businessNumber: '605-86-01230',
				corporateNumber: '110111-0000010',
				companyName: '솔바람상사',
				corporateName: '주식회사 솔바람상사',
				representative: '홍길동',
				representatives: ['홍길동', '김보기', '이견본'],
				birthDate: '1968-02-29',
				residentNumber: '680229-3000020',
				coRepresentativeResidentNumber: '990101-4000036',
				openDate: '2019-03-04',
				address: '부산광역시 견본구 보기로 34, 2층',
				headOfficeAddress: '서울특별시 가상구 예시로 12',
				businessTypes: [
					{ type: '도매 및 소매업', item: '문구용품 도매업' },
					{ type: '도매 및 소매업', item: '사무용 가구 소매업' },
					{ type: '정보통신업', item: '응용 소프트웨어 개발업' },
				],
				businessType: '도매 및 소매업, 정보통신업',
				businessItem: '문구용품 도매업, 사무용 가구 소매업, 응용 소프트웨어 개발업',
				businessArea: '120.5 ㎡',
				taxType: '법인사업자',
				issueDate: '2024-12-01',
				issueReason: '정정',
				ntsRequest: '{"businesses":[{"b_no":"6058601230","start_dt":"20190304","p_nm":"홍길동"}]}',
			}),
		);
		expect(reading.checks).toEqual({
			businessNumber: 'pass',
			corporateNumber: 'pass',
			personalNumber: 'pass',
		});
		expect(reading.other).toEqual({});
		// The service sends 0 for every score of a certificate: unknown, not low.
		expect(reading).toMatchObject({ confidence: null, lowestConfidence: null, reviewReasons: [] });
	});

	test('with gaps', () => {
		const reading = read(answer('business-registration-sparse'));
		expect(reading.values).toMatchObject({
			businessNumber: '101-01-00014',
			representative: '박예시',
			representatives: ['박예시'],
			openDate: null,
			corporateNumber: null,
			businessTypes: [{ type: null, item: '분식' }],
			businessType: null,
			businessItem: '분식',
			ntsRequest: null,
		});
		expect(reading.reviewReasons).toContain('unreadableDate');
		expect(reading.other).toEqual({ openDate: '2021 년 13 월 40 일' });
	});

	test('starred resident numbers are read as they are', () => {
		const { values } = read(certificate({ socialNumber: [leaf('680229-*******')] }));
		expect(values).toMatchObject({ residentNumber: '680229-*******', birthDate: null });
	});

	test.each<[string, JsonObject, Json]>([
		[
			'pairs by position, whatever is missing',
			{ bisType: [null, leaf('도매업')], bisItem: [leaf('가구'), leaf('문구')] },
			[
				{ type: null, item: '가구' },
				{ type: '도매업', item: '문구' },
			],
		],
		[
			'a lone pair without lists',
			{ bisType: leaf('제조업'), bisItem: leaf('가구') },
			[{ type: '제조업', item: '가구' }],
		],
		['no pair at all', {}, []],
	])('kinds of business: %s', (_, result, pairs) => {
		expect(read(certificate({ taxType: leaf('a'), ...result })).values.businessTypes).toEqual(
			pairs,
		);
	});

	test('shows where the two parts of a pair stand', () => {
		expect(Object.keys(read(certificate(TYPE_AND_ITEM)).fields ?? {})).toEqual([
			'businessTypes[0].type',
			'businessTypes[0].item',
		]);
	});
});

describe('the values for the tax office', () => {
	const whole: JsonObject = {
		registerNumber: [leaf('1010100014')],
		openDate: [leaf('2021 년 05 월 06 일')],
		repName: [leaf('박예시')],
	};

	test('are given where all three are there', () => {
		expect(read(certificate(whole)).values.ntsRequest).toBe(
			'{"businesses":[{"b_no":"1010100014","start_dt":"20210506","p_nm":"박예시"}]}',
		);
	});

	test.each<[string, JsonObject]>([
		['a number of nine digits', { registerNumber: leaf('101-01-0001') }],
		['a date that does not exist', { openDate: leaf('2021 년 02 월 30 일') }],
		['no representative', { repName: [] }],
	])('are null with %s', (_, change) => {
		expect(read(certificate({ ...whole, ...change })).values.ntsRequest).toBeNull();
	});
});
