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
