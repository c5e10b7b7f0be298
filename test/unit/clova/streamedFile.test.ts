import fc from 'fast-check';

import { Deadline } from '../../../nodes/ClovaOcr/clova/deadline';
import { requestBody, type MessageSettings } from '../../../nodes/ClovaOcr/clova/request';
import {
	base64Source,
	bytesSource,
	StreamedFile,
} from '../../../nodes/ClovaOcr/clova/streamedFile';
import { readAll, readHead } from '../../../nodes/ClovaOcr/input/bytes';
import { textSource } from '../../../nodes/ClovaOcr/input/open';
import { Readable, sleep } from '../../support/node';

let deadline: Deadline;

beforeEach(() => {
	deadline = new Deadline({ timeout: 60_000, signal: undefined });
});

afterEach(() => deadline.end());

const SETTINGS: MessageSettings = { version: 'V2', languages: [], templateIds: [], more: {} };

async function bytesOf(file: StreamedFile): Promise<Buffer> {
	const chunks: Uint8Array[] = [];
	const reader = file.stream().getReader();
	for (let next = await reader.read(); !next.done; next = await reader.read()) {
		expect(next.value.byteLength).toBeGreaterThan(0);
		chunks.push(next.value);
	}
	return Buffer.concat(chunks);
}

describe('base64Source', () => {
	it('gives exactly the bytes, in slices, as often as it is opened', async () => {
		await fc.assert(
			fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), fc.boolean(), async (bytes, padded) => {
				const text = Buffer.from(bytes).toString('base64');
				const source = base64Source(padded ? text : text.replace(/=+$/, ''));
				expect(source.size).toBe(bytes.length);
				expect(Buffer.from(await readAll(source)).equals(bytes)).toBe(true);
				expect(Buffer.from(await readAll(source)).equals(bytes)).toBe(true);
			}),
		);
	});

	it('gives no empty slice where its text or bytes fill the last one', async () => {
		const sizes = async (source: ReturnType<typeof bytesSource>) => {
			const found: number[] = [];
			for await (const chunk of await source.open()) found.push(chunk.byteLength);
			return found;
		};
		expect(await sizes(base64Source('A'.repeat(512 * 1024)))).toEqual([192 * 1024, 192 * 1024]);
		expect(await sizes(bytesSource(Buffer.alloc(128 * 1024)))).toEqual([64 * 1024, 64 * 1024]);
	});

	it('decodes a long text slice by slice', async () => {
		const bytes = Buffer.alloc(1_000_001, 'abcdefg');
		const source = base64Source(bytes.toString('base64'));
		let slices = 0;
		for await (const chunk of await source.open()) {
			slices += 1;
			expect(chunk.byteLength).toBeLessThanOrEqual(256 * 1024);
		}
		expect(slices).toBeGreaterThan(4);
		expect(Buffer.from(await readAll(source)).equals(bytes)).toBe(true);
	});

	it.each([
		['bare', 'aGVsbG8='],
		['with a data prefix', 'data:image/png;base64,aGVsbG8='],
		['with line feeds', 'aGVs\nbG8=\r\n'],
		['for URLs, without padding', 'aGVsbG8'],
	])('takes the parameter %s', async (_, text) => {
		const source = textSource(text);
		expect(source && Buffer.from(await readAll(source)).toString()).toBe('hello');
	});

	it.each(['{"a":1}', 'C:\\scan.png', '한글'])('refuses %s, which is no Base64', (text) => {
		expect(textSource(text)).toBeNull();
	});
});

describe('StreamedFile', () => {
	it('passes as a file of the platform, with the size of its source', async () => {
		const form = new FormData();
		const file = new StreamedFile(
			bytesSource(Buffer.from('abc')),
			'영수증 "1".png',
			'image/png',
			deadline,
		);
		form.append('file', file);
		expect(form.get('file')).toBe(file);
		expect(file.size).toBe(3);
		expect(file.name).toBe('영수증 "1".png');
		expect((await bytesOf(file)).toString()).toBe('abc');
		expect((await bytesOf(file)).toString()).toBe('abc');
	});

	it('closes its source when the reader leaves early', async () => {
		let closed = false;
		const source = {
			size: 100,
			async *open() {
				try {
					for (;;) yield Buffer.from('0123456789');
				} finally {
					closed = true;
				}
			},
		};
		const reader = new StreamedFile(source, 'x', 'y', deadline).stream().getReader();
		await reader.read();
		await reader.cancel();
		expect(closed).toBe(true);
	});

	describe('when the request ends', () => {
		/** A source as n8n's store gives it: a stream that knows whether it is open. */
		function storedSource(openAfter = 0) {
			const opened: Readable[] = [];
			return {
				opened,
				size: 1e9,
				open: async () => {
					await sleep(openAfter);
					const stream = new Readable({ read: () => undefined });
					stream.push('first');
					opened.push(stream);
					return stream;
				},
			};
		}

		it('closes a stream whose next bytes never come', async () => {
			const source = storedSource();
			const reader = new StreamedFile(source, 'x', 'y', deadline).stream().getReader();
			await reader.read();
			const pending = reader.read();
			deadline.end();
			await expect(pending).rejects.toThrow('given up');
			expect(source.opened.map(({ destroyed }) => destroyed)).toEqual([true]);
		});

		it('closes a stream that is opened only then', async () => {
			const source = storedSource(20);
			const reader = new StreamedFile(source, 'x', 'y', deadline).stream().getReader();
			const pending = reader.read();
			await sleep(5);
			deadline.end();
			await expect(pending).rejects.toThrow('given up');
			await sleep(30);
			expect(source.opened.map(({ destroyed }) => destroyed)).toEqual([true]);
		});

		it('opens nothing any more', async () => {
			const source = storedSource();
			const file = new StreamedFile(source, 'x', 'y', deadline);
			deadline.end();
			await expect(file.stream().getReader().read()).rejects.toThrow('given up');
			expect(source.opened).toEqual([]);
		});
	});

	it('hands bytes on in slices, each of which shows that the upload goes on', async () => {
		const heard = jest.spyOn(deadline, 'heard');
		const bytes = Buffer.alloc(1_000_001, 'abc');
		const file = new StreamedFile(bytesSource(bytes), 'x', 'y', deadline);
		expect((await bytesOf(file)).equals(bytes)).toBe(true);
		expect(heard.mock.calls.length).toBeGreaterThan(15);
	});

	it('reads no more of a source than its head', async () => {
		let given = 0;
		const source = {
			size: 1e9,
			async *open() {
				for (;;) {
					given += 1;
					yield Buffer.alloc(64);
				}
			},
		};
		expect((await readHead(source, 100)).byteLength).toBe(100);
		expect(given).toBe(2);
	});
});

describe('requestBody', () => {
	const upload = {
		kind: 'upload',
		fileName: 'a.png',
		format: 'png',
		source: bytesSource(new Uint8Array(3)),
	} as const;

	it('sends the message as one line of text, and the file beside it', () => {
		const settings: MessageSettings = {
			...SETTINGS,
			languages: ['ko', 'ja'],
			templateIds: [7],
			more: { enableTableDetection: true },
		};
		const form = requestBody(upload, settings, deadline);
		if (!(form instanceof FormData)) throw new Error('not multipart');
		expect([...form.keys()]).toEqual(['message', 'file']);
		const message = form.get('message');
		expect(message).not.toMatch(/[\r\n]/);
		expect(JSON.parse(String(message))).toEqual({
			version: 'V2',
			requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
			timestamp: expect.any(Number),
			lang: 'ko,ja',
			enableTableDetection: true,
			images: [{ format: 'png', name: 'a.png', templateIds: [7] }],
		});
	});

	it('stays one line whatever the file is called', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (fileName) => {
				const form = requestBody({ ...upload, fileName }, SETTINGS, deadline);
				const text = form instanceof FormData ? String(form.get('message')) : '';
				expect(text).not.toMatch(/[\r\n]/);
				expect(JSON.parse(text).images[0].name).toBe(fileName);
			}),
		);
	});

	it('names a single language', () => {
		const settings = { ...SETTINGS, languages: ['ko'] };
		const remote = { kind: 'url', fileName: 'a.pdf', format: 'pdf', url: 'https://x/a.pdf' } as const;
		expect(requestBody(remote, settings, deadline)).toMatchObject({ lang: 'ko' });
	});

	it('leaves the language out when none is chosen, and sends an address as JSON', () => {
		const body = requestBody(
			{ kind: 'url', fileName: 'a.pdf', format: 'pdf', url: 'https://x/a.pdf' },
			SETTINGS,
			deadline,
		);
		expect(body).toMatchObject({
			images: [{ format: 'pdf', name: 'a.pdf', url: 'https://x/a.pdf' }],
		});
		expect(body).not.toHaveProperty('lang');
	});

	it('says nothing of templates where none is chosen, nor of an address where bytes are sent', () => {
		const form = requestBody(upload, SETTINGS, deadline);
		const message = form instanceof FormData ? JSON.parse(String(form.get('message'))) : null;
		expect(message.images).toEqual([{ format: 'png', name: 'a.png' }]);
		const remote = { kind: 'url', fileName: 'a.pdf', format: 'pdf', url: 'https://x/a.pdf' } as const;
		expect(requestBody(remote, SETTINGS, deadline)).toMatchObject({
			images: [{ format: 'pdf', name: 'a.pdf', url: 'https://x/a.pdf' }],
		});
	});
});
