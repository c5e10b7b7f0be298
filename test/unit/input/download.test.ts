import type { Patience } from '../../../nodes/ClovaOcr/clova/deadline';
import { openDownload, openRemote, parseDocumentUrl } from '../../../nodes/ClovaOcr/input/download';
import { readAll } from '../../../nodes/ClovaOcr/input/bytes';
import { UPLOAD_LIMIT } from '../../../nodes/ClovaOcr/input/open';
import { contextOf } from '../../support/nodeContext';
import { sleep } from '../../support/node';
import { pngHead } from '../../support/sources';

const PATIENCE: Patience = { timeout: 5000, signal: undefined };
const PICTURE = pngHead(500, 400);

async function* pieces(...list: Uint8Array[]): AsyncGenerator<Uint8Array> {
	for (const piece of list) yield piece;
}

/** n8n's helpers with a server that answers so, and the addresses that it was asked for. */
function serverOf(answer: () => unknown) {
	const asked: unknown[] = [];
	const httpRequest = async (options: unknown) => {
		asked.push(options);
		return await answer();
	};
	return { helpers: contextOf({ helpers: { httpRequest } }).helpers, asked };
}

const addressOf = (fileName: string) => ({ url: `https://example.test/${fileName}`, fileName });

async function download(answer: () => unknown, patience = PATIENCE) {
	return await openDownload(serverOf(answer).helpers, addressOf('a.png'), patience);
}

async function problemOf(answer: () => unknown, patience = PATIENCE) {
	const opened = await download(answer, patience);
	return opened.ok ? null : opened.problem;
}

describe('an address of a file', () => {
	it.each([
		['https://example.test/scans/bill.png', 'bill.png'],
		['http://example.test/a%20b.pdf?key=1#top', 'a b.pdf'],
		['  https://example.test/a.png\n', 'a.png'],
		['https://example.test/%EC%98%81%EC%88%98.jpg', '영수.jpg'],
		['https://example.test/50%.jpg', '50%.jpg'],
		['https://example.test/scans/', 'document'],
		['https://example.test', 'document'],
	])('%s is called %s', (text, fileName) => {
		expect(parseDocumentUrl(text)).toEqual({ url: text.trim(), fileName });
	});

	it.each(['', 'bill.png', 'ftp://example.test/a.png', 'file:///a.png', 'example.test/a.png'])(
		'is not %j',
		(text) => expect(parseDocumentUrl(text)).toBeNull(),
	);
});

describe('a file that CLOVA fetches', () => {
	const open = async (fileName: string, answer: () => unknown) => {
		const { helpers, asked } = serverOf(answer);
		const opened = await openRemote(helpers, addressOf(fileName), PATIENCE);
		return { opened, asked };
	};
	const serves = (bytes: Uint8Array) => () => ({ statusCode: 200, body: pieces(bytes) });

	it.each([
		['a.jpeg', 'jpg'],
		['a.JPG', 'jpg'],
		['a.pdf', 'pdf'],
		['a.b.png', 'png'],
		['a.tif', 'tiff'],
		['a.TIFF', 'tiff'],
	])('is known by its name: %s', async (fileName, format) => {
		const { opened, asked } = await open(fileName, serves(PICTURE));
		const url = `https://example.test/${fileName}`;
		expect(opened).toEqual({ ok: true, kind: 'remote', document: { url, fileName, format } });
		expect(asked).toEqual([]);
	});

	it.each(['scan', 'png', 'a.php', 'a.png.aspx', 'a.jp', 'a.'])(
		'is looked into where its name does not tell: %s',
		async (fileName) => {
			const { opened, asked } = await open(fileName, serves(PICTURE));
			expect(opened).toMatchObject({ ok: true, kind: 'remote', document: { fileName, format: 'png' } });
			expect(asked).toHaveLength(1);
		},
	);

	it('is refused where it is of another kind, or does not come', async () => {
		const page = await open('scan', serves(Buffer.from('<html>')));
		expect(page.opened).toMatchObject({
			ok: false,
			unreadableKind: true,
			problem: { message: expect.stringMatching(/cannot read 'scan': it is a web page/) },
		});
		const missing = await open('scan', () => ({ statusCode: 404, body: pieces() }));
		expect(missing.opened).toMatchObject({
			ok: false,
			unreadableKind: false,
			problem: { message: "The address in 'URL' answered with HTTP 404", httpStatus: 404 },
		});
	});

	it('is read no further than its kind needs', async () => {
		let given = 0;
		const endless = async function* () {
			for (;;) {
				given += 1;
				yield given === 1 ? PICTURE : Buffer.alloc(1000);
			}
		};
		const { opened } = await open('scan', () => ({ statusCode: 200, body: endless() }));
		expect(opened.ok).toBe(true);
		expect(given).toBeLessThan(4);
	});
});

describe('a file that is needed here', () => {
	it('is downloaded as a stream, within the patience of the user', async () => {
		const { helpers, asked } = serverOf(() => ({ statusCode: 200, body: pieces(PICTURE) }));
		const opened = await openDownload(helpers, addressOf('a.png'), PATIENCE);
		if (!opened.ok || opened.kind !== 'local') throw new Error('is not here');
		expect(opened.document).toMatchObject({ fileName: 'a.png', format: 'png', pixels: { width: 500 } });
		expect(Buffer.from(await readAll(opened.document.source)).equals(PICTURE)).toBe(true);
		expect(asked).toEqual([
			expect.objectContaining({
				url: 'https://example.test/a.png',
				encoding: 'stream',
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				timeout: 50_000,
				// Nothing of it is open any more.
				abortSignal: expect.objectContaining({ aborted: true }),
			}),
		]);
	});

	it('is not downloaded beyond 50 MB', async () => {
		const rest = Buffer.alloc(UPLOAD_LIMIT - PICTURE.length);
		const most = await download(() => ({ statusCode: 200, body: pieces(PICTURE, rest) }));
		expect(most.ok).toBe(true);
		const more = pieces(PICTURE, rest, Buffer.alloc(1));
		expect(await download(() => ({ statusCode: 200, body: more }))).toMatchObject({
			ok: false,
			unreadableKind: false,
			problem: { message: expect.stringMatching(/larger than 50 MB/) },
		});
	});

	it.each([200, 204, 299])('comes with HTTP %i', async (statusCode) => {
		expect((await download(() => ({ statusCode, body: pieces(PICTURE) }))).ok).toBe(true);
	});

	it.each<[string, unknown, number]>([
		['another status below', { statusCode: 199, body: pieces(PICTURE) }, 199],
		['another status above', { statusCode: 300, body: pieces(PICTURE) }, 300],
		['a text in place of a stream', { statusCode: 200, body: 'text' }, 200],
		['no content', { statusCode: 200 }, 200],
		['no status', { body: pieces(PICTURE) }, 0],
		['nothing', null, 0],
		['a text alone', 'text', 0],
	])('does not come with %s', async (_, response, status) => {
		expect(await download(() => response)).toMatchObject({
			ok: false,
			unreadableKind: false,
			problem: { message: `The address in 'URL' answered with HTTP ${status}`, httpStatus: status },
		});
	});
});

describe('a download that breaks off', () => {
	const thrown = (code: string, message = 'connect to https://example.test/?key=1') => () => {
		throw Object.assign(new Error(message), { code });
	};

	it.each([
		['ENOTFOUND', /could not be reached/],
		['ECONNREFUSED', /could not be reached/],
		['EAI_AGAIN', /could not be reached/],
		['ENETUNREACH', /could not be reached/],
		['CERT_HAS_EXPIRED', /certificate of the server/],
		['ERR_FR_TOO_MANY_REDIRECTS', /one redirect to the next/],
		['ECONNRESET', /broke off/],
	])('with %s says why, and quotes nothing', async (code, said) => {
		const problem = await problemOf(thrown(code));
		expect(problem?.message).toMatch(said);
		expect(JSON.stringify(problem)).not.toContain('example.test');
	});

	it('says why where only words tell', async () => {
		const words = async (message: string) => (await problemOf(thrown('', message)))?.message;
		expect(await words('Maximum number of redirects exceeded')).toMatch(/one redirect to the next/);
		expect(await words('The domain is not allowed')).toMatch(/network rules block/);
		expect(await words('socket hang up')).toMatch(/broke off/);
		for (const thing of ['number of redirects', null]) {
			const problem = await problemOf(() => {
				throw thing;
			});
			expect(problem?.message).toMatch(/broke off/);
		}
	});

	it('by the user, by silence or by time says which', async () => {
		const never = new Promise<never>(() => undefined);
		const cancel = new AbortController();
		const cancelled = problemOf(() => never, { timeout: 5000, signal: cancel.signal });
		cancel.abort();
		expect((await cancelled)?.message).toBe('The execution was canceled');
		expect((await problemOf(() => never, { ...PATIENCE, timeout: 20 }))?.message).toMatch(/stayed silent/);
		async function* drip(): AsyncGenerator<Uint8Array> {
			for (;;) {
				await sleep(1);
				yield PICTURE;
			}
		}
		const slow = await problemOf(() => ({ statusCode: 200, body: drip() }), { ...PATIENCE, timeout: 40 });
		expect(slow?.message).toMatch(/more than ten times as long/);
	});

	it('is not that of a server whose head and body are each in time', async () => {
		const timeout = 600;
		async function* late(): AsyncGenerator<Uint8Array> {
			await sleep(0.7 * timeout);
			yield PICTURE;
		}
		const answer = async () => {
			await sleep(0.7 * timeout);
			return { statusCode: 200, body: late() };
		};
		expect((await download(answer, { ...PATIENCE, timeout })).ok).toBe(true);
	});
});
