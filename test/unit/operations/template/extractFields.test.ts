import { extractFields } from '../../../../nodes/ClovaOcr/operations/template/extractFields';
import { asObject, type Json, type JsonObject } from '../../../../nodes/ClovaOcr/shared/json';
import type { Reading } from '../../../../nodes/ClovaOcr/reading/reading';
import { answer, DETAILED, pagesOf, PLAIN } from '../../../support/answers';

function read(body: Json): Reading {
	const [reading] = extractFields.read(pagesOf(body), DETAILED);
	if (reading === undefined) throw new Error('No reading');
	return reading;
}

function form(members: JsonObject): Json {
	return { images: [{ inferResult: 'SUCCESS', message: 'SUCCESS', ...members }] };
}

const field = (name: string, inferText: string): JsonObject => ({ name, inferText });

describe('the fields of a template', () => {
	test('of every kind', () => {
		const reading = read(answer('template-full'));
		expect(Object.entries(reading.values)).toEqual([
			['요청자', '한보기'],
			['사유', '노트북 교체\n배터리 불량'],
			['품목', ['모니터', '키보드']],
			['ocr2', '양식 2'],
			['비고', null],
			['긴급', true],
			['부서코드', 'A12'],
			['연락처', '010-0000-5678'],
		]);
		expect(reading.more).toEqual({
			template: { id: 50007, name: '구매요청서' },
			title: '구매 요청서',
		});
		expect(reading).toMatchObject({
			recognized: true,
			message: null,
			reviewReasons: [],
			other: {},
		});
	});

	test('in the first version of the engine', () => {
		const reading = read(answer('template-v1'));
		expect(reading.values).toEqual({ 방문자: '이견본', 방문일: '2026. 10. 7.' });
		expect(reading.confidence).toBe(0.85);
		expect(reading.lowestConfidence).toBe(0.8);
		expect(asObject(asObject(reading.fields)['방문자']).boxes).toEqual([
			{ x: 200, y: 100, width: 160, height: 36 },
		]);
	});

	test('without texts, names, or one of both', () => {
		const reading = read(answer('template-sparse'));
		expect(reading.values).toEqual({ 요청자: null, field2: '이름 없는 칸', 사유: null });
		expect(reading.confidence).toBeNull();
	});

	test.each<[string, JsonObject, JsonObject]>([
		[
			'a name like that of the details gets a free number',
			{ fields: [field('ocr', 'a'), field('ocr2', 'b')] },
			{ ocr3: 'a', ocr2: 'b' },
		],
		[
			'a combined result never hides a field',
			{
				fields: [field('a', '1')],
				combineResult: [
					{ name: 'a', text: '2' },
					{ name: 'b', text: '3' },
				],
			},
			{ a: '1', a2: '2', b: '3' },
		],
		[
			'a combined result hides no other one',
			{
				fields: [field('a', '1')],
				combineResult: [
					{ name: 'a', text: '2' },
					{ name: 'a2', text: '3' },
				],
			},
			{ a: '1', a2: '2', a22: '3' },
		],
		[
			'words of a field without a text of its own',
			{
				fields: [
					{
						name: 'a',
						subFields: [
							{ inferText: '서울', lineBreak: false },
							{ inferText: '중구', lineBreak: true },
							{ inferText: '을지로', lineBreak: true },
						],
					},
				],
			},
			{ a: '서울 중구\n을지로' },
		],
		[
			'a repeated name keeps its gaps',
			{ fields: [field('a', ''), field('a', '2')] },
			{ a: [null, '2'] },
		],
		['a lone field without a list', { fields: field('a', '1') }, { a: '1' }],
		['full-width digits', { fields: [field('a', '２０２６年')] }, { a: '2026年' }],
		[
			'boxes of a field without a text of its own',
			{ fields: [{ name: 'a', subFields: [{ inferText: '9' }, { inferText: '0' }] }] },
			{ a: '90' },
		],
		['an unchecked box', { fields: [{ name: 'a', inferText: '', checked: false }] }, { a: false }],
		[
			'a state that is none',
			{ fields: [{ name: 'a', inferText: 'x', checked: 'yes' }] },
			{ a: 'x' },
		],
		['a field that is a bare text', { fields: ['x'] }, { field1: 'x' }],
	])('%s', (_, members, values) => {
		expect(read(form(members)).values).toEqual(values);
	});

	test('a name that JavaScript reserves is kept', () => {
		const fields = [field('__proto__', 'a'), field('constructor', 'b')];
		const { values, other } = read(form({ fields, constructor: { text: 'c' } }));
		expect(other).toEqual({ constructor: 'c' });
		expect(Object.entries(values)).toEqual([
			['__proto__', 'a'],
			['constructor', 'b'],
		]);
	});

	test('the print in a check box stays in other, beside unknown members', () => {
		const reading = read(
			form({ fields: [{ name: 'a', inferText: 'V', checked: true }], stamp: { text: 'seal' } }),
		);
		expect(reading.other).toEqual({ 'fields.a': 'V', stamp: 'seal' });
	});

	test('unknown members of a field stay in other', () => {
		const fields = [{ name: 'a', inferText: '1', hint: 'see back' }, field('b', '2')];
		expect(read(form({ fields })).other).toEqual({ 'fields.hint': 'see back' });
	});

	test('words of the title that its text lacks stay in other', () => {
		const subFields = ['구매', '요청', '기타', ''].map((inferText) => ({ inferText }));
		const title = { inferText: '구매 요청', subFields };
		const reading = read(form({ fields: [field('a', '1')], title }));
		expect(reading.more).toMatchObject({ title: '구매 요청' });
		expect(reading.other).toEqual({ title: '기타' });
	});

	test.each<[string, JsonObject[], Json, Json]>([
		['an empty one first', [{ inferText: '' }, { inferText: 'b' }], 'b', {}],
		['several', [{ inferText: 'a' }, { inferText: 'b' }], 'a', { title: 'b' }],
		[
			'a blank one with a word',
			[{ inferText: ' ', subFields: [{ inferText: 'w' }] }],
			null,
			{ title: 'w' },
		],
	])('of titles the first with text counts: %s', (_, title, expected, other) => {
		const reading = read(form({ fields: [field('a', '1')], title }));
		expect(reading.more).toMatchObject({ title: expected });
		expect(reading.other).toEqual(other);
	});

	test('details show what a field has, and nothing that it lacks', () => {
		const bounding = { top: 1, left: 2, width: 30, height: 4 };
		const fields: JsonObject[] = [
			{ name: 'a', inferText: '1', inferConfidence: 0.9, bounding },
			{ name: 'b', inferText: '', checked: false },
			{ name: 'c', inferText: 'x', subFields: [{ inferText: 'x' }] },
		];
		const bare = { keyText: null, confidence: null, boxes: [] };
		expect(read(form({ fields })).fields).toEqual({
			a: {
				text: '1',
				keyText: null,
				confidence: 0.9,
				boxes: [{ x: 2, y: 1, width: 30, height: 4 }],
			},
			b: { text: '', ...bare, checked: false },
			c: { text: 'x', ...bare, subFields: [{ text: 'x', ...bare }] },
		});
	});

	test.each<[Json, Json]>([
		[7, 7],
		['7', 7],
		['T-7', 'T-7'],
		[null, null],
	])('the id %j of a template is %j', (id, expected) => {
		const reading = read(form({ fields: [field('a', '1')], matchedTemplate: { id, name: 'n' } }));
		expect(reading.more).toMatchObject({ template: { id: expected, name: 'n' } });
	});

	test('an empty field says nothing of confidence', () => {
		const fields = [
			{ name: 'a', inferText: '', inferConfidence: 0.1 },
			{ name: 'b', inferText: 'x', inferConfidence: 0.9 },
		];
		expect(read(form({ fields })).lowestConfidence).toBe(0.9);
	});

	test('details are given only on demand', () => {
		const [reading] = extractFields.read(pagesOf(answer('template-full')), PLAIN);
		expect(reading.fields).toBeNull();
		const { fields } = read(answer('template-full'));
		expect(Object.keys(asObject(fields))).toContain('품목[1]');
		expect(asObject(asObject(fields)['부서코드']).subFields).toHaveLength(3);
	});
});

describe('a page that fits no template', () => {
	test('is told apart from a page that was read', () => {
		expect(read(answer('template-no-match'))).toMatchObject({
			values: {},
			recognized: false,
			message:
				'None of the domain\'s released templates fits this page (CLOVA says: "NOT_FOUND: not found matched template")',
			reviewReasons: ['notRecognized', 'templateNotMatched'],
			more: { template: null, title: null },
		});
	});

	test('a blank page is not such a page', () => {
		expect(read(answer('failure-no-text')).reviewReasons).toEqual(['notRecognized']);
	});

	test('a success without a field or template is nothing either', () => {
		expect(read(form({ fields: [] }))).toMatchObject({
			recognized: false,
			reviewReasons: ['nothingRead'],
			message: 'CLOVA OCR reported success without any field. Members: fields.',
		});
	});
});

describe("the customer's own validation", () => {
	test.each<[string, string[]]>([
		['INVALID', ['validationFailed']],
		['VALID', []],
		['UNKNOWN', []],
		['NO_REQUESTED', []],
	])('%s', (result, reasons) => {
		const reading = read(form({ fields: [field('a', '1')], validationResult: { result } }));
		expect(reading.reviewReasons).toEqual(reasons);
	});
});

describe('a file of several pages', () => {
	const images: JsonObject[] = [
		{ inferResult: 'SUCCESS', fields: [field('a', '1')] },
		{ inferResult: 'FAILURE', message: 'no text' },
		{ inferResult: 'SUCCESS', fields: [] },
	];

	test('may have blank ones, but none that was read without a field', () => {
		const readings = extractFields.read(pagesOf({ images }), DETAILED);
		expect(readings.map(({ reviewReasons }) => reviewReasons)).toEqual([[], [], ['nothingRead']]);
	});

	test('says which of them did not come back', () => {
		const [page] = pagesOf({ images });
		const [reading] = extractFields.read([{ ...page, image: null }], DETAILED);
		expect(reading).toMatchObject({ values: {}, reviewReasons: ['pagesMissing'] });
	});

	test('a failure without a message is no missing template', () => {
		const [reading] = extractFields.read(
			pagesOf({ images: [{ inferResult: 'FAILURE' }] }),
			DETAILED,
		);
		expect(reading.reviewReasons).toEqual(['notRecognized']);
	});
});
