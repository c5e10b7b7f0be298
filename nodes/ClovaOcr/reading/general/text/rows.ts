import { insert, overlap, PADDING, smallerHeight, Tips, type PlacedWord, type Row } from './tips';
import { levelled, type LevelledPage } from './tilt';
import { hasLineBreaks, linesByBreak, type Word } from './words';

/** Words that stay together, from left to right, and the row that they have come to. */
interface Stretch {
	words: PlacedWord[];
	row: Row | null;
}

/** Share of the smaller height that words of one CLOVA line have in common: it has seen that they belong together. */
const OVERLAP_WITHIN_LINE = 0.25;

/**
 * The lines of a page in CLOVA's reading order. Where no word says whether it ends a line (engine
 * V1), the lines are the visual rows instead.
 */
export function linesOf(words: Word[]): Word[][] {
	if (hasLineBreaks(words)) return linesByBreak(words);
	return visualRows(words).map((row) => row.map(({ word }) => word));
}

/**
 * The rows of a page as the eye sees them, top to bottom, each from left to right, whatever the tilt.
 *
 * Words that CLOVA gave as one line stay together while they go on to the right at one height; the
 * stretches so found (single words where the answer has no line breaks) are put together from the
 * left wherever they stand at the same height beside each other. All measures are relative to the
 * height of the text, so that the size of the print and of the scan do not matter.
 *
 * A sweep from left to right keeps each row's last word in a level band of the page, so that a row is
 * found without a walk over all of them: n log n in the number of words.
 */
export function visualRows(words: Word[]): PlacedWord[][] {
	const placed = placedWords(words);
	const tips = new Tips(placed);
	const rows: Row[] = [];
	for (const { word, stretch } of inSweepOrder(stretchesOf(placed, hasLineBreaks(words)))) {
		if (stretch.row === null) {
			const found = tips.best(stretch.words);
			stretch.row = found ?? { words: [], tip: word, furthest: word };
			if (found === null) rows.push(stretch.row);
			for (const each of stretch.words) insert(stretch.row.words, each);
		}
		tips.move(stretch.row, word);
	}
	return rows
		.map((row) => ({ words: row.words, centre: centreOf(row.words) }))
		.sort((a, b) => a.centre - b.centre)
		.map((row) => row.words);
}

function centreOf(words: PlacedWord[]): number {
	return words.reduce((sum, { top, bottom }) => sum + top + bottom, 0) / words.length;
}

/** All words from left to right; a word never comes before the one that it follows in its stretch. */
function inSweepOrder(stretches: Stretch[]) {
	const steps: Array<{ x: number; word: PlacedWord; stretch: Stretch }> = [];
	for (const stretch of stretches) {
		let x = -Infinity;
		for (const word of stretch.words) {
			x = Math.max(x, word.left);
			steps.push({ x, word, stretch });
		}
	}
	return steps.sort((a, b) => a.x - b.x || a.stretch.words[0].top - b.stretch.words[0].top);
}

/** The lines of a page in CLOVA's reading order, as `linesOf` has them, each word with its place. */
export function placedLines(words: Word[]): PlacedWord[][] {
	if (!hasLineBreaks(words)) return visualRows(words);
	const lines: PlacedWord[][] = [];
	for (const word of placedWords(words)) (lines[word.line] ??= []).push(word);
	return lines;
}

/**
 * Every word with a place: one that has none stands right behind the word before it, or before the
 * first that has one, and where no word has any, line stands below line.
 */
function placedWords(words: Word[]): PlacedWord[] {
	const page = levelled(words);
	const placed: PlacedWord[] = [];
	let [x, y, width, height] = placeAt(page, 0);
	x -= width;
	for (const [line, own] of linesByBreak(words).entries()) {
		for (const [number, word] of own.entries()) {
			const at = page.ofWord[placed.length];
			if (at >= 0) [x, y, width, height] = placeAt(page, at);
			else if (page.count > 0) [x, width] = [x + width / 2, 0];
			else [x, y, width, height] = [number, line, 1, 1];
			const [left, right] = [x - width / 2, x + width / 2];
			placed.push({ word, line, left, right, top: y - height / 2, bottom: y + height / 2 });
		}
	}
	return placed;
}

function placeAt({ x, y, width, height }: LevelledPage, at: number) {
	return [x[at], y[at], width[at], height[at]];
}

function stretchesOf(placed: PlacedWord[], hasLines: boolean): Stretch[] {
	const stretches: Stretch[] = [];
	for (const word of placed) {
		const words = stretches.at(-1)?.words;
		if (hasLines && words !== undefined && goesOn(words[words.length - 1], word)) words.push(word);
		else stretches.push({ words: [word], row: null });
	}
	return stretches;
}

function goesOn(last: PlacedWord, next: PlacedWord): boolean {
	return (
		last.line === next.line &&
		next.left >= last.right - PADDING * smallerHeight(last, next) &&
		overlap(last, next) >= OVERLAP_WITHIN_LINE
	);
}
