import type { MaskLevel } from '../options';
import { Fragments, type Character } from './characters';
import { findNumbers } from './maskText';
import type { FoundNumber, HiddenSpan, SearchedWord } from './found';
import { findPatterns } from './patterns';

export type { FoundKind, FoundNumber, HiddenSpan, SearchedWord } from './found';

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
