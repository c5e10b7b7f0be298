import { maskImage } from '../../../../nodes/ClovaOcr/reading/masking/maskImage';
import type { JsonObject } from '../../../../nodes/ClovaOcr/shared/json';

const masked = (field: JsonObject, member = 'fields') => maskImage({ [member]: [field] }, [], 'standard');

/** The texts of a field and of its words after masking. */
function starred(name: string, inferText: string | null, ...words: string[]): string[] {
	const subFields = words.map((text) => ({ inferText: text }));
	const field: JsonObject = { name, ...(inferText === null ? {} : { inferText }), subFields };
	const text = JSON.stringify(masked(field).raw);
	return Array.from(text.matchAll(/"inferText":"([^"]*)"/g), ([, found]) => found);
}

describe('a field of a template', () => {
	it('is starred with its words', () => {
		expect(starred('칸', '900101-1234567', '900101', '-', '1234567')).toEqual([
			'900101-*******',
			'900101',
			'-',
			'*******',
		]);
	});

	it('is starred where its words are, by their own layout', () => {
		expect(starred('칸', '900101 9234567', '900101', '-9234567')).toEqual([
			'900101 9234567',
			'900101',
			'-*******',
		]);
		expect(starred('칸', '가 900101-1234567 나', '가', '900101-1234567', '나')).toEqual([
			'가 900101-******* 나',
			'가',
			'900101-*******',
			'나',
		]);
	});

	it('is starred by its text where the words alone say too little', () => {
		expect(starred('칸', '900101-1234567', '9001 01-', '12', '34567')).toEqual([
			'900101-*******',
			'9001 01-',
			'**',
			'*****',
		]);
	});

	it('is starred without the letter behind its number', () => {
		expect(starred('칸', '900101-1234567번', '9001 01-', '12', '34567번')).toEqual([
			'900101-*******번',
			'9001 01-',
			'**',
			'*****번',
		]);
	});

	it('that differs from its words shares no stars with them', () => {
		expect(starred('칸', '900101-1234567', '900101-123456')).toEqual(['900101-*******', '900101-123456']);
		expect(starred('칸', '900101-1234567', '900101_1234568', 'x')[0]).toBe('900101-*******');
		expect(starred('칸', 'A00101.9234567', '900101-9234567')).toEqual(['A00101.9234567', '900101-*******']);
	});

	it('may have words without a text of its own, and a text without words', () => {
		expect(starred('칸', null, '900101-', '1234567')).toEqual(['900101-', '*******']);
		expect(starred('칸', '900101-1234567')).toEqual(['900101-*******']);
	});

	it('may have members that are no words', () => {
		const field = { name: '칸', inferText: '900101-1234567', subFields: [null, 5, { lineBreak: true }] };
		expect(masked(field).raw).toEqual({ fields: [{ ...field, inferText: '900101-*******' }] });
	});

	it('without a digit is the same object', () => {
		const field = { name: '칸', inferText: 'HONG', subFields: [{ inferText: 'HONG' }] };
		const image = { fields: [field] };
		expect(maskImage(image, [], 'standard').raw).toBe(image);
	});

	it('counts what is in its text and in its words once', () => {
		const words = (...texts: string[]) => texts.map((inferText) => ({ inferText }));
		const number = '900101-1234567';
		expect(masked({ name: '칸', inferText: number, subFields: words(number) }).found).toEqual([
			'personal',
		]);
		expect(masked({ name: '칸', inferText: 'x', subFields: words(number, number) }).found).toHaveLength(2);
		expect(
			masked({ name: '칸', inferText: `${number} / ${number}`, subFields: words(number) }).found,
		).toHaveLength(2);
	});

	it('is a title too', () => {
		const field = { name: 'title', inferText: '900101-1234567' };
		expect(masked(field, 'title').raw).toEqual({ title: [{ ...field, inferText: '900101-*******' }] });
	});

	it('whose words end a line reads on in the next', () => {
		const parts = (lineBreak: boolean) => [
			{ inferText: '주민번호', lineBreak },
			{ inferText: '9001019234567', lineBreak: true },
		];
		const last = (lineBreak: boolean) =>
			JSON.stringify(masked({ name: '칸', subFields: parts(lineBreak) }).raw).includes('900101*');
		expect([last(false), last(true)]).toEqual([true, false]);
	});
});
