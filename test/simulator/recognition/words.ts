import type { Bbox, Line, Page } from 'tesseract.js';
import type { Point } from '../../../nodes/ClovaOcr/shared/geometry';
import type { RecognizedWord } from '../types';

/** Below this the engine sees letters in dirt and rules. */
const LEAST_CONFIDENCE = 20;
/** What it makes of wide gaps and rules. */
const RULE_LIKE = /^[_|]+$/;

/** From the recognised picture's coordinates to the answer's. */
export type Place = (point: Point) => Point;

/**
 * The engine's words as the service's: whole words (it cuts Korean ones into pieces), the last word of
 * a line marked; still in the coordinates of the recognised picture.
 */
export function wordsOf(page: Page): RecognizedWord[] {
	const lines = (page.blocks ?? []).flatMap((block) =>
		block.paragraphs.flatMap((paragraph) => paragraph.lines),
	);
	return lines.filter((line) => !isShadow(line, lines)).flatMap(lineWords);
}

/**
 * The picture was turned upright about its centre; this turns a point back and scales it.
 * @param tilt radians clockwise by which the page was tilted
 */
export function placement(
	recognized: { width: number; height: number },
	answer: { width: number; height: number },
	tilt: number,
): Place {
	const [centreX, centreY] = [recognized.width / 2, recognized.height / 2];
	const [cos, sin] = [Math.cos(tilt), Math.sin(tilt)];
	return ({ x, y }) => {
		const [dx, dy] = [x - centreX, y - centreY];
		return {
			x: round(((centreX + dx * cos - dy * sin) * answer.width) / recognized.width),
			y: round(((centreY + dx * sin + dy * cos) * answer.height) / recognized.height),
		};
	};
}

/** The engine sometimes sees the upper half of large print as a line of its own above it. */
function isShadow({ bbox }: Line, lines: Line[]): boolean {
	return lines.some((other) => heightOf(other.bbox) > heightOf(bbox) && covers(other.bbox, bbox));
}

/** Whether a box covers more than half of another. */
function covers(one: Bbox, other: Bbox): boolean {
	const width = Math.min(one.x1, other.x1) - Math.max(one.x0, other.x0);
	const height = Math.min(one.y1, other.y1) - Math.max(one.y0, other.y0);
	const area = (other.x1 - other.x0) * heightOf(other);
	return width > 0 && height > 0 && width * height > area / 2;
}

function heightOf({ y0, y1 }: Bbox): number {
	return y1 - y0;
}

function lineWords(line: Line): RecognizedWord[] {
	const words = tokens(line).filter(
		({ text, confidence }) => confidence >= LEAST_CONFIDENCE && !RULE_LIKE.test(text),
	);
	return words.map(({ text, box, confidence }, index) => ({
		text,
		confidence: Math.round(confidence * 100) / 10000,
		corners: corners(box),
		lineBreak: index === words.length - 1,
	}));
}

interface Token {
	text: string;
	box: Bbox;
	confidence: number;
}

/** The line's text cut at blanks; each token takes the pieces that make it up. */
function tokens(line: Line): Token[] {
	const pieces = [...line.words];
	return (line.text.match(/\S+/g) ?? []).flatMap((text) => {
		const own = piecesOf(text, pieces);
		if (own.length === 0) return [];
		const confidence = own.reduce((sum, piece) => sum + piece.confidence, 0) / own.length;
		return [{ text, box: own.map(({ bbox }) => bbox).reduce(union), confidence }];
	});
}

/** Takes pieces off the front until they are as long as the token. */
function piecesOf(text: string, pieces: Line['words']): Line['words'] {
	const own: Line['words'] = [];
	for (let length = 0; length < text.length && pieces.length > 0; ) {
		const [piece] = pieces.splice(0, 1);
		own.push(piece);
		length += piece.text.replace(/\s/g, '').length;
	}
	return own;
}

function union(one: Bbox, other: Bbox): Bbox {
	return {
		x0: Math.min(one.x0, other.x0),
		y0: Math.min(one.y0, other.y0),
		x1: Math.max(one.x1, other.x1),
		y1: Math.max(one.y1, other.y1),
	};
}

function corners({ x0, y0, x1, y1 }: Bbox): Point[] {
	return [
		{ x: x0, y: y0 },
		{ x: x1, y: y0 },
		{ x: x1, y: y1 },
		{ x: x0, y: y1 },
	];
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
