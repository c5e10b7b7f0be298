import {
	isUsualWord,
	mayHoldNumber,
	namesOf,
	slotsIn,
} from '../../../../nodes/ClovaOcr/reading/masking/slots';
import type { Json, JsonObject } from '../../../../nodes/ClovaOcr/shared/json';

const found = (value: Json, skip?: (key: string) => boolean) =>
	slotsIn(value, ['root'], skip).map(({ path, text, label, kind }) => [
		path.join('.'),
		text,
		label,
		kind,
	]);

describe('where in a value a number may stand', () => {
	it('is every text with a digit', () => {
		expect(found({ a: { b: ['no', '1'] }, c: '2', d: null, e: true, f: ['3'] })).toEqual([
			['root.a.b.1', '1', '', 'text'],
			['root.c', '2', '', 'text'],
			['root.f.0', '3', '', 'text'],
		]);
	});

	it('is a number of thirteen digits', () => {
		expect(found({ a: 999_999_999_999, b: -999_999_999_999, c: 1e12, d: -1e12 })).toEqual([
			['root.c', '1000000000000', '', 'number'],
			['root.d', '-1000000000000', '', 'number'],
		]);
	});

	it('is the name of a member of nine characters and more', () => {
		expect(found({ '12345678': null, '123456789': null, inferText: null, noDigits_: null })).toEqual([
			['root.123456789', '123456789', '', 'key'],
		]);
	});

	it('has the name or the words before it for its label', () => {
		expect(found({ name: 'n1', value: 'v1' })).toEqual([
			['root.name', 'n1', '', 'text'],
			['root.value', 'v1', 'n1', 'text'],
		]);
		expect(found({ keyText: 'k1', value: 'v1' })).toEqual([
			['root.keyText', 'k1', '', 'text'],
			['root.value', 'v1', 'k1', 'text'],
		]);
		expect(found({ name: 'n', keyText: 'k', value: 'v1' })).toEqual([['root.value', 'v1', 'n', 'text']]);
		expect(found({ name: 1, keyText: 2, value: 'v1' })).toEqual([['root.value', 'v1', '', 'text']]);
	});

	it('is none of the members that others look after, of the value itself alone', () => {
		const value = { fields: '1', more: { fields: '2' } };
		expect(found(value, (key) => key === 'fields')).toEqual([['root.more.fields', '2', '', 'text']]);
	});
});

describe('a word with nothing but its text that could hold a number', () => {
	const vertices = [{ x: 1, y: 2 }];
	const usual: JsonObject = { inferText: '12', inferConfidence: 0.9, lineBreak: true, type: 'NORMAL' };

	it('is one as CLOVA sends it', () => {
		expect(isUsualWord({ ...usual, boundingPoly: { vertices } })).toBe(true);
		expect(isUsualWord({ valueType: 'ALL' })).toBe(true);
	});

	it.each<[string, JsonObject]>([
		['a text that is none', { inferText: 5 }],
		['a polygon that is none', { boundingPoly: 5 }],
		['a polygon that is nothing', { boundingPoly: null }],
		['a polygon with more', { boundingPoly: { vertices, note: 'x' } }],
		['a polygon without corners', { boundingPoly: {} }],
		['a corner that is none', { boundingPoly: { vertices: [5] } }],
		['a corner that is none beside one', { boundingPoly: { vertices: [{ x: 1, y: 2 }, 5] } }],
		['a corner with more', { boundingPoly: { vertices: [{ x: 1, y: 2, z: 3 }] } }],
		['a corner of text', { boundingPoly: { vertices: [{ x: '1', y: 2 }] } }],
		['a corner of thirteen digits', { boundingPoly: { vertices: [{ x: 1e12, y: 2 }] } }],
		['a text with a digit', { note: 'x1' }],
		['a long name', { longNames: 'x' }],
		['a number of another name', { size: 5 }],
		['a confidence of thirteen digits', { inferConfidence: 1e12 }],
		['an object', { more: {} }],
		['an object that is called as usual', { lineBreak: { note: '1' } }],
		['nothing', { more: null }],
	])('is none with %s', (_, more) => expect(isUsualWord({ ...usual, ...more })).toBe(false));

	it('may say yes or no', () => expect(isUsualWord({ ...usual, ruled: false })).toBe(true));

	it('may have a member with a short name and a text without digits', () => {
		expect(isUsualWord({ ...usual, eightLet: 'x' })).toBe(true);
		expect(isUsualWord({ ...usual, nineLette: 'x' })).toBe(false);
	});
});

it('a text may hold a number with a digit of any script', () => {
	expect(['0', '9', 'a5', '５', '가5', '가５', '①'].every(mayHoldNumber)).toBe(true);
	expect(['', '/', ':', '가나', 'é', '<<<'].some(mayHoldNumber)).toBe(false);
});

it('the names of a path leave out its indices', () => {
	expect(namesOf(['a', 0, 'b', 1, 2, 'c'])).toBe('a.b.c');
});
