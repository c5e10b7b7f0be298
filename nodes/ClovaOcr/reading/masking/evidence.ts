import type { LabelKind } from './labels';

/**
 * What speaks for and against a row of digits being a person's number or a card's. The sum of what
 * applies decides: from `ENOUGH` on the number is hidden. Set so that the usual print (6-7 with a dash,
 * 4-4-4-4) is enough alone, also with one misread character; digits in one piece need what a number of
 * the kind must have besides (a date and a century; Luhn's sum and a card's prefix); anything less
 * needs a label; and the label of another kind outweighs all that a number can say of itself.
 */
export const ENOUGH = 3.5;

export const PERSON_WEIGHTS = {
	/** The first six can be YYMMDD, whatever a misread character was. */
	date: 2,
	noDate: -4,
	/** The seventh is one of today's digits for century and sex (1 to 8), not 9 or 0. */
	century: 1,
	/** The check digit fits. That it does not says nothing: numbers since 2020-10-05 have none. */
	sum: 1,
	layout: {
		/** 6-7 with a dash between. */
		dash: 3,
		/** 6-7 with another separator. */
		separator: 2,
		/** Front and back as two words. */
		blank: 1,
		/** Thirteen digits in one piece. */
		whole: 1,
		/** Words torn anywhere, a separator after the sixth digit. */
		tornAtDash: 2,
		/** Words torn anywhere. */
		torn: 1,
		/** One digit (or the same few) in each of many boxes. */
		boxes: 2,
		/** Over a line end with a separator, and without one. */
		lineAtDash: 2,
		line: 0.5,
		/** Front and back in neighbouring columns or cells. */
		columns: -2,
		/** Separators elsewhere than after the sixth digit. */
		other: -3,
	},
	/** More figures stand right beside the number. */
	crowded: -2,
	/** The number goes on with the same separator, as a longer one does. */
	goesOn: -3,
	misread: -1,
	look: -0.1,
	label: { person: 4, card: 0, other: -6 } satisfies Record<LabelKind, number>,
};

export const CARD_WEIGHTS = {
	luhn: 3,
	/** Soft with a label: some domestic ranges do not keep it. */
	noLuhn: -3,
	/** Prefix and length are those of a brand. */
	brand: 1,
	noBrand: -3,
	layout: {
		/** 4-4-4-4, or the brand's own print: 4-6-5, 4-6-4, 4-4-4-4-3. */
		usual: 3.5,
		whole: 1,
		boxes: 1,
		/** Any other groups, such as 6-4-6 or 8-8. */
		groups: 0,
		/** Groups as amounts, dates and phones have them, or separators of several kinds. */
		other: -3,
	},
	/** More digits before or behind, parted as those within. */
	goesOn: -3,
	/** Four years in a row. */
	years: -4,
	misread: -1,
	look: -0.1,
	label: { person: -1, card: 6, other: -6 } satisfies Record<LabelKind, number>,
};
