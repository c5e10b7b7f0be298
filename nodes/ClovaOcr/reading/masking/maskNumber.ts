import type { NumberKind } from '../mask';
import type { MaskLevel } from '../options';
import { Fragments, type Character } from './characters';
import { isBarcode } from './barcode';
import { findNumbers, maskText } from './maskText';
import { digitOf } from './runs';

const FRONT = 6;
const CARD_BACK = 4;
const HIDDEN_AT_END = 4;
/** From here on a passport's second line holds personal data, in whatever state it was read. */
const ZONE_TAIL = { from: 28, to: 43 };

/**
 * Stars a number whose kind is known from its place in the answer.
 * @param texts usually one; several where the number is spread over the leaves of a list
 */
export function maskNumber(texts: string[], kind: NumberKind, level: MaskLevel): string[] {
	if (level === 'none' || kind === 'plain') return texts;
	if (kind === 'barcode') {
		return texts.map((text) => (isBarcode(text.trim()) ? text : maskText([text], level, false)[0]));
	}
	const complete = kind === 'personal' ? 13 : 14;
	// Leaves that each hold a whole number are alternatives, not pieces of one.
	if (texts.length > 1 && texts.some((text) => countDigits(text) >= complete)) {
		return texts.map((text) => maskNumber([text], kind, level)[0]);
	}
	const parts = new Fragments(texts);
	const { characters } = parts;
	// A place may hold another number than it should, so running text is searched as well.
	const hidden = [...hiddenOf(characters, kind, level), ...findNumbers(characters, level, false)];
	for (const character of hidden) parts.star(character);
	return parts.result();
}

function hiddenOf(characters: Character[], kind: NumberKind, level: MaskLevel): Character[] {
	const digits = characters.filter(({ value }) => /[0-9*]/.test(value));
	switch (kind) {
		case 'personal':
			return hiddenOfPersonal(characters);
		case 'card':
			return digits.length > FRONT + CARD_BACK ? digits.slice(FRONT, -CARD_BACK) : [];
		case 'mrz':
			return hiddenOfZone(characters);
		default:
			return level === 'strict' ? digits.slice(-HIDDEN_AT_END) : [];
	}
}

/** All behind the first six; a back half that stands alone is hidden whole. */
function hiddenOfPersonal(characters: Character[]): Character[] {
	const numberLike = characters.filter(({ value }) => digitOf(value) !== null);
	const sixth = numberLike[FRONT - 1];
	const frontStandsApart =
		sixth !== undefined && digitOf(characters[characters.indexOf(sixth) + 1]?.value ?? '') === null;
	if (numberLike.length > FRONT + 1) return numberLike.slice(FRONT);
	return frontStandsApart
		? numberLike.slice(FRONT)
		: numberLike.filter(({ value }) => /[0-9*]/.test(value));
}

/** The tail of a second line that was not read cleanly enough to be recognised as one. */
function hiddenOfZone(characters: Character[]): Character[] {
	const solid = characters.filter(({ value }) => !/[\s\ue000]/.test(value));
	const text = solid.map(({ value }) => value.toUpperCase()).join('');
	const names = /^P[A-Z<][A-Z<]{3}[A-Z<]*<<[A-Z<]*/.exec(text);
	const second = names === null ? 0 : Math.min(names[0].length, 44);
	return solid
		.slice(second + ZONE_TAIL.from, second + ZONE_TAIL.to)
		.filter(({ value }) => /[A-Za-z0-9]/.test(value));
}

function countDigits(text: string): number {
	return Array.from(text.normalize('NFKC')).filter((point) => /[0-9*]/.test(point)).length;
}
