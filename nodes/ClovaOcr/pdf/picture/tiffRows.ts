import { inflateLeniently } from '../file/inflate';
import { inflate } from '../file/flate';
import { Output } from '../file/output';
import { decodeLzw } from '../file/simpleFilters';
import { breathe } from '../tick';
import type { TiffLayout } from './tiffLayout';

const ROWS_PER_LOOK = 64;

/**
 * The rows of a page that is not packed as fax or JPEG: colours only, 8 bits a sample at most, opacity
 * laid on white. What a damaged strip lacks is left white, as viewers show it.
 */
export async function tiffRows(bytes: Buffer, littleEndian: boolean, layout: TiffLayout) {
	const { width, height, bits, colors, extras } = layout;
	const rowBytes = Math.ceil((width * (colors + extras) * bits) / 8);
	const raw = Buffer.alloc(rowBytes * height, layout.zeroIsWhite || layout.palette ? 0 : 0xff);
	for (const { offset, length, top, rows } of layout.strips) {
		const packed = bytes.subarray(offset, offset + length);
		const data = layout.bitsReversed ? reverseBits(packed) : packed;
		const strip = await unpack(data, layout.coding, rows * rowBytes);
		raw.set(strip, top * rowBytes);
		await breathe();
	}
	if (bits < 8) return raw;
	const samples = colors + extras;
	if (layout.differences) await addDifferences(raw, rowBytes, samples, bits, littleEndian);
	const whole = bits === 16 ? await highBytes(raw, littleEndian) : raw;
	return extras === 0 ? whole : await colorsOnly(whole, layout);
}

/** Each byte with its bits the other way round. */
export function reverseBits(bytes: Buffer): Buffer {
	return Buffer.from(bytes.map((byte) => REVERSED[byte]));
}

const REVERSED = Uint8Array.from({ length: 256 }, (_, byte) =>
	parseInt(byte.toString(2).padStart(8, '0').split('').reverse().join(''), 2),
);

async function unpack(data: Buffer, coding: TiffLayout['coding'], room: number): Promise<Buffer> {
	switch (coding) {
		case 'lzw':
			return await decodeLzw(data, room, true);
		case 'deflate':
			return (await inflate(data, room)) ?? (await inflateLeniently(data, room));
		case 'packBits':
			return await unpackBits(data, room);
		default:
			return data.subarray(0, room);
	}
}

/** TIFF 6.0, section 9; unlike PDF's run lengths, 128 ends nothing. */
async function unpackBits(data: Buffer, room: number): Promise<Buffer> {
	const output = new Output(room);
	for (let at = 0; at < data.length && !output.full; ) {
		const length = data[at];
		if (length < 128) {
			output.append(data.subarray(at + 1, at + 2 + length));
			at += 2 + length;
		} else {
			if (length > 128 && at + 1 < data.length) {
				output.append(new Uint8Array(257 - length).fill(data[at + 1]));
			}
			at += length === 128 ? 1 : 2;
		}
		await output.breathe();
	}
	return output.finish();
}

/** TIFF 6.0, section 14: differences to the sample of the same colour on the left. */
async function addDifferences(
	raw: Buffer,
	rowBytes: number,
	samples: number,
	bits: number,
	littleEndian: boolean,
): Promise<void> {
	for (let row = 0; row * rowBytes < raw.length; row++) {
		const line = raw.subarray(row * rowBytes, (row + 1) * rowBytes);
		if (bits === 8) for (let at = samples; at < rowBytes; at++) line[at] += line[at - samples];
		else addWords(line, 2 * samples, littleEndian);
		if (row % ROWS_PER_LOOK === 0) await breathe();
	}
}

function addWords(line: Buffer, step: number, littleEndian: boolean): void {
	for (let at = step; at + 1 < line.length; at += 2) {
		if (littleEndian) {
			line.writeUInt16LE((line.readUInt16LE(at) + line.readUInt16LE(at - step)) & 0xffff, at);
		} else line.writeUInt16BE((line.readUInt16BE(at) + line.readUInt16BE(at - step)) & 0xffff, at);
	}
}

/** Of 16 bits the upper eight, since no screen shows more. */
async function highBytes(raw: Buffer, littleEndian: boolean): Promise<Buffer> {
	const high = Buffer.alloc(raw.length / 2);
	const offset = littleEndian ? 1 : 0;
	for (let at = 0; at < high.length; at++) {
		high[at] = raw[2 * at + offset];
		if (at % 0x100000 === 0) await breathe();
	}
	return high;
}

/** Leaves out further samples; what is not opaque is laid on white. */
async function colorsOnly(raw: Buffer, { colors, extras, opacity, zeroIsWhite }: TiffLayout) {
	const samples = colors + extras;
	const pixels = raw.length / samples;
	const white = zeroIsWhite || colors === 4 ? 0 : 255;
	const flat = Buffer.alloc(pixels * colors);
	for (let pixel = 0; pixel < pixels; pixel++) {
		const opaque = opacity === 'none' ? 1 : raw[pixel * samples + colors] / 255;
		for (let color = 0; color < colors; color++) {
			const value = raw[pixel * samples + color];
			const own = opacity === 'plain' ? value * opaque : value;
			flat[pixel * colors + color] = Math.min(255, Math.round(own + white * (1 - opaque)));
		}
		if (pixel % 0x40000 === 0) await breathe();
	}
	return flat;
}
