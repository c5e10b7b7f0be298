import { notAnswer, problemIn } from '../../../nodes/ClovaOcr/clova/notAnswer';
import type { Json } from '../../../nodes/ClovaOcr/shared/json';

const refused = { code: '0002', message: 'Secret key not valid' };
const gateway = { error: { errorCode: '410', message: 'Rate limit' } };

/** A value with so many objects around it. */
function within(levels: number, value: Json): Json {
	return levels === 0 ? value : within(levels - 1, { body: value });
}

describe('an error body in place of an answer', () => {
	test.each([
		['of the service', refused, '0002'],
		['of the gateway', gateway, '410'],
		['as text', JSON.stringify(refused), '0002'],
		['quoted in a sentence', `400 - ${JSON.stringify(JSON.stringify(refused))}`, '0002'],
		['alone in a list', [refused], '0002'],
		['three levels deep', within(3, refused), '0002'],
		['as text two levels deep', within(2, JSON.stringify(refused)), '0002'],
		['in three lists', [[[refused]]], '0002'],
		['as long as an error body may be', JSON.stringify(refused).padStart(10_000), '0002'],
		['of the gateway without words', { error: { errorCode: '410' } }, '410'],
		['in a member that follows others', { headers: {}, body: refused }, '0002'],
	])('%s is explained as in a call, and not worth repeating', (_, value, code) => {
		expect(problemIn(value)).toMatchObject({ code, retry: 'never' });
	});

	test.each([
		['one of several values in a list', [refused, refused]],
		['four levels deep', within(4, refused)],
		['as text three levels deep', within(3, JSON.stringify(refused))],
		['in four lists', [[[[refused]]]]],
		['an answer with a code', { statusCode: 200, ...refused, images: [{ inferResult: 'SUCCESS' }] }],
		['an answer', { images: [] }],
		['a number', 5],
		['with a code that CLOVA does not have', { code: 'E1', message: 'no' }],
		['with a code but no message', { code: '0002' }],
		['text that is cut off', '{"code":"0002","mess'],
		['text of more than an error body has', `${' '.repeat(10_000)}${JSON.stringify(refused)}`],
		['an empty list', []],
		['nothing', null],
		['with a code of a gateway that it does not have', { error: { errorCode: 'E', message: 'no' } }],
		['with a code that is a number', { code: 2, message: 'no' }],
	])('is not %s', (_, value) => {
		expect(problemIn(value)).toBeNull();
	});

	test('has the HTTP status that stands beside it', () => {
		expect(problemIn({ statusCode: 401, body: refused })?.httpStatus).toBe(401);
		expect(problemIn({ body: refused })?.httpStatus).toBeNull();
		expect(problemIn({ statusCode: 401, body: { statusCode: 403, text: JSON.stringify(refused) } })?.httpStatus).toBe(403);
		expect(problemIn({ statusCode: 401, ...refused })?.httpStatus).toBe(401);
	});
});

describe('what stands in place of an answer is told by name', () => {
	test.each<[Json, string]>([
		[null, 'is empty'],
		[{}, 'is empty'],
		[[], 'is empty'],
		['  ', 'is empty'],
		[{ images: [{ format: 'png', name: 'a' }] }, 'holds a request'],
		[{ calls: 1, problem: null }, 'holds an estimate'],
		[{ total: 1, needsReview: false }, 'holds values that this node has read'],
		[{ total: 1, ocr: { page: 1 } }, 'holds values that this node has read'],
		[[{ total: 1, needsReview: false }], 'holds values that this node has read'],
		[{ error: 'no' }, 'holds the message of an earlier step'],
		[{ a: 1 }, 'holds something else'],
		[{ calls: 1 }, 'holds something else'],
		[{ problem: null }, 'holds something else'],
		[{ images: [{ url: 'a' }, { format: 'png' }] }, 'holds a request'],
		[{ images: { format: 'png' } }, 'holds a request'],
		[{ ocr: 'text' }, 'holds something else'],
		[[5], 'holds something else'],
		['{"images":', 'holds JSON text that is cut off'],
		[5, 'holds something else'],
		['text [object Object]', "holds '[object Object]'"],
		['<html>', 'holds a web page'],
		['[{"images":', 'holds JSON text that is cut off'],
		['HONG', 'holds text that is no JSON'],
	])('%j', (value, said) => {
		expect(notAnswer(value).message).toContain(`The parameter 'Answer' ${said}`);
	});
});
