import fc from 'fast-check';

import { parseAnswer } from '../../../nodes/ClovaOcr/clova/answer';
import { GATEWAY_CODES, SERVICE_CODES } from '../../../nodes/ClovaOcr/clova/problems/codes';

const INVOKE = '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff';

function problemOf(status: number, body: unknown, retryAfter: string | null = null) {
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	const parsed = parseAnswer({ status, retryAfter, text });
	if (parsed.ok) throw new Error('An answer was read where none was expected');
	return parsed.problem;
}

/** What is shown of a refusal. */
function refusalOf(body: object) {
	const parsed = parseAnswer({ status: 400, retryAfter: null, text: JSON.stringify(body) });
	if (parsed.ok) throw new Error('taken for an answer');
	return parsed.problem;
}

describe('what is shown of the words of a service', () => {
	it('takes for a code only what looks like one', () => {
		expect(refusalOf({ code: '0011', message: 'x' }).code).toBe('0011');
		for (const code of [
			'c2VjcmV0LXNlY3JldA==',
			'900101-1234567',
			'https://a.example/key',
			'9001011234567',
		]) {
			const problem = refusalOf({ code, message: 'x' });
			expect(problem.code).toBeNull();
			expect(JSON.stringify(problem)).not.toContain(code);
		}
	});

	it('quotes no address, no key and no number', () => {
		const key = 'ab'.repeat(32);
		const shown = JSON.stringify(
			refusalOf({
				code: '0011',
				message: `see https://x.example/custom/${key} or ${key}, 900101-1234567`,
			}),
		);
		expect(shown).not.toContain('x.example');
		expect(shown).not.toContain(key);
		expect(shown).not.toContain('1234567');
		expect(shown).toContain('900101-*******');
	});

	it.each([
		['5', 5],
		['12', 12],
		['120', 120],
	])('reads a limit of %s calls', (limit, read) => {
		const message = `API are limited to ${limit} API calls per domain at the same time.`;
		expect(refusalOf({ code: '0025', message }).concurrencyLimit).toBe(read);
	});

	it('cleans the message of a page as that of a refusal', () => {
		const message = 'secret-of-the-user at https://x.example/k for 900101-1234567';
		const images = [{ inferResult: 'FAILURE', message }];
		const text = JSON.stringify({ images });
		const parsed = parseAnswer({ status: 200, retryAfter: null, text }, ['secret-of-the-user']);
		expect(parsed.ok && parsed.answer.images[0].message).toBe('… at … for 900101-*******');
		expect(parsed.ok && parsed.answer.images[0].raw.message).toBe('… at … for 900101-*******');
	});
});

describe('parseAnswer', () => {
	it('reads images with their pages and sizes', () => {
		const raw = {
			inferResult: 'SUCCESS',
			message: 'SUCCESS',
			convertedImageInfo: { width: 10, height: 20, pageIndex: 3 },
		};
		const parsed = parseAnswer({
			status: 200,
			retryAfter: null,
			text: JSON.stringify({ requestId: 'r', images: [raw] }),
		});
		expect(parsed).toEqual({
			ok: true,
			answer: {
				requestId: 'r',
				images: [
					{ inferResult: 'SUCCESS', message: 'SUCCESS', pageIndex: 3, width: 10, height: 20, raw },
				],
			},
		});
	});

	it('reads a lone image as a list of one, and leaves out what is no image', () => {
		const lone = parseAnswer({
			status: 200,
			retryAfter: null,
			text: '{"images":{"inferResult":"FAILURE"}}',
		});
		expect(lone).toMatchObject({ ok: true, answer: { images: [{ inferResult: 'FAILURE' }] } });
		const odd = parseAnswer({
			status: 200,
			retryAfter: null,
			text: '{"images":[null,7,{"inferResult":"SUCCESS"}]}',
		});
		expect(odd).toMatchObject({ ok: true, answer: { images: [{ inferResult: 'SUCCESS' }] } });
	});

	it.each(Object.keys(SERVICE_CODES))('explains service code %s in its own words', (code) => {
		const problem = problemOf(400, {
			code,
			message: 'x',
			path: `/custom/v1/1/${INVOKE}/general`,
			traceId: 't',
		});
		expect(problem).toMatchObject({
			code,
			message: SERVICE_CODES[code].message,
			retry: SERVICE_CODES[code].retry,
		});
		expect(JSON.stringify(problem)).not.toContain(INVOKE);
	});

	it.each(Object.keys(GATEWAY_CODES))('explains gateway code %s in its own words', (code) => {
		const problem = problemOf(429, { error: { errorCode: code, message: 'x', details: 'y' } });
		expect(problem).toMatchObject({
			code,
			message: GATEWAY_CODES[code].message,
			retry: GATEWAY_CODES[code].retry,
		});
	});

	it('gives every code a message of its own', () => {
		const messages = [...Object.values(SERVICE_CODES), ...Object.values(GATEWAY_CODES)].map(
			({ message }) => message,
		);
		expect(new Set(messages).size).toBe(messages.length);
	});

	it('keeps keys and addresses out of what it quotes', () => {
		const problem = problemOf(400, {
			code: '0011',
			message: `Request invalid: https://a.b/${INVOKE} and ${INVOKE}`,
		});
		expect(problem.description).toContain('Request invalid');
		expect(JSON.stringify(problem)).not.toContain(INVOKE);
	});

	it('quotes no address, even one without a key', () => {
		const said = 'Cannot fetch http://intranet.example/salary/kim.png now';
		const { description } = problemOf(400, { code: '0011', message: said });
		expect(description).toContain('"Cannot fetch … now"');
	});

	it.each([
		['', /Retry On/],
		['{"images":[{"infer', /Retry On/],
	])("names 'Retry On' where %j may have been billed", (body, expected) => {
		expect(problemOf(200, body).description).toMatch(expected);
	});

	it('names what to change where the server was busy without a word', () => {
		expect(problemOf(429, '').description).toMatch(/Max Concurrency.*Rate Limit Wait/);
	});

	it.each([1, 5, 12, 120])('reads a limit of %i calls from the refusal', (limit) => {
		const message = `Calls to this api have exceeded the rate limit: API are limited to ${limit} API calls per domain at the same time.`;
		expect(problemOf(400, { code: '0025', message })).toMatchObject({
			retry: 'rateLimit',
			concurrencyLimit: limit,
		});
	});

	it.each([
		['seconds', '3', 3000],
		['nothing', null, null],
		['rubbish', 'soon', null],
	])('reads Retry-After as %s', (_, header, milliseconds) => {
		expect(problemOf(429, 'x', header)).toMatchObject({ retryAfterMilliseconds: milliseconds });
	});

	it('reads Retry-After as a date, and one that is over as no wait', () => {
		const wait = (milliseconds: number) =>
			problemOf(429, '', new Date(Date.now() + milliseconds).toUTCString()).retryAfterMilliseconds;
		expect(wait(90_000)).toBeGreaterThan(85_000);
		expect(wait(90_000)).toBeLessThanOrEqual(90_000);
		expect(wait(-90_000)).toBe(0);
	});

	it.each([
		['a web page', 200, '<html>proxy</html>', /web page/, 'never'],
		['cut JSON', 200, '{"images":[{"infer', /incomplete or garbled/, 'unknown'],
		['JSON of another shape', 200, '{"hello":"world"}', /does not look like/, 'never'],
		['null', 200, 'null', /does not look like/, 'never'],
		['nothing', 200, '', /without content/, 'unknown'],
		['a redirect', 302, '', /redirect/, 'never'],
		['a bare 502', 502, '<html>bad gateway</html>', /HTTP 502/, 'unknown'],
		['a bare 413', 413, '', /too large/, 'never'],
		['a bare 429', 429, '', /busy/, 'rateLimit'],
		['a bare 404', 404, 'not here', /HTTP 404/, 'never'],
		['an unknown code', 400, '{"code":"0099","message":"New"}', /unknown code 0099/, 'never'],
		[
			'an unknown code of the server',
			500,
			'{"code":"0599","message":"New"}',
			/unknown code/,
			'unknown',
		],
	])('explains %s', (_, status, body, message, retry) => {
		const problem = problemOf(status, body);
		expect(problem.message).toMatch(message);
		expect(problem.retry).toBe(retry);
		expect(problem.description.length).toBeGreaterThan(20);
	});

	it.each([
		[199, /HTTP 199 and no explanation/, 'never'],
		[300, /redirect/, 'never'],
		[399, /redirect/, 'never'],
		[400, /HTTP 400 and no explanation/, 'never'],
		[499, /HTTP 499 and no explanation/, 'never'],
		[500, /HTTP 500 and no explanation/, 'unknown'],
	])('explains the status %i where nothing else tells', (status, message, retry) => {
		expect(problemOf(status, '')).toMatchObject({
			message: expect.stringMatching(message),
			httpStatus: status,
			retry,
			code: null,
		});
	});

	it.each([200, 299])('reads what comes with the status %i', (status) => {
		expect(parseAnswer({ status, retryAfter: null, text: '{"images":[]}' }).ok).toBe(true);
	});

	it('may be billed where an unknown code comes from a fault of the server', () => {
		const retryOf = (status: number) => problemOf(status, { code: '0599', message: 'x' }).retry;
		expect([499, 500].map(retryOf)).toEqual(['never', 'unknown']);
	});

	it.each([
		['0', 0],
		['-5', 0],
		['1.5', 1500],
		['', null],
		['  ', null],
	])('reads the wait %j', (header, milliseconds) => {
		for (const status of [429, 503]) {
			expect(problemOf(status, '', header).retryAfterMilliseconds).toBe(milliseconds);
		}
		const said = { code: '0025', message: 'x' };
		expect(problemOf(400, said, header).retryAfterMilliseconds).toBe(milliseconds);
	});

	it.each([
		['limited to 0 API calls', 1],
		['limited to 1234 API calls', 1234],
		['limited to 12345 API calls', null],
		['limited', null],
	])('reads a limit of its own from %j', (message, limit) => {
		expect(problemOf(400, { code: '0025', message }).concurrencyLimit).toBe(limit);
	});

	it('takes an answer with results for one, whatever code stands beside them', () => {
		const text = '{"code":"0000","images":[{"inferResult":"SUCCESS"}]}';
		expect(parseAnswer({ status: 200, retryAfter: null, text }).ok).toBe(true);
	});

	it('explains a code without words of the service, which are then not quoted', () => {
		expect(problemOf(400, { code: '0002' }).description).toBe(SERVICE_CODES['0002'].description);
		const { description } = problemOf(400, { code: '0002', message: 'no key' });
		expect(description).toBe(`${SERVICE_CODES['0002'].description} CLOVA OCR said: "no key" (code 0002).`);
	});

	it('never throws, whatever comes', () => {
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string(),
					fc.jsonValue().map((v) => JSON.stringify(v)),
				),
				fc.integer({ min: 100, max: 599 }),
				(text, status) => {
					expect(typeof parseAnswer({ status, retryAfter: null, text }).ok).toBe('boolean');
				},
			),
		);
	});
});

it('an entry says where something in it was nested too deep to be kept', () => {
	const nested = (levels: number) => `${'['.repeat(levels)}5${']'.repeat(levels)}`;
	const cutOf = (levels: number) => {
		const text = `{"images":[{"a":${nested(levels)}}]}`;
		const parsed = parseAnswer({ status: 200, retryAfter: null, text });
		return parsed.ok && parsed.answer.images[0].cut;
	};
	expect([5, 150].map(cutOf)).toEqual([undefined, true]);
});

it('a code that may be something else is not named', () => {
	const { message, description } = refusalOf({ code: 'c2VjcmV0LXNlY3JldA==', message: 'no' });
	expect(message).toBe('CLOVA OCR answered with an unknown code');
	expect(description).toBe('Look the code up in the CLOVA OCR API guide. CLOVA OCR said: "no".');
});

it('an entry that says nothing has no outcome, no words, no page and no size', () => {
	const parsed = parseAnswer({ status: 200, retryAfter: null, text: '{"images":[{}]}' });
	expect(parsed).toEqual({
		ok: true,
		answer: {
			requestId: null,
			images: [
				{ inferResult: '', message: null, pageIndex: null, width: null, height: null, raw: {} },
			],
		},
	});
});

describe('numbers that JavaScript cannot write back', () => {
	const imageOf = (text: string) => {
		const parsed = parseAnswer({ status: 200, retryAfter: null, text });
		if (!parsed.ok) throw new Error(parsed.problem.message);
		return parsed.answer.images[0];
	};

	it('are gone from an entry: too large is null, -0 is 0', () => {
		const image = imageOf('{"images":[{"a":[1e400,-1e400,-0,-0.0,7],"message":1e400}]}');
		expect(image.raw).toEqual({ a: [null, null, 0, 0, 7], message: null });
		expect(image).toMatchObject({ message: null });
		expect(image.cut).toBeUndefined();
	});

	it('leave an entry without them as it is, members with names of JavaScript included', () => {
		const text = '{"images":[{"__proto__":{"a":1},"b":[0,{}]}]}';
		expect(JSON.stringify(imageOf(text).raw)).toBe('{"__proto__":{"a":1},"b":[0,{}]}');
	});

	it('stand in no text either', () => {
		const parsed = parseAnswer({
			status: 200,
			retryAfter: null,
			text: '{"images":[{}],"requestId":1e400}',
		});
		expect(parsed).toMatchObject({ ok: true, answer: { requestId: null } });
	});
});
