import type { Matrix } from '../page/matrix';
import type { LayerFont } from './font';
import type { Operators } from './operators';
import type { LayerWord, Placing } from './placing';
import { pixelMatrix, quadOf, type Quad } from './quad';
import { TextPen } from './textPen';

interface PlacedWord {
	quad: Quad;
	codes: number[];
}

/**
 * Viewers read two words as one where the gap is below 0.1 to 0.2 heights; all of them respect an
 * explicit space from this width on.
 */
const NARROWEST_GAP = 0.08;

/** Less than this is no box of a word but a flaw, and would divide by zero. */
const SMALLEST = 0.01;

/** Whether any word has a place and a character to show. */
export function hasLayer(lines: LayerWord[][]): boolean {
	return lines.some((line) =>
		line.some(({ corners, text }) => corners.length === 4 && text !== ''),
	);
}

/**
 * Lays invisible words over the page, word by word from their boxes, with a space that fills the
 * gap to the next word of the line.
 */
export function layText(
	operators: Operators,
	lines: LayerWord[][],
	placing: Placing,
	font: LayerFont,
	fontName: string,
): void {
	const space = font.encode(' ');
	const matrix = pixelMatrix(placing);
	const pen = new TextPen(operators, fontName);
	for (const line of lines) {
		const words = placedWords(line, matrix, font);
		for (let index = 0; index < words.length; index++) {
			layWord(pen, words[index], words[index + 1], space);
		}
	}
	pen.end();
}

function layWord(
	pen: TextPen,
	{ quad, codes }: PlacedWord,
	next: PlacedWord | undefined,
	space: number[],
): void {
	const { width, height } = quad;
	const gap = gapAfter(quad, next?.quad);
	const narrowest = NARROWEST_GAP * height;
	const missing = gap === null ? 0 : Math.max(0, narrowest - gap);
	pen.begin(quad);
	pen.show(codes, Math.max(width - missing, width / 2), height);
	if (gap !== null) pen.show(space, Math.max(gap, narrowest), height);
}

function placedWords(line: LayerWord[], matrix: Matrix, font: LayerFont): PlacedWord[] {
	const words: PlacedWord[] = [];
	for (const word of line) {
		const quad = quadOf(word, matrix);
		if (!quad || !(quad.width > SMALLEST && quad.height > SMALLEST)) continue;
		const codes = font.encode(word.text);
		if (codes.length > 0) words.push({ quad, codes });
	}
	return words;
}

/** The gap to the next word along the line, or null where there is none or it does not follow. */
function gapAfter(word: Quad, next: Quad | undefined): number | null {
	if (!next) return null;
	const wayX = next.x - word.x - word.alongX;
	const wayY = next.y - word.y - word.alongY;
	const gap = (wayX * word.alongX + wayY * word.alongY) / word.width;
	const off = Math.abs((wayX * word.upX + wayY * word.upY) / word.height);
	return gap < -word.width / 2 || off > word.height ? null : gap;
}
