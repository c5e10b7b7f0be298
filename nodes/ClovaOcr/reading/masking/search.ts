import type { Point } from '../../shared/geometry';
import type { MaskLevel } from '../options';
import { Fragments, type Character } from './characters';
import { findNumbers } from './maskText';
import { findPatterns } from './patterns';

/** A word of a page, as far as the search for numbers has to know it. */
export interface SearchedWord {
	/** As CLOVA gave it. */
	text: string;
	/** In pixels, clockwise from the top-left of the text; empty where CLOVA gave none. */
	corners: Point[];
	/** Null where the answer does not say. */
	endsLine: boolean | null;
	/** Number of the table cell that the word stands in; no number runs from one cell into another. */
	cell: number | null;
}

/** What was found: a number of a kind, or a text that the user named. */
export type FoundKind = 'card' | 'license' | 'mrz' | 'passport' | 'pattern' | 'personal';

/** Code units `from` up to, not including, `to` of a word's text. */
export interface HiddenSpan {
	/** Index in the list of words that was searched. */
	word: number;
	from: number;
	to: number;
}

export interface FoundNumber {
	kind: FoundKind;
	/** What of it has to be hidden, in reading order; never empty. */
	spans: HiddenSpan[];
}

/** What is looked for. */
export interface Search {
	level: MaskLevel;
	/** Literal texts to hide whole, whatever the level; `#` stands for one digit, a blank for any blanks. */
	patterns: readonly string[];
}

/**
 * Finds what has to be hidden among the words of one page. Pure; nothing that is found overlaps.
 * @param words in CLOVA's reading order
 */
export function searchWords(words: SearchedWord[], { level, patterns }: Search): FoundNumber[] {
	const parts = new Fragments(words.map(({ text }) => text));
	const hidden = level === 'none' ? [] : findNumbers(parts.characters, level, true);
	const found: FoundNumber[] =
		hidden.length === 0 ? [] : [{ kind: 'personal', spans: spansOf(hidden, words) }];
	return [...found, ...findPatterns(words, patterns)];
}

function spansOf(characters: Character[], words: SearchedWord[]): HiddenSpan[] {
	return characters.map(({ fragment, index }) => {
		const points = Array.from(words[fragment].text);
		const from = points.slice(0, index).join('').length;
		return { word: fragment, from, to: from + points[index].length };
	});
}
