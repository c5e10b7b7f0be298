import { PDFString, type PDFContext, type PDFRef } from 'pdf-lib';

import { addDeflated } from '../file/flate';
import { blockFont } from './glyph';

/** Codes have two bytes and 0 is "no character"; pages in every script together use a few thousand. */
const MAX_CODES = 65535;

/** A CMap lists at most this many characters in one section. */
const SECTION = 100;

/**
 * The one font of all text layers of a document. Characters get codes of their own in the order in
 * which they occur, since using UTF-16 as codes breaks every character beyond the first plane.
 */
export class LayerFont {
	readonly ref: PDFRef;
	private readonly context: PDFContext;
	/** Codes by character, in the order in which they were given out: from 0001 on. */
	private readonly codes = new Map<number, number>();

	constructor(context: PDFContext) {
		this.context = context;
		this.ref = context.nextRef();
	}

	/** The codes of a text's characters; none for what has no code. */
	encode(text: string): number[] {
		const codes: number[] = [];
		for (let at = 0; at < text.length; at++) {
			const character = text.codePointAt(at) ?? 0;
			const code = this.codes.get(character) ?? this.nextCode(character);
			if (code > 0) codes.push(code);
			if (character > 0xffff) at++;
		}
		return codes;
	}

	/** @returns 0 for what has none */
	private nextCode(character: number): number {
		if (!isShown(character) || this.codes.size === MAX_CODES) return 0;
		const code = this.codes.size + 1;
		this.codes.set(character, code);
		return code;
	}

	/** Writes the font into the document, once all text has been encoded. */
	async write(): Promise<void> {
		if (this.codes.size === 0) return;
		const { context } = this;
		const glyphs = blockFont();
		const descriptor = context.obj({
			Type: 'FontDescriptor',
			FontName: NAME,
			Flags: 5,
			FontBBox: [0, -200, 1000, 800],
			ItalicAngle: 0,
			Ascent: 800,
			Descent: -200,
			CapHeight: 800,
			StemV: 80,
			FontFile2: await addDeflated(context, glyphs, { Length1: glyphs.length }),
		});
		const descendant = context.obj({
			Type: 'Font',
			Subtype: 'CIDFontType2',
			BaseFont: NAME,
			CIDSystemInfo: {
				Registry: PDFString.of('Adobe'),
				Ordering: PDFString.of('Identity'),
				Supplement: 0,
			},
			DW: 1000,
			CIDToGIDMap: await addDeflated(context, this.glyphOfCode()),
			FontDescriptor: context.register(descriptor),
		});
		const font = context.obj({
			Type: 'Font',
			Subtype: 'Type0',
			BaseFont: NAME,
			Encoding: 'Identity-H',
			DescendantFonts: [context.register(descendant)],
			ToUnicode: await addDeflated(context, Buffer.from(this.toUnicode())),
		});
		context.assign(this.ref, font);
	}

	/** Every code shows glyph 1, the block; code 0 shows none. */
	private glyphOfCode(): Buffer {
		const map = Buffer.alloc(2 * (this.codes.size + 1));
		for (let code = 1; code <= this.codes.size; code++) map[2 * code + 1] = 1;
		return map;
	}

	private toUnicode(): string {
		const lines = [...this.codes].map(
			([character, code]) => `<${hex(code)}> <${utf16(String.fromCodePoint(character))}>`,
		);
		const sections: string[] = [];
		for (let from = 0; from < lines.length; from += SECTION) {
			const section = lines.slice(from, from + SECTION);
			sections.push(`${section.length} beginbfchar\n${section.join('\n')}\nendbfchar`);
		}
		return [CMAP_HEAD, ...sections, CMAP_TAIL].join('\n');
	}
}

const NAME = 'ClovaOcrTextLayer';

const CMAP_HEAD = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange`;

const CMAP_TAIL = `endcmap
CMapName currentdict /CMap defineresource pop
end
end`;

/** Control characters and halves of a surrogate pair are nothing that a viewer could select. */
function isShown(point: number): boolean {
	return point >= 0x20 && point !== 0x7f && !(point >= 0xd800 && point <= 0xdfff);
}

function hex(code: number): string {
	return code.toString(16).padStart(4, '0');
}

function utf16(character: string): string {
	return [...Array(character.length).keys()].map((at) => hex(character.charCodeAt(at))).join('');
}
