/** What kind of number stands at a place of an answer; each kind has its own way of being starred. */
export type NumberKind = 'card' | 'license' | 'mrz' | 'passport' | 'personal';

/** A place in an `images[]` entry whose text is always such a number: path below the entry, without indices. */
export interface SensitivePath {
	/** Such as `idCard.result.ic.personalNum`; lists on the way count as if they were not there. */
	path: string;
	kind: NumberKind;
}

export { maskImage } from './masking/maskImage';
