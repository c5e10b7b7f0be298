import { visualRows } from './rows';
import { heightOf, type PlacedWord } from './tips';
import type { Word } from './words';

/** A gap of at least this many text heights parts two columns, a smaller one two words. */
const COLUMN_GAP = 1;
/** The share of words that may be set narrower than the column grid; see `columnWidth`. */
const NARROW_SHARE = 0.25;
/** Spaces between columns at least, so that they can be told from words. */
const GUTTER = 2;
/** Most spaces in one place: more than a page is wide, and a bound where places or sizes are absurd. */
const WIDEST_GAP = 200;

/** A visual row as words and as text with its columns kept apart. */
export interface SpacedRow {
	words: Word[];
	text: string;
}

/**
 * The visual rows of a page, written so that columns stand below each other in a fixed-width font.
 *
 * Words are parted by one space. Where a column begins (a gap as wide as the text is high, or a line
 * end of CLOVA's inside the row) the row is filled with at least two spaces up to the place that
 * the column has on the page, measured in widths of a character; CJK characters count two.
 */
export function spacedRows(words: Word[]): SpacedRow[] {
	const rows = visualRows(words);
	const unit = columnWidth(rows);
	const margin = rows.reduce((least, [first]) => Math.min(least, first.left), Infinity);
	return rows.map((row) => ({
		words: row.map(({ word }) => word),
		text: spacedText(row, (placed) => Math.round((placed.left - margin) / unit)),
	}));
}

function spacedText(row: PlacedWord[], columnOf: (placed: PlacedWord) => number): string {
	let text = ' '.repeat(indentOf(columnOf(row[0])));
	let width = text.length;
	row.forEach((placed, index) => {
		const previous = row[index - 1];
		if (previous !== undefined) {
			const begins = beginsColumn(previous, placed);
			const spaces = begins ? clamped(columnOf(placed) - width) : 1;
			text += ' '.repeat(spaces);
			width += spaces;
		}
		text += placed.word.text;
		width += displayWidth(placed.word.text);
	});
	return text;
}

/** A ragged margin is not an indent: less than a gutter counts as none. */
function indentOf(column: number): number {
	return column < GUTTER ? 0 : clamped(column);
}

function clamped(spaces: number): number {
	return Math.min(Math.max(spaces, GUTTER), WIDEST_GAP);
}

function beginsColumn(previous: PlacedWord, next: PlacedWord): boolean {
	if (previous.line !== next.line) return true;
	const height = (heightOf(previous) + heightOf(next)) / 2;
	return next.left - previous.right >= COLUMN_GAP * height;
}

/**
 * Pixels that one column of the text stands for: the width of a character in the narrower print of
 * the page, so that most texts fit between their own column and the next.
 */
function columnWidth(rows: PlacedWord[][]): number {
	const widths = rows
		.flat()
		.map(({ word, left, right }) => (right - left) / Math.max(displayWidth(word.text), 1))
		.filter((width) => width > 0)
		.sort((a, b) => a - b);
	return widths[Math.floor(widths.length * NARROW_SHARE)] ?? 1;
}

/**
 * Characters that a fixed-width font draws two columns wide: the ranges that Unicode's
 * East Asian Width (UAX #11) calls Wide or Fullwidth, plus pictographs.
 */
const WIDE_LETTER =
	/[\u1100-\u115f\u2e80-\u303e\u3041-\u4dbf\u4e00-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
/** Marks that stand on the letter before them. */
const COMBINING = /\p{Mn}/u;

/** Width of a text in columns of a fixed-width font: CJK characters count two, marks none. */
export function displayWidth(text: string): number {
	let width = 0;
	for (const character of text) {
		if (WIDE_LETTER.test(character)) width += 2;
		else if (!COMBINING.test(character)) width += 1;
	}
	return width;
}
