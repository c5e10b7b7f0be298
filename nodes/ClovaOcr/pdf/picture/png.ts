/** What a PNG's chunks say, and its picture data still deflated. */
export interface Png {
	width: number;
	height: number;
	bitDepth: number;
	/** 0 grey, 2 colour, 3 palette, 4 grey with opacity, 6 colour with opacity. */
	colorType: number;
	interlaced: boolean;
	palette: Buffer | null;
	/** The `tRNS` chunk: opacity of palette entries, or the one colour that is transparent. */
	transparency: Buffer | null;
	/** Pixels per inch, or null where the file does not say. */
	density: number | null;
	data: Buffer;
}

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const INCH_IN_METRES = 0.0254;

/** Samples per pixel by colour type (PNG specification, 11.2.2). */
export const CHANNELS: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Reads the chunks of a PNG, or gives null where it is damaged. */
export function readPng(bytes: Buffer): Png | null {
	if (!bytes.subarray(0, 8).equals(SIGNATURE)) return null;
	const chunks = new Map<string, Buffer[]>();
	for (const { type, data } of chunksOf(bytes)) {
		const same = chunks.get(type);
		if (same) same.push(data);
		else chunks.set(type, [data]);
	}
	const header = chunks.get('IHDR')?.[0];
	const data = chunks.get('IDAT');
	if (!header || header.length < 13 || !data) return null;
	const colorType = header[9];
	const palette = chunks.get('PLTE')?.[0] ?? null;
	if (!(colorType in CHANNELS) || (colorType === 3 && !palette)) return null;
	const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
	if (width === 0 || height === 0) return null;
	return {
		width,
		height,
		bitDepth: header[8],
		colorType,
		interlaced: header[12] === 1,
		palette,
		transparency: chunks.get('tRNS')?.[0] ?? null,
		density: densityOf(chunks.get('pHYs')?.[0]),
		data: data.length === 1 ? data[0] : Buffer.concat(data),
	};
}

function* chunksOf(bytes: Buffer): Generator<{ type: string; data: Buffer }> {
	for (let at = 8; at + 12 <= bytes.length; ) {
		const length = bytes.readUInt32BE(at);
		if (at + 12 + length > bytes.length) return;
		yield {
			type: bytes.toString('latin1', at + 4, at + 8),
			data: bytes.subarray(at + 8, at + 8 + length),
		};
		at += 12 + length;
	}
}

function densityOf(chunk: Buffer | undefined): number | null {
	if (!chunk || chunk.length < 9 || chunk[8] !== 1) return null;
	const perMetre = chunk.readUInt32BE(0);
	return perMetre > 0 ? perMetre * INCH_IN_METRES : null;
}
