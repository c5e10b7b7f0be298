import { PDFHexString, PDFName, PDFRawStream, type PDFContext, type PDFRef } from 'pdf-lib';

import type { EmbeddedPicture } from './orientation';
import { deflate, inflate } from '../file/flate';
import { CHANNELS, readPng, type Png } from './png';
import { decodePng } from './pngDecode';

/** A PNG's data inflated may take this much memory: some 60 megapixels with opacity. */
const MAX_RAW = 256 * 1024 * 1024;

/** Puts a PNG into the document, or gives null where it is damaged. */
export async function embedPng(
	context: PDFContext,
	bytes: Buffer,
): Promise<EmbeddedPicture | null> {
	const png = readPng(bytes);
	if (!png) return null;
	const ref = canPassThrough(png) ? passThrough(context, png) : await recoded(context, png);
	if (!ref) return null;
	const { width, height } = png;
	const density: [number, number] | null = png.density === null ? null : [png.density, png.density];
	return { strips: [{ ref, top: 0, rows: height }], width, height, density, orientation: 1 };
}

/** PDF knows PNG's own compression, but neither its interlacing nor opacity beside the colours. */
function canPassThrough(png: Png): boolean {
	return !png.interlaced && png.transparency === null && png.colorType <= 3;
}

function passThrough(context: PDFContext, png: Png): PDFRef {
	const colors = CHANNELS[png.colorType];
	const stream = context.stream(png.data, {
		...imageDict(png.width, png.height, png.bitDepth),
		Filter: 'FlateDecode',
		DecodeParms: {
			Predictor: 15,
			Colors: colors,
			BitsPerComponent: png.bitDepth,
			Columns: png.width,
		},
	});
	const color = PDFName.of('ColorSpace');
	if (png.palette && png.colorType === 3) {
		const last = Math.floor(png.palette.length / 3) - 1;
		const table = PDFHexString.of(png.palette.toString('hex'));
		stream.dict.set(color, context.obj(['Indexed', 'DeviceRGB', last, table]));
	} else stream.dict.set(color, context.obj(colors === 1 ? 'DeviceGray' : 'DeviceRGB'));
	return context.register(stream);
}

async function recoded(context: PDFContext, png: Png): Promise<PDFRef | null> {
	const raw = await inflate(png.data, MAX_RAW);
	const planes = raw && raw.length < MAX_RAW ? await decodePng(png, raw) : null;
	if (!planes) return null;
	const image = async (data: Buffer, colorSpace: string, mask?: PDFRef) =>
		context.register(
			PDFRawStream.of(
				context.obj({
					...imageDict(png.width, png.height, 8),
					ColorSpace: colorSpace,
					Filter: 'FlateDecode',
					...(mask ? { SMask: mask } : {}),
				}),
				await deflate(data),
			),
		);
	const mask = planes.translucent ? await image(planes.opacity, 'DeviceGray') : undefined;
	return await image(planes.color, planes.channels === 1 ? 'DeviceGray' : 'DeviceRGB', mask);
}

function imageDict(width: number, height: number, bits: number) {
	return {
		Type: 'XObject',
		Subtype: 'Image',
		Width: width,
		Height: height,
		BitsPerComponent: bits,
	};
}
