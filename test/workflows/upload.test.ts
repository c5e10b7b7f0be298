import OracleFormData from 'form-data';

import { createHash, http, type AddressInfo } from '../support/node';
import { startSimulator, type Simulator } from '../simulator';
import { file, fileItem, parametersFor, picture, runOcr } from '../support/ocrRun';

const EXTRACT = parametersFor('extractText');
const KOREAN_NAME = '영수증 "1월".png';

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator({ recognizer: 'none' });
});

beforeEach(() => simulator.control({ reset: true }));

afterAll(async () => await simulator.close());

/** Decodes a multipart body with the platform's own parser. */
async function partsOf(body: Buffer, contentType: string) {
	const form = await new Response(new Uint8Array(body), {
		headers: { 'content-type': contentType },
	}).formData();
	const sent = form.get('file');
	if (!(sent instanceof File)) throw new Error('no file part');
	return {
		keys: [...form.keys()],
		message: JSON.parse(String(form.get('message'))) as Record<string, unknown>,
		file: { name: sent.name, type: sent.type, bytes: Buffer.from(await sent.arrayBuffer()) },
	};
}

/** A server that keeps one request as it came. */
async function recordOne() {
	let seen: { body: Buffer; headers: http.IncomingHttpHeaders } | undefined;
	const server = http.createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			seen = { body: Buffer.concat(chunks), headers: request.headers };
			response.writeHead(200, { 'content-type': 'application/json' });
			response.end('{"images":[{"inferResult":"FAILURE","message":"x"}]}');
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/general`,
		seen: () => {
			server.close();
			if (seen === undefined) throw new Error('nothing came');
			return seen;
		},
	};
}

describe.each(['default', 'filesystem'] as const)(
	'upload of a file kept in %s mode',
	(binaryMode) => {
		it('decodes to the same parts as those of an independent encoder', async () => {
			const recorder = await recordOne();
			const data = picture(5);
			await runOcr(simulator, EXTRACT, [fileItem(KOREAN_NAME, data)], {
				binaryMode,
				credential: { invokeUrl: recorder.url },
			});
			const { body, headers } = recorder.seen();
			const ours = await partsOf(body, String(headers['content-type']));

			const oracle = new OracleFormData();
			oracle.append('message', JSON.stringify(ours.message));
			oracle.append('file', data, {
				filename: ours.file.name.replace(/"/g, '%22'),
				contentType: 'image/png',
			});
			const theirs = await partsOf(oracle.getBuffer(), oracle.getHeaders()['content-type']);

			expect(ours).toEqual(theirs);
			expect(ours.file).toMatchObject({ type: 'image/png', bytes: data });
			expect(decodeURIComponent(ours.file.name)).toBe(KOREAN_NAME);
			expect(ours.message).toMatchObject({
				version: 'V2',
				images: [{ format: 'png', name: KOREAN_NAME }],
			});
			expect(headers['content-length']).toBe(String(body.length));
			expect(headers['transfer-encoding']).toBeUndefined();
			expect(body.toString('latin1')).not.toMatch(/name="message"; filename/);
			expect(headers['x-ocr-secret']).toBe(simulator.secret('/general'));
		});

		it('carries large files to the byte, with the exact length, and again after a refusal', async () => {
			const data = Buffer.alloc(7_000_003, picture(9));
			simulator.control({ faults: [{ fault: { kind: 'service', code: '0025' } }] });
			const parameters = { ...EXTRACT, output: 'detailed' };
			const result = await runOcr(simulator, parameters, [fileItem('large.png', data)], {
				binaryMode,
			});
			expect(result.items('CLOVA OCR')[0].json).toMatchObject({
				text: 'large.png',
				ocr: { calls: 1 },
			});
			expect(simulator.stats.calls).toHaveLength(2);
			for (const call of simulator.stats.calls) {
				expect(call.contentLength).toBe(call.bytesReceived);
				expect(call.file).toMatchObject({
					size: data.length,
					sha256: createHash('sha256').update(data).digest('hex'),
				});
			}
		});

		it('sends every file once and in the order of the items', async () => {
			const items = Array.from({ length: 12 }, (_, n) => ({
				json: { n },
				binary: { data: file(`${n}.png`, picture(n)) },
			}));
			simulator.control({ latency: { milliseconds: 30, spread: 0.8, seed: 3 } });
			const result = await runOcr(simulator, EXTRACT, items, { binaryMode });
			const out = result.items('CLOVA OCR');
			expect(out.map(({ json }) => json.text)).toEqual(items.map((_, n) => `${n}.png`));
			expect(out.map(({ pairedItem }) => pairedItem)).toEqual(items.map((_, n) => ({ item: n })));
			expect(simulator.stats.calls).toHaveLength(12);
			expect(simulator.stats.greatestAtWork).toBeLessThanOrEqual(3);
		});
	},
);
