import { readOther } from '../../../../nodes/ClovaOcr/operations/document/readOther';
import type { Json, JsonObject } from '../../../../nodes/ClovaOcr/shared/json';
import { answer, DETAILED, pagesOf } from '../../../support/answers';

const leaf = (text: string, value?: string | JsonObject): JsonObject => ({
	text,
	...(value === undefined ? {} : { formatted: typeof value === 'string' ? { value } : value }),
});

function read(result: JsonObject, splitInto = 'document') {
	const image = { inferResult: 'SUCCESS', someModel: { meta: { version: '9' }, result } };
	return readOther.read(pagesOf({ images: [image] }), { ...DETAILED, splitInto });
}

describe('the names of values follow the answer', () => {
	test.each<[string, JsonObject, JsonObject]>([
		['by path', { paymentInfo: { date: leaf('a') } }, { paymentInfo_date: 'a' }],
		['a list of values', { name: [leaf('a'), leaf('b')] }, { name: ['a', 'b'] }],
		['a list of one value', { name: [leaf('a')] }, { name: 'a' }],
		[
			'names of ours',
			{ page: leaf('a'), items: leaf('b'), ocr: leaf('c') },
			{ page2: 'a', items2: 'b', ocr2: 'c' },
		],
		[
			'names that become the same',
			{ a_b: leaf('1st'), a: { b: leaf('2nd') } },
			{ a_b: '1st', a_b2: '2nd' },
		],
		[
			'odd names',
			{ 'x.y': { '이름 1': leaf('a') }, '': leaf('b') },
			{ 'x.y_이름 1': 'a', value: 'b' },
		],
		['a bare text', { note: 'a' }, { note: 'a' }],
		['formatted before text', { name: leaf('HONG', '홍') }, { name: '홍' }],
	])('%s', (_, result, values) => {
		const [reading] = read(result);
		expect(reading.values).toEqual({ ...values, items: [] });
		expect(reading.reviewReasons).toEqual([]);
		expect(reading.other).toEqual({ 'someModel.meta.version': '9' });
	});

	test('names of prototypes are names like others', () => {
		const result = JSON.parse(
			'{"__proto__":{"text":"a"},"constructor":{"text":"b"}}',
		) as JsonObject;
		expect(JSON.stringify(read(result)[0].values)).toContain('"__proto__":"a","constructor":"b"');
	});

	test('values without a member `result` and with one named for the model', () => {
		const forms: JsonObject[] = [{ a: leaf('1') }, { someModelResult: { a: leaf('1') } }];
		for (const someModel of forms) {
			const [reading] = readOther.read(
				pagesOf({ images: [{ inferResult: 'SUCCESS', someModel }] }),
				DETAILED,
			);
			expect(reading.values).toMatchObject({ a: '1' });
		}
	});
});

describe('values get the type that their tidied form says', () => {
	test.each<[string, JsonObject, Json]>([
		['a date', leaf('2026. 3. 9', { year: '2026', month: '03', day: '09' }), '2026-03-09'],
		['a time', leaf('오후 2:30', { hour: '14', minute: '30' }), '14:30:00'],
		[
			'both',
			leaf('-', { year: '2026', month: '03', day: '09', hour: '14', minute: '30', second: '05' }),
			'2026-03-09T14:30:05',
		],
		['an amount', leaf('57,000원', '57000'), 57000],
		['a negative one', leaf('-1,000', '1000'), -1000],
		['a few digits', leaf('40', '40'), 40],
		['a decimal', leaf('12.5', '12.5'), 12.5],
		['many digits are a number of something', leaf('30012345', '30012345'), '30012345'],
		['leading zeros', leaf('0042', '0042'), '0042'],
		['leading zeros of the print', leaf('0042', '42'), '42'],
		['leading zeros of the tidied form', leaf('42', '0042'), '0042'],
		['a telephone number', leaf('02-1234-5678', '0212345678'), '0212345678'],
		['a text that nobody tidied', leaf('57,000'), '57,000'],
		['a year alone', leaf('2026', { year: '2026' }), '2026'],
		['an hour alone', leaf('3 h', { hour: '3' }), '3 h'],
		['a time that does not exist', leaf('25:70', { hour: '25', minute: '70' }), '25:70'],
		[
			'a date that looks like a time',
			leaf('12.03.09', { year: '2012', month: '03', day: '09', value: '12.03.09' }),
			'2012-03-09',
		],
	])('%s', (_, member, value) => {
		expect(read({ it: member })[0].values.it).toEqual(value);
	});

	test.each<[string, string, Json]>([
		['price', '57000', 57000],
		['totalAmount', '123456', 123456],
		['qty', '1.500', 1.5],
		['qty', 'two', 'two'],
		['price', 'free', 'free'],
		['cardNo', '1234', '1234'],
		['zip', '1,234', '1,234'],
	])('the name %s tells about %s', (name, text, value) => {
		expect(read({ [name]: leaf(text, text) })[0].values[name]).toEqual(value);
	});

	test('a date that does not exist is none, flagged, and not lost', () => {
		const [reading] = read({ a: leaf('2026. 2. 30', { year: '2026', month: '02', day: '30' }) });
		expect(reading).toMatchObject({
			values: { a: null },
			reviewReasons: ['unreadableDate'],
			other: { a: '2026. 2. 30' },
		});
	});
});

const LISTS: JsonObject = {
	total: leaf('9'),
	parcels: [
		{ label: leaf('A'), goods: [{ name: leaf('bolt') }, { name: leaf('nut') }] },
		{ label: leaf('B'), goods: [[{ name: leaf('box') }]] },
		{ label: leaf('C') },
	],
	more: { stops: [{ label: leaf('Seoul'), page: leaf('7') }] },
};

describe('lists of records', () => {
	test('become items, the innermost with what holds them', () => {
		const [reading] = read(LISTS);
		expect(reading.values).toEqual({
			total: '9',
			items: [
				{ list: 'parcels', label: 'A', goods_name: 'bolt' },
				{ list: 'parcels', label: 'A', goods_name: 'nut' },
				{ list: 'parcels', label: 'B', goods_name: 'box' },
				{ list: 'parcels', label: 'C' },
				{ list: 'more_stops', label: 'Seoul', page2: '7' },
			],
		});
		expect(Object.keys(reading.fields ?? {})).toContain('items[1].goods_name');
	});

	test('are found without a member `result` too', () => {
		const image = { inferResult: 'SUCCESS', someModel: LISTS };
		const [reading] = readOther.read(pagesOf({ images: [image] }), DETAILED);
		expect(reading.values).toEqual(read(LISTS)[0].values);
	});

	test('of values alone are none, and their details are numbered', () => {
		const [{ fields }] = read({ name: [leaf('a'), leaf('b')], lone: [leaf('c')] });
		expect(Object.keys(fields ?? {})).toEqual(['name[0]', 'name[1]', 'lone']);
	});

	test('become items of their own with the values of the document', () => {
		const rows = read(LISTS, 'row').map(({ values }) => values);
		expect(rows).toHaveLength(5);
		expect(rows[1]).toEqual({ list: 'parcels', label: 'A', goods_name: 'nut', total: '9' });
	});

	test('a document without any is one row', () => {
		expect(read({ a: leaf('1') }, 'row').map(({ values }) => values)).toEqual([{ a: '1' }]);
	});

	test('cannot swell an answer', () => {
		const wide = Object.fromEntries(Array.from({ length: 3000 }, (_, n) => [`m${n}`, leaf('x')]));
		const inner = Array.from({ length: 3000 }, () => ({ name: leaf('y') }));
		for (const splitInto of ['document', 'row']) {
			const readings = read({ ...wide, list: [{ ...wide, inner }] }, splitInto);
			const size = JSON.stringify(readings.map(({ values }) => values)).length;
			expect(size).toBeLessThan(1_000_000);
			expect(JSON.stringify(readings).length).toBeLessThan(10_000_000);
			expect(JSON.stringify(readings[1] ?? readings[0])).toContain('"inner_name":"y"');
		}
	});
});

describe('nothing is taken for read that was not', () => {
	test.each<[string, JsonObject, string]>([
		['found nothing', { inferResult: 'FAILURE', message: 'Recognition failure' }, 'notRecognized'],
		['has no value', { inferResult: 'SUCCESS', someModel: { result: {} } }, 'nothingRead'],
		['has no member', { inferResult: 'SUCCESS' }, 'nothingRead'],
		[
			'has values in another form',
			{
				inferResult: 'SUCCESS',
				someModel: { result: { a: { words: 'x', formatted: { b: 'y' } } } },
			},
			'nothingRead',
		],
		['has values beside any document', { inferResult: 'SUCCESS', total: '1' }, 'nothingRead'],
	])('where the answer %s', (_, image, reason) => {
		for (const splitInto of ['document', 'row']) {
			const readings = readOther.read(pagesOf({ images: [image] }), { ...DETAILED, splitInto });
			expect(readings).toHaveLength(1);
			expect(readings[0].reviewReasons).toContain(reason);
		}
	});

	test('no text of an answer of a known kind is lost either', () => {
		const [reading] = readOther.read(pagesOf(answer('receipt-full')), DETAILED);
		expect(reading.reviewReasons).toEqual([]);
		expect(reading.values.paymentInfo_date).toMatch(/^\d{4}-\d\d-\d\d$/);
		expect(Number(reading.values.totalPrice_price)).toBeGreaterThan(0);
		expect((reading.values.items as JsonObject[]).length).toBeGreaterThan(1);
	});
});
