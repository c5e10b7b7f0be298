import {
	dataPlaces,
	numberOf,
	numbersOf,
	TAG,
	valueBytes,
	type DataPlace,
	type Tiff,
	type TiffDirectory,
} from '../../tiff/directories';

/** Why a page of a TIFF cannot stand in a PDF. */
export type TiffObstacle = 'compression' | 'damaged' | 'pixels' | 'planes' | 'tiles' | 'tooLarge';

/** How a page's picture data is packed: fax lines, JPEG, or rows of bytes. */
export type TiffCoding = 'deflate' | 'fax' | 'jpeg' | 'lzw' | 'none' | 'packBits';

/** What the tags of one page say, with nothing decoded. */
export interface TiffLayout {
	width: number;
	height: number;
	/** Of one sample: 1, 2, 4, 8 or 16. */
	bits: number;
	/** Samples of a pixel that are colours: 1, 3 or 4; and further ones, such as opacity. */
	colors: 1 | 3 | 4;
	extras: number;
	/** Whether the first further sample is opacity: how the colours were stored with it. */
	opacity: 'multiplied' | 'none' | 'plain';
	/** Whether 0 is white; colours of a picture with a palette have none of it. */
	zeroIsWhite: boolean;
	/** Red, green and blue of each entry, one byte each; null without a palette. */
	palette: Buffer | null;
	coding: TiffCoding;
	/** Whether each sample is stored as its difference to the one on its left. */
	differences: boolean;
	/** Whether the lowest bit of a byte comes first. */
	bitsReversed: boolean;
	/** TIFF's compression 2, 3 or 4 and the options of 3 (T4Options). */
	fax: { compression: number; options: number };
	jpeg: { tables: Buffer | null; rgb: boolean };
	strips: Array<DataPlace & { top: number; rows: number }>;
	/** 1 to 8, as in EXIF. */
	orientation: number;
	/** Pixels per inch across and down, which differ in faxes; null where the file does not say. */
	density: [number, number] | null;
}

/** A page's rows decoded may take this much memory. */
export const MAX_TIFF_RAW = 256 * 1024 * 1024;

const CODINGS: Record<number, TiffCoding> = {
	1: 'none',
	2: 'fax',
	3: 'fax',
	4: 'fax',
	5: 'lzw',
	7: 'jpeg',
	8: 'deflate',
	32773: 'packBits',
	32946: 'deflate',
};

/** Colour samples by photometric interpretation: 0 and 1 grey, 2 RGB, 3 palette, 5 CMYK, 6 YCbCr. */
const COLORS: Record<number, 1 | 3 | 4> = { 0: 1, 1: 1, 2: 3, 3: 1, 5: 4, 6: 3 };
const WHITE_IS_ZERO = 0;
const RGB = 2;
const PALETTE = 3;
const YCBCR = 6;

const DIFFERENCES = 2;
const CENTIMETRES = 3;
const NO_UNIT = 1;

/** Old LZW (before TIFF 5.0) has its bits the other way round; its first code, 256, gives it away. */
function isOldLzw(tiff: Tiff, { offset }: DataPlace): boolean {
	return tiff.bytes[offset] === 0 && (tiff.bytes[offset + 1] & 1) === 1;
}

/** Reads the tags of a page (TIFF 6.0), or says why it cannot stand in a PDF. Decodes nothing. */
export function tiffLayout(tiff: Tiff, page: TiffDirectory): TiffLayout | TiffObstacle {
	const one = (tag: number, missing: number) => numberOf(tiff, page, tag, missing);
	if (page.has(TAG.tileOffsets)) return 'tiles';
	const [width, height] = [one(TAG.width, 0), one(TAG.height, 0)];
	if (width === 0 || height === 0) return 'damaged';
	const coding = CODINGS[one(TAG.compression, 1)];
	if (!coding) return 'compression';
	const samples = one(TAG.samples, 1);
	const depths = numbersOf(tiff, page, TAG.bits);
	const bits = depths[0] ?? 1;
	const photometric = one(TAG.photometric, WHITE_IS_ZERO);
	const colors = COLORS[photometric];
	const predictor = one(TAG.predictor, 1);
	if (colors === undefined || samples < colors || samples > colors + 8) return 'pixels';
	if (!fitsCoding(coding, bits, samples, colors, photometric)) return 'pixels';
	if (depths.some((depth) => depth !== bits)) return 'pixels';
	if (numbersOf(tiff, page, TAG.sampleFormat).some((format) => format !== 1)) return 'pixels';
	if (predictor > DIFFERENCES || (predictor === DIFFERENCES && bits < 8)) return 'pixels';
	if (samples > 1 && one(TAG.planes, 1) !== 1) return 'planes';
	if (Math.ceil((width * samples * bits) / 8) * height > MAX_TIFF_RAW) return 'tooLarge';
	const strips = stripsOf(tiff, page, height);
	if (!strips) return 'damaged';
	const fax = { compression: one(TAG.compression, 1), options: one(TAG.faxOptions, 0) };
	const uncompressed = fax.compression === 3 && (fax.options & 2) !== 0;
	if (uncompressed || (coding === 'lzw' && isOldLzw(tiff, strips[0]))) return 'compression';
	const palette = photometric === PALETTE ? paletteOf(tiff, page, bits) : null;
	if (photometric === PALETTE && !palette) return 'damaged';
	const orientation = one(TAG.orientation, 1);
	return {
		width,
		height,
		bits,
		colors,
		extras: samples - colors,
		opacity: opacityOf(numbersOf(tiff, page, TAG.extraSamples)[0]),
		zeroIsWhite: photometric === WHITE_IS_ZERO,
		palette,
		coding,
		differences: predictor === DIFFERENCES && (coding === 'lzw' || coding === 'deflate'),
		bitsReversed: one(TAG.fillOrder, 1) === 2 && coding !== 'jpeg',
		fax,
		jpeg: { tables: valueBytes(tiff, page, TAG.jpegTables), rgb: photometric === RGB },
		strips,
		orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
		density: densityOf(tiff, page),
	};
}

function fitsCoding(
	coding: TiffCoding,
	bits: number,
	samples: number,
	colors: number,
	photometric: number,
): boolean {
	if (coding === 'fax') return bits === 1 && samples === 1 && photometric <= 1;
	if (coding === 'jpeg') return bits === 8 && samples === colors && colors < 4 && photometric !== 3;
	if (photometric === YCBCR) return false;
	if (photometric === PALETTE && bits > 8) return false;
	return [1, 2, 4, 8, 16].includes(bits) && (bits >= 8 || samples === colors);
}

function stripsOf(tiff: Tiff, page: TiffDirectory, height: number): TiffLayout['strips'] | null {
	const places = dataPlaces(tiff, page);
	const each = Math.min(numberOf(tiff, page, TAG.rowsPerStrip, height), height);
	if (!places || each === 0 || places.length < Math.ceil(height / each)) return null;
	return places.slice(0, Math.ceil(height / each)).map((place, index) => ({
		...place,
		top: index * each,
		rows: Math.min(each, height - index * each),
	}));
}

/** The table has all reds, then all greens, then all blues, of 16 bits each. */
function paletteOf(tiff: Tiff, page: TiffDirectory, bits: number): Buffer | null {
	const values = numbersOf(tiff, page, TAG.palette);
	const size = 2 ** bits;
	if (values.length < 3 * size) return null;
	// Some writers put bytes there.
	const shift = values.some((value) => value > 255) ? 8 : 0;
	return Buffer.from(
		Array.from({ length: 3 * size }, (_, at) => {
			const [entry, color] = [Math.floor(at / 3), at % 3];
			return values[color * size + entry] >> shift;
		}),
	);
}

function opacityOf(extra: number | undefined): TiffLayout['opacity'] {
	if (extra === 1) return 'multiplied';
	return extra === 2 ? 'plain' : 'none';
}

function densityOf(tiff: Tiff, page: TiffDirectory): [number, number] | null {
	const unit = numberOf(tiff, page, TAG.resolutionUnit, 2);
	const across = numberOf(tiff, page, TAG.resolutionAcross, 0);
	const down = numberOf(tiff, page, TAG.resolutionDown, across);
	const usable = [across, down].every((value) => Number.isFinite(value) && value > 0);
	if (!usable || unit === NO_UNIT) return null;
	const inches = unit === CENTIMETRES ? 2.54 : 1;
	return [across * inches, down * inches];
}
