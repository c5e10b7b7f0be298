import type { Point } from '../reading/geometry';
import type { LayerFont } from './font';
import type { LayerWord } from './layerWord';
import type { Placing } from './placing';

/** Clockwise from the top-left of the text, in page units. */
type Corners = [Point, Point, Point, Point];

/** A word's place on the page, in page units: baseline corner, its width and height as vectors. */
interface Quad {
	start: Point;
	along: Point;
	up: Point;
}

interface PlacedWord extends Quad {
	codes: string[];
	width: number;
	height: number;
}

/** Descenders reach this far below the baseline, in heights of the box. */
const BASELINE = 0.2;

/**
 * Viewers read two words as one where the gap is below 0.1 to 0.2 heights; all of them respect an
 * explicit space from this width on.
 */
const NARROWEST_GAP = 0.08;

/** How far a word's ends may lie apart across its direction to count as straight, in its heights. */
const UNSEEN_DRIFT = 0.3;
const UNSEEN_POINTS = 4;

/** Less than this is no box of a word but a flaw, and would divide by zero. */
const SMALLEST = 0.01;

/**
 * The operators that lay invisible words over the page, word by word from their boxes, with a space
 * that fills the gap to the next word of the line. Empty where no word has a place.
 */
export function textLayer(
	lines: LayerWord[][],
	placing: Placing,
	font: LayerFont,
	fontName: string,
): string {
	const space = font.encode(' ')[0];
	const operators: string[] = [];
	let fontSize = '';
	for (const line of lines) {
		const words = line.flatMap((word) => placed(word, placing, font));
		words.forEach((word, index) => {
			const gap = gapAfter(word, words[index + 1]);
			const missing = gap === null ? 0 : Math.max(0, NARROWEST_GAP * word.height - gap);
			const width = Math.max(word.width - missing, word.width / 2);
			const size = number(word.height);
			if (size !== fontSize) operators.push(`/${fontName} ${(fontSize = size)} Tf`);
			operators.push(`${matrix(word)} Tm`, show(word.codes, width, word.height));
			if (gap === null) return;
			operators.push(show([space], Math.max(gap, NARROWEST_GAP * word.height), word.height));
		});
	}
	return operators.length === 0 ? '' : `q BT 3 Tr\n${operators.join('\n')}\nET Q\n`;
}

/** The corners of a word in page units, clockwise from the top-left, or null without four corners. */
export function cornersOnPage(word: LayerWord, { size, frame }: Placing): Corners | null {
	if (word.corners.length !== 4) return null;
	const [a, b, c, d] = word.corners.map(({ x, y }) => frame.place(x / size.width, y / size.height));
	return [a, b, c, d];
}

function placed(word: LayerWord, placing: Placing, font: LayerFont): PlacedWord[] {
	const corners = cornersOnPage(word, placing);
	const codes = corners ? font.encode(word.text) : [];
	if (!corners || codes.length === 0) return [];
	const quad = straightened(corners);
	const width = length(quad.along);
	const height = length(quad.up);
	if (!(width > SMALLEST && height > SMALLEST)) return [];
	return [{ ...quad, codes, width, height }];
}

/**
 * The word's place; of a word that leans so little that nobody would see it, without the lean:
 * poppler cuts a word in two where its baseline has drifted by half a point.
 */
function straightened([topLeft, topRight, bottomRight, bottomLeft]: Corners): Quad {
	const along = minus(bottomRight, bottomLeft);
	const up = minus(topLeft, bottomLeft);
	const flat = Math.abs(along.x) > Math.abs(along.y);
	const drift = Math.min(Math.abs(along.x), Math.abs(along.y));
	if (drift > Math.min(UNSEEN_DRIFT * length(up), UNSEEN_POINTS)) {
		return { start: bottomLeft, along, up };
	}
	const across = flat ? { x: along.x, y: 0 } : { x: 0, y: along.y };
	const upright = flat
		? { x: 0, y: Math.sign(up.y) * length(up) }
		: { x: Math.sign(up.x) * length(up), y: 0 };
	const middle = {
		x: (topLeft.x + topRight.x + bottomRight.x + bottomLeft.x) / 4,
		y: (topLeft.y + topRight.y + bottomRight.y + bottomLeft.y) / 4,
	};
	const half = { x: (across.x + upright.x) / 2, y: (across.y + upright.y) / 2 };
	return { start: minus(middle, half), along: across, up: upright };
}

/** The gap to the next word along the line, or null where there is none or it does not follow. */
function gapAfter(word: PlacedWord, next: PlacedWord | undefined): number | null {
	if (!next) return null;
	const way = minus(next.start, { x: word.start.x + word.along.x, y: word.start.y + word.along.y });
	const gap = dot(way, word.along) / word.width;
	const off = Math.abs(dot(way, word.up) / word.height);
	return gap < -word.width / 2 || off > word.height ? null : gap;
}

/** Codes stretched to a width, from the point that was set or where the last ones ended. */
function show(codes: string[], width: number, height: number): string {
	return `${number((100 * width) / (codes.length * height))} Tz <${codes.join('')}> Tj`;
}

function matrix({ start, along, up, width, height }: PlacedWord): string {
	const x = start.x + BASELINE * up.x;
	const y = start.y + BASELINE * up.y;
	const directions = [along.x / width, along.y / width, up.x / height, up.y / height];
	return [...directions.map((each) => number(each, 4)), number(x), number(y)].join(' ');
}

/** A number as PDF allows it: no exponent, no "-0", no needless digits. */
export function number(value: number, digits = 2): string {
	return String(Number(value.toFixed(digits)) + 0);
}

function minus(a: Point, b: Point): Point {
	return { x: a.x - b.x, y: a.y - b.y };
}

function dot(a: Point, b: Point): number {
	return a.x * b.x + a.y * b.y;
}

function length(a: Point): number {
	return Math.hypot(a.x, a.y);
}
