import type { Point } from '../../shared/geometry';
import type { MaskLevel } from '../options';

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
	/** What all of the words together are called, such as the name of a template's field. */
	name?: string;
	/** Whether valid article numbers are left alone, as on receipts. */
	barcodes?: boolean;
}
