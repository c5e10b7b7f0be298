import type { LayerFont } from './font';
import { direction, number, type Operators } from './operators';
import type { LayerWord, Placing } from './placing';
import { cornersOnPage, dot, length, minus, quadOf, type Quad } from './quad';

interface PlacedWord extends Quad {
	/** Four digits for each character. */
	codes: string;
	width: number;
	height: number;
}

/** Descenders reach this far below the baseline, in heights of the box. */
const BASELINE = 0.2;

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
	let fontSize = '';
	operators.add('q BT 3 Tr');
	for (const line of lines) {
		const words = placedWords(line, placing, font);
		for (const [index, word] of words.entries()) {
			const size = number(word.height);
			if (size !== fontSize) operators.add(`/${fontName} ${size} Tf`);
			fontSize = size;
			const gap = gapAfter(word, words[index + 1]);
			const narrowest = NARROWEST_GAP * word.height;
			const missing = gap === null ? 0 : Math.max(0, narrowest - gap);
			operators.add(`${matrix(word)} Tm`);
			operators.add(show(word.codes, Math.max(word.width - missing, word.width / 2), word.height));
			if (gap !== null) operators.add(show(space, Math.max(gap, narrowest), word.height));
		}
	}
	operators.add('ET Q');
}

function placedWords(line: LayerWord[], placing: Placing, font: LayerFont): PlacedWord[] {
	const words: PlacedWord[] = [];
	for (const word of line) {
		const corners = cornersOnPage(word, placing);
		if (!corners) continue;
		const quad = quadOf(corners);
		const width = length(quad.along);
		const height = length(quad.up);
		if (!(width > SMALLEST && height > SMALLEST)) continue;
		const codes = font.encode(word.text);
		if (codes !== '') words.push({ ...quad, codes, width, height });
	}
	return words;
}

/** The gap to the next word along the line, or null where there is none or it does not follow. */
function gapAfter(word: PlacedWord, next: PlacedWord | undefined): number | null {
	if (!next) return null;
	const end = { x: word.start.x + word.along.x, y: word.start.y + word.along.y };
	const way = minus(next.start, end);
	const gap = dot(way, word.along) / word.width;
	const off = Math.abs(dot(way, word.up) / word.height);
	return gap < -word.width / 2 || off > word.height ? null : gap;
}

/** Codes stretched to a width, from the point that was set or where the last ones ended. */
function show(codes: string, width: number, height: number): string {
	return `${number((400 * width) / (codes.length * height))} Tz <${codes}> Tj`;
}

function matrix({ start, along, up, width, height }: PlacedWord): string {
	const right = `${direction(along.x / width)} ${direction(along.y / width)}`;
	const above = `${direction(up.x / height)} ${direction(up.y / height)}`;
	const x = number(start.x + BASELINE * up.x);
	return `${right} ${above} ${x} ${number(start.y + BASELINE * up.y)}`;
}
