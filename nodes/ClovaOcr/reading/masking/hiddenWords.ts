import type { Point } from '../../shared/geometry';
import type { JsonObject } from '../../shared/json';
import { cutCorners } from './cut';
import type { HiddenPlaces } from './hiddenPlaces';
import { pageWords, type PageWord } from './pageWords';
import type { HiddenSpan, Search } from './found';
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
