/**
 * Characters that a fixed-width font draws two columns wide: the ranges that Unicode's
 * East Asian Width (UAX #11) calls Wide or Fullwidth, plus pictographs.
 */
const WIDE =
	/[\u1100-\u115f\u2e80-\u303e\u3041-\u4dbf\u4e00-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
/** Marks that stand on the letter before them. */
const COMBINING = /\p{Mn}/u;

/** Width of a text in columns of a fixed-width font: CJK characters count two, marks none. */
export function displayWidth(text: string): number {
	let width = 0;
	for (const character of text) {
		if (WIDE.test(character)) width += 2;
		else if (!COMBINING.test(character)) width += 1;
	}
	return width;
}
