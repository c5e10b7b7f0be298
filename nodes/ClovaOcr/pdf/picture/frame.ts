import type { Point } from '../../shared/geometry';
import type { Area } from '../page/attributes';

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
