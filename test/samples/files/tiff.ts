import { deflateSync } from '../../support/node';
import type { Sheet } from '../drawing/sheet';

const HEADER_BYTES = 8;
const ENTRY_BYTES = 12;
const LONG = 4;

/**
 * A TIFF of grey pages (TIFF 6.0, little-endian): one directory a page, one strip each, squeezed by
 * Deflate.
 */
export function toTiff(sheets: Sheet[]): Buffer {
	const parts: Buffer[] = [header()];
	let offset = HEADER_BYTES;
	sheets.forEach((sheet, at) => {
		const strip = deflateSync(greyOf(sheet));
		const page = directory(sheet, strip.length, offset, at === sheets.length - 1);
		parts.push(page, strip);
		offset += page.length + strip.length;
	});
	return Buffer.concat(parts);
}

function header(): Buffer {
	const bytes = Buffer.alloc(HEADER_BYTES);
	bytes.write('II');
	bytes.writeUInt16LE(42, 2);
	bytes.writeUInt32LE(HEADER_BYTES, 4);
	return bytes;
}

/** The tags of one page; its strip follows right behind, and the next directory behind that. */
function directory(sheet: Sheet, stripBytes: number, offset: number, last: boolean): Buffer {
	const tags: Array<[tag: number, value: number]> = [
		[256, sheet.width],
		[257, sheet.height],
		[258, 8], // bits a sample
		[259, 8], // Deflate
		[262, 1], // grey, 0 is black
		[273, 0], // where the strip begins, set below
		[277, 1], // samples a pixel
		[278, sheet.height], // rows in the strip
		[279, stripBytes],
	];
	const bytes = Buffer.alloc(2 + tags.length * ENTRY_BYTES + 4);
	const stripAt = offset + bytes.length;
	bytes.writeUInt16LE(tags.length, 0);
	tags.forEach(([tag, value], at) => {
		const entry = 2 + at * ENTRY_BYTES;
		bytes.writeUInt16LE(tag, entry);
		bytes.writeUInt16LE(LONG, entry + 2);
		bytes.writeUInt32LE(1, entry + 4);
		bytes.writeUInt32LE(tag === 273 ? stripAt : value, entry + 8);
	});
	bytes.writeUInt32LE(last ? 0 : stripAt + stripBytes, bytes.length - 4);
	return bytes;
}

function greyOf(sheet: Sheet): Uint8Array {
	const { width, height } = sheet;
	const { data } = sheet.context.getImageData(0, 0, width, height);
	return Uint8Array.from(
		{ length: width * height },
		(_, at) => 0.299 * data[at * 4] + 0.587 * data[at * 4 + 1] + 0.114 * data[at * 4 + 2],
	);
}
