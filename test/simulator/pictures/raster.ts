import { createCanvas, type Canvas, type Image } from '@napi-rs/canvas';
import type { RenderedRaster } from './protocol';

/** Recognition gains nothing from more pixels than A4 has at 300 dpi, and little text has fewer. */
const MOST_PIXELS_A_SIDE = 3508;
const FEWEST_PIXELS_A_SIDE = 1000;

/** How much a picture is to be scaled before recognition: 1 for usual sizes. */
export function usefulScale(width: number, height: number): number {
	const longSide = Math.max(width, height);
	if (longSide > MOST_PIXELS_A_SIDE) return MOST_PIXELS_A_SIDE / longSide;
	return longSide < FEWEST_PIXELS_A_SIDE ? 2 : 1;
}

/** The picture in grey on white paper, scaled as is useful for recognition. */
export function greyOf(picture: Image | Canvas): RenderedRaster {
	const scale = usefulScale(picture.width, picture.height);
	const width = Math.max(1, Math.round(picture.width * scale));
	const height = Math.max(1, Math.round(picture.height * scale));
	const canvas = createCanvas(width, height);
	const context = canvas.getContext('2d');
	context.fillStyle = '#fff';
	context.fillRect(0, 0, width, height);
	context.imageSmoothingQuality = 'high';
	context.drawImage(picture, 0, 0, width, height);
	return greyPixels(canvas);
}

/** The canvas as it is, one byte per pixel (ITU-R BT.601 luma). */
export function greyPixels(canvas: Canvas): RenderedRaster {
	const { width, height } = canvas;
	const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
	const grey = new Uint8Array(width * height);
	for (let pixel = 0, at = 0; pixel < grey.length; pixel += 1, at += 4) {
		grey[pixel] = (data[at] * 77 + data[at + 1] * 150 + data[at + 2] * 29) >> 8;
	}
	return { width, height, grey };
}
