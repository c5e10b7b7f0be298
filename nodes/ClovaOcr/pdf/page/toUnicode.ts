/** What a CMap says of codes: how long they are, and the text that each stands for. */
export interface CMap {
	/** Lengths in bytes that its code space allows, shortest first; empty where it does not say. */
	lengths: number[];
	texts: Map<number, string>;
}

/** A range may span all codes of two bytes; a file with more entries is hostile. */
const MAX_ENTRIES = 200_000;

const SECTION = /begin(codespacerange|bfchar|bfrange)([\s\S]*?)end\1/g;
const TOKEN = /<([0-9a-fA-F\s]*)>|\[|\]/g;

/** Reads a ToUnicode CMap (ISO 32000-1, 9.10.3) as far as its codes and texts go. */
export function readToUnicode(data: Buffer): CMap {
	const map: CMap = { lengths: [], texts: new Map() };
	const lengths = new Set<number>();
	for (const [, kind, body] of data.toString('latin1').matchAll(SECTION)) {
		const tokens = [...body.matchAll(TOKEN)].map(([whole, digits]) =>
			digits === undefined ? whole : digits.replace(/\s/g, ''),
		);
		if (kind === 'codespacerange') for (const token of tokens) lengths.add(token.length / 2);
		else if (kind === 'bfchar') readCharacters(map, tokens);
		else readRanges(map, tokens);
	}
	map.lengths = [...lengths].filter((each) => each >= 1 && each <= 4).sort((a, b) => a - b);
	return map;
}

function readCharacters({ texts }: CMap, tokens: string[]): void {
	for (let at = 0; at + 1 < tokens.length && texts.size < MAX_ENTRIES; at += 2) {
		texts.set(parseInt(tokens[at], 16), utf16(tokens[at + 1]));
	}
}

function readRanges({ texts }: CMap, tokens: string[]): void {
	for (let at = 0; at + 2 < tokens.length; at += 3) {
		const [first, last] = [parseInt(tokens[at], 16), parseInt(tokens[at + 1], 16)];
		if (tokens[at + 2] === '[') {
			for (let code = first; ; code++) {
				const token = tokens[at + 3];
				if (token === undefined || token === ']') break;
				if (code <= last && texts.size < MAX_ENTRIES) texts.set(code, utf16(token));
				at += 1;
			}
			at += 1;
			continue;
		}
		const start = tokens[at + 2];
		const head = utf16(start.slice(0, -4));
		const unit = parseInt(start.slice(-4), 16);
		for (let code = first; code <= last && texts.size < MAX_ENTRIES; code++) {
			// Beyond the first plane the last unit counts on within its half.
			texts.set(code, head + String.fromCharCode(unit + code - first));
		}
	}
}

function utf16(digits: string): string {
	const units = digits.match(/.{1,4}/g) ?? [];
	return String.fromCharCode(...units.slice(0, 64).map((unit) => parseInt(unit, 16)));
}

/** Names of signs that are no letters (Adobe Glyph List), each followed by its sign. */
const SIGNS = new Map(
	`exclam ! quotedbl " numbersign # dollar $ percent % ampersand & quotesingle '
	quoteright \u2019 quoteleft \u2018 parenleft ( parenright ) asterisk * plus + comma , hyphen - minus \u2212
	period . slash / zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 colon :
	semicolon ; less < equal = greater > question ? at @ bracketleft [ backslash \\ bracketright ]
	asciicircum ^ underscore _ grave \` braceleft { bar | braceright } asciitilde ~ exclamdown ¡ cent ¢
	sterling £ fraction ⁄ yen ¥ florin ƒ section § currency ¤ quotedblleft “ guillemotleft «
	guilsinglleft ‹ guilsinglright › fi fi fl fl ff ff ffi ffi ffl ffl endash – emdash — dagger †
	daggerdbl ‡ periodcentered · middot · paragraph ¶ bullet • quotesinglbase ‚ quotedblbase „
	quotedblright ” guillemotright » ellipsis … perthousand ‰ questiondown ¿ AE Æ ordfeminine ª
	Lslash Ł Oslash Ø OE Œ ordmasculine º ae æ dotlessi ı lslash ł oslash ø oe œ germandbls ß
	Euro € copyright © registered ® trademark ™ degree ° plusminus ± multiply × divide ÷ mu µ
	onesuperior ¹ twosuperior ² threesuperior ³ onequarter ¼ onehalf ½ threequarters ¾ logicalnot ¬
	brokenbar ¦ Eth Ð eth ð Thorn Þ thorn þ acute ´ dieresis ¨ macron ¯ cedilla ¸ won ₩
	nbspace \u00a0 sfthyphen \u00ad`
		.split(/[\t\n ]+/)
		.reduce<Array<[string, string]>>((pairs, word, at, words) => {
			if (at % 2 === 0) pairs.push([word, words[at + 1]]);
			return pairs;
		}, []),
);

const ACCENTS: Record<string, string> = {
	acute: '\u0301',
	breve: '\u0306',
	caron: '\u030c',
	cedilla: '\u0327',
	circumflex: '\u0302',
	dieresis: '\u0308',
	dotaccent: '\u0307',
	grave: '\u0300',
	hungarumlaut: '\u030b',
	macron: '\u0304',
	ogonek: '\u0328',
	ring: '\u030a',
	tilde: '\u0303',
};
const ACCENTED = new RegExp(`^([A-Za-z])(${Object.keys(ACCENTS).join('|')})$`);

/** The text of a glyph by its name, or null for a name that says nothing. */
export function textOfGlyphName(name: string): string | null {
	const plain = name.replace(/\.[a-z0-9]+$/i, '');
	if (plain === 'space') return ' ';
	const sign = SIGNS.get(plain);
	if (sign !== undefined) return sign;
	if (/^[A-Za-z]$/.test(plain)) return plain;
	const accented = ACCENTED.exec(plain);
	if (accented) return (accented[1] + ACCENTS[accented[2]]).normalize('NFC');
	const units = /^uni((?:[0-9A-F]{4})+)$/.exec(plain)?.[1].match(/.{4}/g);
	if (units) return String.fromCharCode(...units.map((unit) => parseInt(unit, 16)));
	const point = parseInt(/^u([0-9A-F]{4,6})$/.exec(plain)?.[1] ?? '', 16);
	return point <= 0x10ffff ? String.fromCodePoint(point) : null;
}

/** Codes from A1 on in the encoding of Type 1 fonts that name none (ISO 32000-1, annex D.2). */
const STANDARD_HIGH =
	"¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ\0–†‡·\0¶•‚„”»…‰\0¿\0`´ˆ˜¯˘˙¨\0˚¸\0˝˛ˇ—" +
	'\0'.repeat(16) +
	'Æ\0ª\0\0\0\0ŁØŒº\0\0\0\0\0æ\0\0\0ı\0\0łøœß';

/** The 256 texts of a simple font's encoding; the empty text where it has no character. */
export function encodingTable(name: string | null): string[] {
	if (name === 'WinAnsiEncoding' || name === 'MacRomanEncoding') {
		const decoder = new TextDecoder(name === 'WinAnsiEncoding' ? 'windows-1252' : 'macintosh');
		return Array.from({ length: 256 }, (_, code) => decoder.decode(Uint8Array.of(code)));
	}
	return Array.from({ length: 256 }, (_, code) => {
		if (code === 0x27) return '\u2019';
		if (code === 0x60) return '\u2018';
		if (code < 0x7f) return code < 0x20 ? '' : String.fromCharCode(code);
		return (STANDARD_HIGH[code - 0xa1] ?? '').replace('\0', '');
	});
}
