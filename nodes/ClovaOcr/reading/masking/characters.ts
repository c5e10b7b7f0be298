/** A readable character, and where it stands in the texts it came from. */
export interface Character {
	/** One NFKC character: full-width digits, for example, read as digits. */
	value: string;
	/** Index of its text; negative for what stands between two texts. */
	word: number;
	/** Code units of that text. */
	from: number;
	to: number;
}

/** Characters among which a number may run: those of one text, or of words that go on in each other. */
export type Strip = Character[];

/** What stands between two words: the next one beside it, in the next line, or in another column. */
export type Joint = 'column' | 'line' | 'near';

// Private-use characters, so that no text holds them.
const JOINTS: Record<Joint, string> = { near: '\ue000', line: '\ue001', column: '\ue002' };

export function jointCharacter(joint: Joint): Character {
	return { value: JOINTS[joint], word: -1, from: 0, to: 0 };
}

export function isJoint(value: string, joint: Joint): boolean {
	return value === JOINTS[joint];
}

/** The characters of a text; one at least for every code point, more where it stands for several. */
export function charactersOf(text: string, word: number): Character[] {
	const characters: Character[] = [];
	for (let from = 0; from < text.length; ) {
		const code = text.codePointAt(from) ?? 0;
		const to = from + (code > 0xffff ? 2 : 1);
		if (code < 0x80) characters.push({ value: text[from], word, from, to });
		else
			for (const value of readable(text.slice(from, to)))
				characters.push({ value, word, from, to });
		from = to;
	}
	return characters;
}

const DASHES = /[\u00ad\u2010-\u2015\u2212\u2500\u30fc\u3161\ufe58\ufe63\uff0d]/;

/** Whether a code unit is a Hangul syllable, kana or common Han, none of which is a number. */
export function isPlainLetter(code: number): boolean {
	return (
		(code >= 0xac00 && code <= 0xd7a3) ||
		(code >= 0x4e00 && code <= 0x9fff) ||
		(code >= 0x3041 && code <= 0x30fe)
	);
}

function readable(point: string): string[] {
	if (point >= '\uac00' && point <= '\ud7a3') return [point];
	if (DASHES.test(point)) return ['-'];
	return Array.from(point.normalize('NFKC'));
}

export function isDigit(value: string): boolean {
	return (value >= '0' && value <= '9') || value === '*';
}

/** Whether a character may part the digits of a number: a blank, or nothing but the border of two words. */
export function isBlank(value: string): boolean {
	return value === ' ' || (value >= '\ue000' && value <= '\ue002') || /^\s$/.test(value);
}

const SEPARATORS = new Set('-.·_,:/=~;•∙‧・〜∼');

/** Whether a character is a sign that may part the digits of a number. */
export function isSeparator(value: string): boolean {
	return SEPARATORS.has(value);
}

// What recognition confuses with digits. Those of the first list are so usual that any number of them counts.
const USUAL_LOOKS: Array<[digit: string, looks: string]> = [
	['0', 'Oo'],
	['1', 'Il|'],
	['5', 'S'],
	['8', 'B'],
];

const OTHER_LOOKS: Array<[digit: string, looks: string]> = [
	['0', 'DQUCcㅇ이〇○οОе@'],
	['1', '!ijJㅣ丨][tf()/'],
	['2', 'Zz乙ㄹ'],
	['3', 'Eヨз'],
	['4', 'AHhyㅓ'],
	['5', 's$'],
	['6', 'Gb'],
	['7', 'T?YㄱフワV>'],
	['8', '&§'],
	['9', 'gqPp'],
];

const USUAL = lookMap(USUAL_LOOKS);
const RARE = lookMap(OTHER_LOOKS);

function lookMap(table: Array<[digit: string, looks: string]>): ReadonlyMap<string, string> {
	return new Map(table.flatMap(([digit, looks]) => Array.from(looks, (look) => [look, digit])));
}

/** The digit that a character is usually taken for by mistake, or undefined. */
export function usualLook(value: string): string | undefined {
	return USUAL.get(value);
}

/** The digit that a character looks like, usual or not, or undefined. */
export function lookOf(value: string): string | undefined {
	return USUAL.get(value) ?? RARE.get(value);
}
