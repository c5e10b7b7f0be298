import {
	PDFArray,
	PDFDict,
	PDFName,
	PDFNumber,
	PDFStream,
	type PDFObject,
	type PDFPageLeaf,
} from 'pdf-lib';

import { decodeContent } from '../file/content';
import { breathe } from '../tick';
import { inherited } from './attributes';
import { readFont, type PageFont } from './fonts';
import { IDENTITY, matrixOf, multiply, transform, type Matrix } from './matrix';
import { operationsOf, type Operand, type Operation } from './operators';
import type { Point } from '../../shared/geometry';

/** A character in page units; its text is null where nothing says it. */
export interface DrawnGlyph {
	text: string | null;
	start: Point;
	end: Point;
	/** From the baseline to the height of the em. */
	up: Point;
}

/** The part of the graphics state that decides where text stands (ISO 32000-1, 9.3). */
interface State {
	toPage: Matrix;
	font: PageFont | null;
	size: number;
	characterSpace: number;
	wordSpace: number;
	scale: number;
	leading: number;
	rise: number;
}

/** What a hostile page may cost; real ones stay far below. */
const MAX_GLYPHS = 200_000;
const MAX_FORMS = 500;
const MAX_DEPTH = 12;
const MAX_SAVED = 256;
const OPERATIONS_PER_LOOK = 256;

const FONT = PDFName.of('Font');
const RESOURCES = PDFName.of('Resources');
const XOBJECT = PDFName.of('XObject');

/** Pages share their fonts, and reading one takes longer than reading a page's text. */
const fonts = new WeakMap<PDFDict, PageFont>();

/** Gives every character that a page and its forms draw, in that order. */
export async function drawText(
	page: PDFPageLeaf,
	emit: (glyph: DrawnGlyph) => void,
): Promise<void> {
	const resources = page.context.lookup(inherited(page, RESOURCES));
	const drawing = new Drawing(emit);
	await drawing.run(page.context.lookup(page.get(PDFName.of('Contents'))), resources, page, 0);
}

class Drawing {
	private readonly emit: (glyph: DrawnGlyph) => void;
	private state: State = {
		toPage: IDENTITY,
		font: null,
		size: 1,
		characterSpace: 0,
		wordSpace: 0,
		scale: 1,
		leading: 0,
		rise: 0,
	};
	private saved: State[] = [];
	private text: Matrix = IDENTITY;
	private textLine: Matrix = IDENTITY;
	private glyphs = 0;
	private forms = 0;
	/** Marked content around the text, innermost last: a text that replaces it, once, or null. */
	private marked: Array<string | null> = [];

	constructor(emit: (glyph: DrawnGlyph) => void) {
		this.emit = emit;
	}

	async run(
		contents: PDFObject | undefined,
		resources: unknown,
		page: PDFPageLeaf,
		depth: number,
	): Promise<void> {
		const { data } = await decodeContent(page.context, contents);
		let count = 0;
		for (const operation of operationsOf(data)) {
			if (this.glyphs > MAX_GLYPHS) return;
			if (++count % OPERATIONS_PER_LOOK === 0) await breathe();
			if (operation.operator === 'Tf') await this.setFont(operation, resources, page);
			else if (operation.operator === 'Do') await this.drawForm(operation, resources, page, depth);
			else this.apply(operation);
		}
	}

	private async setFont(
		{ operands }: Operation,
		resources: unknown,
		page: PDFPageLeaf,
	): Promise<void> {
		const found = resourceOf(resources, FONT, operands[0]);
		this.state.size = numberOf(operands[1]);
		this.state.font = null;
		if (!(found instanceof PDFDict)) return;
		const font = fonts.get(found) ?? (await readFont(page.context, found));
		fonts.set(found, font);
		this.state.font = font;
	}

	private async drawForm(
		{ operands }: Operation,
		resources: unknown,
		page: PDFPageLeaf,
		depth: number,
	): Promise<void> {
		const form = resourceOf(resources, XOBJECT, operands[0]);
		if (
			!(form instanceof PDFStream) ||
			form.dict.lookup(PDFName.of('Subtype')) !== PDFName.of('Form')
		)
			return;
		if (depth >= MAX_DEPTH || ++this.forms > MAX_FORMS) return;
		const before = { ...this.state };
		const { saved } = this;
		this.saved = [];
		const matrix = form.dict.lookup(PDFName.of('Matrix'));
		const own =
			matrix instanceof PDFArray
				? matrixOf(matrix.asArray().map((_, at) => asNumber(matrix.lookup(at))))
				: null;
		if (own) this.state.toPage = multiply(own, this.state.toPage);
		await this.run(form, form.dict.lookup(RESOURCES) ?? resources, page, depth + 1);
		this.state = before;
		this.saved = saved;
	}

	private apply({ operator, operands }: Operation): void {
		const { state } = this;
		const [first, second, third] = operands;
		switch (operator) {
			case 'q':
				if (this.saved.length < MAX_SAVED) this.saved.push({ ...state });
				break;
			case 'Q':
				this.state = this.saved.pop() ?? state;
				break;
			case 'cm':
				state.toPage = multiply(matrixOf(operands) ?? IDENTITY, state.toPage);
				break;
			case 'BT':
				this.text = this.textLine = IDENTITY;
				break;
			case 'Tm':
				this.text = this.textLine = matrixOf(operands) ?? IDENTITY;
				break;
			case 'Td':
				this.nextLine(numberOf(first), numberOf(second));
				break;
			case 'TD':
				state.leading = -numberOf(second);
				this.nextLine(numberOf(first), numberOf(second));
				break;
			case 'T*':
				this.nextLine(0, -state.leading);
				break;
			case 'TL':
				state.leading = numberOf(first);
				break;
			case 'Tc':
				state.characterSpace = numberOf(first);
				break;
			case 'Tw':
				state.wordSpace = numberOf(first);
				break;
			case 'Tz':
				state.scale = numberOf(first) / 100;
				break;
			case 'Ts':
				state.rise = numberOf(first);
				break;
			case 'Tj':
				this.show([first]);
				break;
			case 'TJ':
				if (Array.isArray(first)) this.show(first);
				break;
			case "'":
				this.nextLine(0, -state.leading);
				this.show([first]);
				break;
			case '"':
				state.wordSpace = numberOf(first);
				state.characterSpace = numberOf(second);
				this.nextLine(0, -state.leading);
				this.show([third]);
				break;
			case 'BMC':
			case 'BDC':
				if (this.marked.length < MAX_SAVED) this.marked.push(actualText(second));
				break;
			case 'EMC':
				this.marked.pop();
		}
	}

	private nextLine(x: number, y: number): void {
		this.text = this.textLine = multiply([1, 0, 0, 1, x, y], this.textLine);
	}

	private show(parts: Operand[]): void {
		const { font, size, scale } = this.state;
		for (const part of parts) {
			if (typeof part === 'number') this.advance((-part / 1000) * size * scale);
			else if (Buffer.isBuffer(part) && font) {
				for (const glyph of font.glyphs(part)) {
					const spaces = this.state.characterSpace + (glyph.isBlank ? this.state.wordSpace : 0);
					const width = glyph.width * size * scale;
					this.put(this.replaced(glyph.text), width);
					this.advance(width + spaces * scale);
				}
			}
		}
	}

	/** The text that the file says stands for the marked characters, with the first of them. */
	private replaced(text: string | null): string | null {
		const at = this.marked.findIndex((each) => each !== null);
		if (at < 0) return text;
		const replacement = this.marked[at];
		this.marked[at] = '';
		return replacement;
	}

	private put(text: string | null, width: number): void {
		if (++this.glyphs > MAX_GLYPHS) return;
		const { size, rise, toPage } = this.state;
		const matrix = multiply(this.text, toPage);
		const start = transform(matrix, 0, rise);
		const above = transform(matrix, 0, rise + size);
		this.emit({
			text,
			start,
			end: transform(matrix, width, rise),
			up: { x: above.x - start.x, y: above.y - start.y },
		});
	}

	private advance(way: number): void {
		this.text = multiply([1, 0, 0, 1, way, 0], this.text);
	}
}

function resourceOf(
	resources: unknown,
	kind: PDFName,
	operand: Operand | undefined,
): PDFObject | undefined {
	const entries = resources instanceof PDFDict ? resources.lookup(kind) : undefined;
	if (!(entries instanceof PDFDict) || typeof operand !== 'object' || !('name' in operand))
		return undefined;
	return entries.lookup(PDFName.of(operand.name));
}

function actualText(properties: Operand | undefined): string | null {
	const text = properties instanceof Map ? properties.get('ActualText') : undefined;
	if (!Buffer.isBuffer(text)) return null;
	if (text[0] === 0xfe && text[1] === 0xff)
		return new TextDecoder('utf-16be').decode(text.subarray(2));
	return text.toString('latin1');
}

function numberOf(operand: Operand | undefined): number {
	return typeof operand === 'number' ? operand : 0;
}

function asNumber(value: unknown): number {
	return value instanceof PDFNumber ? value.asNumber() : Number.NaN;
}
