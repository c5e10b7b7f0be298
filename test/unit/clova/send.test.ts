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

describe('a request that comes to no answer', () => {
	const failing = async (work: () => Promise<unknown>, more = {}) => {
		const parsed = await send(work, () => ({}), { ...SETTINGS, ...more });
		return parsed.ok ? 'answered' : parsed.problem;
	};

	it('says why it broke off', async () => {
		const reset = async () => {
			throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
		};
		expect(await failing(reset)).toMatchObject({
			message: 'The connection to CLOVA OCR broke off before an answer arrived',
			retry: 'unknown',
		});
	});

	it('is given up after silence', async () => {
		const never = async () => await new Promise<never>(() => undefined);
		expect(await failing(never, { timeout: 20 })).toMatchObject({
			message: expect.stringMatching(/stayed silent for longer/),
		});
	});

	it('leaves nothing open, however it ends', async () => {
		const signals: AbortSignal[] = [];
		const request = async ({ abortSignal }: { abortSignal?: unknown }) => {
			if (abortSignal instanceof AbortSignal) signals.push(abortSignal);
			return { statusCode: 200, body: bytesOf(ANSWER) };
		};
		await send(request, () => ({}), SETTINGS);
		expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
	});

	it('is larger than any answer', async () => {
		async function* huge(): AsyncGenerator<Uint8Array> {
			for (;;) yield Buffer.alloc(8 * 1024 * 1024);
		}
		expect(await failing(async () => ({ statusCode: 200, body: huge() }))).toMatchObject({
			message: 'The answer is larger than 64 MB and was not read to its end',
			httpStatus: 200,
			retry: 'never',
		});
	});

	it('comes in an encoding that nobody named', async () => {
		async function* korean(): AsyncGenerator<Uint8Array> {
			yield Buffer.from([0x7b, 0xc7, 0xd1, 0xb1, 0xdb, 0x7d]);
		}
		expect(await failing(async () => ({ statusCode: 200, body: korean() }))).toMatchObject({
			message: "CLOVA OCR's answer arrived in an encoding that cannot be read",
			httpStatus: 200,
			retry: 'unknown',
		});
	});

	it('has no content', async () => {
		for (const body of [undefined, ANSWER]) {
			expect(await failing(async () => ({ statusCode: 200, body }))).toMatchObject({
				message: "CLOVA OCR's answer arrived without content",
			});
		}
	});
});
