import { startSimulator, type Fault, type Simulator } from '../simulator';
import { answerOf, generalImage } from '../support/generalAnswer';
import { testCredential, type WorkflowResult } from '../support/n8n';
import { http, type AddressInfo } from '../support/node';
import { file, fileItem, jsonOf, parametersFor, picture, runOcr } from '../support/ocrRun';

const EXTRACT = parametersFor('extractText');
const HEIC = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator({ recognizer: 'none' });
});

beforeEach(() => simulator.control({ reset: true }));

afterAll(async () => await simulator.close());

describe('a file name with a personal number', () => {
	const name = '주민등록증 900101-1234568.heic';

	it('keeps it out of the error that stops the node', async () => {
		const { error } = await runOcr(simulator, EXTRACT, [fileItem(name, HEIC)]);
		expect(error?.message).toContain("'주민등록증 900101-*******.heic'");
		expect(JSON.stringify(error)).not.toContain('1234568');
	});

	it('keeps it out of the item of a failed file', async () => {
		const result = await runOcr(simulator, EXTRACT, [fileItem(name, HEIC)], {
			onError: 'continueRegularOutput',
		});
		expect(JSON.stringify(jsonOf(result))).toContain('900101-*******.heic');
		expect(JSON.stringify(jsonOf(result))).not.toContain('1234568');
	});

	it('keeps it out of hints', async () => {
		const items = [{ binary: { photo: file(name, HEIC), scan: file('scan.png') } }];
		const result = await runOcr(simulator, { ...EXTRACT, binaryPropertyName: '*' }, items);
		expect(JSON.stringify(result.hints)).toContain('900101-*******.heic');
		expect(JSON.stringify(result.hints)).not.toContain('1234568');
	});
});

describe.each(['default', 'filesystem'] as const)(
	'three items, the second unreadable, files kept in %s mode',
	(binaryMode) => {
		const items = [
			fileItem('first.png', picture(1), { n: 1 }),
			fileItem('second.heic', HEIC, { n: 2 }),
			fileItem('third.png', picture(3), { n: 3 }),
		];

		it('Stop names the item and the file', async () => {
			const result = await runOcr(simulator, EXTRACT, items, { binaryMode });
			expect(result.error?.message).toContain("'second.heic': it is a HEIC photo");
			expect(result.error?.message).toContain('[item 1]');
			expect(result.error?.description).toContain('JPEG');
			expect(result.error).toMatchObject({ context: { itemIndex: 1 } });
		});

		it('Continue gives three items, the second an error, each paired with its own', async () => {
			const result = await runOcr(simulator, EXTRACT, items, {
				binaryMode,
				onError: 'continueRegularOutput',
			});
			const out = result.items('CLOVA OCR');
			expect(out.map(({ json }) => json.error !== undefined)).toEqual([false, true, false]);
			expect(out.map(({ pairedItem }) => pairedItem)).toEqual([
				{ item: 0 },
				{ item: 1 },
				{ item: 2 },
			]);
			expect(out[0].json.text).toBe('first.png');
			expect(out[2].json.text).toBe('third.png');
		});

		it('the error output gets exactly one, with the details and the input', async () => {
			const result = await runOcr(simulator, EXTRACT, items, {
				binaryMode,
				onError: 'continueErrorOutput',
			});
			expect(jsonOf(result).map(({ text }) => text)).toEqual(['first.png', 'third.png']);
			const [bad, ...others] = result.items('CLOVA OCR', 1);
			expect(others).toEqual([]);
			expect(bad.json).toMatchObject({
				n: 2,
				error: expect.stringContaining('HEIC'),
				message: expect.stringContaining('JPEG'),
				details: { code: null, httpStatus: null, fileName: 'second.heic' },
			});
		});
	},
);

describe('refused before any call', () => {
	const big = Buffer.alloc(51 * 1024 * 1024);
	picture().copy(big);
	it.each([
		['HEIC', HEIC, /HEIC/],
		['WebP', Buffer.from('RIFF\x10\0\0\0WEBPVP8 ', 'latin1'), /WebP/],
		['GIF', Buffer.from('GIF89a\x01\0', 'latin1'), /GIF/],
		['BMP', Buffer.from('BM\x36\x10\0\0\0\0\0\0', 'latin1'), /BMP/],
		['Office', Buffer.from('PK\x03\x04\x14\0\x06\0[Content_Types].xml', 'latin1'), /Office/],
		['empty', Buffer.alloc(0), /empty/],
		['51 MB', big, /50 MB/],
	])('%s', async (_, data, message) => {
		const result = await runOcr(simulator, EXTRACT, [fileItem('file.jpg', data)], {
			binaryMode: 'filesystem',
		});
		expect(result.error?.message).toMatch(message);
		expect(result.error?.message).toContain('file.jpg');
		expect(simulator.stats.calls).toHaveLength(0);
	});
});

describe('what comes back instead of an answer', () => {
	const cases: Array<[string, Fault, RegExp, Partial<Record<'code' | 'httpStatus', unknown>>]> = [
		[
			'HTML instead of JSON',
			{ kind: 'html', status: 200 },
			/web page instead/,
			{ httpStatus: 200 },
		],
		['HTML with 502', { kind: 'html', status: 502 }, /HTTP 502/, { httpStatus: 502 }],
		['truncated JSON', { kind: 'truncated' }, /broke off|incomplete/, {}],
		['broken JSON', { kind: 'brokenJson' }, /incomplete or garbled/, { httpStatus: 200 }],
		['JSON of another shape', { kind: 'json', body: { hello: 1 } }, /does not look like/, {}],
		['a redirect', { kind: 'redirect' }, /redirect/, { httpStatus: 302 }],
		['0001', { kind: 'service', code: '0001' }, /does not know this invoke URL/, { code: '0001' }],
		[
			'0002',
			{ kind: 'service', code: '0002' },
			/rejected the secret/,
			{ code: '0002', httpStatus: 401 },
		],
		['0011', { kind: 'service', code: '0011' }, /did not accept the file/, { code: '0011' }],
		['0022', { kind: 'service', code: '0022' }, /another API/, { code: '0022' }],
		['0023', { kind: 'service', code: '0023' }, /quota/, { code: '0023' }],
		[
			'0028',
			{ kind: 'service', code: '0028' },
			/Table extraction is switched off/,
			{ code: '0028' },
		],
		[
			'0500',
			{ kind: 'service', code: '0500' },
			/internal fault/,
			{ code: '0500', httpStatus: 500 },
		],
		['1021', { kind: 'service', code: '1021' }, /No template/, { code: '1021', httpStatus: 500 }],
		[
			'gateway 401',
			{ kind: 'gateway', code: '401/210' },
			/does not permit/,
			{ code: '210', httpStatus: 401 },
		],
		[
			'gateway quota',
			{ kind: 'gateway', code: '429/400' },
			/call quota of NAVER's API Gateway/,
			{ code: '400', httpStatus: 429 },
		],
		[
			'gateway 503',
			{ kind: 'gateway', code: '503/520' },
			/does not know where/,
			{ code: '520', httpStatus: 503 },
		],
		['a reset', { kind: 'reset' }, /broke off/, {}],
		['an answer without end', { kind: 'huge' }, /larger than 64 MB/, {}],
	];
	it.each(cases)(
		'%s has its own message, and is paid at most once',
		async (_, fault, message, details) => {
			simulator.control({ faults: [{ fault, times: 'always' }] });
			const result = await runOcr(simulator, EXTRACT, [fileItem('a.png')], {
				onError: 'continueErrorOutput',
			});
			const [{ json }] = result.items('CLOVA OCR', 1);
			expect(json.error).toMatch(message);
			expect(json.details).toMatchObject(details);
			expect(simulator.stats.calls).toHaveLength(1);
			expect(simulator.stats.redirectsFollowed).toBe(0);
		},
	);

	it.each([
		['0025', { kind: 'service', code: '0025' }, /busy with other calls/],
		['gateway throttle', { kind: 'gateway', code: '429/410' }, /throttling/],
		['gateway rate', { kind: 'gateway', code: '429/420' }, /limiting the rate/],
	] as const)('%s is tried again for as long as the user allows', async (_, fault, message) => {
		simulator.control({ faults: [{ fault, times: 'always' }] });
		const parameters = { ...EXTRACT, options: { rateLimitWait: 1500 } };
		const result = await runOcr(simulator, parameters, [fileItem('a.png')], {
			onError: 'continueRegularOutput',
		});
		expect(jsonOf(result)[0].error).toMatch(message);
		expect(simulator.stats.calls.length).toBeGreaterThan(1);
	});

	it('silence ends with the timeout, and is not repeated by itself', async () => {
		simulator.control({ faults: [{ fault: { kind: 'stall' }, times: 'always' }] });
		const parameters = { ...EXTRACT, options: { timeout: 1000 } };
		const result = await runOcr(simulator, parameters, [fileItem('a.png')], {
			onError: 'continueRegularOutput',
		});
		expect(jsonOf(result)[0].error).toMatch(/stayed silent/);
		expect(simulator.stats.calls).toHaveLength(1);
	});

	it("repeats an unknown outcome when 'Retry On' says so", async () => {
		simulator.control({ faults: [{ fault: { kind: 'reset' } }] });
		const parameters = { ...EXTRACT, output: 'detailed', options: { retryOn: 'all' } };
		const result = await runOcr(simulator, parameters, [fileItem('a.png')]);
		expect(jsonOf(result)[0]).toMatchObject({ text: 'a.png', ocr: { calls: 2 } });
	});

	it("tries as often as 'Max Tries' says, and no more", async () => {
		simulator.control({
			faults: [{ fault: { kind: 'gateway', code: '503/500' }, times: 'always' }],
		});
		const parameters = { ...EXTRACT, options: { retryOn: 'all', maxTries: 3 } };
		const result = await runOcr(simulator, parameters, [fileItem('a.png')]);
		expect(result.error?.message).toMatch(/could not reach CLOVA OCR/);
		expect(simulator.stats.calls).toHaveLength(3);
	});

	it('tries four times unless told otherwise', async () => {
		simulator.control({
			faults: [{ fault: { kind: 'gateway', code: '503/500', retryAfter: '0' }, times: 'always' }],
		});
		const parameters = { ...EXTRACT, options: { retryOn: 'all' } };
		await runOcr(simulator, parameters, [fileItem('a.png')]);
		expect(simulator.stats.calls).toHaveLength(4);
	});

	it('an unreachable server is told apart and named', async () => {
		const credential = { invokeUrl: 'http://127.0.0.1:9/custom/v1/1/k' };
		const parameters = { ...EXTRACT, options: { maxTries: 2 } };
		const result = await runOcr(simulator, parameters, [fileItem('a.png')], { credential });
		expect(result.error?.message).toMatch(/could not be reached/);
	});
});

describe('one file never stops the others', () => {
	it('an ERROR image is an error of its item only', async () => {
		simulator.control({
			faults: [
				{
					fault: {
						kind: 'page',
						page: 0,
						inferResult: 'ERROR',
						message: 'The image resolution limit has been exceeded, between 10 px and 8000 px',
					},
					match: { fileName: 'b' },
				},
			],
		});
		const items = ['a.png', 'b.png', 'c.png'].map((name, n) => fileItem(name, picture(n)));
		const result = await runOcr(simulator, EXTRACT, items, { onError: 'continueRegularOutput' });
		expect(jsonOf(result).map(({ text, error }) => text ?? error)).toEqual([
			'a.png',
			expect.stringMatching(/too small or too large/),
			'c.png',
		]);
	});

	it.each([
		[
			'a parameter',
			{ binaryPropertyName: "={{ $json.n === 1 ? $('Nowhere').item.json.x : 'data' }}" },
		],
		['an option', { options: { pages: "={{ $json.n === 1 ? $('Nowhere').item.json.x : '' }}" } }],
	])('an expression in %s that fails for one item is an error of that item', async (_, more) => {
		const items = [1, 2, 3].map((n) => fileItem(`${n}.png`, picture(n), { n }));
		const result = await runOcr(simulator, { ...EXTRACT, ...more }, items, {
			onError: 'continueErrorOutput',
		});
		expect(jsonOf(result).map(({ text }) => text)).toEqual(['2.png', '3.png']);
		expect(jsonOf(result, 'CLOVA OCR', 1)).toEqual([
			expect.objectContaining({ n: 1, error: expect.stringContaining('expression') }),
		]);
	});

	it('under Stop no new call starts, and the first item that failed is named', async () => {
		simulator.control({
			faults: [{ fault: { kind: 'service', code: '0011' }, match: { fileName: 'f1' } }],
			latency: { milliseconds: 50 },
		});
		const items = Array.from({ length: 20 }, (_, n) => fileItem(`f${n}x.png`, picture(n)));
		const parameters = { ...EXTRACT, options: { maxConcurrency: 2 } };
		const result = await runOcr(simulator, parameters, items);
		expect(result.error?.message).toContain('[item 1]');
		expect(simulator.stats.calls.length).toBeLessThan(6);
	});
});

it('counts a page that failed among the pages of a file that CLOVA fetched', async () => {
	const read = generalImage([{ text: 'word', end: true }]);
	const failed = { ...read, inferResult: 'ERROR', convertedImageInfo: { pageIndex: 1 } };
	simulator.control({ faults: [{ fault: { kind: 'json', body: answerOf([read, failed]) } }] });
	const parameters = {
		...EXTRACT,
		output: 'detailed',
		inputType: 'url',
		url: 'https://example.com/a.pdf',
	};
	const json = jsonOf(
		await runOcr(simulator, parameters, [{}], { onError: 'continueRegularOutput' }),
	);
	expect(json[0]).toMatchObject({ text: 'word', ocr: { page: 1, pageCount: 2 } });
	expect(json[1].error).toContain('(page 2)');
});

describe('secrets', () => {
	it('are hidden where the service says them, and so are numbers of persons', async () => {
		const secret = simulator.secret('/general');
		const said = `900101-1234567 with ${secret} at /external/v1/1/${key()}/general`;
		const body = { code: '9999', message: said, images: null };
		simulator.control({ faults: [{ fault: { kind: 'json', status: 400, body } }] });
		const { error, logs } = await runOcr(simulator, EXTRACT, [fileItem('a.png')]);
		expect(error?.description).toContain('CLOVA OCR said: "900101-*******');
		const everything = JSON.stringify([error, logs]);
		for (const hidden of [secret, key(), '1234567']) expect(everything).not.toContain(hidden);
	});

	const key = () => simulator.url('/general').split('/')[6];

	it('a wrong secret makes one call', async () => {
		const result = await runOcr(simulator, EXTRACT, [fileItem('a.png')], {
			credential: { secretKey: 'wrong' },
		});
		expect(result.error?.message).toMatch(/rejected the secret/);
		expect(simulator.stats.calls).toHaveLength(1);
	});

	it('neither secret nor key stands in any message, log or item', async () => {
		const secret = simulator.secret('/general');
		const faults: Fault[] = [
			{ kind: 'html', status: 200 },
			{ kind: 'redirect' },
			{ kind: 'reset' },
			{ kind: 'brokenJson' },
			...[
				'0001',
				'0002',
				'0011',
				'0021',
				'0022',
				'0023',
				'0028',
				'0500',
				'0501',
				'1021',
				'1022',
			].map((code) => ({ kind: 'service' as const, code })),
		];
		const seen: WorkflowResult[] = [];
		for (const onError of [
			'stopWorkflow',
			'continueRegularOutput',
			'continueErrorOutput',
		] as const) {
			for (const fault of faults) {
				simulator.control({ faults: [{ fault }] });
				seen.push(await runOcr(simulator, EXTRACT, [fileItem('a.png')], { onError }));
			}
		}
		seen.push(await runOcr(simulator, EXTRACT, [fileItem('a.png')]));
		for (const { runData, error, logs, hints } of seen) {
			const everything = JSON.stringify([runData, logs, hints]) + everyText(error);
			expect(everything).not.toContain(secret);
			expect(everything).not.toContain(key());
		}
	});
});

describe('Custom API Call', () => {
	it('tells where it is made', async () => {
		const parameters = { resource: 'general', operation: '__CUSTOM_API_CALL__' };
		const result = await runOcr(simulator, parameters, [fileItem('a.png')]);
		expect(result.error?.message).toMatch(/HTTP Request node/);
		expect(result.error?.description).toMatch(/Predefined Credential Type/);
	});
});

describe('credential test against a gateway in trouble', () => {
	it.each(['430', '500', '510', '900'])('does not blame the address for %s', async (errorCode) => {
		const body = JSON.stringify({ error: { errorCode, message: 'x', details: '' } });
		const server = http.createServer((_, response) => {
			response.writeHead(503, { 'content-type': 'application/json' }).end(body);
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		const invokeUrl = `http://127.0.0.1:${port}/custom/v1/1/key/general`;
		const { message } = await testCredential('clovaOcrApi', { invokeUrl, secretKey: 'secret' });
		server.closeAllConnections();
		server.close();
		expect(message).toContain(`the fault ${errorCode}`);
	});

	it('sends no secret to a host that only looks like this machine', async () => {
		const invokeUrl = 'http://127.0.0.1.invalid/general';
		const { status, message } = await testCredential('clovaOcrApi', { invokeUrl, secretKey: 'x' });
		expect(status).toBe('Error');
		expect(message).not.toMatch(/ENOTFOUND|EAI_AGAIN/);
	});
});

describe('credential test', () => {
	const good = () => ({
		invokeUrl: simulator.url('/general'),
		secretKey: simulator.secret('/general'),
	});

	it.each([
		['good', () => good(), 'OK', /successful/],
		[
			'good, with blanks',
			() => ({ invokeUrl: ` ${good().invokeUrl}/ `, secretKey: ` ${good().secretKey} ` }),
			'OK',
			/successful/,
		],
		[
			'good, without a path',
			() => ({ ...good(), invokeUrl: good().invokeUrl.replace(/\/general$/, '') }),
			'OK',
			/successful/,
		],
		[
			'another kind of domain, without a path',
			() => ({
				invokeUrl: simulator.url('/infer').replace(/\/infer$/, ''),
				secretKey: simulator.secret('/infer'),
			}),
			'OK',
			/successful/,
		],
		[
			'a receipt domain',
			() => ({
				invokeUrl: simulator.url('/document/receipt'),
				secretKey: simulator.secret('/document/receipt'),
			}),
			'OK',
			/successful/,
		],
		[
			'a wrong secret',
			() => ({ ...good(), secretKey: 'wrong' }),
			'Error',
			/rejected the secret key/,
		],
		[
			'a wrong key',
			() => ({ ...good(), invokeUrl: good().invokeUrl.replace(/0{8}/, 'ffffffff') }),
			'Error',
			/does not know this invoke URL/,
		],
		[
			'a wrong address',
			() => ({ ...good(), invokeUrl: `http://127.0.0.1:${simulator.port}/nothing` }),
			'Error',
			/found nothing|not CLOVA/,
		],
		[
			'plain http elsewhere',
			() => ({ ...good(), invokeUrl: 'http://example.invalid/general' }),
			'Error',
			/must begin with https/,
		],
		[
			'a host whose name only ends like this machine',
			() => ({ ...good(), invokeUrl: 'http://evil-localhost/general' }),
			'Error',
			/must begin with https/,
		],
		[
			'the private host of the console',
			() => ({ ...good(), invokeUrl: 'http://clovaocr-api-kr.ncloud.com/external/v1/1/k/infer' }),
			'Error',
			/private address/,
		],
		[
			'a path that is no API',
			() => ({ ...good(), invokeUrl: `${good().invokeUrl}s` }),
			'Error',
			/ends in \/generals, which is no API/,
		],
		[
			'a query behind the path',
			() => ({ ...good(), invokeUrl: `${good().invokeUrl}?lang=ko` }),
			'Error',
			/behind a \? or #/,
		],
		['no address', () => ({ ...good(), invokeUrl: 'my url' }), 'Error', /not a web address/],
		['nothing', () => ({ invokeUrl: '', secretKey: '' }), 'Error', /not a web address/],
	] as const)('%s', async (_, fields, status, message) => {
		const verdict = await testCredential('clovaOcrApi', fields());
		expect(verdict.status).toBe(status);
		expect(verdict.message).toMatch(message);
		expect(simulator.stats.accepted).toBe(0);
	});

	it.each([
		['a gateway refusal', 401, '{"error":{"errorCode":"210","message":"x"}}', /does not permit/],
		['a gateway that is busy', 429, '{"error":{"errorCode":"410"}}', /busy/],
		['a web page', 200, '<html>hello</html>', /not CLOVA OCR/],
		['JSON of something else', 200, '{"hello":1}', /not CLOVA OCR/],
		['a page that is not there', 404, 'no', /not CLOVA OCR/],
		['a redirect', 302, '', /not CLOVA OCR/],
	])('%s', async (_, status, body, message) => {
		const server = http.createServer((__, response) => {
			response.writeHead(status, { location: simulator.url('/general') }).end(body);
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		const fields = { ...good(), invokeUrl: `http://127.0.0.1:${port}/general` };
		const verdict = await testCredential('clovaOcrApi', fields);
		server.close();
		expect(verdict).toMatchObject({ status: 'Error', message: expect.stringMatching(message) });
	});
});

/** Every text that hangs on an error, the hidden members and causes included. */
function everyText(value: unknown, seen = new Set<unknown>()): string {
	if (typeof value !== 'object' || value === null) return String(value);
	if (seen.has(value)) return '';
	seen.add(value);
	return Object.getOwnPropertyNames(value)
		.map((name) => everyText(Object.getOwnPropertyDescriptor(value, name)?.value, seen))
		.join('\n');
}
