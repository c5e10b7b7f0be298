import type { FoundNumber, HiddenSpan, SearchedWord } from './found';

/**
 * The user's own texts among the words of a page, hidden whole. Letters match whatever their case and
 * width; `#` stands for one digit; blanks match any blanks, so that a text of several words is found
 * over the words of a page, line ends included.
 * @param patterns empty ones are left out
 */
export function findPatterns(words: SearchedWord[], patterns: readonly string[]): FoundNumber[] {
	const wanted = patterns.map(expressionOf).filter((expression) => expression !== null);
	if (wanted.length === 0) return [];
	const { text, places } = joined(words);
	return wanted.flatMap((expression) =>
		[...text.matchAll(expression)].map(({ index, 0: match }): FoundNumber => {
			const spans = spansOf(places.slice(index, index + match.length));
			return { kind: 'pattern', spans };
		}),
	);
}

const BLANK = ' ';

function expressionOf(pattern: string): RegExp | null {
	const parts = levelled(pattern)
		.split(/\s+/)
		.filter((part) => part !== '');
	if (parts.length === 0) return null;
	const source = parts
		.map((part) => Array.from(part, (point) => (point === '#' ? '\\d' : escaped(point))).join(''))
		.join(BLANK);
	return new RegExp(source, 'gu');
}

function escaped(point: string): string {
	return /[\\^$.*+?()[\]{}|/]/.test(point) ? `\\${point}` : point;
}

function levelled(text: string): string {
	return text.normalize('NFKC').toLowerCase();
}

/** The words parted by single blanks; for each code unit of that text the place that it came from. */
function joined(words: SearchedWord[]): { text: string; places: Array<HiddenSpan | null> } {
	let text = '';
	const places: Array<HiddenSpan | null> = [];
	const add = (piece: string, place: HiddenSpan | null) => {
		text += piece;
		for (let unit = 0; unit < piece.length; unit++) places.push(place);
	};
	words.forEach((word, number) => {
		if (number > 0) add(BLANK, null);
		let from = 0;
		for (const point of word.text) {
			const to = from + point.length;
			const piece = /\s/.test(point) ? BLANK : levelled(point);
			add(piece, { word: number, from, to });
			from = to;
		}
	});
	return { text, places };
}

/** Neighbouring places as one span each. */
function spansOf(places: Array<HiddenSpan | null>): HiddenSpan[] {
	const spans: HiddenSpan[] = [];
	for (const place of places) {
		if (place === null) continue;
		const last = spans.at(-1);
		if (last?.word === place.word && place.from <= last.to) last.to = Math.max(last.to, place.to);
		else spans.push({ ...place });
	}
	return spans;
}
