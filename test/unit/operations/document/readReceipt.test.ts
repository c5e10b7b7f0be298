import { readReceipt } from '../../../../nodes/ClovaOcr/operations/document/readReceipt';
import {
	asList,
	asObject,
	type Json,
	type JsonObject,
} from '../../../../nodes/ClovaOcr/shared/json';
import type { Reading } from '../../../../nodes/ClovaOcr/reading/reading';
import { answer, DETAILED, pagesOf, PLAIN } from '../../../support/answers';

function read(body: Json): Reading {
	const [reading] = readReceipt.read(pagesOf(body), DETAILED);
	if (reading === undefined) throw new Error('No reading');
	return reading;
}

function lines(body: Json): Reading[] {
	return readReceipt.read(pagesOf(body), { ...PLAIN, splitInto: 'lineItem' });
}

/** A receipt of the given `result`, in the wire's form. */
function receipt(result: JsonObject, language = 'ko'): Json {
	const meta = { estimatedLanguage: language };
	return { images: [{ inferResult: 'SUCCESS', message: 'SUCCESS', receipt: { meta, result } }] };
}

const leaf = (text: string, value?: string): JsonObject =>
	value === undefined ? { text } : { text, formatted: { value } };

const EMPTY = {
	storeName: null,
	storeBranch: null,
	businessNumber: null,
	storePhone: null,
	storeAddress: null,
	date: null,
	time: null,
	cardCompany: null,
	cardNumber: null,
	approvalNumber: null,
	currency: null,
	total: null,
	cardTotal: null,
	taxableAmount: null,
	tax: null,
	discount: null,
	itemCount: null,
	duplicateKey: null,
	suggestedFileName: null,
	items: [],
};

describe('a receipt as one item', () => {
	test('with everything printed', () => {
		const reading = read(answer('receipt-full'));
		expect(reading.values).toEqual({
			storeName: '솔바람문구',
			storeBranch: '가온점',
			businessNumber: '220-81-00001',
			storePhone: '051-000-4321',
			storeAddress: '부산광역시 견본구 보기로 34',
			date: '2026-10-07',
			time: '09:05:00',
			cardCompany: '견본카드',
			cardNumber: '400000******0002',
			approvalNumber: '00450917',
			currency: 'KRW',
			total: 11000,
			cardTotal: 11000,
			taxableAmount: 9091,
			tax: 1000,
			discount: 1000,
			itemCount: 5,
			duplicateKey: '220-81-00001|2026-10-07|09:05:00|11000|00450917',
			suggestedFileName: '2026-10-07_솔바람문구_11000',
			items: [
				{ name: '지우개', code: '8801234000019', quantity: 3, unitPrice: 500, price: 1500 },
				{ name: '공책 A5', code: null, quantity: 2, unitPrice: 2500, price: 5000 },
				{ name: '볼펜', code: null, quantity: null, unitPrice: null, price: 1200 },
				{ name: '파일철', code: null, quantity: 1, unitPrice: 4300, price: 4300 },
				{ name: '봉투', code: null, quantity: null, unitPrice: null, price: null },
			],
		});
		expect(Object.keys(reading.values)).toEqual(Object.keys(EMPTY));
		expect(reading).toMatchObject({ recognized: true, message: null, reviewReasons: [] });
		expect(reading.checks).toEqual({
			businessNumber: 'pass',
			cardNumber: 'notCheckable',
			itemsTotal: 'notCheckable',
			lineTotals: 'pass',
			tax: 'pass',
		});
		expect(reading.lowestConfidence).toBe(0.6);
		expect(reading.other).toEqual({
			'storeInfo.movieName': '견본 상영작',
			'storeInfo.tel': '051-000-4322',
		});
	});

	test('with gaps: what cannot be read is null and stays in other', () => {
		const reading = read(answer('receipt-sparse'));
		expect(reading.values).toEqual({
			...EMPTY,
			currency: 'KRW',
			itemCount: 2,
			items: [
				{ name: '무지 노트', code: null, quantity: null, unitPrice: null, price: 3400 },
				{ name: '연필', code: null, quantity: null, unitPrice: null, price: null },
			],
		});
		expect(reading.reviewReasons).toEqual(['incomplete', 'unreadableDate']);
		expect(reading.confidence).toBeNull();
		expect(reading.other).toEqual({
			'paymentInfo.date': '2026/00/22',
			'subResults.items.count': ',',
		});
	});

	test('of a Japanese shop', () => {
		expect(read(answer('receipt-japanese')).values).toMatchObject({
			storeName: 'みほん商店',
			date: '2026-09-15',
			time: '14:05:00',
			currency: 'JPY',
			total: 260,
			items: [{ name: 'みほん茶', code: null, quantity: 2, unitPrice: 130, price: 260 }],
		});
	});

	test('on which nothing was found', () => {
		const reading = read(answer('failure-no-text'));
		expect(reading.values).toEqual(EMPTY);
		expect(reading).toMatchObject({
			recognized: false,
			message:
				'No text was found on this page (CLOVA says: "NO_TEXT: nothing printed on this page")',
			reviewReasons: ['notRecognized'],
			fields: {},
			other: {},
		});
	});

	test('that CLOVA calls a success without a single value is not recognised', () => {
		expect(read(receipt({ subResults: [] }))).toMatchObject({
			values: EMPTY,
			recognized: false,
			message: 'CLOVA OCR reported success without any value. Members: receipt (meta, result).',
			reviewReasons: ['nothingRead'],
		});
	});

	test('shows where each value stands', () => {
		const { fields } = read(answer('receipt-full'));
		expect(Object.keys(asObject(fields))).toEqual(
			expect.arrayContaining(['total', 'tax', 'tax[1]', 'items[0].price', 'items[4].name']),
		);
		expect(asObject(asObject(fields).total)).toMatchObject({
			text: '11,000',
			keyText: '합계',
			confidence: 0.95,
		});
		expect(asList(asObject(asObject(fields).storeAddress).boxes)).toHaveLength(3);
	});
});

describe('amounts', () => {
	test('a sum of which one part cannot be read is no sum', () => {
		const reading = read(
			receipt({ subTotal: [{ taxPrice: [leaf('500'), leaf('?')] }, { taxPrice: leaf('20') }] }),
		);
		expect(reading.values.tax).toBeNull();
		expect(reading.other).toEqual({ 'subTotal.taxPrice': ['500', '?', '20'] });
	});

	test('a discount is positive however it is printed', () => {
		const discounts = [leaf('-500', '-500'), leaf('△300'), leaf('200', '200')];
		expect(read(receipt({ subTotal: { discountPrice: discounts } })).values.discount).toBe(1000);
	});

	test('of two totals the first counts and the second is kept', () => {
		const reading = read(receipt({ totalPrice: { price: [leaf('1,000'), leaf('2,000')] } }));
		expect(reading.values.total).toBe(1000);
		expect(reading.other).toEqual({ 'totalPrice.price': '2,000' });
	});

	test.each<[string, JsonObject, string[], Reading['checks']]>([
		[
			'items that do not add up to the total',
			{
				subResults: [{ items: [{ price: { price: leaf('900') } }] }],
				totalPrice: { price: leaf('1,000') },
			},
			['totalMismatch'],
			{ itemsTotal: 'mismatch' },
		],
		[
			'a line that is not count times price',
			{
				subResults: {
					items: { count: leaf('2'), price: { unitPrice: leaf('300'), price: leaf('900') } },
				},
			},
			['checkMismatch'],
			{ lineTotals: 'mismatch', itemsTotal: 'notCheckable' },
		],
		[
			'more tax than there can be',
			{ totalPrice: { price: leaf('1,100') }, subTotal: [{ taxPrice: leaf('110') }] },
			['checkMismatch'],
			{ tax: 'mismatch' },
		],
		[
			'a business number with a wrong digit',
			{ storeInfo: { bizNum: leaf('220-81-00002') } },
			['checkMismatch'],
			{ businessNumber: 'mismatch' },
		],
	])('%s are flagged, not corrected', (_, result, reasons, checks) => {
		expect(read(receipt(result)).reviewReasons).toEqual(['incomplete', ...reasons]);
		expect(read(receipt(result)).checks).toMatchObject(checks);
	});
});

describe('a receipt as one item per line', () => {
	test('25 bought things give 25 rows that need nothing else', () => {
		const rows = lines(answer('receipt-25-items'));
		expect(rows).toHaveLength(25);
		expect(rows[24].values).toEqual({
			line: 25,
			name: '품목 25',
			code: null,
			quantity: 2,
			unitPrice: 2500,
			price: 5000,
			storeName: '한결마트',
			businessNumber: '101-01-00014',
			date: '2026-11-02',
			time: '18:40:11',
			currency: 'KRW',
			total: 64200,
		});
		expect(rows.map(({ values }) => values.line)).toEqual(rows.map((_, index) => index + 1));
		expect(new Set(rows.map(({ detail }) => detail))).toEqual(new Set(['short']));
	});

	test('a receipt without items gives one row with what is known', () => {
		const [row, ...more] = lines(answer('receipt-no-items'));
		expect(more).toEqual([]);
		expect(row?.values).toMatchObject({
			line: null,
			name: null,
			price: null,
			storeName: '느티나무약국',
			total: 12300,
		});
	});

	test('a page on which nothing was found gives one row of nulls', () => {
		const [row, ...more] = lines(answer('failure-no-text'));
		expect(more).toEqual([]);
		expect(row).toMatchObject({ recognized: false, reviewReasons: ['notRecognized'] });
		expect(new Set(Object.values(row?.values ?? {}))).toEqual(new Set([null]));
	});

	test('its confidence is that of the values in the row', () => {
		const items = [
			{ name: { text: 'a', confidenceScore: 0.9 } },
			{ name: { text: 'b', confidenceScore: 0.5 } },
		];
		const rows = lines(receipt({ subResults: [{ items }] }));
		expect(rows.map(({ confidence }) => confidence)).toEqual([0.9, 0.5]);
	});
});

test('a blank page among others needs no review, a page without an answer does', () => {
	const [page] = pagesOf(answer('failure-no-text'));
	if (page === undefined) throw new Error('No page');
	const pages = [page, { page: 2, image: null, width: null, height: null }];
	const readings = readReceipt.read(pages, PLAIN);
	expect(readings.map(({ recognized }) => recognized)).toEqual([false, false]);
	expect(readings.map(({ reviewReasons }) => reviewReasons)).toEqual([[], ['pagesMissing']]);
});

describe('what people build by hand', () => {
	const shop: JsonObject = {
		storeInfo: { name: leaf('가온/분식: "본점"') },
		paymentInfo: { date: leaf('2026-09-15') },
		totalPrice: { price: leaf('57,000') },
	};
	const named = (fileName: string, result = shop) =>
		readReceipt.read(pagesOf(receipt(result)), { ...PLAIN, fileName })[0]?.values.suggestedFileName;

	test.each([
		['scan.JPG', '2026-09-15_가온 분식 본점_57000.jpg'],
		['a.b.pdf', '2026-09-15_가온 분식 본점_57000.pdf'],
		['scan', '2026-09-15_가온 분식 본점_57000'],
		['scan.exe', '2026-09-15_가온 분식 본점_57000'],
	])('a name for %s that every drive takes', (fileName, suggested) => {
		expect(named(fileName)).toBe(suggested);
	});

	test('what was not read is left out of the name', () => {
		expect(named('a.png', { totalPrice: { price: leaf('900') } })).toBe('900.png');
		expect(named('a.png', { storeInfo: { bizNum: leaf('1') } })).toBeNull();
	});

	test('a key that is null below three parts', () => {
		const key = (result: JsonObject) => read(receipt(result)).values.duplicateKey;
		expect(key(shop)).toBeNull();
		expect(key({ ...shop, storeInfo: { bizNum: leaf('2208100001') } })).toBe(
			'220-81-00001|2026-09-15||57000|',
		);
	});

	test.each([
		[57000, 'pass', false],
		[56000, 'mismatch', true],
	])('another total than the expected %i is flagged', (expectedTotal, result, flagged) => {
		const [reading] = readReceipt.read(pagesOf(receipt(shop)), { ...PLAIN, expectedTotal });
		expect(reading?.checks.expectedTotal).toBe(result);
		expect(reading?.reviewReasons.includes('totalMismatch')).toBe(flagged);
		expect(read(receipt(shop)).checks).not.toHaveProperty('expectedTotal');
	});

	test('the time that is printed in one piece with the date', () => {
		const date: JsonObject = {
			text: '20241017105656',
			formatted: { year: '', month: '10', day: '00' },
		};
		expect(read(receipt({ paymentInfo: { date } })).values).toMatchObject({
			date: '2024-10-17',
			time: '10:56:56',
		});
	});
});
