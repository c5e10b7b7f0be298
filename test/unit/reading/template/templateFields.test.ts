import { templateField } from '../../../../nodes/ClovaOcr/reading/template/templateFields';
import type { Json, JsonObject } from '../../../../nodes/ClovaOcr/shared/json';

const word = (inferText: string, lineBreak?: boolean): JsonObject => ({
	inferText,
	...(lineBreak === undefined ? {} : { lineBreak }),
});

test.each<[string, Json, string]>([
	['its own', { inferText: 'a', subFields: [word('b', false)] }, 'a'],
	['that of the older form', { text: 'a' }, 'a'],
	['several of its own in lines', { inferText: ['a', {}, 'b'] }, 'a\nb'],
	['a bare one', 'a', 'a'],
	[
		'its words, parted by blanks and lines, with nothing behind the last',
		{ subFields: [word('a', false), word('b', true), word('c', true)] },
		'a b\nc',
	],
	[
		'its words, of which one says nothing of lines',
		{ subFields: [word('a', false), word('b')] },
		'a b',
	],
	['its single boxes', { subFields: [word('9'), word('0')] }, '90'],
	[
		'its single boxes, whatever they say of lines',
		{ type: 'MULTI_BOX', subFields: [word('9', false), word('0', true)] },
		'90',
	],
])('the text of a field is %s', (_, value, text) => {
	expect(templateField(value).text).toBe(text);
});

test.each<[string, JsonObject, boolean]>([
	['an empty text', { inferText: '' }, false],
	['a text of the older form', { text: '' }, false],
	['no text', { words: 'a' }, true],
	['no text, but a state', { checked: false }, false],
	['no text, but boxes', { type: 'MULTI_BOX', subFields: [word('9')] }, false],
	['no text, but words', { type: 'NORMAL', subFields: [word('a', true)] }, true],
])('a field with %s is of a new form or not', (_, value, reshaped) => {
	expect(templateField(value).reshaped).toBe(reshaped);
});
