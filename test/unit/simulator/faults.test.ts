import { asObject, type Json, type JsonObject } from '../../../nodes/ClovaOcr/shared/json';
import {
	defaultDomains,
	type Fault,
	readTextLayer,
	startSimulator,
	type Simulator,
} from '../../simulator';
import { GATEWAY_CODES, SERVICE_CODES } from '../../simulator/wire/errors';
import { performance, sleep } from '../../support/node';
import { callSimulator, formOf, messageFor, type Answered } from '../../support/simulatorClient';
import { blankPng, textPdf } from '../../support/tinyPictures';

let simulator: Simulator;

jest.setTimeout(60_000);

beforeAll(async () => {
	const domains = defaultDomains().map((domain) => ({ ...domain, concurrency: 3 }));
	simulator = await startSimulator({ domains, recognizer: readTextLayer });
});

beforeEach(() => simulator.control({ reset: true }));

afterAll(async () => await simulator.close());

const png = blankPng();

async function send(fileName = 'page.png'): Promise<Answered> {
	return await callSimulator(simulator, formOf(messageFor('png'), png, fileName));
}

function fault(one: Fault): void {
	simulator.control({ faults: [{ fault: one }] });
}

describe('answers other than the service’s', () => {
	it.each(SERVICE_CODES)('service %s', async (code) => {
		fault({ kind: 'service', code, retryAfter: '7' });
		const { json, headers } = await send();
		expect(Object.keys(asObject(json))).toEqual([
			'code',
			'message',
			'path',
			'traceId',
			'timestamp',
		]);
		expect(asObject(json).code).toBe(code);
		expect(headers.get('retry-after')).toBe('7');
		expect(simulator.stats.accepted).toBe(0);
	});

	it.each(GATEWAY_CODES)('gateway %s', async (code) => {
		fault({ kind: 'gateway', code });
		const { status, json } = await send();
		const { errorCode } = asObject(asObject(json).error);
		expect(`${status}/${String(errorCode)}`).toBe(code);
	});

	it.each([200, 502])('HTML with status %i', async (status) => {
		fault({ kind: 'html', status });
		const answer = await send();
		expect(answer.status).toBe(status);
		expect(answer.headers.get('content-type')).toMatch('text/html');
	});

	it('broken and foreign JSON', async () => {
		fault({ kind: 'brokenJson' });
		expect((await send()).json).toBeNull();
		fault({ kind: 'json', body: { hello: 'world' } });
		expect((await send()).json).toEqual({ hello: 'world' });
	});

	it('a redirect, whose target counts its visitors', async () => {
		fault({ kind: 'redirect' });
		const { status, headers } = await send();
		expect(status).toBe(302);
		expect(simulator.stats.redirectsFollowed).toBe(0);
		await fetch(headers.get('location') ?? '');
		expect(simulator.stats.redirectsFollowed).toBe(1);
	});

	it.each<Fault>([{ kind: 'reset' }, { kind: 'reset', when: 'upload' }, { kind: 'truncated' }])(
		'a connection that ends: %j',
		async (one) => {
			fault(one);
			await expect(send()).rejects.toThrow();
			expect(simulator.stats.calls[0]).toMatchObject({ outcome: 'fault', reason: one.kind });
		},
	);

	it('a stall that lasts until the client leaves', async () => {
		fault({ kind: 'stall' });
		const body = formOf(messageFor('png'), png);
		const call = fetch(simulator.url('/general'), {
			method: 'POST',
			headers: { 'X-OCR-SECRET': simulator.secret('/general') },
			body,
			signal: AbortSignal.timeout(500),
		});
		await expect(call).rejects.toThrow();
		for (let look = 0; simulator.stats.calls[0].endedAt === null && look < 100; look += 1) {
			await sleep(20);
		}
		expect(simulator.stats.calls[0].endedAt).not.toBeNull();
		expect((await send()).status).toBe(200);
	});

	it('an answer of more than 64 MB', async () => {
		fault({ kind: 'huge' });
		const { text } = await send();
		expect(text.length).toBeGreaterThan(64 * 1024 * 1024);
	});
});

describe('pages', () => {
	async function pages(): Promise<JsonObject[]> {
		const form = formOf(messageFor('pdf'), await textPdf(3), 'three.pdf');
		const { images } = asObject((await callSimulator(simulator, form)).json);
		return Array.isArray(images) ? images.map(asObject) : [];
	}

	const indexes = (images: JsonObject[]): Json[] =>
		images.map(({ convertedImageInfo }) => asObject(convertedImageInfo).pageIndex);

	it('missing ones', async () => {
		fault({ kind: 'missingPages', pages: [1] });
		expect(indexes(await pages())).toEqual([0, 2]);
	});

	it('in another order', async () => {
		fault({ kind: 'shuffledPages' });
		expect(indexes(await pages())).toEqual([2, 1, 0]);
	});

	it('one that fails', async () => {
		fault({ kind: 'page', page: 1, inferResult: 'ERROR', message: 'Recognition failure' });
		const images = await pages();
		expect(images.map(({ inferResult }) => inferResult)).toEqual(['SUCCESS', 'ERROR', 'SUCCESS']);
		expect(images[1]).not.toHaveProperty('fields');
	});
});

describe('the ledger', () => {
	it('bills what may have been read, refusals not at all, and sees a page that is billed twice', async () => {
		for (const fault of [
			{ kind: 'service', code: '0011' },
			{ kind: 'service', code: '0025' },
			{ kind: 'gateway', code: '429/410' },
			{ kind: 'bare', status: 413 },
			{ kind: 'redirect' },
		] satisfies Fault[]) {
			simulator.control({ faults: [{ fault }] });
			await send();
		}
		expect(simulator.stats).toMatchObject({ billed: 0, billedAgain: 0 });
		fault({ kind: 'gateway', code: '504/510' });
		await send();
		expect(simulator.stats).toMatchObject({ billed: 1, billedAgain: 0 });
		await send('other.png');
		expect(simulator.stats).toMatchObject({ billed: 2, billedAgain: 0 });
		await send();
		expect(simulator.stats).toMatchObject({ billed: 3, billedAgain: 1 });
	});

	it('bills a PDF by its pages', async () => {
		const form = formOf(messageFor('pdf'), await textPdf(3), 'three.pdf');
		await callSimulator(simulator, form);
		expect(simulator.stats.billed).toBe(3);
	});
});

describe('rules', () => {
	it('meet so many calls, and only those that match', async () => {
		simulator.control({
			faults: [
				{ fault: { kind: 'service', code: '0500' }, match: { fileName: 'bad' }, times: 2 },
				{ fault: { kind: 'service', code: '0501' }, match: { call: 4 } },
			],
		});
		const codes: Json[] = [];
		for (const name of ['a.png', 'bad.png', 'b.png', 'c.png', 'bad.png', 'bad.png']) {
			codes.push(asObject((await send(name)).json).code ?? null);
		}
		expect(codes).toEqual([null, '0500', null, '0501', '0500', null]);
	});

	it('are not used up by a call that is refused on its own account', async () => {
		fault({ kind: 'service', code: '0500' });
		const wrong = await callSimulator(simulator, formOf(messageFor('jpg'), png));
		expect(asObject(wrong.json).code).toBe('0011');
		expect(asObject((await send()).json).code).toBe('0500');
	});

	it('come over HTTP too', async () => {
		const control = `http://127.0.0.1:${simulator.port}/control`;
		const post = async (command: Json) =>
			await fetch(control, { method: 'POST', body: JSON.stringify(command) });
		expect((await post({ faults: [{ fault: { kind: 'html' } }] })).status).toBe(200);
		expect((await send()).status).toBe(502);
		expect((await post({ faults: [{ fault: { kind: 'flood' } }] })).status).toBe(400);
		const stats: Json = await (await fetch(control)).json();
		expect(asObject(stats).refused).toEqual({ html: 1 });
	});
});

describe('pace', () => {
	it('refuses the fourth of four calls at once, and names the limit', async () => {
		simulator.control({ latency: { milliseconds: 1000 } });
		const started = performance.now();
		const answers = await Promise.all(
			[1, 2, 3, 4].map(async () => {
				const answer = await send();
				return { ...answer, after: performance.now() - started };
			}),
		);
		const refused = answers.filter(({ status }) => status === 400);
		expect(refused).toHaveLength(1);
		expect(asObject(refused[0].json)).toMatchObject({
			code: '0025',
			message:
				'Calls to this api have exceeded the rate limit: API are limited to 3 API calls per domain at the same time.',
		});
		const others = answers.filter(({ status }) => status === 200);
		expect(refused[0].after).toBeLessThan(Math.min(...others.map(({ after }) => after)));
		expect(simulator.stats.greatestAtWork).toBe(3);
	});

	it('keeps a slot after the answer if told to', async () => {
		const id = simulator.url('/general').split('/')[5];
		simulator.control({
			slotsFreeLateBy: 300,
			domain: { id, concurrency: 1 },
		});
		expect((await send()).status).toBe(200);
		expect((await send()).status).toBe(400);
		await sleep(350);
		expect((await send()).status).toBe(200);
		simulator.control({ domain: { id, concurrency: 3 } });
	});
});
