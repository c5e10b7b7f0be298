import type { Line } from './lines';

/** How much higher than the body's the letters of a heading are, of few words still more: boxes vary. */
const HIGHER = { words: 1.25, fewWords: 1.4 };
const FEW_WORDS = 2;
/** Longer ones are text in large print. */
const LONGEST = 80;
/** Headings of one level differ less than this in height. */
const SAME_LEVEL = 1.15;
const DEEPEST_LEVEL = 3;
/** Lines of text that a page must have before anything on it can be its heading. */
const LEAST_BODY = 3;

/** Letter heights of a page: that of most of its text, and the lines that stand out from it. */
export interface PageHeights {
	body: number;
	/** Each heading with how many times the body's height it has. */
	headings: Map<Line, number>;
}

/**
 * The headings of a page, by the height of their letters alone: CLOVA tells nothing of weight or face.
 * A page without enough text beside them, such as a poster or a card, has none.
 */
export function headingsOf(lines: Line[]): PageHeights {
	const body = medianByLength(lines);
	const headings = new Map(
		lines.flatMap((line) => {
			const ratio = line.height / body;
			const least = line.words.length <= FEW_WORDS ? HIGHER.fewWords : HIGHER.words;
			return ratio >= least && readsAsHeading(line.text) ? [[line, ratio] as const] : [];
		}),
	);
	const enough = lines.length - headings.size >= LEAST_BODY;
	return { body, headings: enough ? headings : new Map() };
}

/** The level, 1 to 3, of each of a file's heading heights, the highest first. */
export function levelsOf(ratios: number[]): (ratio: number) => number {
	const levels: number[] = [];
	for (const ratio of [...ratios].sort((a, b) => b - a)) {
		const highest = levels.at(-1);
		if (highest === undefined || ratio < highest / SAME_LEVEL) levels.push(ratio);
	}
	return (ratio) => Math.min(levels.filter((highest) => highest >= ratio).length, DEEPEST_LEVEL);
}

function readsAsHeading(text: string): boolean {
	return text.length <= LONGEST && /\p{L}.*\p{L}/su.test(text) && !/[.,;:。]$/.test(text);
}

function medianByLength(lines: Line[]): number {
	const sorted = [...lines].sort((a, b) => a.height - b.height);
	const half = sorted.reduce((sum, { text }) => sum + text.length, 0) / 2;
	let passed = 0;
	for (const { height, text } of sorted) {
		passed += text.length;
		if (passed >= half) return Math.max(height, 1);
	}
	return 1;
}
