import type { Point } from '../../shared/geometry';

/** Digits and letters are about as wide as each other; Korean and Chinese signs twice, marks half. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/u;
const NARROW = /[-.,:;'|!·ilI1\s]/u;

/**
 * The part of a text's quad that some of its characters stand in, by the characters' usual widths
 * and with a little to spare, since fonts differ.
 * @param corners clockwise from the top-left of the text
 * @param from and `to` in code units of the text, `to` not included
 * @returns all corners where the quad does not tell how the text runs: upright, or no quad
 */
export function cutCorners(corners: Point[], text: string, from: number, to: number): Point[] {
	if (corners.length !== 4 || runsDown(corners)) return corners;
	const all = widthOf(text);
	if (all === 0) return corners;
	const spare = spareOf(text) / all;
	const start = from === 0 ? 0 : Math.max(0, widthOf(text.slice(0, from)) / all - spare);
	const end = to >= text.length ? 1 : Math.min(1, widthOf(text.slice(0, to)) / all + spare);
	const [a, b, c, d] = corners;
	return [between(a, b, start), between(a, b, end), between(d, c, end), between(d, c, start)];
}

/** How far a cut may be off, in digits: fonts differ, in letters more than in digits. */
function spareOf(text: string): number {
	return 0.1 + 0.1 * text.replace(/[\d-]/g, '').length;
}

function widthOf(text: string): number {
	let width = 0;
	for (const point of text.normalize('NFC')) {
		width += WIDE.test(point) ? 1.8 : NARROW.test(point) ? 0.7 : 1;
	}
	return width;
}

/** Whether the side that should run along the text is the shorter one. */
function runsDown([a, b, , d]: Point[]): boolean {
	return Math.hypot(b.x - a.x, b.y - a.y) < Math.hypot(d.x - a.x, d.y - a.y);
}

function between(from: Point, to: Point, part: number): Point {
	return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}
