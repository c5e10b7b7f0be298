import { readExif } from './exif';

/** What a JPEG's headers say; its data goes into the PDF untouched. */
export interface JpegInfo {
	width: number;
	height: number;
	/** 1 grey, 3 colour, 4 print colours. */
	components: number;
	/** Print colours stored upside down, as Adobe's programs do and say in a segment of their own. */
	inverted: boolean;
	/** EXIF orientation, 1 to 8. */
	orientation: number;
	/** Pixels per inch, or null where the file does not say. */
	density: number | null;
}

const APP0 = 0xe0;
const APP1 = 0xe1;
const APP14 = 0xee;
const START_OF_SCAN = 0xda;

/** Baseline, extended and progressive frames: those that PDF viewers can decode. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2]);

/** Reads the segments before the picture data, or gives null for what is no JPEG that PDF can hold. */
export function readJpeg(bytes: Buffer): JpegInfo | null {
	if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
	const info: JpegInfo = {
		width: 0,
		height: 0,
		components: 0,
		inverted: false,
		orientation: 1,
		density: null,
	};
	for (const { marker, data } of segments(bytes)) readSegment(info, marker, data);
	const usable = info.width > 0 && info.height > 0 && [1, 3, 4].includes(info.components);
	return usable ? { ...info, inverted: info.inverted && info.components === 4 } : null;
}

function* segments(bytes: Buffer): Generator<{ marker: number; data: Buffer }> {
	let at = 2;
	while (at + 4 <= bytes.length) {
		if (bytes[at] !== 0xff) return;
		const marker = bytes[at + 1];
		if (marker === 0xff) {
			at += 1;
			continue;
		}
		if (marker === START_OF_SCAN) return;
		const length = bytes.readUInt16BE(at + 2);
		yield { marker, data: bytes.subarray(at + 4, at + 2 + length) };
		at += 2 + length;
	}
}

function readSegment(info: JpegInfo, marker: number, data: Buffer): void {
	if (FRAMES.has(marker) && data.length >= 6 && data[0] === 8) {
		info.height = data.readUInt16BE(1);
		info.width = data.readUInt16BE(3);
		info.components = data[5];
	} else if (marker === APP0 && data.length >= 12 && data.toString('latin1', 0, 5) === 'JFIF\0') {
		info.density ??= jfifDensity(data);
	} else if (marker === APP1) {
		const exif = readExif(data);
		if (exif.orientation !== 1) info.orientation = exif.orientation;
		info.density ??= exif.density;
	} else if (marker === APP14 && data.toString('latin1', 0, 5) === 'Adobe') {
		info.inverted = true;
	}
}

/** Unit 0 means that the two numbers are only a ratio, 1 inches, 2 centimetres. */
function jfifDensity(data: Buffer): number | null {
	const across = data.readUInt16BE(8);
	if (across === 0 || data[7] === 0) return null;
	return data[7] === 2 ? across * 2.54 : across;
}
