import { createCanvas, loadImage } from '@napi-rs/canvas';
import * as UTIF from 'utif2';
import type { OpenedFile } from './opened';
import { greyOf } from './raster';

/** Opens a JPEG or PNG. The canvas turns it by its EXIF orientation. @throws when it is damaged */
export async function openPicture(bytes: Uint8Array): Promise<OpenedFile> {
	if (!isWhole(bytes)) throw new Error('The picture ends too early');
	const image = await loadImage(bytes);
	return {
		sizes: [{ width: image.width, height: image.height }],
		raster: async () => greyOf(image),
		textLayer: async () => [],
		close: async () => undefined,
	};
}

/** Opens a TIFF of any number of pages. @throws when it is damaged */
export async function openTiff(bytes: Uint8Array): Promise<OpenedFile> {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const directories = UTIF.decode(buffer).filter(
		({ t256, t257 }) => sizeTag(t256) && sizeTag(t257),
	);
	if (directories.length === 0) throw new Error('No picture in the TIFF');
	return {
		sizes: directories.map(({ t256, t257 }) => ({ width: sizeTag(t256), height: sizeTag(t257) })),
		raster: async (index) => {
			const directory = directories[index];
			UTIF.decodeImage(buffer, directory);
			const { width, height } = directory;
			const canvas = createCanvas(width, height);
			const context = canvas.getContext('2d');
			const pixels = context.createImageData(width, height);
			pixels.data.set(UTIF.toRGBA8(directory));
			context.putImageData(pixels, 0, 0);
			return greyOf(canvas);
		},
		textLayer: async () => [],
		close: async () => undefined,
	};
}

/** The canvas shows what there is of half a picture; the end mark (PNG IEND, JPEG EOI) must be there. */
function isWhole(bytes: Uint8Array): boolean {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const endMark = buffer[0] === 0x89 ? Buffer.from('IEND') : Buffer.from([0xff, 0xd9]);
	return buffer.lastIndexOf(endMark) > 0;
}

function sizeTag(tag: unknown): number {
	const value: unknown = Array.isArray(tag) ? tag[0] : tag;
	return typeof value === 'number' ? value : 0;
}
