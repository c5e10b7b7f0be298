import { starsIn } from '../../../nodes/ClovaOcr/clova/stars';
import type { Json } from '../../../nodes/ClovaOcr/shared/json';

describe('stars in an answer', () => {
	it.each<[string, Json]>([
		['in a text', '900101-1******'],
		['of another sign', '900101-●●●●●●●'],
		['as a row of X', '4000XXXXXXXX0002'],
		['in a list', ['a', ['b*']]],
		['in a member', { a: { b: '*' } }],
		['in the name of a member', { 'a*': 1 }],
		['beside what describes the call', { name: '*', text: '*' }],
		['in the name of what describes the call', { '*message': 'a' }],
	])('are found %s', (_, entries) => expect(starsIn(entries)).toBe(true));

	it.each<[string, Json]>([
		['a text without', 'HONG XXX ###'],
		['a number, a yes, and nothing', [1, true, null]],
		['what describes the call', { message: '*', name: 'a*.png', uid: '****' }],
		['an empty object', {}],
	])('are none in %s', (_, entries) => expect(starsIn(entries)).toBe(false));
});
