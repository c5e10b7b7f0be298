import type { JsonObject } from '../json';
import type { Leaf } from './leaf';

/** A machine readable line of a passport (ICAO Doc 9303 part 4: two of 44 characters each). */
export interface MrzLine {
	text: string;
	leaf: Leaf;
}

const LINE_LENGTH = 44;
/** Stars stand where a number has been masked; a character too few or too many is a misreading. */
const LINE = /^[A-Z0-9<*]{42,46}$/;
const NAMES = /^P[A-Z<][A-Z<]{3}[A-Z<]*$/;
const NUMBERS = /(?:\d.*){10}/;

/**
 * Finds the machine readable zone among the values of a passport, whatever its member is called and
 * whether its lines stand in one value or in two.
 * @returns the line of the names and that of the numbers, in this order; fewer where they are missing
 */
export function mrzLinesOf(leaves: Leaf[]): MrzLine[] {
	const lines = leaves.flatMap((leaf) => linesIn(leaf.text).map((text) => ({ text, leaf })));
	const names = lines.find(({ text }) => NAMES.test(text));
	const numbers = lines.find(({ text }) => !NAMES.test(text) && NUMBERS.test(text));
	return [names, numbers].filter((line) => line !== undefined);
}

function linesIn(text: string): string[] {
	return text
		.normalize('NFKC')
		.split('\n')
		.map((line) => line.replace(/\s/g, ''))
		.flatMap((line) =>
			line.length === 2 * LINE_LENGTH
				? [line.slice(0, LINE_LENGTH), line.slice(LINE_LENGTH)]
				: [line],
		)
		.filter((line) => LINE.test(line));
}

/**
 * The values of a machine readable zone whose check digits are right, by output key. Positions:
 * ICAO Doc 9303 part 4, 4.2.2. A passport's two-digit expiry year is of this century; of the two
 * possible years of birth the later one counts, unless it lies after the expiry.
 */
export function mrzValues(lines: string[]): JsonObject {
	const [names, numbers] = lines;
	if (names === undefined || numbers === undefined) return {};
	const [surname, ...given] = names.slice(5).split('<<');
	const expiryDate = `20${dashed(numbers.slice(21, 27))}`;
	const birth = dashed(numbers.slice(13, 19));
	return {
		passportNumber: plain(numbers.slice(0, 9)),
		surname: plain(surname),
		givenNames: plain(given.join(' ')),
		nationality: plain(numbers.slice(10, 13)),
		issuingCountry: plain(names.slice(2, 5)),
		birthDate: `20${birth}` <= expiryDate ? `20${birth}` : `19${birth}`,
		sex: plain(numbers.slice(20, 21)),
		expiryDate,
	};
}

function dashed(digits: string): string {
	return `${digits.slice(0, 2)}-${digits.slice(2, 4)}-${digits.slice(4)}`;
}

function plain(text: string | undefined): string | null {
	const words = text?.replace(/</g, ' ').trim().replace(/\s+/g, ' ');
	return words === undefined || words === '' ? null : words;
}
