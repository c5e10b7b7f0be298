import type { Point } from '../../shared/geometry';
import type { LayerWord, Placing } from './placing';

/** Clockwise from the top-left of the text, in page units. */
export type Corners = [Point, Point, Point, Point];

/** A word's place on the page, in page units: its bottom-left corner, its width and its height. */
export interface Quad {
	start: Point;
	along: Point;
	up: Point;
}

/** How far a word's ends may lie apart across its direction to count as straight, in its heights. */
const UNSEEN_DRIFT = 0.3;
const UNSEEN_POINTS = 4;

/** The corners of a word on the page, or null where it has no four corners. */
export function cornersOnPage(word: LayerWord, { size, frame }: Placing): Corners | null {
	const { corners } = word;
	if (corners.length !== 4) return null;
	const place = ({ x, y }: Point) => frame.place(x / size.width, y / size.height);
	return [place(corners[0]), place(corners[1]), place(corners[2]), place(corners[3])];
}

/**
 * The word's place; of a word that leans so little that nobody would see it, without the lean:
 * poppler cuts a word in two where its baseline has drifted by half a point.
 */
export function quadOf([topLeft, topRight, bottomRight, bottomLeft]: Corners): Quad {
	const along = minus(bottomRight, bottomLeft);
	const up = minus(topLeft, bottomLeft);
	const height = length(up);
	const drift = Math.min(Math.abs(along.x), Math.abs(along.y));
	if (drift > Math.min(UNSEEN_DRIFT * height, UNSEEN_POINTS))
		return { start: bottomLeft, along, up };
	const level = Math.abs(along.x) > Math.abs(along.y);
	const straight = {
		along: level ? { x: along.x, y: 0 } : { x: 0, y: along.y },
		up: level ? { x: 0, y: Math.sign(up.y) * height } : { x: Math.sign(up.x) * height, y: 0 },
	};
	const middle = {
		x: (topLeft.x + topRight.x + bottomRight.x + bottomLeft.x) / 4,
		y: (topLeft.y + topRight.y + bottomRight.y + bottomLeft.y) / 4,
	};
	const half = {
		x: (straight.along.x + straight.up.x) / 2,
		y: (straight.along.y + straight.up.y) / 2,
	};
	return { ...straight, start: minus(middle, half) };
}

export function minus(a: Point, b: Point): Point {
	return { x: a.x - b.x, y: a.y - b.y };
}

export function dot(a: Point, b: Point): number {
	return a.x * b.x + a.y * b.y;
}

export function length(a: Point): number {
	return Math.hypot(a.x, a.y);
}
