import { PDFArray, PDFDict, PDFName, PDFNumber, PDFStream, type PDFContext } from 'pdf-lib';

import { decodeContent } from '../file/content';
import { encodingTable, readToUnicode, textOfGlyphName, type CMap } from './toUnicode';

/** A character as a font reads it out of a string. */
export interface Glyph {
	/** Its text; null where nothing in the file says it. */
	text: string | null;
	/** Advance in ems. */
	width: number;
	/** Whether it is the code 32 of one byte, to which word spacing applies. */
	isBlank: boolean;
}

/** Reads strings that are shown in one font. */
export interface PageFont {
	glyphs(string: Buffer): Glyph[];
}

const name = (text: string) => PDFName.of(text);

/** Character collections whose predefined CMaps are encodings that `TextDecoder` knows. */
const LEGACY: Array<[RegExp, string]> = [
	[/^Uni.*(UCS2|UTF16)/, 'utf-16be'],
	[/^KSC/, 'euc-kr'],
	[/^GBK2K/, 'gb18030'],
	[/^GB/, 'gbk'],
	[/RKSJ/, 'shift_jis'],
	[/^EUC-/, 'euc-jp'],
	[/B5|^HKscs/, 'big5'],
];

/** Longer than the clear text of any font program. */
const MAX_CLEAR_TEXT = 65536;

/** Average advance of what says no width: the standard fonts of old files. */
const USUAL_WIDTH = 0.5;

/** The font that a dictionary describes. */
export async function readFont(context: PDFContext, font: PDFDict): Promise<PageFont> {
	const stream = font.lookup(name('ToUnicode'));
	const toUnicode =
		stream instanceof PDFStream ? readToUnicode((await decodeContent(context, stream)).data) : null;
	return font.lookup(name('Subtype')) === name('Type0')
		? compositeFont(font, toUnicode)
		: simpleFont(font, toUnicode, await simpleEncoding(context, font));
}

function simpleFont(font: PDFDict, toUnicode: CMap | null, table: string[]): PageFont {
	const widths = font.lookup(name('Widths'));
	const first = numberAt(font, 'FirstChar') ?? 0;
	const scale = typeThreeScale(font) ?? 0.001;
	const glyphs = Array.from({ length: 256 }, (_, code): Glyph => {
		const width = widths instanceof PDFArray ? numberIn(widths, code - first) : null;
		return {
			text: toUnicode?.texts.get(code) ?? (table[code] || null),
			width: width === null ? USUAL_WIDTH : width * scale,
			isBlank: code === 32,
		};
	});
	return { glyphs: (string) => [...string].map((code) => glyphs[code]) };
}

/** The texts of a simple font's 256 codes (ISO 32000-1, 9.6.6). */
async function simpleEncoding(context: PDFContext, font: PDFDict): Promise<string[]> {
	const encoding = font.lookup(name('Encoding'));
	if (encoding instanceof PDFName) return encodingTable(textOf(encoding));
	const base = encoding instanceof PDFDict ? textOf(encoding.lookup(name('BaseEncoding'))) : null;
	const table = encodingTable(base);
	if (base === null) await readBuiltIn(context, font, table);
	if (!(encoding instanceof PDFDict)) return table;
	const differences = encoding.lookup(name('Differences'));
	if (!(differences instanceof PDFArray)) return table;
	let code = 0;
	for (let index = 0; index < Math.min(differences.size(), 1024); index++) {
		const entry = differences.lookup(index);
		if (entry instanceof PDFNumber) code = entry.asNumber();
		else if (entry instanceof PDFName && code >= 0 && code < 256) {
			table[code++] = textOfGlyphName(entry.decodeText()) ?? '';
		}
	}
	return table;
}

/** What a Type 1 font program says of its codes: it stands in clear text before the glyphs. */
async function readBuiltIn(context: PDFContext, font: PDFDict, table: string[]): Promise<void> {
	const descriptor = font.lookup(name('FontDescriptor'));
	const program = descriptor instanceof PDFDict ? descriptor.lookup(name('FontFile')) : undefined;
	if (!(program instanceof PDFStream)) return;
	const { data } = await decodeContent(context, program);
	const clear = data.toString('latin1', 0, Math.min(MAX_CLEAR_TEXT, data.length)).split('eexec')[0];
	for (const [, code, glyph] of clear.matchAll(
		/dup\s{1,8}(\d{1,3})\s{0,8}\/([\w.]{1,40})\s{1,8}put/g,
	)) {
		if (Number(code) < 256) table[Number(code)] = textOfGlyphName(glyph) ?? '';
	}
}

/** Type 3 fonts measure in units of their own. */
function typeThreeScale(font: PDFDict): number | null {
	if (font.lookup(name('Subtype')) !== name('Type3')) return null;
	const matrix = font.lookup(name('FontMatrix'));
	return matrix instanceof PDFArray ? numberIn(matrix, 0) : null;
}

function compositeFont(font: PDFDict, toUnicode: CMap | null): PageFont {
	const encoding = textOf(font.lookup(name('Encoding'))) ?? '';
	const legacy = LEGACY.find(([pattern]) => pattern.test(encoding))?.[1] ?? null;
	const widths = legacy ? null : cidWidths(font);
	const decoder = legacy ? new TextDecoder(legacy) : null;
	const known = new Map<number, Glyph>();
	const glyphAt = (string: Buffer, at: number, length: number): Glyph => {
		const code = length === 0 ? 0 : string.readUIntBE(at, length);
		const key = code * 8 + length;
		const found = known.get(key);
		if (found) return found;
		const own = decoder?.decode(string.subarray(at, at + length)).replace(/[\0\ufffd]/g, '');
		const text = toUnicode?.texts.get(code) ?? (own || null);
		const width = widths ? widths(code) : length === 1 || code < 0x80 ? USUAL_WIDTH : 1;
		const glyph = { text, width, isBlank: length === 1 && code === 32 };
		known.set(key, glyph);
		return glyph;
	};
	return {
		glyphs(string) {
			const glyphs: Glyph[] = [];
			for (let at = 0; at < string.length; ) {
				const wanted = codeLength(string[at], legacy, toUnicode);
				const length = Math.min(wanted, string.length - at);
				glyphs.push(glyphAt(string, at, length));
				at += length;
			}
			return glyphs;
		},
	};
}

function codeLength(lead: number, legacy: string | null, toUnicode: CMap | null): number {
	if (legacy === null) return toUnicode?.lengths.length === 1 ? toUnicode.lengths[0] : 2;
	if (legacy === 'utf-16be') return lead >= 0xd8 && lead < 0xdc ? 4 : 2;
	const halfWidth = legacy === 'shift_jis' && lead >= 0xa1 && lead <= 0xdf;
	return lead < 0x81 || halfWidth ? 1 : 2;
}

/** Ems by character ID (ISO 32000-1, 9.7.4.3). */
function cidWidths(font: PDFDict): (cid: number) => number {
	const list = font.lookup(name('DescendantFonts'));
	const descendant = list instanceof PDFArray ? list.lookup(0) : undefined;
	if (!(descendant instanceof PDFDict)) return () => 1;
	const usual = (numberAt(descendant, 'DW') ?? 1000) / 1000;
	const widths = new Map<number, number>();
	const given = descendant.lookup(name('W'));
	for (let at = 0; given instanceof PDFArray && at + 1 < given.size(); ) {
		const first = numberIn(given, at) ?? 0;
		const next = given.lookup(at + 1);
		if (next instanceof PDFArray) {
			for (let each = 0; each < next.size(); each++)
				widths.set(first + each, (numberIn(next, each) ?? 0) / 1000);
			at += 2;
			continue;
		}
		const last = Math.min(numberIn(given, at + 1) ?? first, first + 65535);
		const width = (at + 2 < given.size() ? (numberIn(given, at + 2) ?? 0) : 0) / 1000;
		for (let cid = first; cid <= last; cid++) widths.set(cid, width);
		at += 3;
	}
	return (cid) => widths.get(cid) ?? usual;
}

function textOf(value: unknown): string | null {
	return value instanceof PDFName ? value.decodeText() : null;
}

function numberAt(dict: PDFDict, key: string): number | null {
	const value = dict.lookup(name(key));
	return value instanceof PDFNumber ? value.asNumber() : null;
}

function numberIn(array: PDFArray, index: number): number | null {
	const value = index >= 0 && index < array.size() ? array.lookup(index) : undefined;
	return value instanceof PDFNumber ? value.asNumber() : null;
}
