import fc from 'fast-check';
import { PDFContext } from 'pdf-lib';

import { decodeFilters } from '../../../../nodes/ClovaOcr/pdf/file/filters';
import { inflateLeniently } from '../../../../nodes/ClovaOcr/pdf/file/inflate';
import { deflateSync } from '../../../support/node';

const context = PDFContext.create();
const ROOM = 1 << 20;

async function decoded(filter: string | string[], data: Buffer, parameters = {}, room = ROOM) {
	return await decodeFilters(context.obj({ Filter: filter, DecodeParms: parameters }), data, room);
}

const bytes = fc
	.oneof(
		fc.uint8Array({ maxLength: 3000 }),
		fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 3000 }),
	)
	.map((data) => Buffer.from(data));

describe('inflating what the native decoder refuses', () => {
	it('gives the same for whole data of every level', async () => {
		await fc.assert(
			fc.asyncProperty(bytes, fc.integer({ min: 0, max: 9 }), async (data, level) => {
				expect(
					Buffer.compare(await inflateLeniently(deflateSync(data, { level }), ROOM), data),
				).toBe(0);
			}),
		);
	});

	it('gives the beginning of data that is cut off, and never more than there is room for', async () => {
		await fc.assert(
			fc.asyncProperty(bytes, fc.nat(3000), fc.nat(3000), async (data, cut, room) => {
				const whole = deflateSync(data);
				const result = await inflateLeniently(whole.subarray(0, cut), room);
				expect(result.length).toBeLessThanOrEqual(room);
				expect(Buffer.compare(result, data.subarray(0, result.length))).toBe(0);
			}),
		);
	});

	it('ends on noise', async () => {
		await fc.assert(
			fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), async (noise) => {
				expect((await inflateLeniently(noise, 5000)).length).toBeLessThanOrEqual(5000);
			}),
			{ numRuns: 500 },
		);
	});
});

describe('undoing filters', () => {
	it.each<[string, string, string]>([
		['ASCIIHexDecode', '48 65\n6C6c6F2>', 'Hello '],
		['AHx', '48656C6C6F', 'Hello'],
		['ASCII85Decode', '<~87cURD]i,"Ebo80~>', 'Hello World!'],
		['A85', '87cURD]i,"\nEbo80~>', 'Hello World!'],
		['RunLengthDecode', '\x04Hello\xfe!\x80junk', 'Hello!!!'],
		['LZWDecode', '\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01', '-----A---B'],
	])('%s', async (filter, data, text) => {
		expect((await decoded(filter, Buffer.from(data, 'latin1')))?.toString('latin1')).toBe(text);
	});

	it('of a list undoes the first first', async () => {
		const data = Buffer.from(`${deflateSync('Hello').toString('hex')}>`);
		expect(String(await decoded(['ASCIIHexDecode', 'FlateDecode'], data))).toBe('Hello');
		expect(await decoded(['FlateDecode', 'ASCIIHexDecode'], Buffer.from('?'))).toEqual(
			Buffer.alloc(0),
		);
	});

	it('knows none of pictures', async () => {
		expect(await decoded('DCTDecode', Buffer.from('x'))).toBeNull();
		expect(await decoded(['FlateDecode', 'JPXDecode'], deflateSync('x'))).toBeNull();
	});

	it.each(['FlateDecode', 'LZWDecode', 'ASCII85Decode', 'ASCIIHexDecode', 'RunLengthDecode'])(
		'%s ends on noise, within its room',
		async (filter) => {
			await fc.assert(
				fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.nat(300), async (noise, room) => {
					const result = await decoded(filter, Buffer.from(noise), {}, room);
					expect(result?.length ?? 0).toBeLessThanOrEqual(room);
				}),
			);
		},
	);

	it("undoes PNG's row filters", async () => {
		const rows = [
			[0, 1, 2, 3],
			[1, 1, 1, 1],
			[2, 1, 1, 1],
			[3, 2, 2, 2],
			[4, 1, 1, 1],
		];
		const data = deflateSync(Buffer.from(rows.flat()));
		const result = await decoded('FlateDecode', data, { Predictor: 15, Columns: 3 });
		expect([...(result ?? [])]).toEqual([1, 2, 3, 1, 2, 3, 2, 3, 4, 3, 5, 6, 4, 6, 7]);
	});
});
