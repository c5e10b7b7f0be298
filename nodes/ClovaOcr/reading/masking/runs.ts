import { BOUNDARY, type Character } from './characters';

/** Digits (or stars, or letters that recognition takes for digits) without anything between them. */
export interface Token {
	digits: Character[];
	/** What stands between the token before and this one: nothing but blanks, or a dash, dot or underscore too. */
	joint: 'blank' | 'dash' | 'start';
}

/** Tokens that could be parts of one number: only blanks, dashes and the like lie between them. */
export type Run = Token[];

// Recognition confuses these with digits; they count only inside a number, never at its edge.
const LOOKALIKES: Record<string, string> = {
	O: '0',
	o: '0',
	I: '1',
	l: '1',
	'|': '1',
	B: '8',
	S: '5',
};

const LONGEST_JOINT = 4;

/** The digit that a character shows or is taken for; a star stays a star; null for anything else. */
export function digitOf(value: string): string | null {
	if (/^[0-9*]$/.test(value)) return value;
	return LOOKALIKES[value] ?? null;
}

/**
 * Every run of the characters, in order. Linear in their number.
 * @param splitWords whether a number may go on in the next fragment without a dash between
 */
export function runsOf(characters: Character[], splitWords: boolean): Run[] {
	const runs: Run[] = [];
	let run: Run = [];
	let token: Character[] = [];
	let gap = '';
	const endToken = () => {
		if (token.some(({ value }) => /[0-9*]/.test(value))) {
			if (!splitWords && gap.includes(BOUNDARY) && jointOf(gap) === 'blank') endRun();
			run.push({ digits: token, joint: run.length === 0 ? 'start' : jointOf(gap) });
			gap = '';
		} else if (token.length > 0) endRun();
		token = [];
	};
	const endRun = () => {
		if (run.length > 0) runs.push(run);
		run = [];
		gap = '';
	};
	for (const character of characters) {
		const { value } = character;
		if (digitOf(value) !== null) token.push(character);
		else {
			endToken();
			gap += value;
			if (!isSeparator(value) || gap.length > LONGEST_JOINT) endRun();
		}
	}
	endToken();
	endRun();
	return runs;
}

/**
 * A row of tokens as one number of `length` digits, or null. Letters taken for digits may be left off
 * at either end, where they more likely belong to the words around.
 */
export function numberOf(tokens: Token[], length: number): Character[] | null {
	const all = tokens.flatMap(({ digits }) => digits);
	let [from, to] = [0, all.length];
	while (to - from > length && isLetter(all[from])) from += 1;
	while (to - from > length && isLetter(all[to - 1])) to -= 1;
	return to - from === length ? all.slice(from, to) : null;
}

function isLetter({ value }: Character): boolean {
	return !/[0-9*]/.test(value);
}

/** The digits of a token or of several, as text; look-alike letters as what they look like. */
export function digitsOf(characters: Character[]): string {
	return characters.map(({ value }) => digitOf(value) ?? '').join('');
}

function isSeparator(value: string): boolean {
	return value === BOUNDARY || /^[\s\-.·_]$/.test(value);
}

function jointOf(gap: string): 'blank' | 'dash' {
	return /[-.·_]/.test(gap) ? 'dash' : 'blank';
}
