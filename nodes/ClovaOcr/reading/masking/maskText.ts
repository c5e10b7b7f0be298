import type { MaskLevel } from '../options';
import { Fragments, type Character } from './characters';
import { findCards } from './findCards';
import { findLicenses, findPassportNumbers, findZones } from './findPassport';
import { findPersonal } from './findPersonal';
import { runsOf } from './runs';

/**
 * Stars the numbers of persons and cards in running text; every other character stays as it is.
 * @param fragments texts that follow each other, such as the words of a page
 * @param splitWords whether a number may be torn apart over fragments without a dash between: true for
 *   recognised words, false for values that only happen to stand in one list
 */
export function maskText(fragments: string[], level: MaskLevel, splitWords: boolean): string[] {
	if (level === 'none' || !fragments.some(mayHoldNumber)) return fragments;
	// A passport zone and a licence's region may lie in words without digits.
	const thorough = level === 'strict' || fragments.some((text) => text.includes('<'));
	const parts = new Fragments(fragments, thorough ? undefined : isPlainWord);
	for (const character of findNumbers(parts.characters, level, splitWords)) parts.star(character);
	return parts.result();
}

/** The characters of running text that have to be starred. */
export function findNumbers(
	characters: Character[],
	level: MaskLevel,
	splitWords: boolean,
): Character[] {
	const strict = level === 'strict';
	return [
		...runsOf(characters, splitWords).flatMap((run) => [...findPersonal(run), ...findCards(run)]),
		...findZones(characters, strict),
		...(strict ? [...findPassportNumbers(characters), ...findLicenses(characters)] : []),
	];
}

// The shortest number that is hidden has eight digits and may be torn apart, so any digit counts;
// digits of every script do, since full-width and other forms are read as digits.
function mayHoldNumber(text: string): boolean {
	return /\p{N}/u.test(text);
}

/** Whether a text has no digit, and something that is neither a separator nor taken for a digit. */
function isPlainWord(text: string): boolean {
	return (
		!/[\p{N}*]/u.test(text) &&
		/[A-RT-Za-km-np-z\u00c0-\u1fff\u3040-\u30fb\u3131-\uffef]/u.test(text)
	);
}
