import { asList, asNumber, asObject, isObject, type Json, type JsonObject } from './json';

export interface Point {
	x: number;
	y: number;
}

/** An upright rectangle in pixels of the picture that CLOVA read. */
export interface Box {
	x: number;
	y: number;
	width: number;
	height: number;
}

/**
 * The corners of a leaf or word, in CLOVA's order (clockwise from the top-left of the *text*).
 * Reads V2's `boundingPoly.vertices` and the V1 template form `bounding {top,left,width,height}`.
 * @returns an empty list where there is no usable polygon
 */
export function cornersOf(member: JsonObject): Point[] {
	const vertices = verticesOf(member.boundingPoly);
	if (vertices.length > 0) return vertices;
	const { top, left, width, height } = asObject(member.bounding);
	const [y, x, w, h] = [top, left, width, height].map(coordinateOf);
	if (x === null || y === null || w === null || h === null) return [];
	return [
		{ x, y },
		{ x: x + w, y },
		{ x: x + w, y: y + h },
		{ x, y: y + h },
	];
}

/** The points of one polygon object, not to be changed; points without both coordinates are left out. */
export function verticesOf(polygon: Json | undefined): Point[] {
	const { vertices } = asObject(polygon);
	// Not copied as a rule: a page has thousands.
	if (Array.isArray(vertices) && vertices.every(isPoint)) return vertices;
	const points: Point[] = [];
	for (const vertex of asList(vertices)) {
		const point = asObject(vertex);
		const x = coordinateOf(point.x);
		const y = coordinateOf(point.y);
		if (x !== null && y !== null) points.push({ x, y });
	}
	return points;
}

function isPoint(value: Json): value is JsonObject & Point {
	return isObject(value) && isCoordinate(value.x) && isCoordinate(value.y);
}

function isCoordinate(value: Json | undefined): boolean {
	return typeof value === 'number' && Math.abs(value) <= FURTHEST;
}

/** No picture is so large; sums of what lies beyond would end at infinity. */
const FURTHEST = 1e9;

function coordinateOf(value: Json | undefined): number | null {
	const number = asNumber(value);
	return isCoordinate(number) ? number : null;
}

/** The smallest upright rectangle around the points, or null without points. */
export function boxAround(points: Point[]): Box | null {
	if (points.length === 0) return null;
	let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const { x, y } of points) {
		left = Math.min(left, x);
		right = Math.max(right, x);
		top = Math.min(top, y);
		bottom = Math.max(bottom, y);
	}
	return { x: left, y: top, width: right - left, height: bottom - top };
}
