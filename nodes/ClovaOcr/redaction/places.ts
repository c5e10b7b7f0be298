import type { Point } from '../shared/geometry';
import type { BlockInk } from './jpeg/ink';
import type { StoredSize } from './jpeg/redactJpeg';

/** What was read on a page, as far as its place counts. All corners in pixels of the picture as it was read. */
export interface PageMarks {
	/** 1-based, within the file. */
	page: number;
	/** Size of the picture that was read, where the service told it. */
	width: number | null;
	height: number | null;
	/** Corners of everything that was read: they show how the picture was read. */
	read: Point[][];
	/** Corners of what has to be hidden. */
	hidden: Point[][];
}

/** From pixels of the picture as it was read to pixels of the picture as it is stored. */
export type Mapping = (point: Point) => Point;

/** A way in which the picture may have been read: its size then, and where its points are stored. */
interface Way {
	width: number;
	height: number;
	store: Mapping;
}

/** How far proportions may lie apart and still be the same picture: rounding to whole pixels. */
const SAME = 0.01;

/** How far boxes may reach beyond the picture, as a part of its size. */
const OUTSIDE = 0.02;

/** How much more must be drawn under the boxes of one way than of the other to tell them apart. */
const CLEARLY = 1.5;

/**
 * Where points of a picture that was read are stored. A service may scale a picture, and may read a
 * photo as its EXIF orientation shows it or as it is stored, which it nowhere tells: proportions
 * decide, else what is drawn under the boxes. Where nothing decides there are two answers, and both
 * places have to be hidden.
 * @param ink where something is drawn in the stored picture; null where its orientation is 1
 * @returns empty where the boxes fit no way of reading
 */
export function mappingsOf(stored: StoredSize, ink: BlockInk | null, marks: PageMarks): Mapping[] {
	const told = sizeOf(marks);
	const fitting = waysOf(stored).filter((way) =>
		told === null ? holdsAll(way, marks) : sameShape(way, told),
	);
	const mappings = fitting.map(({ width, height, store }): Mapping => {
		const [across, down] = told === null ? [1, 1] : [width / told.width, height / told.height];
		return ({ x, y }) => store({ x: x * across, y: y * down });
	});
	if (mappings.length < 2 || ink === null) return mappings;
	const [first, second] = mappings.map((mapping) => drawnUnder(ink, mapping, marks.read));
	if (first > CLEARLY * second) return [mappings[0]];
	if (second > CLEARLY * first) return [mappings[1]];
	return mappings;
}

function sizeOf({ width, height }: PageMarks): { width: number; height: number } | null {
	return width !== null && height !== null && width > 0 && height > 0 ? { width, height } : null;
}

function sameShape(way: Way, told: { width: number; height: number }): boolean {
	const expected = (told.height * way.width) / way.height;
	return Math.abs(told.width - expected) <= Math.max(1, SAME * expected);
}

function holdsAll({ width, height }: Way, { read, hidden }: PageMarks): boolean {
	return [...read, ...hidden]
		.flat()
		.every(
			({ x, y }) =>
				x >= -OUTSIDE * width &&
				y >= -OUTSIDE * height &&
				x <= (1 + OUTSIDE) * width &&
				y <= (1 + OUTSIDE) * height,
		);
}

/** As it is shown, and as it is stored where that is not the same (EXIF 2.32, tag 0x0112). */
function waysOf({ width, height, orientation }: StoredSize): Way[] {
	const asStored = { width, height, store: (point: Point) => point };
	const flipX = (x: number) => width - x;
	const flipY = (y: number) => height - y;
	const shown: Record<number, Mapping> = {
		2: ({ x, y }) => ({ x: flipX(x), y }),
		3: ({ x, y }) => ({ x: flipX(x), y: flipY(y) }),
		4: ({ x, y }) => ({ x, y: flipY(y) }),
		5: ({ x, y }) => ({ x: y, y: x }),
		6: ({ x, y }) => ({ x: y, y: flipY(x) }),
		7: ({ x, y }) => ({ x: flipX(y), y: flipY(x) }),
		8: ({ x, y }) => ({ x: flipX(y), y: x }),
	};
	const store = shown[orientation];
	if (store === undefined) return [asStored];
	const asShown =
		orientation >= 5 ? { width: height, height: width, store } : { width, height, store };
	return [asShown, asStored];
}

/** The mean number of coefficients of the blocks under the middles and corners of boxes. */
function drawnUnder(ink: BlockInk, mapping: Mapping, boxes: Point[][]): number {
	let sum = 0;
	let count = 0;
	for (const corners of boxes) {
		if (corners.length !== 4) continue;
		for (const across of [0.1, 0.3, 0.5, 0.7, 0.9]) {
			for (const down of [0.3, 0.5, 0.7]) {
				const { x, y } = mapping(within(corners, across, down));
				sum += inkAt(ink, x, y);
				count += 1;
			}
		}
	}
	return count === 0 ? 0 : sum / count;
}

/** A point of a quad, by fractions along its text and down its height. */
function within([a, b, c, d]: Point[], across: number, down: number): Point {
	const between = (from: Point, to: Point, part: number): Point => ({
		x: from.x + (to.x - from.x) * part,
		y: from.y + (to.y - from.y) * part,
	});
	return between(between(a, b, across), between(d, c, across), down);
}

function inkAt(
	{ blockWidth, blockHeight, across, down, stride, counts }: BlockInk,
	x: number,
	y: number,
) {
	const column = Math.floor(x / blockWidth);
	const row = Math.floor(y / blockHeight);
	if (column < 0 || row < 0 || column >= across || row >= down) return 0;
	return counts[row * stride + column];
}
