import { deflateSync } from '../node';

/** A PNG to be made: any colour type, depth and interlacing that the format knows. */
export interface PngRecipe {
	width: number;
	height: number;
	colorType: 0 | 2 | 3 | 4 | 6;
	bitDepth: 1 | 2 | 4 | 8 | 16;
	interlaced?: boolean;
	/** Samples of a pixel, each from 0 to 2^bitDepth - 1. */
	pixel: (x: number, y: number) => number[];
	/** Filter of a row, 0 to 4; all rows unfiltered if left out. */
	filter?: (row: number) => number;
	chunks?: Array<{ type: string; data: Buffer }>;
}

const PASSES = [
	[0, 0, 8, 8],
	[4, 0, 8, 8],
	[0, 4, 4, 8],
	[2, 0, 4, 4],
	[0, 2, 2, 4],
	[1, 0, 2, 2],
	[0, 1, 1, 2],
];

/** Writes a PNG as its specification says, without any library. */
export function makePng(recipe: PngRecipe): Buffer {
	const { width, height, bitDepth, colorType, interlaced = false } = recipe;
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([bitDepth, colorType, 0, 0, interlaced ? 1 : 0], 8);
	const rows = (interlaced ? PASSES : [[0, 0, 1, 1]]).flatMap((pass) => rowsOf(recipe, pass));
	return Buffer.concat([
		Buffer.from('89504e470d0a1a0a', 'hex'),
		chunk('IHDR', header),
		...(recipe.chunks ?? []).map(({ type, data }) => chunk(type, data)),
		chunk('IDAT', deflateSync(Buffer.concat(rows))),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

function rowsOf(recipe: PngRecipe, [x0, y0, dx, dy]: number[]): Buffer[] {
	const rows: Buffer[] = [];
	let above: Buffer | null = null;
	for (let y = y0; y < recipe.height; y += dy) {
		const bits: string[] = [];
		for (let x = x0; x < recipe.width; x += dx) {
			for (const sample of recipe.pixel(x, y)) {
				bits.push(sample.toString(2).padStart(recipe.bitDepth, '0'));
			}
		}
		if (bits.length === 0) continue;
		const bytes = bits.join('').match(/.{1,8}/g) ?? [];
		const line = Buffer.from(bytes.map((byte) => parseInt(byte.padEnd(8, '0'), 2)));
		const step = Math.max(1, (recipe.pixel(0, 0).length * recipe.bitDepth) >> 3);
		const filter = recipe.filter?.(rows.length) ?? 0;
		rows.push(Buffer.concat([Buffer.from([filter]), filtered(line, above, filter, step)]));
		above = line;
	}
	return rows;
}

function filtered(line: Buffer, above: Buffer | null, filter: number, step: number): Buffer {
	return Buffer.from(
		line.map((value, index) => {
			const left = line[index - step] ?? 0;
			const up = above?.[index] ?? 0;
			const corner = index >= step ? (above?.[index - step] ?? 0) : 0;
			const guess = left + up - corner;
			const nearest = [left, up, corner].reduce((best, each) =>
				Math.abs(guess - each) < Math.abs(guess - best) ? each : best,
			);
			return value - [0, left, up, (left + up) >> 1, nearest][filter];
		}),
	);
}

function chunk(type: string, data: Buffer): Buffer {
	const length = Buffer.alloc(4);
	length.writeUInt32BE(data.length);
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const sum = Buffer.alloc(4);
	sum.writeUInt32BE(checkSum(body));
	return Buffer.concat([length, body, sum]);
}

/** CRC-32 as in the PNG specification, annex D. */
function checkSum(bytes: Buffer): number {
	let sum = 0xffffffff;
	for (const byte of bytes) {
		sum ^= byte;
		for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
	}
	return (sum ^ 0xffffffff) >>> 0;
}
