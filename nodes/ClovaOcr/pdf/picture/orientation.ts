import type { PDFRef } from 'pdf-lib';

import type { Point } from '../../shared/geometry';
import type { Picture } from '../file/open';
import type { Area } from '../page/attributes';
import type { Matrix } from '../page/matrix';

/** Whether an EXIF orientation (1 to 8) lays the picture on its side. */
export function isSideways(orientation: number): boolean {
	return orientation >= 5 && orientation <= 8;
}

/**
 * The matrix that shows a picture as its EXIF orientation demands (EXIF 2.32, tag 0x0112).
 * @param width and height of the page, that is of the picture as it is shown
 */
export function orientationMatrix(orientation: number, width: number, height: number): Matrix {
	switch (orientation) {
		case 2:
			return [-width, 0, 0, height, width, 0];
		case 3:
			return [-width, 0, 0, -height, width, height];
		case 4:
			return [width, 0, 0, -height, 0, height];
		case 5:
			return [0, -height, -width, 0, width, height];
		case 6:
			return [0, -height, width, 0, 0, height];
		case 7:
			return [0, height, width, 0, 0, 0];
		case 8:
			return [0, height, -width, 0, width, 0];
		default:
			return [width, 0, 0, height, 0, 0];
	}
}

/** The frame of a picture that was read as it is stored, whatever its EXIF orientation demands. */
export function storedFrame(orientation: number, { right, top }: Area): Frame {
	const [a, b, c, d, e, f] = orientationMatrix(orientation, right, top);
	const place = (u: number, v: number): Point => ({
		x: a * u + c * (1 - v) + e,
		y: b * u + d * (1 - v) + f,
	});
	return { ratio: isSideways(orientation) ? top / right : right / top, place };
}

/** Where a picture's pixels lie on the page: from fractions of its width and height to page units. */
export interface Frame {
	/** The picture's width divided by its height, as it was shown to the reader. */
	ratio: number;
	/** @param right fraction of the width from the left, @param down fraction of the height from the top */
	place(right: number, down: number): Point;
}

/** How far two ratios may lie apart and still be the same picture: rounding to whole pixels. */
const SAME = 0.01;

/** The frame of a page that shows `area` turned clockwise by `rotate` degrees. */
export function frameOf(area: Area, rotate: number): Frame {
	const { left, bottom, right, top } = area;
	const width = right - left;
	const height = top - bottom;
	const quarter = ((Math.round(rotate / 90) % 4) + 4) % 4;
	const place: Array<(u: number, v: number) => Point> = [
		(u, v) => ({ x: left + u * width, y: top - v * height }),
		(u, v) => ({ x: left + v * width, y: bottom + u * height }),
		(u, v) => ({ x: right - u * width, y: bottom + v * height }),
		(u, v) => ({ x: right - v * width, y: top - u * height }),
	];
	return { ratio: quarter % 2 === 0 ? width / height : height / width, place: place[quarter] };
}

/** Those frames in which a picture of this size can have been read. */
export function fittingFrames(frames: Frame[], width: number, height: number): Frame[] {
	return frames.filter((frame) => Math.abs((frame.ratio * height) / width - 1) < SAME);
}

/** A picture inside a document that is being made. */
export interface EmbeddedPicture extends Picture {
	/** What it is made of, from top to bottom; nearly always one. */
	strips: PictureStrip[];
	/** Pixels per inch across and down, or null where the file does not say. */
	density: [number, number] | null;
}

export interface PictureStrip {
	ref: PDFRef;
	/** The first row of the picture that it shows, and how many. */
	top: number;
	rows: number;
}
