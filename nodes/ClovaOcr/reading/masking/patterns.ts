import { isDigit, type Character } from './characters';
import type { FoundKind, FoundNumber, HiddenSpan, SearchedWord } from './found';

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
	const parts = pattern.split(/\s+/).filter((part) => part !== '');
	if (parts.length === 0) return null;
	const source = parts
		.map((part) => (part.match(CLUSTERS) ?? []).map(levelled).join(''))
		.map((part) => Array.from(part, (point) => (point === '#' ? '\\d' : escaped(point))).join(''))
		.join(`${BLANK}+`);
	return new RegExp(source, 'gu');
}

function escaped(point: string): string {
	return /[\\^$.*+?()[\]{}|/]/.test(point) ? `\\${point}` : point;
}

// A character with all that combines with it: files of a Mac part letters from their marks, and Hangul
// into its letters. Pattern and text are cut alike, so that they are levelled alike.
const CLUSTERS = /[\u1100-\u115f][\u1160-\u11a7]?[\u11a8-\u11ff]?|[^\s\p{M}]\p{M}*|\p{M}+|\s/gu;

function levelled(cluster: string): string {
	return cluster.normalize('NFKC').toLowerCase().replaceAll('ς', 'σ');
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
		for (const [cluster] of word.text.matchAll(CLUSTERS)) {
			const to = from + cluster.length;
			const piece = /^\s/.test(cluster) ? BLANK : levelled(cluster);
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

/** The characters to hide of one number. */
export interface Hidden {
	kind: FoundKind;
	characters: Character[];
}

// Line 2 of a passport's machine readable zone (ICAO 9303 part 4): number and check digit, nationality,
// birth, sex, expiry, then 14 characters of optional data, their check digit and the composite one.
// Booklets issued before 2020-12-21 show the back of the resident number in the optional data.
const SECOND_LINE =
	/[A-Z0-9<]{9}[0-9<O][A-Z<]{3}[0-9O]{6}[0-9O<][MFX<][0-9O]{6}[0-9O<][A-Z0-9<*]{14}[0-9<*O][0-9<O]/g;
const OPTIONAL_DATA = { from: 28, to: 43 };
const NUMBER_LENGTH = 9;
const HIDDEN_AT_END = 4;

// Letter and eight digits; since 2021-12 letter, three digits, letter, four digits.
const KOREAN_NUMBER = /(?<![A-Z0-9])[A-Z](?:\d{8}|\d{3}[A-Z]\d{4})(?![A-Z0-9])/g;

const GAP = /[\s\ue000-\ue002]/;

/** The optional data of every machine readable zone; under `strict` the end of its document number too. */
export function findZones(characters: Character[], strict: boolean): Hidden[] {
	const solid = characters.filter(({ value }) => !GAP.test(value));
	const text = solid.map(({ value }) => value.toUpperCase()).join('');
	return [...text.matchAll(SECOND_LINE)].map(({ index }): Hidden => {
		const hidden = solid.slice(index + OPTIONAL_DATA.from, index + OPTIONAL_DATA.to);
		if (strict) {
			const number = solid.slice(index, index + NUMBER_LENGTH).filter(({ value }) => value !== '<');
			hidden.push(...number.slice(-HIDDEN_AT_END));
		}
		return { kind: 'mrz', characters: hidden.filter(({ value }) => value !== '<') };
	});
}

/** The last four digits of every Korean passport number. */
export function findPassportNumbers(characters: Character[]): Hidden[] {
	return endsOf(characters, KOREAN_NUMBER, 'passport');
}

// Region (two digits, on old cards its name), year, serial, two digits: 11-23-123456-00.
const LICENSE =
	/(?<!\d)(?:\d{2}|[가-힣]{2,4})[\s\ue000]{0,3}-[\s\ue000]{0,3}\d{2}[\s\ue000]{0,3}-[\s\ue000]{0,3}\d{6}[\s\ue000]{0,3}-[\s\ue000]{0,3}\d{2}(?!\d)/g;

/** The last four digits of every driver's licence number. */
export function findLicenses(characters: Character[]): Hidden[] {
	return endsOf(characters, LICENSE, 'license');
}

function endsOf(characters: Character[], pattern: RegExp, kind: FoundKind): Hidden[] {
	const text = characters.map(({ value }) => value).join('');
	return [...text.matchAll(pattern)].map(({ index, 0: match }) => {
		const digits = characters
			.slice(index, index + match.length)
			.filter(({ value }) => isDigit(value));
		return { kind, characters: digits.slice(-HIDDEN_AT_END) };
	});
}
