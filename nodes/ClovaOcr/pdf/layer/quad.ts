import type { Point } from '../../shared/geometry';
import type { Matrix } from '../page/matrix';
import type { LayerWord, Placing } from './placing';

/** Clockwise from the top-left of the text, in page units. */
export type Corners = [Point, Point, Point, Point];

/**
 * A word's place on the page, in page units: its bottom-left corner, and the vectors along it and up.
 * Plain numbers, since there are a thousand on a page and points would be most of the garbage.
 */
export interface Quad {
	x: number;
	y: number;
	alongX: number;
	alongY: number;
	upX: number;
	upY: number;
	width: number;
	height: number;
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

/** From a picture's pixels to page units. */
export function pixelMatrix({ size, frame }: Placing): Matrix {
	const origin = frame.place(0, 0);
	const right = minus(frame.place(1, 0), origin);
	const down = minus(frame.place(0, 1), origin);
	return [
		right.x / size.width,
		right.y / size.width,
		down.x / size.height,
		down.y / size.height,
		origin.x,
		origin.y,
	];
}

/**
 * The word's place; of a word that leans so little that nobody would see it, without the lean:
 * poppler cuts a word in two where its baseline has drifted by half a point.
 * @returns null where it has no four corners
 */
export function quadOf({ corners }: LayerWord, matrix: Matrix): Quad | null {
	if (corners.length !== 4) return null;
	const topLeft = corners[0];
	const bottomRight = corners[2];
	const bottomLeft = corners[3];
	const alongX = acrossOf(matrix, bottomRight.x - bottomLeft.x, bottomRight.y - bottomLeft.y);
	const alongY = upOf(matrix, bottomRight.x - bottomLeft.x, bottomRight.y - bottomLeft.y);
	const upX = acrossOf(matrix, topLeft.x - bottomLeft.x, topLeft.y - bottomLeft.y);
	const upY = upOf(matrix, topLeft.x - bottomLeft.x, topLeft.y - bottomLeft.y);
	const height = length(upX, upY);
	const drift = Math.min(Math.abs(alongX), Math.abs(alongY));
	if (drift <= Math.min(UNSEEN_DRIFT * height, UNSEEN_POINTS)) {
		return Math.abs(alongX) > Math.abs(alongY)
			? straight(corners, matrix, alongX, 0, 0, Math.sign(upY) * height)
			: straight(corners, matrix, 0, alongY, Math.sign(upX) * height, 0);
	}
	const x = acrossOf(matrix, bottomLeft.x, bottomLeft.y) + matrix[4];
	const y = upOf(matrix, bottomLeft.x, bottomLeft.y) + matrix[5];
	return { x, y, alongX, alongY, upX, upY, width: length(alongX, alongY), height };
}

/** A quad of these sides around the middle of the corners. */
function straight(
	corners: Point[],
	matrix: Matrix,
	alongX: number,
	alongY: number,
	upX: number,
	upY: number,
): Quad {
	const middleX = (corners[0].x + corners[1].x + corners[2].x + corners[3].x) / 4;
	const middleY = (corners[0].y + corners[1].y + corners[2].y + corners[3].y) / 4;
	const x = acrossOf(matrix, middleX, middleY) + matrix[4] - (alongX + upX) / 2;
	const y = upOf(matrix, middleX, middleY) + matrix[5] - (alongY + upY) / 2;
	const width = Math.abs(alongX + alongY);
	return { x, y, alongX, alongY, upX, upY, width, height: Math.abs(upX + upY) };
}

/** How far a way leads along the page's x and y. */
function acrossOf(matrix: Matrix, x: number, y: number): number {
	return matrix[0] * x + matrix[2] * y;
}

function upOf(matrix: Matrix, x: number, y: number): number {
	return matrix[1] * x + matrix[3] * y;
}

export function minus(a: Point, b: Point): Point {
	return { x: a.x - b.x, y: a.y - b.y };
}

/** `Math.hypot` takes ten times as long. */
function length(x: number, y: number): number {
	return Math.sqrt(x * x + y * y);
}
