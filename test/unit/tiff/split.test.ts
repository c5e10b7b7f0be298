import { openPicture } from '../../../nodes/ClovaOcr/pdf/pdf';
import { readTiff, sharesTooMuch } from '../../../nodes/ClovaOcr/tiff/directories';
import { pagesNotToBeSplit, splitTiff } from '../../../nodes/ClovaOcr/tiff/split';

/** Grey pages of 2 by 1 pixels: directory, then data, in turn. */
function tiff(pages: number[][], order: 'II' | 'MM', offsetOf = (at: number) => at): Buffer {
	const little = order === 'II';
	const pageBytes = 2 + 8 * 12 + 4 + 2;
	const bytes = Buffer.alloc(8 + pages.length * pageBytes);
	const u16 = (value: number, at: number) =>
		little ? bytes.writeUInt16LE(value, at) : bytes.writeUInt16BE(value, at);
	const u32 = (value: number, at: number) =>
		little ? bytes.writeUInt32LE(value, at) : bytes.writeUInt32BE(value, at);
	bytes.write(order, 'latin1');
	u16(42, 2);
	u32(8, 4);
	pages.forEach((pixels, page) => {
		const at = 8 + page * pageBytes;
		const data = at + pageBytes - 2;
		const tags = [
			[256, 2],
			[257, 1],
			[259, 1],
			[262, 1],
			[273, offsetOf(data)],
			[277, 1],
			[278, 1],
			[279, 2],
		];
		u16(tags.length, at);
		tags.forEach(([tag, value], index) => {
			const entry = at + 2 + index * 12;
			u16(tag, entry);
			u16(4, entry + 2);
			u32(1, entry + 4);
			u32(value, entry + 8);
		});
		u32(page === pages.length - 1 ? 0 : at + pageBytes, data - 4);
		bytes.set(pixels, data);
	});
	return bytes;
}

const PAGES = [
	[1, 2],
	[3, 4],
	[5, 6],
];

describe.each(['II', 'MM'] as const)('a TIFF of several pages in the byte order %s', (order) => {
	it('is split into the pages that are wanted, with their data as it was', () => {
		const part = readTiff(splitTiff(readTiff(tiff(PAGES, order))!, [3, 1]))!;
		expect(part.pages).toHaveLength(2);
		expect(part.bytes.includes(Buffer.from([5, 6]))).toBe(true);
		expect(part.bytes.includes(Buffer.from([3, 4]))).toBe(false);
		expect(pagesNotToBeSplit(part, [1, 2])).toEqual([]);
	});

	it('becomes a PDF with a page for each of them', async () => {
		const pdf = await openPicture('tiff', tiff(PAGES, order));
		expect(pdf?.pages).toHaveLength(3);
		expect(pdf?.pictures?.[2]).toEqual({ width: 2, height: 1, orientation: 1 });
	});

	it('is told where its data stands outside of the file, and refused as a PDF', async () => {
		const outside = tiff(PAGES, order, () => 1_000_000);
		expect(pagesNotToBeSplit(readTiff(outside)!, [1, 2, 3])).toEqual([1, 2, 3]);
		expect(await openPicture('tiff', outside)).toBeNull();
	});
});

it('tells pages that name more data than the file can hold', () => {
	const file = readTiff(tiff(PAGES, 'II'))!;
	expect(sharesTooMuch(file, [1, 2, 3])).toBe(false);
	expect(sharesTooMuch(file, new Array<number>(1000).fill(1))).toBe(true);
});
