import type { Sheet } from '../drawing/sheet';

/** A sheet as the bytes of a PNG file. */
export async function toPng(sheet: Sheet): Promise<Buffer> {
	return await sheet.context.canvas.encode('png');
}

/** A sheet as the bytes of a JPEG file, as a phone or a scanner would hand it over. */
export async function toJpeg(sheet: Sheet, quality = 88): Promise<Buffer> {
	return await sheet.context.canvas.encode('jpeg', quality);
}
