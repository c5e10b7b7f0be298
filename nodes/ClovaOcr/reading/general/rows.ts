import { linesByBreak } from './lineBreaks';
import { levelled, type Place } from './tilt';
import type { Word } from './words';

/** A word with its place on the levelled page and the number of the CLOVA line that it came in. */
export interface PlacedWord {
	word: Word;
	place: Place;
	line: number;
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
	const rows: PlacedWord[][] = [];
	for (const stretch of stretchesOf(placedWords(words))) {
		const row = bestRow(rows, stretch);
		if (row === null) rows.push(stretch);
		else row.push(...stretch);
	}
	for (const row of rows) row.sort((a, b) => leftOf(a) - leftOf(b));
	return rows
		.map((row) => ({ row, y: row.reduce((sum, { place }) => sum + place.y, 0) / row.length }))
		.sort((a, b) => a.y - b.y)
		.map(({ row }) => row);
}

/**
 * Every word with a place: one that has none stands right behind the word before it, and where no
 * word has any, line stands below line.
 */
function placedWords(words: Word[]): PlacedWord[] {
	const places = levelled(words);
	const first = places.find((place) => place !== null);
	let index = 0;
	let last = first ?? { x: 0, y: 0, width: 0, height: 1 };
	return linesByBreak(words).flatMap((line, number) =>
		line.map((word) => {
			const behind = { ...last, x: last.x + last.width / 2, width: 0 };
			const place = places[index++] ?? (first ? behind : { ...behind, x: index, y: number });
			last = place;
			return { word, place, line: number };
		}),
	);
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
			leftOf(current) >= rightOf(last) - PADDING * heightOf(last, current) &&
			overlap(last, current) >= OVERLAP_WITHIN_LINE;
		if (goesOn) stretch?.push(current);
		else stretches.push([current]);
	}
	return stretches.sort((a, b) => leftOf(a[0]) - leftOf(b[0]) || a[0].place.y - b[0].place.y);
}

/** The row that the stretch continues best, by the words that would stand next to each other. */
function bestRow(rows: PlacedWord[][], stretch: PlacedWord[]): PlacedWord[] | null {
	let best: PlacedWord[] | null = null;
	let smallest = Infinity;
	for (const row of rows) {
		const offset = offsetTo(row, stretch);
		if (offset !== null && offset < smallest) [best, smallest] = [row, offset];
	}
	return best;
}

/** Vertical distance of the stretch from its neighbours in the row; null where it can't stand there. */
function offsetTo(row: PlacedWord[], stretch: PlacedWord[]): number | null {
	const first = stretch[0];
	let neighbour: PlacedWord | null = null;
	for (const candidate of row) {
		if (leftOf(candidate) > leftOf(first)) continue;
		if (neighbour === null || leftOf(candidate) > leftOf(neighbour)) neighbour = candidate;
	}
	if (neighbour === null || overlap(neighbour, first) < OVERLAP_OF_STRANGERS) return null;
	if (stretch.some((word) => row.some((other) => collide(word, other)))) return null;
	return Math.abs(neighbour.place.y - first.place.y);
}

function collide(one: PlacedWord, other: PlacedWord): boolean {
	const shared = Math.min(rightOf(one), rightOf(other)) - Math.max(leftOf(one), leftOf(other));
	return shared > PADDING * heightOf(one, other);
}

/** Height that both have in common, as a share of the smaller one's; negative when they are apart. */
function overlap(one: PlacedWord, other: PlacedWord): number {
	const [a, b] = [one.place, other.place];
	const shared =
		Math.min(a.y + a.height / 2, b.y + b.height / 2) -
		Math.max(a.y - a.height / 2, b.y - b.height / 2);
	return shared / heightOf(one, other);
}

function heightOf(one: PlacedWord, other: PlacedWord): number {
	return Math.max(Math.min(one.place.height, other.place.height), Number.EPSILON);
}

/** Left edge of a word on the levelled page, in pixels. */
export function leftOf({ place }: PlacedWord): number {
	return place.x - place.width / 2;
}

/** Right edge of a word on the levelled page, in pixels. */
export function rightOf({ place }: PlacedWord): number {
	return place.x + place.width / 2;
}
