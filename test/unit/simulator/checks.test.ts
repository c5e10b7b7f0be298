import { asObject, type Json, type JsonObject } from '../../../nodes/ClovaOcr/shared/json';
import { defaultDomains, startSimulator, type Simulator } from '../../simulator';
import { callSimulator, formOf, messageFor } from '../../support/simulatorClient';
import { blankPng, textPdf } from '../../support/tinyPictures';

let simulator: Simulator;

jest.setTimeout(60_000);

beforeAll(async () => {
	const domains = defaultDomains().map((domain) => ({ ...domain, tables: false }));
	simulator = await startSimulator({ domains, recognizer: async () => ({ words: [] }) });
});

beforeEach(() => simulator.control({ reset: true }));

afterAll(async () => await simulator.close());

function expectRefusal(json: Json, code: string, message?: RegExp): void {
	expect(asObject(json).code).toBe(code);
	if (message !== undefined) expect(asObject(json).message).toMatch(message);
}

describe('access, in the service order', () => {
	const png = blankPng();
	const good = () => formOf(messageFor('png'), png);

	it('unknown paths are the gateway’s matter', async () => {
		const { status, json } = await callSimulator(simulator, good(), {
			url: `http://127.0.0.1:${simulator.port}/custom/v1/1/2/other`,
		});
		expect([status, asObject(asObject(json).error).errorCode]).toEqual([404, '300']);
	});

	it('a gateway refusal is XML for a client that does not ask for JSON', async () => {
		const { text } = await callSimulator(simulator, good(), {
			url: `http://127.0.0.1:${simulator.port}/elsewhere`,
			headers: { Accept: '*/*' },
		});
		expect(text).toMatch(/^<\?xml.*<errorCode>300<\/errorCode>/);
	});

	it.each([
		['a wrong domain', (url: string) => url.replace('/v1/', '/v1/9'), 400, '0001'],
		['a wrong key', (url: string) => url.replace('/general', '0/general'), 400, '0001'],
		['another API’s path', (url: string) => url.replace('/general', '/infer'), 400, '0022'],
	])('%s', async (_, change, status, code) => {
		const url = change(simulator.url('/general'));
		const answer = await callSimulator(simulator, good(), { url });
		expect(answer.status).toBe(status);
		expectRefusal(answer.json, code);
		// The service echoes the path with the key: clients must not show it.
		expect(asObject(answer.json).path).toBe(new URL(url).pathname);
	});

	it('a wrong secret comes before the kind of domain', async () => {
		const url = simulator.url('/general').replace('/general', '/infer');
		const headers = { 'X-OCR-SECRET': 'wrong' };
		const answer = await callSimulator(simulator, good(), { url, headers });
		expect(answer.status).toBe(401);
		expectRefusal(answer.json, '0002');
	});

	it('keeps the secret out of the statistics and the key out of the log', async () => {
		await callSimulator(simulator, good(), { headers: { 'X-OCR-SECRET': 'wrong' } });
		await callSimulator(simulator, good());
		const { key, secret } = defaultDomains().find(({ kind }) => kind === '/general') ?? {};
		expect(JSON.stringify(simulator.stats)).not.toContain(secret);
		expect(simulator.log.join()).not.toContain(key);
	});
});

describe('bodies', () => {
	const png = blankPng();
	const data = png.toString('base64');
	const cases: Array<[string, JsonObject, string, RegExp]> = [
		['an empty object', {}, '0011', /version/],
		['another version', messageFor('png', { version: 'V3' }), '0021', /Protocol version/],
		['no requestId', messageFor('png', { requestId: '' }), '0011', /requestId/],
		['a timestamp as text', messageFor('png', { timestamp: '1' }), '0011', /timestamp/],
		['no images', messageFor('png', { images: null }), '0011', /images/],
		['two images', messageFor('png', { images: [{}, {}] }), '0011', /images size/],
		['no name', messageFor('png', {}, { data, name: '' }), '0011', /images\[0\]\.name/],
		['no format', messageFor('', {}, { data }), '0011', /images\[0\]\.format/],
		['a format it does not know', messageFor('webp', {}, { data }), '0011', /format/],
		['another format than the data', messageFor('jpg', {}, { data }), '0011', /format/],
		['no data', messageFor('png'), '0011', /data/],
		['empty data', messageFor('png', {}, { data: '' }), '0011', /data/],
		[
			'a data: prefix',
			messageFor('png', {}, { data: `data:image/png;base64,${data}` }),
			'0011',
			/data/,
		],
		['broken base64', messageFor('png', {}, { data: 'ab_c' }), '0011', /base64/],
		['an unknown language', messageFor('png', { lang: 'en' }, { data }), '0011', /lang/],
		[
			'tables while they are off',
			messageFor('png', { enableTableDetection: true }, { data }),
			'0028',
			/Table detection disabled/,
		],
	];

	it.each(cases)('%s', async (_, message, code, text) => {
		const { status, json } = await callSimulator(simulator, JSON.stringify(message));
		expect(status).toBe(400);
		expectRefusal(json, code, text);
		expect(simulator.stats.accepted).toBe(0);
		expect(simulator.stats.refused).toEqual({ [code]: 1 });
	});

	it.each([
		['several languages', { lang: 'ko, ja,zh-TW' }, {}],
		['a switch as text', { enableTableDetection: 'false' }, {}],
		['members it does not know', { resultType: 'string' }, {}],
		['a URL beside the data', {}, { url: 'http://127.0.0.1:1/x.png' }],
		['timestamp 0', { timestamp: 0 }, {}],
	])('accepts %s', async (_, changes, image) => {
		const message = messageFor('png', changes, { data, ...image });
		expect((await callSimulator(simulator, JSON.stringify(message))).status).toBe(200);
	});

	it('knows only V2 on Document APIs, and fetches nothing there', async () => {
		const send = async (message: JsonObject) =>
			await callSimulator(simulator, JSON.stringify(message), { domain: '/document/receipt' });
		expectRefusal((await send(messageFor('png', { version: 'V1' }, { data }))).json, '0021');
		const byUrl = await send(messageFor('png', {}, { url: 'http://127.0.0.1:1/x.png' }));
		expectRefusal(byUrl.json, '0011', /url/);
	});

	it('refuses broken JSON and a Content-Type it does not take', async () => {
		expectRefusal((await callSimulator(simulator, '{"version":')).json, '0011', /^Request body/);
		const headers = { 'Content-Type': 'text/plain' };
		expectRefusal((await callSimulator(simulator, '{}', { headers })).json, '0011', /Content-Type/);
	});
});

describe('parts', () => {
	const png = blankPng();
	const message = JSON.stringify(messageFor('png'));
	const file = new Blob([Uint8Array.from(png)], { type: 'image/png' });
	const cases: Array<[string, Array<[string, string | Blob, string?]>, RegExp]> = [
		['no message', [['file', file, 'a.png']], /part 'message'/],
		['no file', [['message', message]], /part 'file'/],
		[
			'a file as text',
			[
				['message', message],
				['file', 'text'],
			],
			/no file name/,
		],
		[
			'a message as a file',
			[
				['message', new Blob([message]), 'm'],
				['file', file, 'a.png'],
			],
			/text/,
		],
		[
			'two files',
			[
				['message', message],
				['file', file, 'a'],
				['file', file, 'b'],
			],
			/more than one/,
		],
		[
			'two messages',
			[
				['message', message],
				['message', message],
				['file', file, 'a'],
			],
			/more than one/,
		],
		[
			'a strange part',
			[
				['message', message],
				['file', file, 'a'],
				['note', 'x'],
			],
			/unexpected/,
		],
		[
			'an empty file',
			[
				['message', message],
				['file', new Blob([]), 'a'],
			],
			/between 1 and 52428800/,
		],
	];

	it.each(cases)('refuses %s', async (_, parts, text) => {
		const form = new FormData();
		for (const [name, value, fileName] of parts) {
			if (typeof value === 'string') form.append(name, value);
			else form.append(name, value, fileName);
		}
		const { json } = await callSimulator(simulator, form);
		expectRefusal(json, '0011', text);
	});

	it('refuses 50 MB and one byte, and counts every byte of it', async () => {
		const large = Buffer.concat([png, Buffer.alloc(52_428_801 - png.length)]);
		const { json } = await callSimulator(simulator, formOf(messageFor('png'), large));
		expectRefusal(json, '0011', /size must be between 1 and 52428800/);
		const [call] = simulator.stats.calls;
		expect(call.file?.size).toBe(52_428_801);
		expect(call.bytesReceived).toBe(call.contentLength);
	});
});

describe('pages', () => {
	it.each([
		['/general', 10, null, /./],
		['/general', 11, '0011', /10 pages/],
		['/infer', 2, '0011', /1 pages/],
		['/document/receipt', 2, '0011', /^Special models do not support multiple PDF or Tiff\.$/],
	])('%s with %i pages of PDF', async (domain, pages, code, text) => {
		const form = formOf(messageFor('pdf'), await textPdf(pages), 'a.pdf');
		const { json } = await callSimulator(simulator, form, { domain });
		if (code === null) expect(asObject(json).images).toHaveLength(pages);
		else expectRefusal(json, code, text);
	});
});

describe('sizes', () => {
	it.each([
		[9, 40, 'ERROR'],
		[10, 40, 'FAILURE'],
		[40, 8001, 'ERROR'],
		[40, 8000, 'FAILURE'],
	])('%i x %i is %s', async (width, height, inferResult) => {
		const { status, json } = await callSimulator(
			simulator,
			formOf(messageFor('png'), blankPng(width, height)),
		);
		expect(status).toBe(200);
		const [image] = imagesOf(json);
		expect(image.inferResult).toBe(inferResult);
		if (inferResult === 'ERROR') expect(image.message).toMatch(/between 10 px and 8000 px/);
		else expect(image.message).toMatch(/NO_TEXT/);
	});
});

describe('templates', () => {
	it('refuses with 1021 where none is released', async () => {
		const form = formOf(messageFor('png'), blankPng());
		const { status, json } = await callSimulator(simulator, form, { domain: '/infer' });
		expect(status).toBe(500);
		expectRefusal(json, '1021');
	});
});

function imagesOf(json: Json): JsonObject[] {
	const { images } = asObject(json);
	return Array.isArray(images) ? images.map(asObject) : [];
}
