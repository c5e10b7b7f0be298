import type { Point } from '../../shared/geometry';

/**
 * The machine readable zone takes the lowest 23.2 mm of a data page of 88 mm (ICAO 9303-4, 3.2.1): with
 * the margin that every bar gets, 26.4 %.
 */
const ZONE = 0.23;

/**
 * Corners of the zone of a passport, by the outline of its data page and the way its text runs.
 * @param outline corners of the page
 * @param read corners of the values on it
 * @returns null where the outline or the way of the text is unknown
 */
export function passportZone(outline: Point[], read: Point[][]): Point[] | null {
	const down = sum(read.filter(({ length }) => length === 4).map(([a, , , d]) => minus(d, a)));
	const length = Math.hypot(down.x, down.y);
	if (outline.length !== 4 || length === 0) return null;
	const unit = { x: down.x / length, y: down.y / length };
	const depth = (point: Point) => point.x * unit.x + point.y * unit.y;
	const ordered = [...outline].sort((a, b) => depth(a) - depth(b));
	const upper = ordered.slice(0, 2);
	const lower = ordered.slice(2);
	const crosses = dot(minus(upper[1], upper[0]), minus(lower[1], lower[0])) < 0;
	const [left, right] = crosses ? [lower[1], lower[0]] : lower;
	const raised = (foot: Point, head: Point): Point => ({
		x: foot.x + (head.x - foot.x) * ZONE,
		y: foot.y + (head.y - foot.y) * ZONE,
	});
	return [raised(left, upper[0]), raised(right, upper[1]), right, left];
}

function minus(a: Point, b: Point): Point {
	return { x: a.x - b.x, y: a.y - b.y };
}

function dot(a: Point, b: Point): number {
	return a.x * b.x + a.y * b.y;
}

function sum(points: Point[]): Point {
	return points.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
}
