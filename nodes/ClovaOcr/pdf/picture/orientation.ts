import type { Point } from '../../shared/geometry';
import type { Area } from '../page/attributes';
import type { Frame } from './frame';

/** How a picture is laid on a page of `width` by `height` units: the six numbers of a `cm` operator. */
export type Matrix = [number, number, number, number, number, number];

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
