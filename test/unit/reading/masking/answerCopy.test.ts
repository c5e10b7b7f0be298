import { AnswerCopy } from '../../../../nodes/ClovaOcr/reading/masking/answerCopy';
import type { JsonObject } from '../../../../nodes/ClovaOcr/shared/json';

describe('a copy of an answer', () => {
	const given: JsonObject = { a: { list: [{ text: '1' }, { text: '2' }], other: {} }, b: {} };

	it('is the answer itself as long as nothing changes', () => {
		expect(new AnswerCopy(given).result).toBe(given);
	});

	it('copies what lies on the way to a change, and shares the rest', () => {
		const copy = new AnswerCopy(given);
		copy.set(['a', 'list', 1, 'text'], '*');
		copy.set(['a', 'list', 0, 'text'], '#');
		expect(copy.result).toEqual({ a: { list: [{ text: '#' }, { text: '*' }], other: {} }, b: {} });
		expect(copy.result.b).toBe(given.b);
		expect(given).toEqual({ a: { list: [{ text: '1' }, { text: '2' }], other: {} }, b: {} });
	});

	it('renames a member where it stands', () => {
		const copy = new AnswerCopy(given);
		copy.rename(['a'], 'c');
		expect(Object.entries(copy.result)).toEqual([
			['c', given.a],
			['b', {}],
		]);
		copy.set(['c', 'other'], 1);
		expect(given.a).toMatchObject({ other: {} });
	});

	it('keeps a member of the name __proto__', () => {
		const odd = JSON.parse('{"__proto__":{"x":1},"y":2}') as JsonObject;
		const copy = new AnswerCopy(odd);
		copy.rename(['y'], 'z');
		copy.set(['__proto__', 'x'], 3);
		expect(JSON.stringify(copy.result)).toBe('{"__proto__":{"x":3},"z":2}');
	});
});
