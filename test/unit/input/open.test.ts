import { binarySource, openSource, textSource, UPLOAD_LIMIT } from '../../../nodes/ClovaOcr/input/open';
import { readAll, readHead, readRange } from '../../../nodes/ClovaOcr/input/bytes';
import { binaryFileSource } from '../../../nodes/ClovaOcr/input/fileSource';
import type { ByteSource } from '../../../nodes/ClovaOcr/clova/streamedFile';
import { contextOf } from '../../support/nodeContext';
import { pngHead } from '../../support/sources';

const PICTURE = pngHead(500, 400);

async function* pieces(...list: Uint8Array[]): AsyncGenerator<Uint8Array> {
	for (const piece of list) yield piece;
}

const sized = (size: number, ...list: Uint8Array[]): ByteSource => ({
	size,
	open: () => pieces(...list),
});

describe('a file that is opened', () => {
	it('is told by its first bytes, whatever its name', async () => {
		expect(await openSource(sized(24, PICTURE), 'a.pdf')).toMatchObject({
			ok: true,
			kind: 'local',
			document: { fileName: 'a.pdf', format: 'png', pixels: { width: 500, height: 400 } },
		});
	});

	it('is not even opened where it is empty', async () => {
		const open = () => {
			throw new Error('is not opened');
		};
		expect(await openSource({ size: 0, open }, 'a.png')).toMatchObject({
			ok: false,
			unreadableKind: true,
			problem: { message: "CLOVA OCR cannot read 'a.png': it is an empty file" },
		});
		expect(await openSource(sized(1, Buffer.from('x')), 'a.png')).toMatchObject({
			problem: { message: expect.stringMatching(/it is of another kind/) },
		});
	});

	it('is refused above 50 MB, unless it is a PDF, which can be split', async () => {
		expect((await openSource(sized(UPLOAD_LIMIT, PICTURE), 'a')).ok).toBe(true);
		expect(await openSource(sized(UPLOAD_LIMIT + 1, PICTURE), 'a')).toMatchObject({
			ok: false,
			unreadableKind: false,
			problem: { message: "'a' is larger than 50 MB, the most that CLOVA OCR takes" },
		});
		expect((await openSource(sized(UPLOAD_LIMIT + 1, Buffer.from('%PDF-1.7')), 'a')).ok).toBe(true);
	});
});

describe('where the bytes of a file come from', () => {
	const data = { mimeType: 'image/png', data: 'aGVs\nbG8=' };
	const stored = { ...data, id: 'filesystem-v2:1' };
	const { helpers } = contextOf({
		helpers: {
			getBinaryMetadata: async (id: string) => ({ fileSize: id.length }),
			getBinaryStream: async (id: string) => pieces(Buffer.from(id)),
		},
	});
	const read = async (source: ByteSource) => [source.size, Buffer.from(await readAll(source)).toString()];

	it('is the item itself, or the store of n8n, which knows the size', async () => {
		expect(await read(await binarySource(helpers, data))).toEqual([5, 'hello']);
		expect(await read(await binarySource(helpers, stored))).toEqual([15, 'filesystem-v2:1']);
		expect((await binarySource(helpers, { ...stored, bytes: 7 })).size).toBe(7);
	});

	it('is the text of a parameter', async () => {
		const source = textSource(' data:text/plain;charset=utf-8;base64,aGVs bG8 ');
		expect(source === null ? null : await read(source)).toEqual([5, 'hello']);
		expect(textSource('https://example.test/a.png')).toBeNull();
	});

	it('is named by the file, else by its field', async () => {
		const context = contextOf({ helpers: {} });
		const source = (fileName?: string) =>
			binaryFileSource(context, { field: 'a%20field', data: { ...data, fileName } }, true);
		expect(source('b%20c.png')).toMatchObject({ fileName: 'b c.png', skipUnreadable: true, distant: false });
		expect(source().fileName).toBe('a field');
		expect(source().binary).toEqual({ 'a%20field': { ...data, fileName: undefined } });
		expect(await source().open()).toMatchObject({ ok: false, unreadableKind: true });
	});
});

describe('a part of the bytes', () => {
	const source = sized(9, Buffer.from('abc'), Buffer.from('def'), Buffer.from('ghi'));
	const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();

	it.each([
		[0, 9, 'abcdefghi'],
		[0, 3, 'abc'],
		[2, 3, 'cde'],
		[3, 3, 'def'],
		[7, 9, 'hi'],
		[9, 1, ''],
	])('from %i on, at most %i', async (start, length, expected) => {
		expect(text(await readRange(source, start, length))).toBe(expected);
	});

	it('is read no further than it reaches', async () => {
		let given = 0;
		const counted = {
			size: 9,
			async *open() {
				for (const piece of ['abc', 'def', 'ghi']) {
					given += 1;
					yield Buffer.from(piece);
				}
			},
		};
		expect(text(await readHead(counted, 3))).toBe('abc');
		expect(given).toBe(1);
		expect(text(await readRange(counted, 2, 2))).toBe('cd');
		expect(given).toBe(3);
	});

	it('is all that there is where the size promised more, and no more than it promised', async () => {
		expect(text(await readAll(sized(20, Buffer.from('abc'))))).toBe('abc');
		expect(text(await readAll(sized(4, Buffer.from('abc'), Buffer.from('def'))))).toBe('abcd');
	});
});
