import { levelled, type LevelledPage } from './tilt';
import { linesByBreak, type Word } from './words';

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
	/** From left to right. */
	words: PlacedWord[];
	/** The last word so far as the sweep from the left has come: what stands beside the next one. */
	tip: PlacedWord;
	/** The word that reaches furthest to the right of those that the sweep has passed. */
	furthest: PlacedWord;
}

/** Words that stay together, from left to right, and the row that they have come to. */
interface Stretch {
	words: PlacedWord[];
	row: Row | null;
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
/** Bounds of the search for a row, far above what print needs: tall letters, boxes upon boxes. */
const MOST_BANDS = 32;
const MOST_TRIED = 64;

/**
 * The lines of a page in CLOVA's reading order. Where no word says whether it ends a line (engine
 * V1), the lines are the visual rows instead.
 */
export function linesOf(words: Word[]): Word[][] {
	const hasBreaks = words.some((word) => word.lineBreak !== null);
	if (hasBreaks) return linesByBreak(words);
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
	for (const { word, stretch } of inSweepOrder(stretchesOf(placed))) {
		if (stretch.row === null) {
			stretch.row = tips.best(stretch.words);
			if (stretch.row === null) rows.push((stretch.row = { words: [], tip: word, furthest: word }));
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
	if (words.every((word) => word.lineBreak === null)) return visualRows(words);
	const lines: PlacedWord[][] = [];
	for (const word of placedWords(words)) (lines[word.line] ??= []).push(word);
	return lines;
}

/**
 * Every word with a place: one that has none stands right behind the word before it, and where no
 * word has any, line stands below line.
 */
function placedWords(words: Word[]): PlacedWord[] {
	const page = levelled(words);
	const placed: PlacedWord[] = [];
	let line = 0;
	let [x, y, width, height] = page.count > 0 ? placeAt(page, 0) : [0, 0, 0, 1];
	for (const [index, word] of words.entries()) {
		const at = page.ofWord[index];
		if (at >= 0) [x, y, width, height] = placeAt(page, at);
		else if (page.count > 0) [x, width] = [x + width / 2, 0];
		else [x, y] = [index + 1, line];
		const [left, right] = [x - width / 2, x + width / 2];
		placed.push({ word, line, left, right, top: y - height / 2, bottom: y + height / 2 });
		if (word.lineBreak === true) line++;
	}
	return placed;
}

function placeAt({ x, y, width, height }: LevelledPage, at: number) {
	return [x[at], y[at], width[at], height[at]];
}

function stretchesOf(placed: PlacedWord[]): Stretch[] {
	const hasLines = placed.some(({ word }) => word.lineBreak !== null);
	const stretches: Stretch[] = [];
	for (const current of placed) {
		const stretch = stretches.at(-1)?.words;
		const last = stretch?.at(-1);
		const goesOn =
			hasLines &&
			last?.line === current.line &&
			current.left >= last.right - PADDING * smallerHeight(last, current) &&
			overlap(last, current) >= OVERLAP_WITHIN_LINE;
		if (goesOn) stretch?.push(current);
		else stretches.push({ words: [current], row: null });
	}
	return stretches.sort(({ words: [a] }, { words: [b] }) => a.left - b.left || a.top - b.top);
}

/** The rows by the height at which their last word stands. */
class Tips {
	private readonly bands = new Map<number, Set<Row>>();
	private readonly height: number;
	private tallest = 0;

	constructor(words: PlacedWord[]) {
		const heights = Float64Array.from(words, ({ top, bottom }) => bottom - top).sort();
		this.height = Math.max(heights[heights.length >> 1] ?? 1, 1);
	}

	/** Makes a word the last one of its row. */
	move(row: Row, word: PlacedWord): void {
		const [before, number] = [this.numberOf(row.tip), this.numberOf(word)];
		if (before !== number) this.bands.get(before)?.delete(row);
		row.tip = word;
		if (word.right > row.furthest.right) row.furthest = word;
		const band = this.bands.get(number);
		if (band === undefined) this.bands.set(number, new Set([row]));
		else band.add(row);
		this.tallest = Math.max(this.tallest, word.bottom - word.top);
	}

	/** The row that the stretch continues best: the one whose last word stands nearest to its height. */
	best(stretch: PlacedWord[]): Row | null {
		const [first] = stretch;
		const own = this.numberOf(first);
		const reach = (first.bottom - first.top + this.tallest) / 2;
		const around = Math.min(Math.ceil(reach / this.height), MOST_BANDS);
		let best: Row | null = null;
		let smallest = Infinity;
		let tried = 0;
		for (let step = 0; step <= around && (step - 1) * this.height < smallest; step++) {
			for (const number of step === 0 ? [own] : [own - step, own + step]) {
				for (const row of this.bands.get(number) ?? []) {
					if (tried++ >= MOST_TRIED) return best;
					const offset = Math.abs(middleOf(row.tip) - middleOf(first));
					if (offset < smallest && fits(row, stretch)) [best, smallest] = [row, offset];
				}
			}
		}
		return best;
	}

	private numberOf(word: PlacedWord): number {
		return Math.floor(middleOf(word) / this.height);
	}
}

function middleOf({ top, bottom }: PlacedWord): number {
	return (top + bottom) / 2;
}

/** Whether the stretch stands at the height of the row's last word and runs over no word of the row. */
function fits(row: Row, stretch: PlacedWord[]): boolean {
	if (overlap(row.tip, stretch[0]) < OVERLAP_OF_STRANGERS) return false;
	return stretch.every((word) => {
		const at = placeIn(row.words, word.left);
		const around = [row.furthest, row.words[at - 1], row.words[at]];
		return around.every((other) => other === undefined || !collide(word, other));
	});
}

function insert(words: PlacedWord[], word: PlacedWord): void {
	const at = placeIn(words, word.left);
	if (at === words.length) words.push(word);
	else words.splice(at, 0, word);
}

/** Where a word belongs in a row: behind all that begin further left or at the same place. */
function placeIn(words: PlacedWord[], left: number): number {
	let [low, high] = [0, words.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (words[middle].left > left) high = middle;
		else low = middle + 1;
	}
	return low;
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
