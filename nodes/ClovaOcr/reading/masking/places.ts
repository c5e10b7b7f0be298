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
