import { linesByBreak } from './lineBreaks';
import { visualRows } from './rows';
import type { Word } from './words';

/**
 * The lines of a page in CLOVA's reading order. Where no word says whether it ends a line (engine
 * V1), the lines are the visual rows instead.
 */
export function linesOf(words: Word[]): Word[][] {
	const hasBreaks = words.some((word) => word.lineBreak !== null);
	if (hasBreaks) return linesByBreak(words);
	return visualRows(words).map((row) => row.map(({ word }) => word));
}
