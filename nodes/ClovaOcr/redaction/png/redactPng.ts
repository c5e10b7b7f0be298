import { readExif } from '../../pdf/picture/exif';
import type { Bar } from '../bar';
import { plainProfile } from '../icc';
import { darkestOf, WHOLE, type Pass, type Raster } from '../raster';
import { insist, Unredactable } from '../unredactable';
import { chunk, chunksOf, SIGNATURE, type Chunk } from './chunks';
import { redactedRows } from './rows';
import { deflated, inflated } from './zlib';

/** Samples of a pixel by colour type (PNG specification, 11.2.2). */
const CHANNELS: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Depths that each colour type may have (PNG specification, 11.2.2). */
const DEPTHS: Record<number, number[]> = {
	0: [1, 2, 4, 8, 16],
	2: [8, 16],
	3: [1, 2, 4, 8],
	4: [8, 16],
	6: [8, 16],
};

const EXIF = Buffer.from('Exif\0\0', 'latin1');

/** The passes of an interlaced picture (PNG specification, 8.2). */
const ADAM7: Pass[] = [
	{ x: 0, y: 0, dx: 8, dy: 8 },
	{ x: 4, y: 0, dx: 8, dy: 8 },
	{ x: 0, y: 4, dx: 4, dy: 8 },
	{ x: 2, y: 0, dx: 4, dy: 4 },
	{ x: 0, y: 2, dx: 2, dy: 4 },
	{ x: 1, y: 0, dx: 2, dy: 2 },
	{ x: 0, y: 1, dx: 1, dy: 2 },
];

/** Chunks of fixed length that say how colours and pixels are to be shown, and nothing else. */
const KEPT: Record<string, number> = { cHRM: 32, cICP: 4, gAMA: 4, pHYs: 9, sRGB: 1 };

const MAX_PIXELS = 100_000_000;
const MAX_PROFILE = 4 * 1024 * 1024;

interface Header extends Raster {
	colorType: number;
	passes: Pass[];
}

/**
 * A copy of a PNG of any kind whose pixels under the bars are black; all other pixels stay what they
 * were. Rows stream through. Texts, times, EXIF, animation and unknown chunks are dropped.
 * @throws Unredactable
 */
export async function redactPng(file: Buffer, bars: Bar[]): Promise<Buffer> {
	const chunks = chunksOf(file);
	const header = readHeader(chunks);
	const rows = redactedRows(inflated(dataOf(chunks)), header, header.passes, true, bars);
	const pieces = await deflated(rows);
	const before = [chunk('IHDR', chunks[0].data.subarray(0, 13)), ...(await keptChunks(chunks))];
	return Buffer.concat([
		SIGNATURE,
		...before,
		...pieces.flatMap((piece) => chunk('IDAT', piece)),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

/** @throws Unredactable where the picture is of no kind that a copy can be made of */
export function pngSize(file: Buffer): { width: number; height: number } {
	return readHeader(chunksOf(file));
}

/** Reads a PNG to its end. @throws Unredactable where no copy can be made of it */
export async function surveyPng(file: Buffer): Promise<void> {
	const chunks = chunksOf(file);
	const header = readHeader(chunks);
	const rows = redactedRows(inflated(dataOf(chunks)), header, header.passes, true, []);
	while ((await rows.next()).done !== true) continue;
}

function dataOf(chunks: Chunk[]): Buffer[] {
	const data = chunks.filter(({ type }) => type === 'IDAT').map((each) => each.data);
	insist(data.length > 0 && chunks.some(({ type }) => type === 'IEND'));
	return data;
}

function readHeader(chunks: Chunk[]): Header {
	const [first] = chunks;
	insist(first?.type === 'IHDR' && first.data.length >= 13);
	const { data } = first;
	const [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)];
	const [bitDepth, colorType, compression, filter, interlace] = data.subarray(8);
	insist(width > 0 && height > 0 && DEPTHS[colorType]?.includes(bitDepth) === true);
	insist(compression === 0 && filter === 0 && interlace <= 1);
	if (width * height > MAX_PIXELS) throw new Unredactable('tooLarge');
	if (chunks.some(isTurned)) throw new Unredactable('turnedPng');
	const black = blackOf(chunks, colorType, bitDepth);
	return { width, height, bitDepth, colorType, black, passes: interlace === 1 ? ADAM7 : WHOLE };
}

/** An EXIF block that turns the picture is honoured by some programs and not by others. */
function isTurned({ type, data }: Chunk): boolean {
	if (type !== 'eXIf') return false;
	const block = data.toString('latin1', 0, 4) === 'Exif' ? data : Buffer.concat([EXIF, data]);
	return readExif(block).orientation !== 1;
}

function blackOf(chunks: Chunk[], colorType: number, bitDepth: number): number[] {
	const palette = chunks.find(({ type }) => type === 'PLTE')?.data;
	const transparency = chunks.find(({ type }) => type === 'tRNS')?.data;
	const full = 2 ** bitDepth - 1;
	if (colorType === 3) {
		insist(palette !== undefined && palette.length >= 3);
		return [darkestOf(palette.subarray(0, 3 * (full + 1)), 'rgb')];
	}
	const channels = CHANNELS[colorType];
	if (channels === 2) return [0, full];
	if (channels === 4) return [0, 0, 0, full];
	// Where black is the one transparent colour, white hides as well.
	const holes = transparency !== undefined && transparency.every((byte) => byte === 0);
	return new Array<number>(channels).fill(holes ? full : 0);
}

async function keptChunks(chunks: Chunk[]): Promise<Buffer[]> {
	const kept: Buffer[] = [];
	for (const { type, data } of chunks) {
		if (type === 'PLTE') kept.push(chunk(type, data.subarray(0, 768)));
		else if (type === 'tRNS') kept.push(chunk(type, data.subarray(0, 256)));
		else if (KEPT[type] === data.length) kept.push(chunk(type, data));
		else if (type === 'iCCP') kept.push(...(await profileChunk(data)));
	}
	return kept;
}

/** Name, a zero, the kind of compression (0), and the deflated profile. */
async function profileChunk(data: Buffer): Promise<Buffer[]> {
	const end = data.indexOf(0);
	if (end < 1 || data[end + 1] !== 0) return [];
	const pieces: Uint8Array[] = [];
	let size = 0;
	try {
		for await (const piece of inflated([data.subarray(end + 2)])) {
			pieces.push(piece);
			size += piece.length;
			if (size > MAX_PROFILE) return [];
		}
	} catch {
		return [];
	}
	const profile = plainProfile(Buffer.concat(pieces));
	if (profile === null) return [];
	const name = Buffer.from('ICC\0\0', 'latin1');
	return [chunk('iCCP', Buffer.concat([name, ...(await deflated(once(profile)))]))];
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
	yield bytes;
}
