import { CHANNELS, type Png } from './png';
import { breathe } from '../tick';

/** A decoded picture: colours and opacity apart, one byte per sample. */
export interface Planes {
	/** Bytes per pixel of `color`: 1 grey, 3 red, green and blue. */
	channels: 1 | 3;
	color: Buffer;
	opacity: Buffer;
	/** Whether any pixel is less than fully opaque. */
	translucent: boolean;
}

/** Start and step of the passes of an interlaced picture (PNG specification, 8.2). */
const ADAM7 = [
	[0, 0, 8, 8],
	[4, 0, 8, 8],
	[0, 4, 4, 8],
	[2, 0, 4, 4],
	[0, 2, 2, 4],
	[1, 0, 2, 2],
	[0, 1, 1, 2],
];
const ROWS_PER_LOOK = 32;

/**
 * Decodes a PNG to bytes; samples of 16 bits lose their lower half, which no screen shows.
 * @param raw the inflated picture data
 * @returns null where data is missing
 */
export async function decodePng(png: Png, raw: Buffer): Promise<Planes | null> {
	const channels = png.colorType === 0 || png.colorType === 4 ? 1 : 3;
	const planes: Planes = {
		channels,
		color: Buffer.alloc(png.width * png.height * channels),
		opacity: Buffer.alloc(png.width * png.height),
		translucent: false,
	};
	const bits = CHANNELS[png.colorType] * png.bitDepth;
	let at = 0;
	for (const [x, y, dx, dy] of png.interlaced ? ADAM7 : [[0, 0, 1, 1]]) {
		const columns = Math.ceil((png.width - x) / dx);
		const rows = Math.ceil((png.height - y) / dy);
		if (columns <= 0 || rows <= 0) continue;
		const rowBytes = Math.ceil((columns * bits) / 8);
		let above: Buffer = Buffer.alloc(rowBytes);
		for (let row = 0; row < rows; row++) {
			if (at + 1 + rowBytes > raw.length) return null;
			const line = raw.subarray(at + 1, at + 1 + rowBytes);
			unfilter(line, above, raw[at], Math.max(1, bits >> 3));
			spread(png, planes, line, { x, y: y + row * dy, dx, columns });
			above = line;
			at += 1 + rowBytes;
			if (row % ROWS_PER_LOOK === 0) await breathe();
		}
	}
	return planes;
}

/** Undoes a row's filter in place (PNG specification, 9.2). */
function unfilter(line: Buffer, above: Buffer, filter: number, step: number): void {
	for (let index = 0; index < line.length; index++) {
		const left = index >= step ? line[index - step] : 0;
		const up = above[index];
		if (filter === 1) line[index] += left;
		else if (filter === 2) line[index] += up;
		else if (filter === 3) line[index] += (left + up) >> 1;
		else if (filter === 4) line[index] += paeth(left, up, index >= step ? above[index - step] : 0);
	}
}

function paeth(left: number, up: number, corner: number): number {
	const guess = left + up - corner;
	const [toLeft, toUp, toCorner] = [
		Math.abs(guess - left),
		Math.abs(guess - up),
		Math.abs(guess - corner),
	];
	if (toLeft <= toUp && toLeft <= toCorner) return left;
	return toUp <= toCorner ? up : corner;
}

interface Row {
	x: number;
	y: number;
	dx: number;
	columns: number;
}

/** Puts a row's pixels where they belong in the planes. */
function spread(png: Png, planes: Planes, line: Buffer, { x, y, dx, columns }: Row): void {
	const channels = CHANNELS[png.colorType];
	const { palette, transparency, bitDepth } = png;
	const scale = bitDepth < 8 && png.colorType !== 3 ? 255 / (2 ** bitDepth - 1) : 1;
	for (let column = 0; column < columns; column++) {
		const pixel = y * png.width + x + column * dx;
		const first = column * channels;
		let opacity = 255;
		if (palette && png.colorType === 3) {
			const entry = sample(line, first, bitDepth);
			for (let each = 0; each < 3; each++)
				planes.color[pixel * 3 + each] = palette[entry * 3 + each];
			opacity = transparency?.[entry] ?? 255;
		} else {
			for (let each = 0; each < planes.channels; each++) {
				const value = sample(line, first + each, bitDepth) * scale;
				planes.color[pixel * planes.channels + each] = value;
			}
			if (channels > planes.channels) opacity = sample(line, first + planes.channels, bitDepth);
			else if (transparency && isKey(line, first, png, transparency)) opacity = 0;
		}
		planes.opacity[pixel] = opacity;
		if (opacity < 255) planes.translucent = true;
	}
}

/** One sample; of 16 bits the upper half. */
function sample(line: Buffer, index: number, bitDepth: number): number {
	if (bitDepth === 8) return line[index];
	if (bitDepth === 16) return line[index * 2];
	const bit = index * bitDepth;
	return (line[bit >> 3] >> (8 - bitDepth - (bit & 7))) & (2 ** bitDepth - 1);
}

/** Whether a pixel has the one colour that the file calls transparent. */
function isKey(line: Buffer, first: number, png: Png, transparency: Buffer): boolean {
	for (let each = 0; each < CHANNELS[png.colorType]; each++) {
		const key = transparency.readUInt16BE(each * 2);
		const value =
			png.bitDepth === 16
				? line.readUInt16BE((first + each) * 2)
				: sample(line, first + each, png.bitDepth);
		if (value !== key) return false;
	}
	return true;
}
