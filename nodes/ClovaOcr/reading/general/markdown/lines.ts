import { columnLines } from '../text/columns';
import { placedLines, visualRows } from '../text/rows';
import type { PlacedWord } from '../text/tips';
import type { Word } from '../text/words';

/** A line of a page with what typesetting tells of it; pixels of the levelled page. */
export interface Line {
	words: PlacedWord[];
	text: string;
	left: number;
	right: number;
	/** Height of its letters. */
	height: number;
	/** The middle between top and bottom. */
	middle: number;
	/** The stretch of page that it is read in, by number, and the edges of that. */
	region: number;
	regionLeft: number;
	regionRight: number;
}

/** The lines of a page in reading order: column by column where it has columns, else as CLOVA gave them. */
export function linesInOrder(words: Word[]): Line[] {
	const found =
		columnLines(visualRows(words)) ??
		placedLines(words).map((line) => ({ words: line, region: 0 }));
	const regions: Array<{ left: number; right: number }> = [];
	for (const { words: own, region } of found) {
		const edges = (regions[region] ??= { left: Infinity, right: -Infinity });
		edges.left = Math.min(edges.left, leftOf(own));
		edges.right = Math.max(edges.right, rightOf(own));
	}
	return found.map(({ words: own, region }) => {
		const { left, right } = regions[region];
		return lineOf(own, { region, regionLeft: left, regionRight: right });
	});
}

/** The same line with other words, or null without any. */
export function withWords(line: Line, words: PlacedWord[]): Line | null {
	if (words.length === line.words.length) return line;
	return words.length === 0 ? null : lineOf(words, line);
}

function lineOf(
	words: PlacedWord[],
	{ region, regionLeft, regionRight }: Pick<Line, 'region' | 'regionLeft' | 'regionRight'>,
): Line {
	const heights = words.map(({ top, bottom }) => bottom - top).sort((a, b) => a - b);
	const middles = words.reduce((sum, { top, bottom }) => sum + (top + bottom) / 2, 0);
	return {
		words,
		text: words.map(({ word }) => word.text).join(' '),
		left: leftOf(words),
		right: rightOf(words),
		height: heights[heights.length >> 1],
		middle: middles / words.length,
		region,
		regionLeft,
		regionRight,
	};
}

function leftOf(words: PlacedWord[]): number {
	return words.reduce((least, { left }) => Math.min(least, left), Infinity);
}

function rightOf(words: PlacedWord[]): number {
	return words.reduce((most, { right }) => Math.max(most, right), -Infinity);
}
