import {
	PDFArray,
	PDFDict,
	PDFHexString,
	PDFName,
	PDFNumber,
	PDFRawStream,
	PDFString,
	type PDFObject,
} from 'pdf-lib';

import { decodeContent } from '../file/content';

/** How the samples of a picture mean colours. */
export interface PictureColor {
	space: 'cmyk' | 'gray' | 'rgb';
	/** ICC profile, or null for the plain space. */
	profile: Uint8Array | null;
	/** Colours of an indexed picture, as many bytes each as the space has channels. */
	palette: Uint8Array | null;
}

/** A picture of a scanned page, taken out of its PDF. */
export interface ScanPicture {
	/** A JPEG file, or rows of samples. */
	kind: 'jpeg' | 'rows';
	width: number;
	height: number;
	bytes: Uint8Array;
	/** Whether rows are deflated, and whether each begins with the number of a PNG filter. */
	deflated: boolean;
	filtered: boolean;
	bitDepth: number;
	/** Null for a stencil, whose samples paint or do not, and for a JPEG that says it itself. */
	color: PictureColor | null;
	stencil: boolean;
	/** From samples to colours where it is not the usual way (PDF 1.7, 8.9.5.2). */
	decode: number[] | null;
	/** The `ColorTransform` of a JPEG. */
	colorTransform: number | null;
}

const CHANNELS = { gray: 1, rgb: 3, cmyk: 4 };

/** Takes a picture out of a document; null for kinds that cannot be redacted (fax, JBIG2, JPEG 2000, masked). */
export async function scanPicture(stream: PDFRawStream): Promise<ScanPicture | null> {
	const { dict } = stream;
	const get = (name: string) => dict.lookup(PDFName.of(name));
	if (get('SMask') !== undefined || get('Mask') !== undefined) return null;
	const filters = namesOf(get('Filter'));
	const [first, second] = filters;
	const parameters = parametersOf(get('DecodeParms'), filters.length - 1);
	const number = (holder: PDFDict | null, name: string, otherwise: number) => {
		const value = holder?.lookup(PDFName.of(name));
		return value instanceof PDFNumber ? value.asNumber() : otherwise;
	};
	const stencil = String(get('ImageMask')) === 'true';
	const color = stencil ? null : await colorOf(get('ColorSpace'));
	const common = {
		width: number(dict, 'Width', 0),
		height: number(dict, 'Height', 0),
		color,
		stencil,
		decode: numbersOf(get('Decode')),
		colorTransform: null,
	};
	if (common.width < 1 || common.height < 1) return null;
	if (filters.at(-1) === 'DCTDecode' && filters.length <= 2) {
		if (second !== undefined && first !== 'FlateDecode') return null;
		const bytes = second === undefined ? stream.contents : await inflatedOnce(stream);
		const transform = number(parameters, 'ColorTransform', -1);
		return {
			...common,
			kind: 'jpeg',
			bytes,
			deflated: false,
			filtered: false,
			bitDepth: 8,
			colorTransform: transform < 0 ? null : transform,
		};
	}
	if (filters.length > 1 || (first !== undefined && first !== 'FlateDecode')) return null;
	const predictor = number(parameters, 'Predictor', 1);
	const bitDepth = stencil ? 1 : number(dict, 'BitsPerComponent', 0);
	if (predictor !== 1 && predictor < 10) return null;
	if (predictor >= 10 && !fitsRows(parameters, common.width, bitDepth, color, number)) return null;
	if (![1, 2, 4, 8, 16].includes(bitDepth) || (!stencil && color === null)) return null;
	return {
		...common,
		kind: 'rows',
		bytes: stream.contents,
		deflated: first === 'FlateDecode',
		filtered: predictor >= 10,
		bitDepth,
	};
}

/** Whether the rows that the filter knows are those of the picture. */
function fitsRows(
	parameters: PDFDict | null,
	width: number,
	bitDepth: number,
	color: PictureColor | null,
	number: (holder: PDFDict | null, name: string, otherwise: number) => number,
): boolean {
	const channels = color === null || color.palette !== null ? 1 : CHANNELS[color.space];
	return (
		number(parameters, 'Colors', 1) === channels &&
		number(parameters, 'BitsPerComponent', 8) === bitDepth &&
		number(parameters, 'Columns', 1) === width
	);
}

async function inflatedOnce(stream: PDFRawStream): Promise<Uint8Array> {
	const { context } = stream.dict;
	const outer = PDFRawStream.of(context.obj({ Filter: 'FlateDecode' }), stream.contents);
	return (await decodeContent(context, outer)).data;
}

/** Null for spaces that cannot be taken along: spot colours, Lab, patterns. */
async function colorOf(space: PDFObject | undefined): Promise<PictureColor | null> {
	if (space instanceof PDFName) return deviceColor(space.decodeText());
	if (!(space instanceof PDFArray) || space.size() < 1) return null;
	const kind = space.lookup(0);
	if (!(kind instanceof PDFName)) return null;
	const name = kind.decodeText();
	if (space.size() === 1) return deviceColor(name);
	if (name === 'ICCBased') return await profiled(space.lookup(1));
	// Calibrated by a few numbers only: plain colours come close.
	if (name === 'CalGray') return deviceColor('DeviceGray');
	if (name === 'CalRGB') return deviceColor('DeviceRGB');
	return name === 'Indexed' ? await indexed(space) : null;
}

function deviceColor(name: string): PictureColor | null {
	const plain = { profile: null, palette: null };
	if (/^(DeviceGray|CalGray|G)$/.test(name)) return { space: 'gray', ...plain };
	if (/^(DeviceRGB|CalRGB|RGB)$/.test(name)) return { space: 'rgb', ...plain };
	return /^(DeviceCMYK|CMYK)$/.test(name) ? { space: 'cmyk', ...plain } : null;
}

async function profiled(stream: PDFObject | undefined): Promise<PictureColor | null> {
	if (!(stream instanceof PDFRawStream)) return null;
	const channels = stream.dict.lookup(PDFName.of('N'));
	const space = channels instanceof PDFNumber ? SPACES[channels.asNumber()] : undefined;
	if (space === undefined) return null;
	const { data, whole } = await decodeContent(stream.dict.context, stream);
	return { space, profile: whole ? data.subarray(0, -1) : null, palette: null };
}

const SPACES: Record<number, PictureColor['space'] | undefined> = {
	1: 'gray',
	3: 'rgb',
	4: 'cmyk',
};

async function indexed(space: PDFArray): Promise<PictureColor | null> {
	const base = await colorOf(space.lookup(1));
	const last = space.lookup(2);
	const table = await tableOf(space.lookup(3));
	if (base === null || base.palette !== null || table === null) return null;
	if (!(last instanceof PDFNumber)) return null;
	const length = (last.asNumber() + 1) * CHANNELS[base.space];
	return length > table.length ? null : { ...base, palette: table.subarray(0, length) };
}

async function tableOf(table: PDFObject | undefined): Promise<Uint8Array | null> {
	if (table instanceof PDFString || table instanceof PDFHexString) return table.asBytes();
	if (!(table instanceof PDFRawStream)) return null;
	return (await decodeContent(table.dict.context, table)).data;
}

function namesOf(value: PDFObject | undefined): string[] {
	if (value instanceof PDFName) return [value.decodeText()];
	if (!(value instanceof PDFArray)) return [];
	return value.asArray().map((_, index) => {
		const name = value.lookup(index);
		return name instanceof PDFName ? name.decodeText() : '';
	});
}

function numbersOf(value: PDFObject | undefined): number[] | null {
	if (!(value instanceof PDFArray)) return null;
	return value.asArray().map((_, index) => {
		const number = value.lookup(index);
		return number instanceof PDFNumber ? number.asNumber() : 0;
	});
}

function parametersOf(value: PDFObject | undefined, index: number): PDFDict | null {
	const found = value instanceof PDFArray && index >= 0 ? value.lookup(index) : value;
	return found instanceof PDFDict ? found : null;
}
