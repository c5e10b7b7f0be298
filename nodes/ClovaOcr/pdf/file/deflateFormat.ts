/** What the deflate format says of itself (RFC 1951), for reading and for writing. */

export const END_OF_BLOCK = 256;

/** Order in which the lengths of the code lengths' own codes are given (3.2.7). */
export const CODE_LENGTH_ORDER = [
	16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
];

/** A code for a range of lengths or distances: its least, and how many further bits say how much more. */
export interface Span {
	least: number;
	extra: number;
}

/** The codes of lengths from symbol 257 on, and those of distances (3.2.5). */
export const LENGTHS: readonly Span[] = [
	...spans(
		3,
		[0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5],
	),
	{ least: 258, extra: 0 },
];
export const DISTANCES: readonly Span[] = spans(1, [
	0,
	0,
	0,
	0,
	...Array.from({ length: 26 }, (_, index) => 1 + (index >> 1)),
]);

function spans(first: number, extra: number[]): Span[] {
	let least = first;
	return extra.map((bits) => {
		const span = { least, extra: bits };
		least += 1 << bits;
		return span;
	});
}

/** The bits of a code in the opposite order: codes are written from their highest bit on. */
export function reversed(code: number, length: number): number {
	let result = 0;
	for (let bit = 0; bit < length; bit++) result |= ((code >> bit) & 1) << (length - 1 - bit);
	return result;
}
