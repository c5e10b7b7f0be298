import { bytesSource } from '../../../nodes/ClovaOcr/clova/streamedFile';
import { pixelSizeOf } from '../../../nodes/ClovaOcr/input/pixelSize';

const SIZE = { width: 258, height: 515 };
const FRAME = [0xff, 0xc0, 0, 17, 8, 2, 3, 1, 2];
const segment = (marker: number, length: number) => [
	0xff,
	marker,
	(length + 2) >> 8,
	(length + 2) & 0xff,
	...Array<number>(length).fill(0),
];

/** The size of a JPEG whose first bytes were read already. */
async function jpeg(bytes: number[], head = bytes.length) {
	const whole = Buffer.from([0xff, 0xd8, ...bytes]);
	return await pixelSizeOf(bytesSource(whole), 'jpg', whole.subarray(0, head + 2));
}

describe('the size of a JPEG', () => {
	it.each<[string, number[]]>([
		['first', FRAME],
		['behind segments of any length', [...segment(0xe0, 0), ...segment(0xe1, 300), ...FRAME]],
		['behind a fill byte', [0xff, ...FRAME]],
		['behind fill bytes', [0xff, 0xff, ...FRAME]],
		['behind markers without a length', [0xff, 0x01, 0xff, 0xd0, 0xff, 0xd8, ...FRAME]],
		['behind markers that are none of a frame', [0xc4, 0xc8, 0xcc].flatMap((marker) => segment(marker, 5)).concat(FRAME)],
		['of the last kind', [0xff, 0xcf, ...FRAME.slice(2)]],
	])('stands in its frame header, %s', async (_, bytes) => expect(await jpeg(bytes)).toEqual(SIZE));

	it('is read on where the first bytes do not tell', async () => {
		expect(await jpeg([...segment(0xe1, 300), ...FRAME], 50)).toEqual(SIZE);
	});

	it.each<[string, number[]]>([
		['without a frame header', segment(0xe0, 20)],
		['with a header that is cut off', FRAME.slice(0, -1)],
		['where no marker stands', [0, ...FRAME]],
		['with other headers alone', [...segment(0xd9, 10), ...segment(0xbf, 10), ...segment(0xc4, 10)]],
	])('is unknown %s', async (_, bytes) => expect(await jpeg(bytes)).toBeNull());
});

describe('the size of a TIFF', () => {
	/** One directory behind some bytes. */
	function tiff(little: boolean, entries: Array<[tag: number, type: number, value: number]>, gap = 0) {
		const bytes = Buffer.alloc(8 + gap + 2 + entries.length * 12);
		const write = (value: number, at: number, size: 2 | 4) =>
			little ? bytes.writeUIntLE(value, at, size) : bytes.writeUIntBE(value, at, size);
		bytes.write(little ? 'II' : 'MM', 'latin1');
		write(42, 2, 2);
		write(8 + gap, 4, 4);
		write(entries.length, 8 + gap, 2);
		entries.forEach(([tag, type, value], index) => {
			const at = 10 + gap + index * 12;
			write(tag, at, 2);
			write(type, at + 2, 2);
			write(1, at + 4, 4);
			write(value, at + 8, type === 3 ? 2 : 4);
		});
		return bytes;
	}
	const sizeOf = async (bytes: Buffer, head = bytes.length) =>
		await pixelSizeOf(bytesSource(bytes), 'tiff', bytes.subarray(0, head));

	it.each([true, false])('stands in its first directory (little-endian: %s)', async (little) => {
		expect(await sizeOf(tiff(little, [[255, 4, 9], [256, 3, 258], [257, 4, 515]]))).toEqual(SIZE);
		expect(await sizeOf(tiff(little, [[256, 4, 258], [257, 3, 515]], 100), 20)).toEqual(SIZE);
	});

	it('is read on where the first bytes end within the directory', async () => {
		const bytes = tiff(true, [[256, 4, 258], [257, 3, 515]]);
		for (const head of [8, 9, 10, 20, 33]) expect(await sizeOf(bytes, head)).toEqual(SIZE);
		expect(await sizeOf(bytes, 7)).toBeNull();
	});

	it('is unknown without one of the two, or without a directory', async () => {
		expect(await sizeOf(tiff(true, [[256, 3, 258]]))).toBeNull();
		expect(await sizeOf(tiff(true, [[257, 3, 258]]))).toBeNull();
		expect(await sizeOf(tiff(true, []).subarray(0, 9))).toBeNull();
		expect(await sizeOf(tiff(true, []).subarray(0, 7))).toBeNull();
	});
});

it('the size of a PNG stands in its first chunk, that of a PDF nowhere', async () => {
	const png = Buffer.alloc(24);
	png.writeUInt32BE(SIZE.width, 16);
	png.writeUInt32BE(SIZE.height, 20);
	const sizeOf = async (format: 'pdf' | 'png', bytes: Buffer) =>
		await pixelSizeOf(bytesSource(bytes), format, bytes);
	expect(await sizeOf('png', png)).toEqual(SIZE);
	expect(await sizeOf('png', png.subarray(0, 23))).toBeNull();
	expect(await sizeOf('pdf', png)).toBeNull();
});
