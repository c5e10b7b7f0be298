import type { Point } from '../../shared/geometry';
import type { JsonObject } from '../../shared/json';
import type { HiddenSpan, Search } from './found';
import { pageWords, type PageWord } from './pageWords';
import { searchWords } from './search';

/**
 * Where the numbers of persons and cards, and the texts that the user named, stand on a page that was
 * read as words.
 * @param clear the `images[]` entry as it came
 * @param masked the same entry with its numbers starred: what is starred there is hidden here too
 */
export function hiddenWords(clear: JsonObject, masked: JsonObject, search: Search): HiddenPlaces {
	const words = pageWords(clear);
	const starred = pageWords(masked);
	const found = searchWords(words, search).flatMap(({ spans }) => spans);
	const spans = [
		...found,
		...words.flatMap((word, index) => starredSpans(word, starred[index], index)),
	];
	const whole = !runsAsSaid(words);
	const hidden = spans.map((span) => placeOf(words[span.word], span, whole));
	return {
		read: words.map(({ corners }) => corners),
		hidden: hidden.filter((corners) => corners.length >= 2),
		unplaced: hidden.some((corners) => corners.length < 2),
	};
}

function placeOf({ corners, text }: PageWord, { from, to }: HiddenSpan, whole: boolean): Point[] {
	return whole ? corners : cutCorners(corners, text, from, to);
}

/** What differs between a word and its starred form, as one span. */
function starredSpans(clear: PageWord, masked: PageWord | undefined, word: number): HiddenSpan[] {
	const text = masked?.text ?? '';
	if (text === clear.text) return [];
	return [{ word, ...starredPart(clear.text, text) }];
}

/** From the first to the last code unit in which a text and its starred form differ. */
export function starredPart(text: string, starred: string): { from: number; to: number } {
	if (text.length !== starred.length) return { from: 0, to: text.length };
	let from = 0;
	let to = text.length;
	while (from < to && text[from] === starred[from]) from += 1;
	while (to > from && text[to - 1] === starred[to - 1]) to -= 1;
	return { from, to };
}

/**
 * Whether the words of a line follow each other in the direction that their corners give. Of upside-down
 * pages some answers count corners from the top-left of the picture: then a part of a word cannot be
 * told from its corners.
 */
function runsAsSaid(words: PageWord[]): boolean {
	let forwards = 0;
	words.forEach(({ corners, endsLine }, index) => {
		const next = words[index + 1];
		if (next === undefined || endsLine !== false) return;
		if (corners.length !== 4 || next.corners.length !== 4) return;
		const [a, b] = corners;
		const along = { x: b.x - a.x, y: b.y - a.y };
		const [start] = next.corners;
		forwards += Math.sign(along.x * (start.x - a.x) + along.y * (start.y - a.y));
	});
	return forwards >= 0;
}

/** Digits and letters are about as wide as each other; Korean and Chinese signs twice, marks half. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/u;
const NARROW = /[-.,:;'|!·ilI1\s]/u;

/**
 * The part of a text's quad that some of its characters stand in, by the characters' usual widths
 * and with a little to spare, since fonts differ.
 * @param corners clockwise from the top-left of the text
 * @param from and `to` in code units of the text, `to` not included
 * @returns all corners where the quad does not tell how the text runs: upright, or no quad
 */
export function cutCorners(corners: Point[], text: string, from: number, to: number): Point[] {
	if (corners.length !== 4 || runsDown(corners)) return corners;
	const all = widthOf(text);
	if (all === 0) return corners;
	const spare = spareOf(text) / all;
	const start = Math.max(0, widthOf(text.slice(0, from)) / all - spare);
	const end = Math.min(1, widthOf(text.slice(0, to)) / all + spare);
	const [a, b, c, d] = corners;
	return [between(a, b, start), between(a, b, end), between(d, c, end), between(d, c, start)];
}

/** How far a cut may be off, in digits: fonts differ, in letters more than in digits. */
function spareOf(text: string): number {
	return 0.1 + 0.1 * text.replace(/[\d-]/g, '').length;
}

function widthOf(text: string): number {
	let width = 0;
	for (const point of text.normalize('NFC')) {
		width += WIDE.test(point) ? 1.8 : NARROW.test(point) ? 0.7 : 1;
	}
	return width;
}

/** Whether the side that should run along the text is the shorter one. */
function runsDown([a, b, , d]: Point[]): boolean {
	return Math.hypot(b.x - a.x, b.y - a.y) < Math.hypot(d.x - a.x, d.y - a.y);
}

function between(from: Point, to: Point, part: number): Point {
	return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

/** Where on a page something has to be hidden. All corners in pixels of the picture as it was read. */
export interface HiddenPlaces {
	/** Corners of everything that was read. */
	read: Point[][];
	/** Corners of what has to be hidden. */
	hidden: Point[][];
	/** Whether something has to be hidden that the answer gives no place for. */
	unplaced: boolean;
}
