import type { Point } from '../../shared/geometry';

/** The six numbers of a PDF transformation (ISO 32000-1, 8.3.4). */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The transformation that applies `first`, then `second`. */
export function multiply(first: Matrix, second: Matrix): Matrix {
	const [a, b, c, d, e, f] = first;
	const [g, h, i, j, k, l] = second;
	return [
		a * g + b * i,
		a * h + b * j,
		c * g + d * i,
		c * h + d * j,
		e * g + f * i + k,
		e * h + f * j + l,
	];
}

/** Where a point comes to lie. */
export function transform([a, b, c, d, e, f]: Matrix, x: number, y: number): Point {
	return { x: a * x + c * y + e, y: b * x + d * y + f };
}

/** The first six numbers of a list as a matrix, or null where they are none. */
export function matrixOf(numbers: readonly unknown[]): Matrix | null {
	const [a, b, c, d, e, f] = numbers.map((each) =>
		typeof each === 'number' && Number.isFinite(each) ? each : Number.NaN,
	);
	return [a, b, c, d, e, f].some((each) => each === undefined || Number.isNaN(each))
		? null
		: [a, b, c, d, e, f];
}
