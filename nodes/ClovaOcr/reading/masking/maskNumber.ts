import {
	charactersOf,
	isBlank,
	isDigit,
	isSeparator,
	usualLook,
	type Character,
} from './characters';
import { isBarcode } from './digits';
import { maskTexts, starred } from './maskText';
import type { NumberKind } from './found';
import type { MaskLevel } from '../reading';

const FRONT = 6;
const CARD_BACK = 4;
const ACCOUNT_BACK = 4;
/** Digits of a whole number, where they are not those of a card. */
const COMPLETE: Partial<Record<NumberKind, number>> = { account: 10, personal: 13 };
const HIDDEN_AT_END = 4;
/** From here on a passport's second line holds personal data, in whatever state it was read. */
const ZONE_TAIL = { from: 28, to: 43 };

/**
 * Stars a number whose kind is known from its place in the answer.
 * @param texts usually one; several where the number is spread over the leaves of a list
 */
export function maskNumber(texts: string[], kind: NumberKind, level: MaskLevel): string[] {
	if (level === 'none' || kind === 'plain') return texts;
	const search = { level, patterns: [] };
	if (kind === 'barcode') {
		return texts.map((text) =>
			isBarcode(text.trim()) ? text : maskTexts([text], { ...search, barcodes: true }).texts[0],
		);
	}
	const complete = COMPLETE[kind] ?? 14;
	// Leaves that each hold a whole number are alternatives, not pieces of one.
	if (texts.length > 1 && texts.some((text) => countDigits(text) >= complete)) {
		return texts.map((text) => maskNumber([text], kind, level)[0]);
	}
	const characters = texts.flatMap(charactersOf);
	const own = starred(texts, hiddenOf(characters, kind, level));
	// A place may hold another number than it should, so running text is searched as well: as it was
	// read, and with the stars, which tell a number of which a piece was misread.
	const [read, rest] = [maskTexts(texts, search).texts, maskTexts(own, search).texts];
	return rest.map((text, index) => withStarsOf(text, read[index]));
}

/** A text starred where it or another state of the same text is. */
function withStarsOf(text: string, other: string): string {
	if (!other.includes('*')) return text;
	const points = Array.from(other);
	return Array.from(text, (point, index) => (points[index] === '*' ? '*' : point)).join('');
}

function hiddenOf(characters: Character[], kind: NumberKind, level: MaskLevel): Character[] {
	const digits = characters.filter(({ value }) => isDigit(value));
	switch (kind) {
		case 'personal':
			return hiddenOfPersonal(characters);
		case 'card':
			return hiddenOfCard(characters);
		case 'account':
			return digits.length > ACCOUNT_BACK ? digits.slice(0, -ACCOUNT_BACK) : digits;
		case 'whole':
			return characters.filter(({ value }) => /[\p{L}\p{N}]/u.test(value));
		case 'mrz':
			return hiddenOfZone(characters);
		default:
			return level === 'strict' ? digits.slice(-HIDDEN_AT_END) : [];
	}
}

/** All behind the first six; a back half that stands alone is hidden whole. */
function hiddenOfPersonal(characters: Character[]): Character[] {
	const numberLike = characters.filter(isNumberLike);
	const sixth = numberLike[FRONT - 1];
	const after = sixth === undefined ? undefined : characters[characters.indexOf(sixth) + 1];
	const frontStandsApart = sixth !== undefined && (after === undefined || !isNumberLike(after));
	if (numberLike.length <= FRONT + 1 && !frontStandsApart) {
		return numberLike.filter(({ value }) => isDigit(value));
	}
	const back = numberLike.slice(FRONT);
	if (back.length === 0) return [];
	// A letter between the digits is one of them, misread.
	const [from, to] = [characters.indexOf(back[0]), characters.indexOf(back[back.length - 1])];
	return characters
		.slice(from, to + 1)
		.filter(({ value }) => !isBlank(value) && !isSeparator(value));
}

/** A letter among the digits is one that was misread. */
function hiddenOfCard(characters: Character[]): Character[] {
	const digits = characters.filter(({ value }) => isDigit(value));
	const [first, last] = [digits[0], digits[digits.length - 1]].map((digit) =>
		characters.indexOf(digit),
	);
	const places = characters
		.slice(first, last + 1)
		.filter(({ value }) => isDigit(value) || !(isBlank(value) || isSeparator(value)));
	return places.slice(FRONT, -CARD_BACK);
}

function isNumberLike({ value }: Character): boolean {
	return isDigit(value) || usualLook(value) !== undefined;
}

/** The tail of a second line that was not read cleanly enough to be recognised as one. */
function hiddenOfZone(characters: Character[]): Character[] {
	const solid = characters.filter(({ value }) => !isBlank(value));
	const text = solid.map(({ value }) => value.toUpperCase()).join('');
	const names = /^P[A-Z<][A-Z<]{3}[A-Z<]*<<[A-Z<]*/.exec(text);
	const second = names === null ? 0 : Math.min(names[0].length, 44);
	return solid
		.slice(second + ZONE_TAIL.from, second + ZONE_TAIL.to)
		.filter(({ value }) => /[A-Za-z0-9]/.test(value));
}

function countDigits(text: string): number {
	return charactersOf(text, 0).filter(({ value }) => isDigit(value)).length;
}
