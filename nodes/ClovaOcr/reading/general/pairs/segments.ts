import { visualRows } from '../text/rows';
import type { PlacedWord } from '../text/tips';
import type { Word } from '../text/words';

/** Words of one row that stand together: a label, a value, or both with a colon between them. */
export interface Segment {
	words: Word[];
	text: string;
	left: number;
	right: number;
	top: number;
	bottom: number;
}

/** A gap so wide, in text heights, parts two segments. */
const GAP = 1;

/** The rows of a page, top to bottom, each cut at its wide gaps. Blanks within spread labels are narrower. */
export function segmentRows(words: Word[]): Segment[][] {
	return visualRows(words).map((row) => {
		const parts: PlacedWord[][] = [];
		row.forEach((word, index) => {
			if (index === 0 || isApart(row[index - 1], word)) parts.push([word]);
			else parts[parts.length - 1].push(word);
		});
		return parts.map(segmentOf);
	});
}

function isApart(before: PlacedWord, word: PlacedWord): boolean {
	const height = Math.min(before.bottom - before.top, word.bottom - word.top);
	return word.left - before.right >= GAP * Math.max(height, 1);
}

function segmentOf(part: PlacedWord[]): Segment {
	const words = part.map(({ word }) => word);
	const edge = (pick: (word: PlacedWord) => number, best: (a: number, b: number) => number) =>
		part.map(pick).reduce((one, other) => best(one, other));
	return {
		words,
		text: words.map(({ text }) => text).join(' '),
		left: edge(({ left }) => left, Math.min),
		right: edge(({ right }) => right, Math.max),
		top: edge(({ top }) => top, Math.min),
		bottom: edge(({ bottom }) => bottom, Math.max),
	};
}
