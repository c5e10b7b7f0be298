import type { Bbox, Line, Page } from 'tesseract.js';
import type { Point } from '../../../nodes/ClovaOcr/reading/geometry';
import type { RecognizedWord } from '../types';

/** Below this the engine sees letters in dirt and rules. */
const LEAST_CONFIDENCE = 20;

/** From the recognised picture's coordinates to the answer's. */
export type Place = (point: Point) => Point;

/**
 * The engine's words as the service's: whole words (it cuts Korean ones into pieces), rotated boxes,
 * the last word of a line marked.
 */
export function wordsOf(page: Page, place: Place): RecognizedWord[] {
	const lines = (page.blocks ?? []).flatMap((block) =>
		block.paragraphs.flatMap((paragraph) => paragraph.lines),
	);
	return lines.flatMap((line) => lineWords(line, place));
}

/**
 * The engine turned the picture upright about its centre; this turns a point back and scales it.
 * @param turned radians by which the engine turned the picture, clockwise
 */
export function placement(
	recognized: { width: number; height: number },
	answer: { width: number; height: number },
	turned: number,
): Place {
	const [centreX, centreY] = [recognized.width / 2, recognized.height / 2];
	const [cos, sin] = [Math.cos(-turned), Math.sin(-turned)];
	return ({ x, y }) => {
		const [dx, dy] = [x - centreX, y - centreY];
		return {
			x: round(((centreX + dx * cos - dy * sin) * answer.width) / recognized.width),
			y: round(((centreY + dx * sin + dy * cos) * answer.height) / recognized.height),
		};
	};
}

function lineWords(line: Line, place: Place): RecognizedWord[] {
	const words = tokens(line).filter(({ confidence }) => confidence >= LEAST_CONFIDENCE);
	return words.map(({ text, box, confidence }, index) => ({
		text,
		confidence: Math.round(confidence * 100) / 10000,
		corners: corners(box).map(place),
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
