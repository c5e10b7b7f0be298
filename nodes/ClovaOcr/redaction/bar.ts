import type { Point } from '../shared/geometry';

/** A convex polygon in pixels of the stored picture, whose whole inside is made black. */
export type Bar = Point[];

/** How far a bar reaches beyond the text on every side, as a part of the text's height. */
const MARGIN = 0.15;

/**
 * The bar over a piece of text: the smallest rectangle along the text's direction that holds all
 * corners, turned and tilted quads included, and a margin around it.
 * @param corners clockwise from the top-left of the text; at least two different points
 * @returns null where the corners span nothing
 */
export function barOver(corners: Point[]): Bar | null {
	if (corners.length < 2) return null;
	const along = directionOf(corners);
	if (along === null) return null;
	const across = { x: -along.y, y: along.x };
	const right = extent(corners, along);
	const down = extent(corners, across);
	const height = Math.min(right.to - right.from, down.to - down.from);
	const margin = Math.max(1, MARGIN * (height > 0 ? height : right.to - right.from));
	const at = (u: number, v: number): Point => ({
		x: along.x * u + across.x * v,
		y: along.y * u + across.y * v,
	});
	const [left, end] = [right.from - margin, right.to + margin];
	const [top, bottom] = [down.from - margin, down.to + margin];
	return [at(left, top), at(end, top), at(end, bottom), at(left, bottom)];
}

/** Unit vector along the longer of the two sides that leave the first corner. */
function directionOf(corners: Point[]): Point | null {
	const sides = corners.map((corner, index) => {
		const next = corners[(index + 1) % corners.length];
		return { x: next.x - corner.x, y: next.y - corner.y };
	});
	const longest = sides.reduce((a, b) => (Math.hypot(b.x, b.y) > Math.hypot(a.x, a.y) ? b : a));
	const length = Math.hypot(longest.x, longest.y);
	return length > 0 ? { x: longest.x / length, y: longest.y / length } : null;
}

function extent(points: Point[], axis: Point): { from: number; to: number } {
	const places = points.map((point) => point.x * axis.x + point.y * axis.y);
	return { from: Math.min(...places), to: Math.max(...places) };
}

/** The upright rectangle around a bar. */
export function boundsOf(bar: Bar) {
	const x = extent(bar, { x: 1, y: 0 });
	const y = extent(bar, { x: 0, y: 1 });
	return { left: x.from, right: x.to, top: y.from, bottom: y.to };
}

/** Whether a bar has any point in common with an upright rectangle (separating axes). */
export function touches(
	bar: Bar,
	left: number,
	top: number,
	width: number,
	height: number,
): boolean {
	const bounds = boundsOf(bar);
	if (bounds.right < left || bounds.left > left + width) return false;
	if (bounds.bottom < top || bounds.top > top + height) return false;
	const rectangle = [
		{ x: left, y: top },
		{ x: left + width, y: top },
		{ x: left + width, y: top + height },
		{ x: left, y: top + height },
	];
	return bar.every((corner, index) => {
		const next = bar[(index + 1) % bar.length];
		const normal = { x: next.y - corner.y, y: corner.x - next.x };
		const own = extent(bar, normal);
		const other = extent(rectangle, normal);
		return own.from <= other.to && other.from <= own.to;
	});
}

/**
 * The pixels of one row that a bar touches, or null. Every pixel counts that has any point in common
 * with the bar.
 * @returns first and last column, within 0 to `width - 1`
 */
export function columnsOf(
	bar: Bar,
	row: number,
	width: number,
): { first: number; last: number } | null {
	let from = Infinity;
	let to = -Infinity;
	bar.forEach((corner, index) => {
		const next = bar[(index + 1) % bar.length];
		const part = clipped(corner, next, row, row + 1);
		if (part === null) return;
		from = Math.min(from, part[0].x, part[1].x);
		to = Math.max(to, part[0].x, part[1].x);
	});
	const first = Math.max(0, Math.floor(from));
	const last = Math.min(width - 1, Math.floor(to));
	return first <= last ? { first, last } : null;
}

/** The part of a line between two heights, or null. */
function clipped(a: Point, b: Point, top: number, bottom: number): [Point, Point] | null {
	const [upper, lower] = a.y <= b.y ? [a, b] : [b, a];
	if (lower.y < top || upper.y > bottom) return null;
	const rise = lower.y - upper.y;
	const at = (y: number): Point =>
		rise === 0 ? upper : { x: upper.x + ((lower.x - upper.x) * (y - upper.y)) / rise, y };
	return [upper.y < top ? at(top) : upper, lower.y > bottom ? at(bottom) : lower];
}
