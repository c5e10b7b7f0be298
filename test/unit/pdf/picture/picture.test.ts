import { createCanvas, loadImage } from '@napi-rs/canvas';

import {
	createSearchablePdf,
	openPicture,
	type SearchablePage,
} from '../../../../nodes/ClovaOcr/pdf/pdf';
import type { Point } from '../../../../nodes/ClovaOcr/shared/geometry';
import { inflateSync } from '../../../support/node';
import { scanJpeg } from '../../../support/pdf/documents';
import { layOut } from '../../../support/pdf/layout';
import { closePdfjs, seePdf, type SeenPage } from '../../../support/pdf/pdfjs';
import { makePng, type PngRecipe } from '../../../support/pdf/pngs';

jest.setTimeout(60_000);
afterAll(closePdfjs);

type Format = 'jpeg' | 'png';

async function pdfOf(format: Format, bytes: Uint8Array, words = [EMPTY]): Promise<Uint8Array> {
	const pdf = await openPicture(format, bytes);
	if (!pdf) throw new Error('The picture was refused');
	return (await createSearchablePdf(pdf, words, { keep: null, highlight: false })).bytes;
}

const EMPTY: SearchablePage = { page: 1, width: null, height: null, lines: [] };

/** A picture with red, green, blue and white quarters: which is where tells how it was turned. */
function quarters(width = 60, height = 40): Buffer {
	const canvas = createCanvas(width, height);
	const brush = canvas.getContext('2d');
	for (const [index, color] of ['#f00', '#0f0', '#00f', '#fff'].entries()) {
		brush.fillStyle = color;
		brush.fillRect((index % 2) * (width / 2), (index >> 1) * (height / 2), width / 2, height / 2);
	}
	return canvas.toBuffer('image/jpeg', 100);
}

/** The JPEG with a segment of its own behind the start marker. */
function withSegment(jpeg: Buffer, marker: number, data: Buffer): Buffer {
	const head = Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff]);
	return Buffer.concat([jpeg.subarray(0, 2), head, data, jpeg.subarray(2)]);
}

function exif(orientation: number): Buffer {
	const block = Buffer.from(
		'Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\0\0\0\0\0\0\0\0',
		'latin1',
	);
	block.writeUInt16LE(orientation, 6 + 18);
	return block;
}

/** Letters for the colours of the four quarters as shown: top left, top right, bottom left, right. */
function shown({ picture }: SeenPage): string {
	if (!picture) throw new Error('The page was not drawn');
	const { width, height, pixels } = picture;
	const places = [0.25, 0.75].flatMap((y) => [0.25, 0.75].map((x) => ({ x, y })));
	return places
		.map(({ x, y }) => {
			const at = (Math.floor(y * height) * width + Math.floor(x * width)) * 4;
			const bright = [...pixels.subarray(at, at + 3)].map((value) => value > 128);
			return bright.every(Boolean) ? 'w' : 'rgb'[bright.indexOf(true)];
		})
		.join('');
}

describe('a JPEG as a PDF', () => {
	// As stored: red, green / blue, white. What viewers show for each EXIF orientation:
	const SHOWN = ['rgbw', 'grwb', 'wbgr', 'bwrg', 'rbgw', 'brwg', 'wgbr', 'gwrb'];

	it.each(SHOWN.map((look, index) => ({ orientation: index + 1, look })))(
		'is shown as its EXIF orientation demands: $orientation',
		async ({ orientation, look }) => {
			const jpeg = withSegment(quarters(), 0xe1, exif(orientation));
			const [seen] = await seePdf(await pdfOf('jpeg', jpeg), 0.2);
			expect(shown(seen)).toBe(look);
			expect(seen.width > seen.height).toBe(orientation < 5);
		},
	);

	it.each([1, 3, 6, 8])(
		'has its words where they are shown, read turned or not: %p',
		async (orientation) => {
			const jpeg = withSegment(scanJpeg(1, 900, 600), 0xe1, exif(orientation));
			const sideways = orientation >= 5;
			const size = sideways ? { width: 600, height: 900 } : { width: 900, height: 600 };
			const asShown = layOut(['가나다 라마바', '사아자 차카타'], { ...size, size: 30 });
			const asStored = {
				...asShown,
				width: 900,
				height: 600,
				lines: asShown.lines.map((line) =>
					line.map((word) => ({
						...word,
						corners: word.corners.map((c) => stored(c, orientation)),
					})),
				),
			};
			const unknown = { ...asShown, width: null, height: null };
			const [turned, plain, guessed] = [
				await pdfOf('jpeg', jpeg, [asShown]),
				await pdfOf('jpeg', jpeg, [asStored]),
				await pdfOf('jpeg', jpeg, [unknown]),
			];
			expect((await seePdf(turned))[0].lines).toEqual(['가나다 라마바', '사아자 차카타']);
			expect(layerOf(plain)).toBe(layerOf(turned));
			expect(layerOf(guessed)).toBe(layerOf(turned));
		},
	);

	/** Where a shown pixel of a 900 by 600 photo is stored. */
	function stored({ x, y }: Point, orientation: number): Point {
		if (orientation === 3) return { x: 900 - x, y: 600 - y };
		if (orientation === 6) return { x: y, y: 600 - x };
		if (orientation === 8) return { x: 900 - y, y: x };
		return { x, y };
	}

	it('goes in byte by byte', async () => {
		const jpeg = withSegment(quarters(), 0xe1, exif(6));
		const pdf = Buffer.from(await pdfOf('jpeg', jpeg));
		expect(pdf.includes(jpeg)).toBe(true);
	});

	it('is as large as the paper it was scanned from, or about A4', async () => {
		const jfif = Buffer.from('JFIF\0\x01\x01\x01\0\0\0\0\0\0', 'latin1');
		jfif.writeUInt16BE(300, 8);
		const bare = scanJpeg(1, 600, 900);
		const [scanned] = await seePdf(await pdfOf('jpeg', withSegment(bare, 0xe0, jfif)));
		expect(scanned).toMatchObject({ width: 144, height: 216 });
		jfif.writeUInt16BE(72, 8);
		const [photo] = await seePdf(await pdfOf('jpeg', withSegment(bare, 0xe0, jfif)));
		expect(Math.round(photo.height)).toBe(842);
	});

	it('in print colours is inverted only where its maker says so', async () => {
		const jpeg = quarters();
		const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
		const cmyk = Buffer.from(jpeg);
		cmyk[frame + 9] = 4;
		const adobe = withSegment(cmyk, 0xee, Buffer.from('Adobe\0\x64\0\0\0\0\0', 'latin1'));
		const decode = /\/Decode \[ ?1 0 1 0 1 0 1 0 ?\]/;
		expect(Buffer.from(await pdfOf('jpeg', adobe)).toString('latin1')).toMatch(decode);
		const plain = Buffer.from(await pdfOf('jpeg', cmyk)).toString('latin1');
		expect(plain).toContain('/DeviceCMYK');
		expect(plain).not.toMatch(decode);
	});

	it('is refused where it is damaged or of a kind that PDF cannot hold', async () => {
		const lossless = Buffer.from(quarters());
		lossless[lossless.indexOf(Buffer.from([0xff, 0xc0])) + 1] = 0xc3;
		for (const bytes of [
			Buffer.alloc(0),
			Buffer.from('no JPEG'),
			quarters().subarray(0, 40),
			lossless,
		]) {
			expect(await openPicture('jpeg', bytes)).toBeNull();
		}
	});

	it('survives any EXIF block', async () => {
		for (let seed = 0; seed < 200; seed++) {
			const block = exif(6);
			for (let hit = 0; hit < 3; hit++)
				block[(seed * 31 + hit * 17) % block.length] ^= 1 << seed % 8;
			expect(await openPicture('jpeg', withSegment(quarters(), 0xe1, block))).not.toBeNull();
		}
	});
});

/** The text layer's operators, taken from the PDF's only deflated content that sets a font. */
function layerOf(pdf: Uint8Array): string {
	const file = Buffer.from(pdf);
	const found: string[] = [];
	for (let at = file.indexOf('stream\n'); at >= 0; at = file.indexOf('stream\n', at + 7)) {
		try {
			const text = inflateSync(file.subarray(at + 7)).toString('latin1');
			if (text.startsWith('q BT')) found.push(text);
		} catch {
			// Not a deflated stream.
		}
	}
	expect(found).toHaveLength(1);
	return found[0];
}

describe('a PNG as a PDF', () => {
	const max = (bitDepth: number) => 2 ** bitDepth - 1;
	const shade = (x: number, y: number, bits: number) => ((x * 5 + y * 3) * 11) % (max(bits) + 1);
	const palette = Buffer.from(Array.from({ length: 48 }, (_, index) => (index * 53) % 256));
	const mixed = (row: number) => row % 5;
	const base = { width: 21, height: 13, filter: mixed };
	const recipes: Array<PngRecipe & { name: string }> = [];
	for (const interlaced of [false, true]) {
		const name = interlaced ? ', interlaced' : '';
		for (const bitDepth of [1, 2, 4, 8, 16] as const) {
			recipes.push({
				...base,
				name: `grey of ${bitDepth} bits${name}`,
				colorType: 0,
				bitDepth,
				interlaced,
				pixel: (x, y) => [shade(x, y, bitDepth)],
			});
		}
		recipes.push(
			{
				...base,
				name: `colour${name}`,
				colorType: 2,
				bitDepth: 8,
				interlaced,
				pixel: (x, y) => [shade(x, y, 8), shade(y, x, 8), 90],
			},
			{
				...base,
				name: `palette${name}`,
				colorType: 3,
				bitDepth: 4,
				interlaced,
				pixel: (x, y) => [(x + y) % 16],
				chunks: [{ type: 'PLTE', data: palette }],
			},
			{
				...base,
				name: `palette with opacity${name}`,
				colorType: 3,
				bitDepth: 4,
				interlaced,
				pixel: (x, y) => [(x + y) % 16],
				chunks: [
					{ type: 'PLTE', data: palette },
					{ type: 'tRNS', data: Buffer.from([0, 128, 255]) },
				],
			},
			{
				...base,
				name: `colour with one transparent${name}`,
				colorType: 2,
				bitDepth: 8,
				interlaced,
				pixel: (x, y) => (x % 3 === 0 ? [1, 2, 3] : [shade(x, y, 8), 80, 200]),
				chunks: [{ type: 'tRNS', data: Buffer.from([0, 1, 0, 2, 0, 3]) }],
			},
			{
				...base,
				name: `grey with opacity${name}`,
				colorType: 4,
				bitDepth: 8,
				interlaced,
				pixel: (x, y) => [shade(x, y, 8), shade(y, x, 8)],
			},
			{
				...base,
				name: `colour with opacity of 16 bits${name}`,
				colorType: 6,
				bitDepth: 16,
				interlaced,
				pixel: (x, y) => [shade(x, y, 16), shade(y, x, 16), 9000, x < 10 ? 65535 : 30000],
			},
		);
	}

	it.each(recipes)('looks as other programs show it: $name', async (recipe) => {
		const png = makePng(recipe);
		const scale = recipe.width / 842;
		const [{ picture }] = await seePdf(await pdfOf('png', png), scale);
		const canvas = createCanvas(recipe.width, recipe.height);
		const brush = canvas.getContext('2d');
		brush.fillStyle = '#fff';
		brush.fillRect(0, 0, recipe.width, recipe.height);
		brush.drawImage(await loadImage(png), 0, 0);
		const expected = brush.getImageData(0, 0, recipe.width, recipe.height).data;
		expect(picture?.width).toBe(recipe.width);
		let worst = 0;
		// pdf.js loses the end of the last row of pictures with one bit a pixel.
		const rows = recipe.bitDepth === 1 ? recipe.height - 1 : recipe.height;
		for (let y = 0; y < rows; y++) {
			for (let x = 0; x < recipe.width * 4; x++) {
				const at = y * recipe.width * 4 + x;
				worst = Math.max(worst, Math.abs((picture?.pixels[at] ?? 999) - expected[at]));
			}
		}
		expect(worst).toBeLessThan(4);
	});

	it('goes in as it is deflated, where PDF knows its form', async () => {
		const png = makePng({ ...base, colorType: 2, bitDepth: 8, pixel: (x, y) => [x, y, 7] });
		const data = png.subarray(png.indexOf('IDAT') + 4, png.indexOf('IEND') - 8);
		expect(Buffer.from(await pdfOf('png', png)).includes(data)).toBe(true);
	});

	it('is refused where it is damaged', async () => {
		const png = makePng({ ...base, colorType: 6, bitDepth: 8, pixel: () => [1, 2, 3, 4] });
		const cut = Buffer.from(png);
		cut.writeUInt32BE(4000, 20);
		for (const bytes of [Buffer.alloc(0), Buffer.from('no PNG'), png.subarray(0, 50), cut]) {
			expect(await openPicture('png', bytes)).toBeNull();
		}
	});
});
