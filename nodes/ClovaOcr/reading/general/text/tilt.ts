import type { Point } from '../../../shared/geometry';
import { directionOf, QUARTER, weightedMedian, wrapped, type Sample } from './directions';
import { NeighbourBands, type Places } from './neighbours';
import type { Word } from './words';

/**
 * The places of words on the levelled page, each the centre of its word: pixels, y downwards, lines of
 * text running along x.
 */
export interface LevelledPage extends Places {
	/** Number of each word's place; -1 for a word without corners. */
	ofWord: number[];
}

/** The boxes of words as they lie in the picture. */
interface Shapes extends Places {
	/** Direction of the text in radians, from the top edge. */
	angle: Float64Array;
	/** Whether the sides are parallel to the picture's: perhaps only a frame around tilted text. */
	upright: boolean[];
	/** Number of each word's shape; -1 for a word without corners. */
	ofWord: number[];
}

/** How far to look for a neighbour, in text heights: near ones first, until the tilt is known well. */
const REACHES = [1.5, 1.5, 4, Infinity];
/** Words whose direction is asked for at most; a page seldom has more. */
const MOST_SAMPLED = 2000;
/** Degrees below which a page counts as level in `tiltOf`. */
const LEVEL = 3;

/**
 * Turns the page so that its lines run level and gives every word its place there.
 *
 * The angle is the median direction of the words' top edges, weighted by length (a long word knows
 * its direction better), within the quarter turn that most text follows; it is then corrected by
 * the median slope between neighbouring words, which also finds the tilt where the boxes are upright.
 */
export function levelled(words: Word[]): LevelledPage {
	const shapes = shapesOf(words);
	let angle = dominantAngle(shapes);
	let page = sweepOf(placed(shapes, angle));
	for (const reach of REACHES) {
		const turn = Math.atan(neighbourSlope(page, reach));
		if (turn === 0) continue;
		angle += turn;
		page = sweepOf(placed(shapes, angle));
	}
	return { ...page.places, ofWord: shapes.ofWord };
}

/**
 * By how many degrees the page's text is turned clockwise, above -180 to 180; null below 3 degrees.
 * Told from the way from the first to the last word of CLOVA's lines and, where there are too few of
 * them, from the boxes: cheap enough for a page that is read as plain text.
 * @param lines words of one CLOVA line each
 */
export function tiltOf(lines: Word[][]): number | null {
	const every = Math.ceil(lines.length / 100);
	const sampled = lines.filter((_, index) => index % every === 0);
	const starts = shapesOf(sampled.map((line) => line[0]));
	const ends = shapesOf(sampled.map((line) => line[line.length - 1]));
	const ways: Sample[] = [];
	for (const [line, from] of starts.ofWord.entries()) {
		const to = ends.ofWord[line];
		if (from < 0 || to < 0) continue;
		const [dx, dy] = [ends.x[to] - starts.x[from], ends.y[to] - starts.y[from]];
		const length = Math.hypot(dx, dy);
		const way = { value: Math.atan2(dy, dx), weight: length };
		ways.push(length > 0 ? way : { value: starts.angle[from], weight: starts.width[from] });
	}
	const degrees = (wrapped(directionOf(ways)) * 180) / Math.PI;
	return Math.abs(degrees) > LEVEL ? Math.round(degrees * 10) / 10 : null;
}

function shapesOf(words: Word[]): Shapes {
	const column = () => new Float64Array(words.length);
	const shapes: Shapes = {
		count: 0,
		x: column(),
		y: column(),
		width: column(),
		height: column(),
		angle: column(),
		upright: [],
		ofWord: [],
	};
	for (const word of words) shapes.ofWord.push(addShape(shapes, word.corners));
	return shapes;
}

function addShape(shapes: Shapes, [first, second, third, fourth]: Point[]): number {
	if (fourth === undefined) return -1;
	const at = shapes.count++;
	shapes.x[at] = (first.x + second.x + third.x + fourth.x) / 4;
	shapes.y[at] = (first.y + second.y + third.y + fourth.y) / 4;
	shapes.width[at] = (distance(first, second) + distance(fourth, third)) / 2;
	shapes.height[at] = (distance(first, fourth) + distance(second, third)) / 2;
	shapes.angle[at] = Math.atan2(second.y - first.y, second.x - first.x);
	shapes.upright.push(first.y === second.y && first.x === fourth.x);
	return at;
}

function distance(from: Point, to: Point): number {
	return Math.hypot(to.x - from.x, to.y - from.y);
}

function dominantAngle({ count, angle, width }: Shapes): number {
	const samples: Sample[] = [];
	const every = Math.ceil(count / MOST_SAMPLED);
	for (let at = 0; at < count; at += every) samples.push({ value: angle[at], weight: width[at] });
	return directionOf(samples);
}

/** The shapes on the page turned back by an angle. */
function placed(shapes: Shapes, angle: number): Places {
	const { count } = shapes;
	const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
	const column = () => new Float64Array(count);
	const places = { count, x: column(), y: column(), width: column(), height: column() };
	for (let at = 0; at < count; at++) {
		places.x[at] = shapes.x[at] * cos + shapes.y[at] * sin;
		places.y[at] = shapes.y[at] * cos - shapes.x[at] * sin;
		setSize(places, shapes, at, angle);
	}
	return places;
}

/**
 * Width and height of the text itself. The frame of a w x h text tilted by t measures
 * w cos t + h sin t by h cos t + w sin t; solved for w and h where the box is only such a frame.
 */
function setSize(places: Places, shapes: Shapes, at: number, angle: number): void {
	const [width, height] = [shapes.width[at], shapes.height[at]];
	const tilt = Math.abs(wrapped(angle - shapes.angle[at]));
	const framed = shapes.upright[at] && tilt <= QUARTER / 4 ? tilt : 0;
	const [sin, cos] = [Math.sin(framed), Math.cos(framed)];
	const square = cos * cos - sin * sin;
	places.width[at] = Math.max((width * cos - height * sin) / square, width / 2);
	places.height[at] = Math.max((height * cos - width * sin) / square, height / 4);
}

/** Places in bands, and their numbers from left to right. */
interface Sweep {
	places: Places;
	order: Uint32Array;
	bands: NeighbourBands;
}

function sweepOf(places: Places): Sweep {
	const order = new Uint32Array(places.count).map((_, at) => at);
	order.sort((a, b) => places.x[a] - places.x[b]);
	return { places, order, bands: new NeighbourBands(places, order) };
}

/** Median slope from a word to its nearest right neighbour of like size, weighted by distance. */
function neighbourSlope({ places, order, bands }: Sweep, reach: number): number {
	bands.rewind();
	const every = Math.ceil(places.count / MOST_SAMPLED);
	const slopes: Sample[] = [];
	for (let i = 0; i < order.length; i += every) {
		const from = order[i];
		const to = bands.rightNeighbour(from, reach);
		if (to === null) continue;
		const run = places.x[to] - places.x[from];
		slopes.push({ value: (places.y[to] - places.y[from]) / run, weight: run });
	}
	return weightedMedian(slopes);
}
