import type { Point } from '../../../shared/geometry';
import { medianOf } from '../../../shared/median';
import type { Word } from '../text/words';

/** Gap between words that is expected before a table shows its own, in text heights. */
const EXPECTED_GAP = 0.25;
/** How many of the table's own gaps the expectation weighs as much as. */
const EXPECTED_WEIGHT = 4;
/** How much less than usual, in text heights, a gap must be for two boxes to count as touching. */
const TOUCHING = 0.2;

/** Hangul, Han, kana: scripts whose words a recogniser may split in the middle. */
const CJK = String.raw`[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]`;
const BEGINS_CJK = new RegExp(`^${CJK}`, 'u');
const ENDS_CJK = new RegExp(`${CJK}$`, 'u');

/**
 * The text of a cell: its lines joined by line feeds, the words of a line by spaces. Between two
 * CJK characters the space is left out where the boxes touch, for then only the recognition has
 * split the word. How near is touching depends on the tables: boxes are padded, and in small print
 * those of words that are printed apart overlap (real answers: -0.1 text heights in a tight table,
 * 0.25 in running text). So a gap counts as touching when it is 0.2 text heights less than the
 * usual one, which without other evidence means 0.05 text heights or less.
 * @param usual the result of `usualGap`, asked for only where two boxes are near enough to matter
 */
export function cellText(lines: Word[][], usual: () => number): string {
	return lines.map((words) => lineText(words, usual)).join('\n');
}

/**
 * The median gap between words of a line, in text heights, over all lines of a page's tables.
 * A few samples of an expected gap are mixed in, so that one split word does not set the measure.
 */
export function usualGap(lines: Word[][]): number {
	const gaps: number[] = Array<number>(EXPECTED_WEIGHT).fill(EXPECTED_GAP);
	for (const words of lines) {
		for (let i = 1; i < words.length; i++) {
			const gap = gapBetween(words[i - 1], words[i]);
			if (gap !== null) gaps.push(gap);
		}
	}
	return medianOf(gaps);
}

function lineText(words: Word[], usual: () => number): string {
	return words.reduce((text, word, index) => {
		if (index === 0) return word.text;
		return text + (isSplit(words[index - 1], word, usual) ? '' : ' ') + word.text;
	}, '');
}

function isSplit(left: Word, right: Word, usual: () => number): boolean {
	if (!ENDS_CJK.test(left.text) || !BEGINS_CJK.test(right.text)) return false;
	const gap = gapBetween(left, right);
	if (gap === null || gap > EXPECTED_GAP - TOUCHING) return false;
	return gap <= usual() - TOUCHING;
}

/** Gap between two words along the text's direction, in text heights; null without boxes. */
function gapBetween(left: Word, right: Word): number | null {
	const [topLeft, topRight, bottomRight, bottomLeft] = left.corners;
	const [nextTop, , , nextBottom] = right.corners;
	if (bottomLeft === undefined || nextBottom === undefined) return null;
	const from = between(topRight, bottomRight);
	const to = between(nextTop, nextBottom);
	const width = Math.hypot(topRight.x - topLeft.x, topRight.y - topLeft.y);
	const height = Math.hypot(bottomLeft.x - topLeft.x, bottomLeft.y - topLeft.y);
	if (width === 0 || height === 0) return null;
	const [dx, dy] = [(topRight.x - topLeft.x) / width, (topRight.y - topLeft.y) / width];
	return ((to.x - from.x) * dx + (to.y - from.y) * dy) / height;
}

function between(one: Point, other: Point): Point {
	return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}
