import { readGiven } from '../../../nodes/ClovaOcr/clova/given';
import type { JsonObject } from '../../../nodes/ClovaOcr/shared/json';

const entry = (text = 'HONG'): JsonObject => ({ inferResult: 'SUCCESS', fields: [{ inferText: text }] });
const body = (requestId: string, ...images: JsonObject[]): JsonObject => ({ requestId, images });

/** What is read of a value: how many entries, of which request, whether it is a whole answer. */
function given(value: unknown) {
	const read = readGiven(value);
	if (!read.ok) return read.problem.message;
	const { images, requestId, whole, name } = read.answer;
	return { count: images.length, requestId, whole, name };
}

const one = { count: 1, requestId: 'r', whole: true, name: null };

describe('an answer that was there already', () => {
	it('is an answer, its entries, or one of them', () => {
		expect(given(body('r', entry(), entry()))).toEqual({ ...one, count: 2 });
		expect(given([entry(), entry()])).toEqual({ ...one, count: 2, requestId: null, whole: false });
		expect(given(entry())).toEqual({ ...one, requestId: null, whole: false });
		expect(given([entry()])).toEqual({ ...one, requestId: null, whole: false });
	});

	it('may be text, and stand within something else, four levels deep at most', () => {
		const answer = body('r', entry());
		expect(given(JSON.stringify(answer))).toEqual(one);
		expect(given(JSON.stringify(JSON.stringify(answer)))).toEqual(one);
		expect(given({ data: { body: answer } })).toEqual(one);
		expect(given({ a: { b: { c: { d: answer } } } })).toEqual(one);
		expect(given({ a: { b: { c: { d: { e: answer } } } } })).toMatch(/something else/);
		expect(given([[[[answer]]]])).toEqual(one);
		expect(given([[[[[answer]]]]])).toMatch(/something else|holds/);
	});

	it('in parts belongs to one request where all of them do', () => {
		const parts = (...ids: string[]) => given(ids.map((id) => body(id, entry())));
		expect(parts('r', 'r')).toEqual({ ...one, count: 2, whole: false });
		expect(parts('r', 's')).toEqual({ ...one, count: 2, requestId: null, whole: false });
		expect(parts('r')).toEqual(one);
	});

	it('is one: several beside each other are refused', () => {
		const several = { a: body('r', entry()), b: body('s', entry()) };
		expect(given(several)).toMatch(/several answers/);
		expect(given([several])).toMatch(/several answers/);
		expect(given([body('r', entry()), 5])).not.toMatch(/several answers/);
	});

	it('without entries is one by its request alone', () => {
		expect(given({ images: [], requestId: 'r' })).toEqual({ ...one, count: 0 });
		expect(given({ images: [] })).toMatch(/holds/);
		expect(given({ images: [{ format: 'png' }], requestId: 'r' })).toMatch(/a request/);
		expect(given({ images: [{ convertedImageInfo: {} }] })).toEqual({ ...one, requestId: null });
	});

	it('is told by what is typical of any of its entries', () => {
		const typical = [
			{ inferResult: 'SUCCESS' },
			{ convertedImageInfo: {} },
			{ fields: [{ name: 'a' }, { inferText: 'HONG' }] },
			{ fields: { inferText: 'HONG' } },
		];
		for (const each of typical) {
			expect(given(each)).toEqual({ ...one, requestId: null, whole: false });
			expect(given({ images: [{ uid: 'a' }, each], requestId: 'r' })).toEqual({ ...one, count: 2 });
			expect(given({ images: each, requestId: 'r' })).toEqual(one);
		}
		expect(given({ a: null, b: 5, body: body('r', entry()) })).toEqual(one);
		expect(given({ requestId: 'r', total: 5 })).toMatch(/something else/);
		const others = [{ inferResult: 5 }, { fields: [] }, { fields: [{ inferText: 5 }] }, { convertedImageInfo: 'a' }];
		for (const each of others) expect(given(each)).toMatch(/something else/);
		expect(given({ images: 'none', requestId: 'r' })).toMatch(/something else/);
		expect(given({ images: [5], requestId: 'r' })).toMatch(/something else/);
	});

	it('may stand in a text among others of its item', () => {
		const row = { note: '{"total": 5}', page: '<html>', body: ` ${JSON.stringify(body('r', entry()))}` };
		expect(given(row)).toEqual(one);
		expect(given({ ...row, body: '{"images": [' })).toMatch(/something else/);
	});

	it('names its file where the request did', () => {
		const named = (name: string) => given(body('r', { ...entry(), name }));
		expect(named(' scan.png ')).toEqual({ ...one, name: 'scan.png' });
		expect(named('  ')).toEqual(one);
		expect(named('n'.repeat(300))).toEqual({ ...one, name: 'n'.repeat(255) });
	});

	it('is not larger than any answer', () => {
		expect(given('x'.repeat(64 * 1024 * 1024 + 1))).toMatch(/more than any answer/);
		expect(given('x'.repeat(64 * 1024 * 1024))).toMatch(/text that is no JSON/);
		expect(given(Array(5_000_001).fill(0))).toMatch(/more than any answer/);
	});

	it('has the entries as they came, in the order of its parts', () => {
		const rawOf = (value: unknown) => {
			const read = readGiven(value);
			return read.ok && read.answer.images.map(({ raw }) => raw);
		};
		expect(rawOf(body('r', entry('a'), entry('b')))).toEqual([entry('a'), entry('b')]);
		expect(rawOf([body('r', entry('a')), body('s', entry('b'))])).toEqual([entry('a'), entry('b')]);
	});

	it('may be text within text, four times at most', () => {
		const text = (times: number): string => JSON.stringify(times === 1 ? body('r', entry()) : text(times - 1));
		expect(given(text(4))).toEqual(one);
		expect(given(text(5))).toMatch(/holds/);
	});
});
