import { PDFHexString, PDFName, PDFRawStream, type PDFContext, type PDFRef } from 'pdf-lib';

import type { Tiff } from '../../tiff/directories';
import { deflate } from '../file/flate';
import type { EmbeddedPicture, PictureStrip } from './orientation';
import { readJpeg } from './jpeg';
import { tiffLayout, type TiffLayout, type TiffObstacle } from './tiffLayout';
import { reverseBits, tiffRows } from './tiffRows';

/** Rows of all pages decoded, as a multiple of the file; at least, and at most. */
const RAW_TIMES = 100;
const RAW_AT_LEAST = 256 * 1024 * 1024;
const RAW_AT_MOST = 2048 * 1024 * 1024;

type Member = boolean | number | number[] | string;
type Members = Record<string, Member | Record<string, Member>>;

const SPACES = { 1: 'DeviceGray', 3: 'DeviceRGB', 4: 'DeviceCMYK' };

/** The layouts of all pages, or the first page (1-based) that cannot stand in a PDF. Decodes nothing. */
export function tiffLayouts(
	tiff: Tiff,
): { ok: true; layouts: TiffLayout[] } | { ok: false; page: number; obstacle: TiffObstacle } {
	const layouts: TiffLayout[] = [];
	const raw = Math.min(RAW_AT_MOST, Math.max(RAW_AT_LEAST, RAW_TIMES * tiff.bytes.length));
	let room = raw;
	for (const [index, directory] of tiff.pages.entries()) {
		const layout = tiffLayout(tiff, directory);
		if (typeof layout === 'string') return { ok: false, page: index + 1, obstacle: layout };
		const { width, height, bits, colors, extras } = layout;
		room -= (width * height * bits * (colors + extras)) / 8;
		if (room < 0) return { ok: false, page: index + 1, obstacle: 'tooLarge' };
		if (layout.coding === 'jpeg' && jpegStrips(tiff, layout) === null) {
			return { ok: false, page: index + 1, obstacle: 'damaged' };
		}
		layouts.push(layout);
	}
	return { ok: true, layouts };
}

/**
 * Puts a page of a TIFF into the document. Fax lines, JPEG and Deflate go in as they are, one picture
 * a strip; the other kinds, and Deflate of several strips, become one picture without a loss, since
 * viewers show seams between strips, and PDF/A knows no LZW.
 */
export async function embedTiff(
	context: PDFContext,
	tiff: Tiff,
	layout: TiffLayout,
): Promise<EmbeddedPicture> {
	const { width, height, density, orientation } = layout;
	const strips = await stripsOf(context, tiff, layout);
	return { strips, width, height, density, orientation };
}

async function stripsOf(
	context: PDFContext,
	tiff: Tiff,
	layout: TiffLayout,
): Promise<PictureStrip[]> {
	const { height, strips, coding } = layout;
	if (coding === 'fax') {
		return strips.map(({ offset, length, top, rows }) => {
			const data = tiff.bytes.subarray(offset, offset + length);
			return { ref: fax(context, data, rows, layout), top, rows };
		});
	}
	if (coding === 'jpeg') {
		return (jpegStrips(tiff, layout) ?? []).map(({ data, top, rows }) => {
			const members = { Filter: 'DCTDecode', ColorSpace: SPACES[layout.colors] };
			return { ref: image(context, data, layout, rows, members), top, rows };
		});
	}
	const [only] = strips;
	const data =
		strips.length === 1 && goesAsItIs(layout)
			? tiff.bytes.subarray(only.offset, only.offset + only.length)
			: await deflate(await tiffRows(tiff.bytes, tiff.littleEndian, layout));
	return [{ ref: flate(context, data, layout), top: 0, rows: height }];
}

function goesAsItIs({ coding, bits, extras, bitsReversed }: TiffLayout): boolean {
	return coding === 'deflate' && bits <= 8 && extras === 0 && !bitsReversed;
}

function flate(context: PDFContext, data: Buffer, layout: TiffLayout): PDFRef {
	const { width, height, bits, colors, palette, zeroIsWhite, strips } = layout;
	const depth = Math.min(bits, 8);
	const kept = strips.length === 1 && goesAsItIs(layout) && layout.differences;
	const parameters = { Predictor: 2, Colors: colors, BitsPerComponent: depth, Columns: width };
	const ref = image(context, data, layout, height, {
		Filter: 'FlateDecode',
		BitsPerComponent: depth,
		...(kept ? { DecodeParms: parameters } : {}),
		...(zeroIsWhite ? { Decode: [1, 0] } : {}),
		ColorSpace: SPACES[colors],
	});
	const stream = context.lookup(ref);
	if (palette && stream instanceof PDFRawStream) {
		const table = PDFHexString.of(palette.toString('hex'));
		const last = palette.length / 3 - 1;
		const space = context.obj(['Indexed', 'DeviceRGB', last, table]);
		stream.dict.set(PDFName.of('ColorSpace'), space);
	}
	return ref;
}

/** ISO 32000-1, 7.4.6. TIFF's white is the run that comes first; whether it is 0 or 1 is a tag. */
function fax(context: PDFContext, data: Buffer, rows: number, layout: TiffLayout): PDFRef {
	const { compression, options } = layout.fax;
	const twoDimensional = (options & 1) === 1;
	const parameters = {
		K: compression === 4 ? -1 : compression === 3 && twoDimensional ? 1 : 0,
		Columns: layout.width,
		Rows: rows,
		EndOfBlock: false,
		...(compression === 2 ? { EncodedByteAlign: true } : {}),
		...(layout.zeroIsWhite ? {} : { BlackIs1: true }),
	};
	return image(context, layout.bitsReversed ? reverseBits(data) : data, layout, rows, {
		BitsPerComponent: 1,
		ColorSpace: 'DeviceGray',
		Filter: 'CCITTFaxDecode',
		DecodeParms: parameters,
	});
}

const START = 2;
const ADOBE = 'Adobe';

/** The strips as JPEGs of their own, with the tables that they share; null where one is none. */
function jpegStrips(tiff: Tiff, { strips, jpeg, width, colors }: TiffLayout) {
	const found = strips.map(({ offset, length, top }) => {
		const own = tiff.bytes.subarray(offset, offset + length);
		// Between start and end of an abbreviated stream.
		const tables = jpeg.tables?.subarray(START, -2) ?? Buffer.alloc(0);
		const marker = jpeg.rgb && colors === 3 && !own.includes(ADOBE) ? RGB_MARKER : Buffer.alloc(0);
		const data = Buffer.concat([own.subarray(0, START), marker, tables, own.subarray(START)]);
		const info = readJpeg(data);
		const fits = info !== null && info.width === width && info.components === colors;
		return fits ? { data, top, rows: info.height } : null;
	});
	const whole = found.flatMap((strip) => strip ?? []);
	return whole.length === strips.length ? whole : null;
}

/** Adobe's segment: three colours without a transformation. */
const RGB_MARKER = Buffer.from('ffee000e41646f6265006400000000' + '00', 'hex');

function image(
	context: PDFContext,
	data: Buffer,
	{ width }: TiffLayout,
	height: number,
	members: Members,
): PDFRef {
	const dict = context.obj({
		Type: 'XObject',
		Subtype: 'Image',
		Width: width,
		Height: height,
		BitsPerComponent: 8,
		...members,
	});
	return context.register(PDFRawStream.of(dict, data));
}
