import type { Point } from '../../shared/geometry';
import type { MaskLevel } from '../reading';

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

/**
 * What kind of number stands at a place of an answer; each kind has its own way of being starred.
 * `plain` is a number that looks like a personal one and is none: it is left alone. `barcode` is a place
 * for article numbers: a valid one is left alone, all else is searched like running text. Of an `account`
 * the last four digits stay; a `whole` number loses every letter and digit.
 */
export type NumberKind =
	| 'account'
	| 'barcode'
	| 'card'
	| 'license'
	| 'mrz'
	| 'passport'
	| 'personal'
	| 'plain'
	| 'whole';

/** A place in an `images[]` entry whose text is always such a number: path below the entry, without indices. */
export interface SensitivePath {
	/**
	 * Such as `idCard.result.ic.personalNum`; lists on the way count as if they were not there. One that
	 * begins with `**.` counts wherever these names stand.
	 */
	path: string;
	kind: NumberKind;
}
