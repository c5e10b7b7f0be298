import { freeName } from '../freeName';
import type { Grid } from './grid';

/** A header is a few lines: a cell of the first row that reaches further down labels the side. */
const DEEPEST_HEADER = 3;
/** A key that JavaScript does not take as one. */
const PROTOTYPE = '__proto__';

/**
 * How many rows at the top are the header: as many as the tallest cell of the first row spans, so
 * that a header in two lines beside a merged cell is seen as one; at least one row, at most three,
 * and some row must be left below.
 */
export function headerDepth(grid: Grid): number {
	const spans = (grid.places[0] ?? [])
		.map((cell) => cell?.rowSpan ?? 1)
		.filter((span) => span <= DEEPEST_HEADER && span < grid.rowCount);
	return Math.max(1, ...spans);
}

/** What the header prints above each column: the texts of its cells from top to bottom, in one line. */
export function columnLabels(grid: Grid, depth: number): string[] {
	return Array.from({ length: grid.columnCount }, (_, column) => {
		const cells = new Set(grid.places.slice(0, depth).map((row) => row[column]));
		const texts = [...cells].map((cell) => cell?.text ?? '');
		return texts.join(' ').replace(/\s+/g, ' ').trim();
	});
}

/**
 * One usable name per label: a blank one becomes `column3`, a repeated or taken one gets a number
 * (`price2`). A name as printed is never given up for a made-up one.
 */
export function columnNames(labels: string[]): string[] {
	const used = new Set([PROTOTYPE]);
	const names = labels.map((label) => {
		if (label === '' || freeName(label, used) !== label) return null;
		used.add(label);
		return label;
	});
	return names.map((name, index) => {
		if (name !== null) return name;
		const free = freeName(labels[index] || `column${index + 1}`, used);
		used.add(free);
		return free;
	});
}
