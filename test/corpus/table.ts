import { NO_COUNTS, type Counts, type Finding } from './check';

/** The share of words that have to be found exactly, and the files that may be refused in vain. */
const WORDS_EXACT = 0.999;
const MOST_REFUSED = 3;

/** What all files together came to. */
export interface Total extends Counts {
	crashed: number;
	refused: number;
	miscounted: number;
}

export function emptyTotal(): Total {
	return { ...NO_COUNTS, crashed: 0, refused: 0, miscounted: 0 };
}

export function addUp(total: Total, finding: Finding): void {
	for (const key of Object.keys(total) as Array<keyof Total>) total[key] += Number(finding[key]);
}

/** The table that a run ends with. */
export function table(files: number, total: Total): string {
	const { words, missedWords, drawn, otherwise, unsure, linkBorders, values, lostValues } = total;
	const rows: Array<[string, string]> = [
		['files', String(files)],
		['pages', String(total.pages)],
		['crashes', String(total.crashed)],
		['refused though two programs count pages', String(total.refused)],
		['another page count than two programs', String(total.miscounted)],
		['words exact and in place', `${words - missedWords} of ${words}`],
		['page pictures bit-equal', `${drawn - otherwise - unsure} of ${drawn}`],
		['  of these but for borders of links', String(linkBorders)],
		['  others, of files that had errors', String(unsure)],
		['form values lost', `${lostValues} of ${values}`],
		['qpdf warnings that are new', String(total.newWarnings)],
	];
	return rows.map(([what, figure]) => `${what.padEnd(42)}${figure.padStart(18)}`).join('\n');
}

/** What passes its bound; none is the aim. */
export function failures(total: Total): string[] {
	const exact = 1 - total.missedWords / Math.max(1, total.words);
	const bounds: Array<[string, boolean]> = [
		['crashes', total.crashed > 0],
		['files refused', total.refused > MOST_REFUSED],
		['page counts', total.miscounted > 0],
		['words', exact < WORDS_EXACT],
		['pictures of pages', total.otherwise > 0],
		['form values', total.lostValues > 0],
		['qpdf warnings', total.newWarnings > 0],
	];
	return bounds.filter(([, beyond]) => beyond).map(([what]) => what);
}
