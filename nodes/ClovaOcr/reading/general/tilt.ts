import type { Point } from '../../shared/geometry';
import type { Word } from './words';

/** A word's place on the levelled page: pixels, y downwards, lines of text running along x. */
export interface Place {
	x: number;
	y: number;
	width: number;
	height: number;
}

interface Shape {
	centre: Point;
	width: number;
	height: number;
	/** Direction of the text in radians, from the top edge. */
	angle: number;
	/** Whether the sides are parallel to the picture's: perhaps only a frame around tilted text. */
	upright: boolean;
}

const QUARTER = Math.PI / 2;
/** How far to look for a neighbour, in text heights: near ones first, until the tilt is known well. */
const REACHES = [1.5, 1.5, 4, Infinity];
/** How far above or below, in text heights, a neighbour's middle may lie. */
const NEIGHBOUR_SPAN = 0.6;
/** Bounds of the search, far above what print needs: letters of a poster beside a footnote, boxes upon boxes. */
const MOST_BANDS = 16;
const MOST_TRIED = 16;

/**
 * Turns the page so that its lines run level and gives every word its place there.
 *
 * The angle is the median direction of the words' top edges, weighted by length (a long word knows
 * its direction better), within the quarter turn that most text follows; it is then corrected by
 * the median slope between neighbouring words, which also finds the tilt where the boxes are upright.
 * @returns one place per word, in pixels and centred on (x, y); null for a word without corners
 */
export function levelled(words: Word[]): Array<Place | null> {
	const shapes = words.map((word) => shapeOf(word.corners));
	const known = shapes.filter((shape) => shape !== null);
	let angle = dominantAngle(known);
	for (const reach of REACHES) {
		const slope = neighbourSlope(
			known.map((shape) => placed(shape, angle)),
			reach,
		);
		angle += Math.atan(slope ?? 0);
	}
	return shapes.map((shape) => (shape === null ? null : placed(shape, angle)));
}

function shapeOf(corners: Point[]): Shape | null {
	const [first, second, third, fourth] = corners;
	if (first === undefined || second === undefined || third === undefined || fourth === undefined) {
		return null;
	}
	return {
		centre: {
			x: (first.x + second.x + third.x + fourth.x) / 4,
			y: (first.y + second.y + third.y + fourth.y) / 4,
		},
		width: (distance(first, second) + distance(fourth, third)) / 2,
		height: (distance(first, fourth) + distance(second, third)) / 2,
		angle: Math.atan2(second.y - first.y, second.x - first.x),
		upright: first.y === second.y && first.x === fourth.x,
	};
}

function distance(from: Point, to: Point): number {
	return Math.hypot(to.x - from.x, to.y - from.y);
}

function dominantAngle(shapes: Shape[]): number {
	const lengths = [0, 0, 0, 0];
	for (const shape of shapes) lengths[quarterOf(shape.angle)] += shape.width;
	const quarter = lengths.indexOf(Math.max(...lengths));
	const rest = shapes
		.filter((shape) => quarterOf(shape.angle) === quarter)
		.map((shape) => ({
			value: wrapped(shape.angle - quarter * QUARTER),
			weight: shape.width,
		}));
	return quarter * QUARTER + (weightedMedian(rest) ?? 0);
}

function quarterOf(angle: number): number {
	return (Math.round(angle / QUARTER) + 4) % 4;
}

function wrapped(angle: number): number {
	return Math.atan2(Math.sin(angle), Math.cos(angle));
}

function placed(shape: Shape, angle: number): Place {
	const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
	return {
		x: shape.centre.x * cos + shape.centre.y * sin,
		y: shape.centre.y * cos - shape.centre.x * sin,
		...sizeOf(shape, angle),
	};
}

/**
 * Width and height of the text itself. The frame of a w x h text tilted by t measures
 * w cos t + h sin t by h cos t + w sin t; solved for w and h where the box is only such a frame.
 */
function sizeOf(shape: Shape, angle: number): { width: number; height: number } {
	const tilt = Math.abs(wrapped(angle - shape.angle));
	if (!shape.upright || tilt > QUARTER / 4) return { width: shape.width, height: shape.height };
	const [sin, cos] = [Math.sin(tilt), Math.cos(tilt)];
	const square = cos * cos - sin * sin;
	return {
		width: Math.max((shape.width * cos - shape.height * sin) / square, shape.width / 2),
		height: Math.max((shape.height * cos - shape.width * sin) / square, shape.height / 4),
	};
}

/** Median slope from each word to its nearest right neighbour of like size, weighted by distance. */
function neighbourSlope(places: Place[], reach: number): number | null {
	const bands = bandsOf(places);
	const slopes: Array<{ value: number; weight: number }> = [];
	for (const place of places) {
		const neighbour = rightNeighbour(bands, place, reach);
		if (neighbour === null) continue;
		const run = neighbour.x - place.x;
		slopes.push({ value: (neighbour.y - place.y) / run, weight: run });
	}
	return weightedMedian(slopes);
}

/** The places cut into level bands, each from left to right, so that a neighbour is found without a walk. */
interface Bands {
	height: number;
	byNumber: Map<number, Place[]>;
}

function bandsOf(places: Place[]): Bands {
	const heights = places.map((place) => place.height).sort((a, b) => a - b);
	const height = Math.max(NEIGHBOUR_SPAN * (heights[heights.length >> 1] ?? 1), 1);
	const byNumber = new Map<number, Place[]>();
	for (const place of [...places].sort((a, b) => a.x - b.x)) {
		const number = Math.floor(place.y / height);
		const band = byNumber.get(number);
		if (band === undefined) byNumber.set(number, [place]);
		else band.push(place);
	}
	return { height, byNumber };
}

function rightNeighbour({ height, byNumber }: Bands, from: Place, reach: number): Place | null {
	const span = from.height * NEIGHBOUR_SPAN;
	const own = Math.floor(from.y / height);
	const around = Math.min(Math.ceil(span / height), MOST_BANDS);
	let nearest: Place | null = null;
	for (let number = own - around; number <= own + around; number++) {
		const band = byNumber.get(number) ?? [];
		const first = firstAfter(band, from.x);
		for (const to of band.slice(first, first + MOST_TRIED)) {
			if (nearest !== null && to.x >= nearest.x) break;
			if (Math.abs(to.y - from.y) < span && isNeighbour(from, to, reach)) nearest = to;
		}
	}
	return nearest;
}

function isNeighbour(from: Place, to: Place, reach: number): boolean {
	const gap = to.x - to.width / 2 - (from.x + from.width / 2);
	const likeSize = to.height < from.height * 1.5 && from.height < to.height * 1.5;
	return likeSize && gap >= -from.height / 2 && gap <= reach * from.height;
}

/** Index of the first place of a band that lies to the right of x. */
function firstAfter(band: Place[], x: number): number {
	let [low, high] = [0, band.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (band[middle].x > x) high = middle;
		else low = middle + 1;
	}
	return low;
}

function weightedMedian(samples: Array<{ value: number; weight: number }>): number | null {
	const sorted = [...samples].sort((a, b) => a.value - b.value);
	const half = sorted.reduce((sum, sample) => sum + sample.weight, 0) / 2;
	let passed = 0;
	for (const sample of sorted) {
		passed += sample.weight;
		if (passed >= half) return sample.value;
	}
	return null;
}
