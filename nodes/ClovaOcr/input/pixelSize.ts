import type { ImageFormat } from '../clova/request';
import type { ByteSource } from '../clova/streamedFile';
import { readHead, readRange } from './bytes';

/** Width and height of a picture in pixels, as stored (an EXIF orientation is not applied). */
export interface PixelSize {
	width: number;
	height: number;
}

// Profiles and EXIF previews stand before a JPEG's frame header; more than this is no camera's.
const JPEG_HEAD = 1024 * 1024;
const IFD_ENTRY = 12;
const TIFF_WIDTH = 256;
const TIFF_HEIGHT = 257;
const TIFF_SHORT = 3;

/**
 * The size that a picture's header names; null for PDFs and where no header can be found.
 * @param head the first bytes of the source; more is read only where they do not tell
 */
export async function pixelSizeOf(
	source: ByteSource,
	format: ImageFormat,
	head: Uint8Array,
): Promise<PixelSize | null> {
	switch (format) {
		case 'png':
			return pngSize(head);
		case 'jpg':
			return (
				jpegSize(head) ??
				(source.size > head.byteLength ? jpegSize(await readHead(source, JPEG_HEAD)) : null)
			);
		case 'tiff':
			return await tiffSize(source, head);
		default:
			return null;
	}
}

/** PNG (ISO 15948): IHDR is the first chunk. */
function pngSize(bytes: Uint8Array): PixelSize | null {
	if (bytes.byteLength < 24) return null;
	const view = viewOf(bytes);
	return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** JPEG (ITU T.81): the frame header SOF0 to SOF15, of which C4, C8 and CC are other markers. */
function jpegSize(bytes: Uint8Array): PixelSize | null {
	const view = viewOf(bytes);
	for (let at = 2; at + 9 <= bytes.byteLength; ) {
		if (bytes[at] !== 0xff) return null;
		const marker = bytes[at + 1];
		// Fill bytes and markers without a length.
		if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
			at += marker === 0xff ? 1 : 2;
			continue;
		}
		if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
			return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
		}
		at += 2 + view.getUint16(at + 2);
	}
	return null;
}

/** TIFF 6.0: the tags 256 and 257 of the first directory, which may stand anywhere in the file. */
async function tiffSize(source: ByteSource, head: Uint8Array): Promise<PixelSize | null> {
	if (head.byteLength < 8) return null;
	const range = async (start: number, length: number) =>
		start + length <= head.byteLength
			? head.subarray(start, start + length)
			: await readRange(source, start, length);
	const little = head[0] === 0x49;
	const at = viewOf(head).getUint32(4, little);
	const count = await range(at, 2);
	if (count.byteLength < 2) return null;
	const length = viewOf(count).getUint16(0, little) * IFD_ENTRY;
	const entries = viewOf(await range(at + 2, length));
	const found = new Map<number, number>();
	for (let entry = 0; entry + IFD_ENTRY <= entries.byteLength; entry += IFD_ENTRY) {
		const short = entries.getUint16(entry + 2, little) === TIFF_SHORT;
		const value = short
			? entries.getUint16(entry + 8, little)
			: entries.getUint32(entry + 8, little);
		found.set(entries.getUint16(entry, little), value);
	}
	const [width, height] = [found.get(TIFF_WIDTH), found.get(TIFF_HEIGHT)];
	return width === undefined || height === undefined ? null : { width, height };
}

function viewOf(bytes: Uint8Array): DataView {
	return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
