import type { SearchedWord } from '../../nodes/ClovaOcr/reading/masking/found';

/** A word in a box of a height of 10, its characters 6 wide. */
export function searchedWord(
	text: string,
	left = 0,
	top = 0,
	more: Partial<SearchedWord> = {},
): SearchedWord {
	const right = left + text.length * 6;
	const corners = [
		{ x: left, y: top },
		{ x: right, y: top },
		{ x: right, y: top + 10 },
		{ x: left, y: top + 10 },
	];
	return { text, corners, endsLine: null, cell: null, ...more };
}
