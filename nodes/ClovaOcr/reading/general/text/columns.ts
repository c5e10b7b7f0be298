import { medianOf } from '../../../shared/median';
import { heightOf, medianHeight, type PlacedWord } from './tips';

/** Words side by side in one column, and the edges of that column. */
export interface ColumnLine {
	words: PlacedWord[];
	/** Number of the stretch of page that is read from top to bottom in one go. */
	region: number;
}

type Rows = PlacedWord[][];

/** Least width of a gutter, in text heights. Real two-column papers keep their columns 1.2 apart. */
const GUTTER = 0.7;
/** A gap within a line, in text heights, that running text does not have. */
const WIDE_GAP = 1.5;
/** What makes lines running text: forms, lists and tables have fewer words, shorter lines or more gaps. */
const RUNNING = { lines: 4, words: 2.5, fill: 0.55, wideGaps: 0.5, letters: 0.6 };
/** Gutters that are tried on one stretch of page, the clearest first, and how deep columns may nest. */
const MOST_GUTTERS = 3;
const DEEPEST = 4;

/**
 * The lines of a page that is set in columns, column by column; what runs across the columns parts
 * the page into bands, each read on its own. A page has columns where a vertical gutter, which no word
 * crosses, has running text on both sides: a form, a list or a table is none.
 * @param rows the visual rows of the page
 * @returns null for a page without columns
 */
export function columnLines(rows: Rows): ColumnLine[] | null {
	const height = medianHeight(rows.flat().map(heightOf));
	const regions = inColumns(rows, height, 0);
	return (
		regions?.flatMap((region, number) => region.map((words) => ({ words, region: number }))) ?? null
	);
}

/** Stretches of page in reading order, each with its lines; null where there is no column. */
function inColumns(rows: Rows, height: number, depth: number): Rows[] | null {
	if (depth === DEEPEST) return null;
	const width = GUTTER * height;
	for (const gutter of guttersOf(rows, width)) {
		const regions: Rows[] = [];
		/** Rows since the last columns, which are read across. */
		let across: Rows = [];
		for (const band of bandsOf(rows, gutter, width)) {
			const columns = band.isOpen ? columnsOf(band.rows, gutter, height, depth) : null;
			if (columns === null) {
				across.push(...band.rows);
				continue;
			}
			regions.push(across, ...columns);
			across = [];
		}
		if (regions.length > 0) return [...regions, across];
	}
	return null;
}

function columnsOf(rows: Rows, gutter: number, height: number, depth: number): Rows[] | null {
	const sides = [
		rows.map((row) => row.filter((word) => word.left < gutter)),
		rows.map((row) => row.filter((word) => word.left >= gutter)),
	].map((side) => side.filter((row) => row.length > 0));
	if (sides.some((side) => side.length < RUNNING.lines)) return null;
	const read = sides.map(
		(side) => inColumns(side, height, depth + 1) ?? (isRunningText(side, height) ? [side] : null),
	);
	return read.every((columns) => columns !== null) ? read.flat() : null;
}

function isRunningText(lines: Rows, height: number): boolean {
	const words = lines.flat();
	const left = lines.reduce((least, [first]) => Math.min(least, first.left), Infinity);
	const width = reachOf(words) - left;
	const wideGaps = lines.reduce((count, line) => count + gapsOf(line, WIDE_GAP * height).length, 0);
	const fills = lines.map((line) => (line[line.length - 1].right - line[0].left) / width);
	return (
		words.length / lines.length >= RUNNING.words &&
		medianOf(fills) >= RUNNING.fill &&
		wideGaps / lines.length <= RUNNING.wideGaps &&
		words.filter(({ word }) => /\p{L}/u.test(word.text)).length / words.length >= RUNNING.letters
	);
}

/** The x at which most rows have a gap, the clearest first; those near a clearer one are left out. */
function guttersOf(rows: Rows, width: number): number[] {
	const steps = rows
		.flatMap((row) => gapsOf(row, width))
		.flatMap(({ from, to }) => [
			{ x: from, change: 1 },
			{ x: to, change: -1 },
		])
		.sort((a, b) => a.x - b.x || a.change - b.change);
	const peaks: Array<{ x: number; count: number }> = [];
	let count = 0;
	steps.forEach(({ x, change }, index) => {
		count += change;
		const next = steps[index + 1];
		if (change === 1 && next.change === -1) peaks.push({ x: (x + next.x) / 2, count });
	});
	const chosen: number[] = [];
	for (const peak of peaks.sort((a, b) => b.count - a.count)) {
		if (chosen.length === MOST_GUTTERS || peak.count < RUNNING.lines - 1) break;
		if (chosen.every((x) => Math.abs(x - peak.x) > 2 * width)) chosen.push(peak.x);
	}
	return chosen;
}

/** The rows cut where one of them runs across the gutter; such rows make bands that are not open. */
function bandsOf(rows: Rows, gutter: number, width: number) {
	const bands: Array<{ isOpen: boolean; rows: Rows }> = [];
	for (const row of rows) {
		const isOpen = !crosses(row, gutter, width);
		const last = bands.at(-1);
		if (last?.isOpen === isOpen) last.rows.push(row);
		else bands.push({ isOpen, rows: [row] });
	}
	return bands;
}

function crosses(row: PlacedWord[], gutter: number, width: number): boolean {
	const reach = reachOf(row.filter((word) => word.left < gutter));
	const next = row.find((word) => word.left >= gutter);
	return reach > gutter || (next !== undefined && next.left - reach < width);
}

/** The gaps of a row that are at least so wide. */
function gapsOf(row: PlacedWord[], width: number): Array<{ from: number; to: number }> {
	let reach = row[0].right;
	return row.flatMap(({ left, right }) => {
		const gap = { from: reach, to: left };
		reach = Math.max(reach, right);
		return gap.to - gap.from >= width ? [gap] : [];
	});
}

/** How far to the right the words reach. */
function reachOf(words: PlacedWord[]): number {
	return words.reduce((reach, { right }) => Math.max(reach, right), -Infinity);
}
