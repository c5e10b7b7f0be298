import { send } from '../../../nodes/ClovaOcr/clova/send';

const SETTINGS = { url: 'https://example.test/general', secrets: [], timeout: 5000, signal: undefined };
const ANSWER = JSON.stringify({ requestId: 'r', images: [] });

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
	yield Buffer.from(text);
}

/** What is made of something that n8n's helper gave. */
async function sent(response: unknown) {
	return await send(async () => response, () => ({}), SETTINGS);
}

async function problemOf(response: unknown) {
	const parsed = await sent(response);
	return parsed.ok ? null : parsed.problem;
}

describe('what comes back of a request', () => {
	it('is an answer', async () => {
		const response = { statusCode: 200, headers: {}, body: bytesOf(ANSWER) };
		expect(await sent(response)).toEqual({ ok: true, answer: { requestId: 'r', images: [] } });
	});

	it('is asked for as a stream, once, with any status, and follows no redirect', async () => {
		const asked: unknown[] = [];
		const request = async (options: unknown) => {
			asked.push(options);
			return { statusCode: 200, body: bytesOf(ANSWER) };
		};
		await send(request, () => ({ version: 'V2' }), SETTINGS);
		expect(asked).toEqual([
			expect.objectContaining({
				method: 'POST',
				url: SETTINGS.url,
				body: { version: 'V2' },
				encoding: 'stream',
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				disableFollowRedirect: true,
			}),
		]);
	});

	it('may ask to be called later, in a header of any case', async () => {
		const wait = async (headers: unknown) =>
			(await problemOf({ statusCode: 503, headers, body: bytesOf('') }))?.retryAfterMilliseconds;
		expect(await wait({ 'x-other': '9', 'retry-after': '7' })).toBe(7000);
		expect(await wait({ 'Retry-After': '7' })).toBe(7000);
		expect(await wait({ 'retry-after': 7 })).toBeNull();
		expect(await wait({})).toBeNull();
		expect(await wait(null)).toBeNull();
		expect(await wait('retry-after: 7')).toBeNull();
	});

	it.each<[string, unknown]>([
		['nothing', undefined],
		['null', null],
		['a text', 'text'],
		['an answer without a body', { statusCode: 200, headers: {} }],
		['a body that is no stream', { statusCode: 200, headers: {}, body: ANSWER }],
	])('is a problem where the helper gives %s', async (_, response) => {
		expect(await problemOf(response)).not.toBeNull();
	});

	it('without a status is judged as none', async () => {
		expect((await problemOf({ body: bytesOf(ANSWER) }))?.httpStatus).toBe(0);
		expect((await problemOf({ statusCode: 404, body: bytesOf('') }))?.httpStatus).toBe(404);
	});
});
