import { isPassportLine, mrzLines } from '../values/mrz';
import type { Leaf } from './leaf';

/** A machine readable line of a passport (ICAO Doc 9303 part 4: two of 44 characters each). */
export interface MrzLine {
	text: string;
	leaf: Leaf;
}

/** Stars stand where a number has been masked; a character too few or too many is a misreading. */
const LINE = /^[A-Z0-9<*]{42,46}$/;
const NUMBERS = /(?:\d.*){10}/;

/**
 * Finds the machine readable zone among the values of a passport, whatever its member is called and
 * whether its lines stand in one value or in two.
 * @returns the line of the names and that of the numbers, in this order; fewer where they are missing
 */
export function mrzLinesOf(leaves: Leaf[]): MrzLine[] {
	const lines = leaves.flatMap((leaf) =>
		mrzLines(leaf.text)
			.filter((text) => LINE.test(text))
			.map((text) => ({ text, leaf })),
	);
	const names = lines.find(({ text }) => isPassportLine(text));
	const numbers = lines.find(({ text }) => !isPassportLine(text) && NUMBERS.test(text));
	return [names, numbers].filter((line) => line !== undefined);
}
