import { createCanvas, loadImage } from '@napi-rs/canvas';

import { barOver, touches } from '../../../nodes/ClovaOcr/redaction/bar';
import { surveyDocument } from '../../../nodes/ClovaOcr/redaction/document';
import { redactPng } from '../../../nodes/ClovaOcr/redaction/png/redactPng';
import { makePng, type PngRecipe } from '../../support/pdf/pngs';

const WIDTH = 61;
const HEIGHT = 43;
const CHANNELS = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const PALETTE = Buffer.from('ffffff000000ff00000000ff', 'hex');

const KINDS: Array<Pick<PngRecipe, 'bitDepth' | 'colorType'>> = [
	...([1, 2, 4, 8, 16] as const).map((bitDepth) => ({ colorType: 0 as const, bitDepth })),
	...([1, 2, 4, 8] as const).map((bitDepth) => ({ colorType: 3 as const, bitDepth })),
	...([2, 4, 6] as const).flatMap((colorType) =>
		([8, 16] as const).map((bitDepth) => ({ colorType, bitDepth })),
	),
];

function recipe(kind: (typeof KINDS)[number], interlaced: boolean): PngRecipe {
	const most = kind.colorType === 3 ? Math.min(3, 2 ** kind.bitDepth - 1) : 2 ** kind.bitDepth - 1;
	const channels = CHANNELS[kind.colorType];
	const sample = (x: number, y: number, channel: number) =>
		channel === channels - 1 && (kind.colorType === 4 || kind.colorType === 6)
			? most
			: (x * 7 + y * 13 + channel * 5 + ((x * y) % 11)) % (most + 1);
	return {
		...kind,
		width: WIDTH,
		height: HEIGHT,
		interlaced,
		filter: (row) => row % 5,
		pixel: (x, y) => Array.from({ length: channels }, (_, channel) => sample(x, y, channel)),
		chunks:
			kind.colorType === 3 ? [{ type: 'PLTE', data: PALETTE.subarray(0, 3 * (most + 1)) }] : [],
	};
}

async function pixelsOf(png: Buffer) {
	const image = await loadImage(png);
	const context = createCanvas(image.width, image.height).getContext('2d');
	context.drawImage(image, 0, 0);
	return context.getImageData(0, 0, image.width, image.height).data;
}

const BARS = [
	barOver([
		{ x: 10, y: 12 },
		{ x: 40, y: 20 },
		{ x: 38, y: 27 },
		{ x: 8, y: 19 },
	]),
	barOver([
		{ x: 55, y: 38 },
		{ x: 70, y: 38 },
		{ x: 70, y: 50 },
		{ x: 55, y: 50 },
	]),
].filter((bar) => bar !== null);

describe.each([
	[false, 2],
	[true, 2],
	[false, 1],
	[true, 1],
])('a PNG with bars, interlaced: %s, %i of them', (interlaced, count) => {
	const bars = BARS.slice(0, count);

	it.each(KINDS)('is black under them and the same elsewhere: %o', async (kind) => {
		const png = makePng(recipe(kind, interlaced));
		const [was, is] = [await pixelsOf(png), await pixelsOf(await redactPng(png, bars))];
		const wrong: string[] = [];
		for (let y = 0; y < HEIGHT; y++) {
			for (let x = 0; x < WIDTH; x++) {
				const at = (y * WIDTH + x) * 4;
				const pixel = [...is.subarray(at, at + 4)];
				const under = bars.some((bar) => touches(bar, x + 0.01, y + 0.01, 0.98, 0.98));
				const same = pixel.every((value, index) => value === was[at + index]);
				const black = pixel.join() === '0,0,0,255';
				if (under ? !black : !same && !black) wrong.push(`${x},${y}`);
			}
		}
		expect(wrong).toEqual([]);
		expect([...is.subarray(0, 4)]).toEqual([...was.subarray(0, 4)]);
	});
});

describe('a PNG', () => {
	const plain = recipe({ colorType: 2, bitDepth: 8 }, false);
	const survey = async (png: Buffer) => await surveyDocument('png', png, null, '');

	it('loses its texts, times, EXIF and unknown chunks, and what stands behind its end', async () => {
		const planted = Buffer.from('PLANTED');
		const chunks = ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'prVt'].map((type) => ({
			type,
			data: Buffer.concat([Buffer.from('a\0'), planted]),
		}));
		const png = Buffer.concat([makePng({ ...plain, chunks }), planted]);
		const redacted = await redactPng(png, []);
		expect(redacted.includes('PLANTED')).toBe(false);
		expect(redacted.includes('eXIf')).toBe(false);
		expect(Buffer.from(await pixelsOf(redacted)).equals(Buffer.from(await pixelsOf(png)))).toBe(
			true,
		);
	});

	it('that its EXIF block turns is refused', async () => {
		const tiff = Buffer.from('4d4d002a000000080001011200030000000100060000', 'hex');
		const png = makePng({ ...plain, chunks: [{ type: 'eXIf', data: tiff }] });
		expect(await survey(png)).toMatchObject({ ok: false, obstacle: 'turnedPng' });
	});

	it('is refused where rows are missing or wrong', async () => {
		const png = makePng(plain);
		for (const part of [0.2, 0.6, 0.95]) {
			const cut = png.subarray(0, Math.floor(png.length * part));
			expect(await survey(cut)).toMatchObject({ ok: false, obstacle: 'damaged' });
		}
		const short = makePng({ ...plain, height: 10 });
		short.writeUInt32BE(30, 20);
		expect(await survey(short)).toMatchObject({ ok: false, obstacle: 'damaged' });
	});
});
