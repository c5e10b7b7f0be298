import { linesByBreak } from './lineBreaks';
import { levelled, type Place } from './tilt';
import type { Word } from './words';

/** A word with its edges on the levelled page, in pixels, and the number of its CLOVA line. */
export interface PlacedWord {
	word: Word;
	line: number;
	left: number;
	right: number;
	top: number;
	bottom: number;
}

interface Row {
	words: PlacedWord[];
	top: number;
	bottom: number;
}

/**
 * Share of the smaller height that two words must have in common to stand side by side. Labels of a
 * real table that are centred between two of its rows share 0.57 and 0.60 with the nearer one.
 */
const OVERLAP_OF_STRANGERS = 0.61;
/** The same for words that CLOVA gave as one line: it has seen that they belong together. */
const OVERLAP_WITHIN_LINE = 0.25;
/** How far, in text heights, boxes of neighbours may reach into each other: CLOVA pads them. */
const PADDING = 0.5;

/**
 * The rows of a page as the eye sees them, top to bottom, each from left to right, whatever the tilt.
 *
 * Words that CLOVA gave as one line stay together while they go on to the right at one height; the
 * stretches so found (single words where the answer has no line breaks) are put together from the
 * left wherever they stand at the same height beside each other. All measures are relative to the
 * height of the text, so that the size of the print and of the scan do not matter.
 */
export function visualRows(words: Word[]): PlacedWord[][] {
	const rows: Row[] = [];
	for (const stretch of stretchesOf(placedWords(words))) {
		let row = bestRow(rows, stretch);
		if (row === null) {
			row = { words: [], top: Infinity, bottom: -Infinity };
			rows.push(row);
		}
		for (const word of stretch) addTo(row, word);
	}
	for (const row of rows) row.words.sort((a, b) => a.left - b.left);
	return rows
		.map((row) => ({ words: row.words, centre: centreOf(row.words) }))
		.sort((a, b) => a.centre - b.centre)
		.map((row) => row.words);
}

function addTo(row: Row, word: PlacedWord): void {
	row.words.push(word);
	row.top = Math.min(row.top, word.top);
	row.bottom = Math.max(row.bottom, word.bottom);
}

function centreOf(words: PlacedWord[]): number {
	return words.reduce((sum, { top, bottom }) => sum + top + bottom, 0) / words.length;
}

/**
 * Every word with a place: one that has none stands right behind the word before it, and where no
 * word has any, line stands below line.
 */
function placedWords(words: Word[]): PlacedWord[] {
	const places = levelled(words);
	const first = places.find((place) => place !== null);
	let index = 0;
	let last: Place = first ?? { x: 0, y: 0, width: 0, height: 1 };
	return linesByBreak(words).flatMap((line, number) =>
		line.map((word) => {
			const behind = { ...last, x: last.x + last.width / 2, width: 0 };
			last = places[index++] ?? (first ? behind : { ...behind, x: index, y: number });
			return { word, line: number, ...edgesOf(last) };
		}),
	);
}

function edgesOf({ x, y, width, height }: Place) {
	return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

function stretchesOf(placed: PlacedWord[]): PlacedWord[][] {
	const hasLines = placed.some(({ word }) => word.lineBreak !== null);
	const stretches: PlacedWord[][] = [];
	for (const current of placed) {
		const stretch = stretches.at(-1);
		const last = stretch?.at(-1);
		const goesOn =
			hasLines &&
			last?.line === current.line &&
			current.left >= last.right - PADDING * smallerHeight(last, current) &&
			overlap(last, current) >= OVERLAP_WITHIN_LINE;
		if (goesOn) stretch?.push(current);
		else stretches.push([current]);
	}
	return stretches.sort((a, b) => a[0].left - b[0].left || a[0].top - b[0].top);
}

/** The row that the stretch continues best, by the words that would stand next to each other. */
function bestRow(rows: Row[], stretch: PlacedWord[]): Row | null {
	const { top, bottom } = stretch[0];
	let best: Row | null = null;
	let smallest = Infinity;
	for (const row of rows) {
		if (row.top > bottom || row.bottom < top) continue;
		const offset = offsetTo(row, stretch);
		if (offset !== null && offset < smallest) [best, smallest] = [row, offset];
	}
	return best;
}

/** Vertical distance of the stretch from its neighbour in the row; null where it can't stand there. */
function offsetTo(row: Row, stretch: PlacedWord[]): number | null {
	const first = stretch[0];
	let neighbour: PlacedWord | null = null;
	for (const candidate of row.words) {
		if (candidate.left > first.left) continue;
		if (neighbour === null || candidate.left > neighbour.left) neighbour = candidate;
	}
	if (neighbour === null || overlap(neighbour, first) < OVERLAP_OF_STRANGERS) return null;
	if (stretch.some((word) => row.words.some((other) => collide(word, other)))) return null;
	return Math.abs(neighbour.top + neighbour.bottom - first.top - first.bottom) / 2;
}

function collide(one: PlacedWord, other: PlacedWord): boolean {
	const shared = Math.min(one.right, other.right) - Math.max(one.left, other.left);
	return shared > PADDING * smallerHeight(one, other);
}

/** Height that both have in common, as a share of the smaller one's; negative when they are apart. */
function overlap(one: PlacedWord, other: PlacedWord): number {
	const shared = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
	return shared / smallerHeight(one, other);
}

function smallerHeight(one: PlacedWord, other: PlacedWord): number {
	return Math.max(Math.min(one.bottom - one.top, other.bottom - other.top), Number.EPSILON);
}
