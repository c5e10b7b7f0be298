import type { Raster } from '../types';

/** Cells a side of the small picture that documents are told apart by. */
const CELLS = 96;
/** Grey levels by which a cell may differ: more than another encoding or size does. */
const MOST_IN_A_CELL = 40;
/** Grey levels by which the cells may differ on average. */
const MOST_ON_AVERAGE = 4;
/** Share by which width to height may differ: pages of a PDF are rounded to whole points. */
const MOST_IN_SHAPE = 0.01;

/**
 * A picture made so small that encoding and resolution leave it as it is, but another name or amount
 * shows. One small digit alone does not: that differs by no more than another resolution does.
 */
export interface Likeness {
	shape: number;
	cells: Float64Array;
}

/** The mean grey of each cell of an even grid over the whole picture. */
export function likenessOf({ width, height, grey }: Raster): Likeness {
	const sums = new Float64Array(CELLS * CELLS);
	const counts = new Float64Array(CELLS * CELLS);
	const columns = Array.from({ length: width }, (_, x) => Math.floor((x * CELLS) / width));
	for (let y = 0, at = 0; y < height; y++) {
		const row = Math.floor((y * CELLS) / height) * CELLS;
		for (let x = 0; x < width; x++, at++) {
			sums[row + columns[x]] += grey[at];
			counts[row + columns[x]] += 1;
		}
	}
	return { shape: width / height, cells: sums.map((sum, cell) => sum / Math.max(1, counts[cell])) };
}

/** How far two pictures are apart: the greatest and the mean difference of their cells. */
export function distance(one: Likeness, other: Likeness): { greatest: number; mean: number } {
	const differences = one.cells.map((cell, at) => Math.abs(cell - other.cells[at]));
	const sum = differences.reduce((total, value) => total + value, 0);
	return {
		greatest: differences.reduce((most, value) => Math.max(most, value), 0),
		mean: sum / differences.length,
	};
}

/** Whether both show the same document, however it was encoded. */
export function isAlike(one: Likeness, other: Likeness): boolean {
	if (Math.abs(one.shape / other.shape - 1) > MOST_IN_SHAPE) return false;
	const { greatest, mean } = distance(one, other);
	return greatest <= MOST_IN_A_CELL && mean <= MOST_ON_AVERAGE;
}
