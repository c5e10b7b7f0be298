import { PDFDict, PDFName, type PDFRef } from 'pdf-lib';

import { addDeflated } from '../file/flate';
import type { OpenPdf } from '../file/open';
import { removeOtherPages } from '../file/pageTree';
import { writePdf } from '../file/write';
import { mediaArea } from '../page/attributes';
import { usePage } from '../page/contentUse';
import { hasOwnText, readPageText } from '../page/pageText';
import { breathe } from '../tick';
import { claimArchive } from './archive';
import { LayerFont } from './font';
import { drawBoxes, HIGHLIGHT_STATE } from './highlight';
import { hasLayer, layText } from './layer';
import { dropClaims, hideInMetadata, lowerClaims } from './metadata';
import { Operators } from './operators';
import { placingOf, type LayerWord } from './placing';
import { addResource, wrapContents } from './resources';
import { turnUpright } from './upright';

/** What was read on a page, to be laid over it. */
export interface SearchablePage {
	/** 1-based, within the file. */
	page: number;
	/** Size in pixels of the picture that the corners are measured in, where it is known. */
	width: number | null;
	height: number | null;
	/** The words of each line, in reading order. */
	lines: LayerWord[][];
}

export interface SearchableOptions {
	/** The pages (1-based) that come out, or null for all of them. */
	keep: number[] | null;
	/** Whether visible boxes coloured by confidence are drawn over the words. */
	highlight: boolean;
	/** Whether pages with text of their own get a second layer too. */
	addToText?: boolean;
	/** Whether pages are turned so that most of their text is upright. */
	turnUpright?: boolean;
	/** Gives a text that the document says of itself (its title, say) back as it may be shown. */
	hide?: (text: string) => string;
}

export interface SearchablePdf {
	bytes: Uint8Array;
	/** Pages that had text of their own, kept it and got no second layer. */
	keptText: number[];
	/** Pages whose words could not be placed, since nothing says how large their picture was. */
	notPlaced: number[];
	/** Pages that say no size and are shown as Letter. */
	withoutSize: number[];
}

/** Resource names that no producer is likely to use. */
const FONT_NAME = 'ClovaOcrText';
const STATE_NAME = 'ClovaOcrBoxes';

/**
 * The same document with selectable, searchable text. What is on the pages stays as it is, and so
 * do boxes, turns, bookmarks and metadata; digital signatures end, as with every change. What was
 * made of pictures is a PDF/A-2b where it can be.
 * @param pdf is changed: it cannot be used again
 */
export async function createSearchablePdf(
	pdf: OpenPdf,
	pages: SearchablePage[],
	options: SearchableOptions,
): Promise<SearchablePdf> {
	const { keep } = options;
	const layering = new Layering(pdf, options);
	for (const page of pages) {
		if (keep === null || keep.includes(page.page)) await layering.lay(page);
		await breathe();
	}
	await layering.finish();
	if (options.hide) await hideInMetadata(pdf, options.hide);
	if (keep) removeOtherPages(pdf, keep);
	const { keptText, notPlaced, withoutSize } = layering;
	return { bytes: await write(pdf), keptText, notPlaced, withoutSize };
}

/** Lays what was read over the pages of a document, one after another. */
class Layering {
	readonly keptText: number[] = [];
	readonly notPlaced: number[] = [];
	readonly withoutSize: number[] = [];
	private readonly pdf: OpenPdf;
	private readonly font: LayerFont;
	private readonly options: SearchableOptions;
	private readonly boxState: PDFRef | null;
	/** What a page gets before and after what it draws; kept for the next page. */
	private readonly before = new Operators();
	private readonly after = new Operators();
	/** Whether any page got text. */
	private laid = false;

	constructor(pdf: OpenPdf, options: SearchableOptions) {
		const { context } = pdf;
		this.pdf = pdf;
		this.options = options;
		this.font = new LayerFont(context);
		this.boxState = options.highlight ? context.register(context.obj(HIGHLIGHT_STATE)) : null;
	}

	/**
	 * The text goes before what the page draws, where no transformation or clipping that the page
	 * forgets to undo can reach it. The boxes have to lie on top, so the page is put between saved
	 * states, as many as it restores without having saved any.
	 */
	async lay(page: SearchablePage): Promise<void> {
		if (!hasLayer(page.lines)) return;
		const { node } = this.pdf.pages[page.page - 1];
		const placing = placingOf(this.pdf, page);
		if (!placing) return void this.notPlaced.push(page.page);
		if (!this.pdf.pictures && mediaArea(node) === null) this.withoutSize.push(page.page);
		if (this.options.turnUpright) turnUpright(node, page.lines, placing);
		const use = await usePage(node);
		const { before, after } = this;
		before.clear();
		after.clear();
		if (!this.options.addToText && use.showsText && hasOwnText(await readPageText(node))) {
			this.keptText.push(page.page);
		}
		if (this.keptText.at(-1) !== page.page) {
			const name = addResource(node, 'Font', FONT_NAME, this.font.ref);
			layText(before, page.lines, placing, this.font, name);
		}
		if (this.boxState) {
			before.text(`${'q '.repeat(use.surplusRestores + 1)}\n`);
			// The page's last stream may end without a blank.
			after.text(` ${'Q '.repeat(use.openSaves + 1)}\n`);
			const name = addResource(node, 'ExtGState', STATE_NAME, this.boxState);
			drawBoxes(after, page.lines.flat(), placing, name);
		}
		if (before.isEmpty) return;
		this.laid = true;
		const { context } = this.pdf;
		const first = await addDeflated(context, before.content);
		wrapContents(node, first, after.isEmpty ? null : await addDeflated(context, after.content));
	}

	/**
	 * To be called once, after the last page. What the document claims of PDF/A, or may claim, then
	 * agrees with what was laid on it: the boxes are translucent.
	 */
	async finish(): Promise<void> {
		const { pdf } = this;
		await this.font.write();
		if (pdf.pictures && !this.boxState) await claimArchive(pdf);
		if (this.boxState) await dropClaims(pdf);
		else if (this.laid) await lowerClaims(pdf);
	}
}

/** The document with its small objects packed or plain, as its producer had them. */
async function write({ context, usesObjectStreams }: OpenPdf): Promise<Uint8Array> {
	for (const [ref, object] of context.enumerateIndirectObjects()) {
		// The promise of a linear file no longer holds.
		if (object instanceof PDFDict && object.has(PDFName.of('Linearized'))) context.delete(ref);
	}
	return await writePdf(context, usesObjectStreams);
}

/**
 * Goes through placing and resources of pages without changing them: what fails here would fail
 * after the text has been paid for.
 * @param keep pages (1-based) that will come out, or null for all
 * @returns the pages (1-based) on which no text can be laid
 */
export async function brokenPages(pdf: OpenPdf, keep: number[] | null): Promise<number[]> {
	const broken: number[] = [];
	for (const [index, { node }] of pdf.pages.entries()) {
		const page = index + 1;
		if (keep && !keep.includes(page)) continue;
		try {
			await usePage(node);
			const size = { width: 1000, height: 1000 };
			const placing = placingOf(pdf, { page, ...size, lines: [] });
			const { x, y } = placing?.frame.place(1, 1) ?? { x: NaN, y: NaN };
			if (!Number.isFinite(x) || !Number.isFinite(y)) broken.push(page);
		} catch {
			broken.push(page);
		}
		await breathe();
	}
	return broken;
}
