import { medianOf } from '../../shared/median';
import {
	charactersOf,
	isPlainLetter,
	isSeparator,
	jointCharacter,
	usualLook,
	type Strip,
} from './characters';
import { heightOf, type LaidWords, type Place } from './laidWords';

/** What of a word matters for the question whether a number runs over it. */
interface Profile {
	readonly digits: number;
	/** Whether a number can come into it from before, and go on behind it. */
	readonly open: boolean;
	readonly goesOn: boolean;
}

/** A number that is hidden has at least so many digits that were read as such. */
const LEAST_DIGITS = 7;
const LEAST_CHARACTERS = 13;

/**
 * The stretches of a page in which a number can stand: words that go on in each other within a line or
 * over its end, front and back halves in neighbouring columns, and small boxes one below the other.
 * Words that no number can run over part them. One at a time, as all characters of a large page held
 * together cost more to keep than to make.
 */
export function* wordStrips(laid: LaidWords): Generator<Strip> {
	const profiles = laid.words.map(({ text }) => profileOf(text));
	for (const chain of lineChains(laid, profiles)) {
		const strip = stripOf(laid, profiles, chain);
		if (strip !== null) yield strip;
	}
	yield* halvesStrips(laid, profiles);
	yield* columnStrips(laid, profiles);
}

function* lineChains(laid: LaidWords, profiles: Array<Profile | null>): Generator<number[]> {
	let chain: number[] = [];
	for (let index = 0; index < profiles.length; index++) {
		const profile = profiles[index];
		const last = chain.at(-1);
		const open = last === undefined || (profile?.open === true && profiles[last]?.goesOn === true);
		if (profile === null || !open || (last !== undefined && laid.joint(last, index) === 'column')) {
			yield chain;
			chain = [];
		}
		if (profile !== null) chain.push(index);
	}
	yield chain;
}

function stripOf(laid: LaidWords, profiles: Array<Profile | null>, chain: number[]): Strip | null {
	const { words } = laid;
	let [digits, length] = [0, 0];
	for (const index of chain) {
		digits += profiles[index]?.digits ?? 0;
		length += words[index].text.length;
	}
	if (digits < LEAST_DIGITS || length < LEAST_CHARACTERS) return null;
	return joined(laid, chain, (from, to) => laid.joint(from, to));
}

function joined(
	{ words }: LaidWords,
	chain: number[],
	jointOf: (from: number, to: number) => ReturnType<LaidWords['joint']>,
): Strip {
	return chain.flatMap((index, at) => [
		...(at === 0 ? [] : [jointCharacter(jointOf(chain[at - 1], index))]),
		...charactersOf(words[index].text, index),
	]);
}

/** A half of a number and a sign or two before or behind it. */
const LONGEST_HALF = 9;

/** Front and back of a number in one row, in columns or cells beside each other. */
function halvesStrips(laid: LaidWords, profiles: Array<Profile | null>): Strip[] {
	const { words } = laid;
	const strips: Strip[] = [];
	const isHalf = (index: number, digits: number) => {
		const [profile, word] = [profiles[index], words[index]];
		if (!profile || Math.abs(profile.digits - digits) > 1) return false;
		return word.text.length <= LONGEST_HALF && !/\d[,.:/]\d/.test(word.text);
	};
	for (let back = 1; back < words.length; back++) {
		if (!isHalf(back, 7)) continue;
		const dash = profiles[back - 1]?.digits === 0 ? 1 : 0;
		const front = back - 1 - dash;
		if (!isHalf(front, 6) || !laid.sameRow(front, back)) continue;
		const chain = dash === 1 ? [front, back - 1, back] : [front, back];
		const joints = chain.slice(1).map((index, at) => laid.joint(chain[at], index));
		if (joints.includes('column'))
			strips.push(joined(laid, chain, (from, to) => laid.joint(from, to)));
	}
	return strips;
}

const LONGEST_BOX = 3;
const FEWEST_BOXES = 5;
/** How far, in text heights, boxes of a column may stand apart, and beside each other. */
const BOX_GAP = 1.5;
const BOX_OFFSET = 0.6;

function isBox(text: string, { digits }: Profile): boolean {
	return text.length <= LONGEST_BOX && digits >= text.length - 1;
}

/** A word that is one, by its index. */
interface Box {
	readonly index: number;
	readonly place: Place;
}

/** Boxes of a few digits each that stand one below the other. */
function columnStrips(laid: LaidWords, profiles: Array<Profile | null>): Strip[] {
	const boxes: Box[] = [];
	profiles.forEach((profile, index) => {
		if (profile === null || !isBox(laid.words[index].text, profile)) return;
		const place = laid.place(index);
		if (place !== null) boxes.push({ index, place });
	});
	if (boxes.length < FEWEST_BOXES) return [];
	const below = boxesBelow(boxes);
	const followers = new Set(below.values());
	return boxes
		.filter(({ index }) => !followers.has(index))
		.flatMap(({ index: top }) => {
			const chain: number[] = [];
			for (let at: number | undefined = top; at !== undefined; at = below.get(at)) chain.push(at);
			return chain.length < FEWEST_BOXES ? [] : [joined(laid, chain, () => 'near')];
		});
}

/** For each box the one right below it. */
function boxesBelow(boxes: Box[]): Map<number, number> {
	const below = new Map<number, number>();
	const byPlace = new Map<string, Box[]>();
	const usual = medianOf(boxes.map(({ place }) => place.bottom - place.top));
	const size = Math.max(usual, 1e-3) * 2;
	const square = (x: number, y: number) => `${Math.floor(x / size)}:${Math.floor(y / size)}`;
	for (const box of boxes) {
		const { left, right, top } = box.place;
		const key = square((left + right) / 2, top);
		byPlace.set(key, [...(byPlace.get(key) ?? []), box]);
	}
	for (const { index, place } of boxes) {
		let least = Infinity;
		const middle = (place.left + place.right) / 2;
		for (const across of [-size, 0, size]) {
			for (const down of [0, size]) {
				const key = square(middle + across, place.bottom - size / 4 + down);
				for (const { index: other, place: next } of byPlace.get(key) ?? []) {
					const height = heightOf(place, next);
					const gap = next.top - place.bottom;
					const offset = Math.min(
						Math.abs(next.left - place.left),
						Math.abs((next.left + next.right) / 2 - middle),
					);
					if (other === index || gap < -0.5 * height || gap > BOX_GAP * height) continue;
					if (offset > BOX_OFFSET * height || gap >= least) continue;
					least = gap;
					below.set(index, other);
				}
			}
		}
	}
	return below;
}

/** Thousands in groups, as no number of a person or card is printed. */
const AMOUNT = /^\d{1,3}(?:,\d{3})+$/;

/** What a word is to a number; null for one that can be no part of any. */
function profileOf(text: string): Profile | null {
	let digits = 0;
	let ascii = true;
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		if ((code >= 0x30 && code <= 0x39) || code === 0x2a) {
			digits += 1;
		} else if (code >= 0x80 && !isPlainLetter(code)) ascii = false;
	}
	if (!ascii && /[^\P{N}0-9]/u.test(text)) return sharedProfile(text.length, true, true);
	if (digits > 3 && AMOUNT.test(text)) return null;
	if (digits === 0) return isPiece(text) ? sharedProfile(digits, true, true) : null;
	const end = text.length - 1;
	const letterFirst = isWordLetter(text, 0) && isWordLetter(text, 1);
	const letterLast = isWordLetter(text, end) && isWordLetter(text, end - 1);
	return sharedProfile(digits, !letterFirst, !letterLast);
}

const USUAL_LENGTH = 16;
/** The profiles of usual words, of which a page has thousands alike. */
const PROFILES: Array<Profile | undefined> = [];

function sharedProfile(digits: number, open: boolean, goesOn: boolean): Profile {
	if (digits > USUAL_LENGTH) return { digits, open, goesOn };
	const key = digits * 4 + (open ? 2 : 0) + (goesOn ? 1 : 0);
	return (PROFILES[key] ??= { digits, open, goesOn });
}

/** A word without digits that may still be a piece of a number: a dash, or a digit misread. */
function isPiece(text: string): boolean {
	if (text.length > LONGEST_BOX) return false;
	if (text.length === 1) return true;
	return charactersOf(text, 0).every(
		({ value }) => isSeparator(value) || usualLook(value) !== undefined,
	);
}

/** Whether a character is a letter that is not usually taken for a digit. */
function isWordLetter(text: string, index: number): boolean {
	const code = text.charCodeAt(index);
	if (code >= 0x3040) return code < 0xfe00;
	const letter = (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
	return letter && usualLook(text[index]) === undefined;
}
