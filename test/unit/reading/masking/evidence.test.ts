import { labelIn } from '../../../../nodes/ClovaOcr/reading/masking/evidence';
import { maskImage } from '../../../../nodes/ClovaOcr/reading/masking/maskImage';
import { maskText } from '../../../../nodes/ClovaOcr/reading/masking/maskText';
import { searchWords } from '../../../../nodes/ClovaOcr/reading/masking/search';
import type { JsonObject } from '../../../../nodes/ClovaOcr/shared/json';

describe('what a number says of itself', () => {
	it.each([
		['a day that no month has', '9901321234567'],
		['a passport at the level Standard, whatever signs', '< M12345678'],
		['a day of zero', '9901001234567'],
		['a month that no year has', '9913011234567'],
		['digits of a card that Luhn refuses', '4000000000000003'],
		['4-4-4-4 that Luhn refuses', '4000-0000-0000-0003'],
		['a sum that fits without the prefix of a card', '0000000000000000'],
	])('leaves %s alone', (_, text) => expect(maskText(text, 'standard')).toBe(text));

	it.each([
		['the last day of the last month', '9912311234567', '991231*******'],
		['digits of a card that keep Luhn', '4000000000000002', '400000******0002'],
		['a misread digit in the usual print', '900101-12E4568', '900101-*******'],
		['two lines, which is just enough', '900101\n1234567', '900101\n*******'],
		['a misread dash', '900101i1234567', '900101i*******'],
		['every dash', '900101—1234567', '900101—*******'],
		['boxes of one digit', '9 0 0 1 0 1 1 2 3 4 5 6 7', '9 0 0 1 0 1 * * * * * * *'],
	])('stars %s', (_, text, masked) => expect(maskText(text, 'standard')).toBe(masked));
});

describe('what stands beside a number', () => {
	it.each([
		['주문번호 900101-1234567'],
		['주문 번호: 4000-0000-0000-0002'],
		['IMEI 356938035643809'],
		['법인등록번호 110111-0062432'],
		['차대번호 9001011234567'],
		['Order No. 900101-1234567'],
		['注文番号 900101-1234567'],
	])('leaves %s alone', (text) => expect(maskText(text, 'standard')).toBe(text));

	it.each([
		['카드번호 4000000000000003', '카드번호 400000******0003'],
		['주민등록번호 991332-1234567', '주민등록번호 991332-*******'],
		['Card No. 4000123412341234', 'Card No. 400012******1234'],
		['주문번호 123456 주민번호 900101-1234567', '주문번호 123456 주민번호 900101-*******'],
		['주문번호 12345678 900101-1234567', '주문번호 12345678 900101-*******'],
	])('%s', (text, masked) => expect(maskText(text, 'standard')).toBe(masked));
});

describe('maskImage on the places of an operation', () => {
	const personal = [{ path: 'idCard.result.ic.personalNum', kind: 'personal' as const }];
	const entry = (text: string) => ({
		idCard: { result: { ic: { personalNum: [{ text, formatted: { value: text } }] } } },
	});

	it('stars there what no search would know for a number', () => {
		expect(maskImage(entry('7000023'), personal, 'standard').raw).toEqual(entry('*******'));
		expect(maskImage(entry('7000023'), [], 'standard').raw).toEqual(entry('7000023'));
	});

	it('counts a number once that stands in text and in formatted', () => {
		expect(maskImage(entry('900101-1234567'), personal, 'standard').found).toEqual(['personal']);
	});
});

describe('template fields', () => {
	const word = (inferText: string) => ({ inferText });
	const masked = (name: string, inferText: string, parts: string[]) =>
		maskImage({ fields: [{ name, inferText, subFields: parts.map(word) }] }, [], 'standard').raw
			.fields;

	it('stars the words of a field with its text', () => {
		expect(masked('칸', '900101-1234567', ['900101-', '1234567'])).toEqual([
			{ name: '칸', inferText: '900101-*******', subFields: [word('900101-'), word('*******')] },
		]);
	});

	it('takes the name of a field for its label', () => {
		const number = '900101-1234567';
		expect(masked('주문번호', number, [number])).toEqual([
			{ name: '주문번호', inferText: number, subFields: [word(number)] },
		]);
	});

	it('never reads one field on into the next', () => {
		const fields = ['4500', '1111', '2222', '4444', '900101', '1234567'].map(
			(inferText, index) => ({
				name: `칸${index}`,
				inferText,
			}),
		);
		expect(maskImage({ fields }, [], 'standard').raw).toEqual({ fields });
	});
});

describe('time', () => {
	it.each([
		['digits', '1234567890'.repeat(2_000)],
		['letters that look like digits', 'OlB'.repeat(6_000)],
		['boxes', '1 '.repeat(10_000)],
		['labels', '주민등록번호 '.repeat(3_000)],
		['labels and numbers', '주문번호 900101-1234567 '.repeat(1_000)],
		['separators', '9-/.'.repeat(5_000)],
	])(
		'is bounded on a text of nothing but %s',
		(_, text) => {
			const words = [{ text, corners: [], endsLine: null, cell: null }];
			expect(() => searchWords(words, { level: 'strict', patterns: [] })).not.toThrow();
		},
		10_000,
	);
});

describe('a bare word for a number', () => {
	it('belongs to a label that stands near before it', () => {
		expect(labelIn(`카드${'.'.repeat(10)}번호`)).toEqual({ kind: 'card', end: 14 });
		expect(labelIn(`카드${'.'.repeat(11)}번호`)).toEqual({ kind: 'card', end: 2 });
	});
});

describe('what stands beside the words of a page', () => {
	const masked = (image: JsonObject) => JSON.stringify(maskImage(image, [], 'standard').raw);
	const NUMBER = '900101-1234567';

	it.each<[string, JsonObject]>([
		['a text in the place of a word', { fields: [NUMBER] }],
		['another member of a word', { fields: [{ inferText: 'HONG', note: NUMBER }] }],
		['a text of a table beside its cells', { tables: [{ title: NUMBER }] }],
		['a list of its pieces', { parts: ['900101-', '1234567'] }],
		['the name of a member', { [NUMBER]: { more: 'HONG' } }],
	])('is starred: %s', (_, image) => {
		expect(masked(image)).toContain('900101-');
		expect(masked(image)).toContain('*******');
		expect(masked(image)).not.toContain('1234567');
		expect(masked(image)).toContain('HONG'.slice(0, JSON.stringify(image).includes('HONG') ? 4 : 0));
	});

	it('is counted', () => {
		const { found } = maskImage({ note: NUMBER, other: 'HONG 5' }, [], 'standard');
		expect(found).toEqual(['personal']);
	});

	it('the id of the entry stays, whatever digits it has', () => {
		const id = `9001011234567${'a'.repeat(19)}`;
		expect(masked({ uid: id })).toContain(id);
	});

	it('a blank pattern hides nothing', () => {
		const image = { fields: [{ inferText: 'null undefined' }] };
		expect(maskImage(image, [], 'standard', [' ', '']).raw).toBe(image);
	});
});
