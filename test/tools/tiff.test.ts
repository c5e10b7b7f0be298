import * as UTIF from 'utif2';

import { createSearchablePdf, openPicture } from '../../nodes/ClovaOcr/pdf/pdf';
import { fsp } from '../support/node';
import { numberedPdf } from '../support/pdf/documents';
import { runTool, Workplace } from '../support/pdf/tools';

jest.setTimeout(120_000);
const place = new Workplace();
afterAll(async () => await place.remove());

const DPI = 144;

/** Ways of keeping a page in a TIFF, as Ghostscript writes them. */
const KINDS: Record<string, string[]> = {
	'fax group 3': ['-sDEVICE=tiffg3', '-dMaxStripSize=0'],
	'fax group 3, two-dimensional': ['-sDEVICE=tiffg32d', '-dMaxStripSize=0'],
	'fax group 4': ['-sDEVICE=tiffg4', '-dMaxStripSize=0'],
	'fax group 4 in strips': ['-sDEVICE=tiffg4', '-dMaxStripSize=4096'],
	'fax group 4, bits reversed': ['-sDEVICE=tiffg4', '-dFillOrder=2'],
	'black and white, LZW': ['-sDEVICE=tifflzw'],
	'black and white, PackBits': ['-sDEVICE=tiffpack'],
	'grey, uncompressed': ['-sDEVICE=tiffgray'],
	'grey, LZW': ['-sDEVICE=tiffgray', '-sCompression=lzw'],
	'colours, uncompressed': ['-sDEVICE=tiff24nc'],
	'colours, LZW': ['-sDEVICE=tiff24nc', '-sCompression=lzw'],
	'colours, PackBits in strips': ['-sDEVICE=tiff24nc', '-sCompression=pack', '-dMaxStripSize=4096'],
};

interface Grey {
	width: number;
	height: number;
	/** 0 to 255, row by row. */
	pixels: Uint8Array;
}

async function tiffOf(options: string[]): Promise<Buffer> {
	const pdf = await place.file('page.pdf', await numberedPdf(2, { useObjectStreams: false }));
	const file = await place.file('page.tif');
	await runTool('gs', [
		...['-q', '-dNOPAUSE', '-dBATCH', `-r${DPI}`],
		...options,
		`-sOutputFile=${file}`,
		pdf,
	]);
	return await fsp.readFile(file);
}

/** The pages as an independent decoder sees them, without regard to their orientation. */
function decoded(tiff: Buffer): Grey[] {
	const data = new Uint8Array(tiff).buffer;
	return UTIF.decode(data).map((page) => {
		UTIF.decodeImage(data, page);
		const colors = UTIF.toRGBA8(page);
		const pixels = new Uint8Array(page.width * page.height);
		for (let at = 0; at < pixels.length; at++) {
			const [red, green, blue] = colors.subarray(4 * at, 4 * at + 3);
			pixels[at] = Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
		}
		return { width: page.width, height: page.height, pixels };
	});
}

async function searchable(tiff: Buffer): Promise<Buffer> {
	const pdf = await openPicture('tiff', tiff);
	if (pdf === null) throw new Error('No PDF can be made of the TIFF');
	const { bytes } = await createSearchablePdf(pdf, [], { keep: null, highlight: false });
	return Buffer.from(bytes);
}

/** The pages of a PDF as poppler draws them. */
async function drawn(pdf: Buffer): Promise<Grey[]> {
	const file = await place.file('made.pdf', pdf);
	await runTool('qpdf', ['--check', file]);
	return await Promise.all(
		[1, 2].map(async (page) => {
			const to = await place.file(`drawn-${page}`);
			const pages = ['-f', String(page), '-l', String(page), '-singlefile'];
			await runTool('pdftoppm', ['-r', String(DPI), '-gray', ...pages, file, to]);
			return readPgm(await fsp.readFile(`${to}.pgm`));
		}),
	);
}

function readPgm(file: Buffer): Grey {
	const [, width, height, end] = /^P5\s(\d+)\s(\d+)\s255(\s)/.exec(file.toString('latin1')) ?? [];
	const size = Number(width) * Number(height);
	expect(end).toBeDefined();
	return { width: Number(width), height: Number(height), pixels: file.subarray(-size) };
}

/** Mean difference of two pictures of one size, 0 to 255. */
function difference(one: Grey, other: Grey): number {
	expect([one.width, one.height]).toEqual([other.width, other.height]);
	const sum = one.pixels.reduce((all, pixel, at) => all + Math.abs(pixel - other.pixels[at]), 0);
	return sum / one.pixels.length;
}

/** A picture turned as an orientation of TIFF 6.0 (tag 274) demands: where does a shown pixel come from? */
function shown({ width, height, pixels }: Grey, orientation: number): Grey {
	const [right, bottom] = [width - 1, height - 1];
	const from: Array<(x: number, y: number) => [number, number]> = [
		(x, y) => [x, y],
		(x, y) => [right - x, y],
		(x, y) => [right - x, bottom - y],
		(x, y) => [x, bottom - y],
		(x, y) => [y, x],
		(x, y) => [y, bottom - x],
		(x, y) => [right - y, bottom - x],
		(x, y) => [right - y, x],
	];
	const size = orientation > 4 ? [height, width] : [width, height];
	const turned = new Uint8Array(pixels.length);
	for (let y = 0; y < size[1]; y++) {
		for (let x = 0; x < size[0]; x++) {
			const [column, row] = from[orientation - 1](x, y);
			turned[y * size[0] + x] = pixels[row * width + column];
		}
	}
	return { width: size[0], height: size[1], pixels: turned };
}

/** Writes the orientation into the first page's directory (little-endian). */
function oriented(tiff: Buffer, orientation: number): Buffer {
	const turned = Buffer.from(tiff);
	const directory = turned.readUInt32LE(4);
	const count = turned.readUInt16LE(directory);
	const entries = Array.from({ length: count }, (_, index) => directory + 2 + 12 * index);
	const entry = entries.find((at) => turned.readUInt16LE(at) === 274);
	if (entry === undefined) throw new Error('The TIFF has no orientation');
	turned.writeUInt16LE(orientation, entry + 8);
	return turned;
}

describe('the searchable PDF of a TIFF shows what an independent decoder sees', () => {
	test.each(Object.keys(KINDS))('%s', async (kind) => {
		const tiff = await tiffOf(KINDS[kind]);
		expect(UTIF.decode(new Uint8Array(tiff).buffer)[0].t266 ?? [1]).toEqual([
			kind.endsWith('reversed') ? 2 : 1,
		]);
		const expected = decoded(tiff);
		const pages = await drawn(await searchable(tiff));
		expect(pages).toHaveLength(2);
		const white = { ...pages[0], pixels: new Uint8Array(pages[0].pixels.length).fill(255) };
		// Else nothing but paper would be compared.
		expect(difference(expected[0], white)).toBeGreaterThan(0.5);
		pages.forEach((page, index) => {
			// Where strips meet, poppler softens the row between them.
			const seams = kind.endsWith('4 in strips') ? 0.15 : 0;
			expect(difference(page, expected[index])).toBeLessThan(0.25 + seams);
		});
	});

	test.each([1, 2, 3, 4, 5, 6, 7, 8])('turned as orientation %i says', async (orientation) => {
		const tiff = await tiffOf(['-sDEVICE=tiffgray']);
		const [expected] = decoded(tiff);
		const [page] = await drawn(await searchable(oriented(tiff, orientation)));
		expect(difference(page, shown(expected, orientation))).toBeLessThan(0.25);
	});
});
