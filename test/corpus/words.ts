import type { SeenWord } from '../support/pdf/tools';
import type { LayerWord } from '../../nodes/ClovaOcr/pdf/layer/placing';

/** A word and its place on the page: points from the top-left, as the page is shown. */
export interface InventedWord extends SeenWord {
	line: number;
}

const LINES = 8;
const WORDS_A_LINE = 4;
const MARGIN = 0.08;
/** A word's height, and the gap to the next one, as shares of a line and of its column. */
const HEIGHT = 0.55;
const GAP = 0.15;
const LARGEST = 14;

/** Letters that no common page has beside each other, so that its own words are not taken for ours. */
const LETTERS = ['가나다라마바사아자차카타파하', 'ÞŁŊßĦŦÆŒ', '零壱弐参四伍六七', 'ЖЩЫЭЮЯФЦ'];

/**
 * Words of an invented text in four scripts, evenly spread over a page.
 * @param seed another text for each
 */
export function inventWords(seed: number, size: { width: number; height: number }): InventedWord[] {
	const [left, top] = [size.width * MARGIN, size.height * MARGIN];
	const column = (size.width - 2 * left) / WORDS_A_LINE;
	const row = (size.height - 2 * top) / LINES;
	const height = Math.min(row * HEIGHT, LARGEST);
	const words: InventedWord[] = [];
	for (let line = 0; line < LINES; line++) {
		for (let place = 0; place < WORDS_A_LINE; place++) {
			const text = wordOf(seed * LINES * WORDS_A_LINE + words.length);
			const start = left + place * column;
			const width = Math.min(column * (1 - GAP), height * text.length);
			const above = top + line * row;
			const ends = { right: start + width, bottom: above + height };
			words.push({ text, line, left: start, top: above, ...ends });
		}
	}
	return words;
}

function wordOf(number: number): string {
	const letters = LETTERS[number % LETTERS.length];
	let text = '';
	for (let rest = number * 31 + 997; rest > 0; rest = Math.floor(rest / letters.length)) {
		text += letters[rest % letters.length];
	}
	return text;
}

/** The words as an answer of CLOVA OCR has them: lines of quads, in pixels. */
export function layOut(words: InventedWord[], scale: number): LayerWord[][] {
	const lines: LayerWord[][] = Array.from({ length: LINES }, () => []);
	for (const { text, line, left, top, right, bottom } of words) {
		const corners = [
			[left, top],
			[right, top],
			[right, bottom],
			[left, bottom],
		].map(([x, y]) => ({ x: x * scale, y: y * scale }));
		lines[line].push({ text, corners, confidence: 0.99 });
	}
	return lines;
}

/** How far a word may be seen from where it was laid: in its own heights. */
const NEAR = 0.35;

/** Those of the words that are not seen as they are, where they were laid. */
export function missedWords(words: InventedWord[], seen: SeenWord[]): InventedWord[] {
	return words.filter((word) => {
		const near = NEAR * (word.bottom - word.top) + 0.5;
		const isThere = (other: SeenWord) =>
			other.text === word.text &&
			Math.abs(other.left - word.left) <= near &&
			Math.abs(other.right - word.right) <= near &&
			Math.abs(other.top - word.top) <= near &&
			Math.abs(other.bottom - word.bottom) <= near;
		return !seen.some(isThere);
	});
}
