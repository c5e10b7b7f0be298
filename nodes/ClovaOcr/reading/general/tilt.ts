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
	const byHeight = [...places].sort((a, b) => a.y - b.y);
	const slopes: Array<{ value: number; weight: number }> = [];
	for (let i = 0; i < byHeight.length; i++) {
		const neighbour = rightNeighbour(byHeight, i, reach);
		if (neighbour === null) continue;
		const run = neighbour.x - byHeight[i].x;
		slopes.push({ value: (neighbour.y - byHeight[i].y) / run, weight: run });
	}
	return weightedMedian(slopes);
}

function rightNeighbour(byHeight: Place[], index: number, reach: number): Place | null {
	const from = byHeight[index];
	const span = from.height * 0.6;
	let nearest: Place | null = null;
	const consider = (to: Place) => {
		const gap = to.x - to.width / 2 - (from.x + from.width / 2);
		const likeSize = to.height < from.height * 1.5 && from.height < to.height * 1.5;
		if (!likeSize || gap < -from.height / 2 || gap > reach * from.height || to.x <= from.x) return;
		if (nearest === null || to.x < nearest.x) nearest = to;
	};
	for (let i = index + 1; i < byHeight.length && byHeight[i].y - from.y < span; i++) {
		consider(byHeight[i]);
	}
	for (let i = index - 1; i >= 0 && from.y - byHeight[i].y < span; i--) consider(byHeight[i]);
	return nearest;
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
