import {
	PDFDict,
	PDFName,
	PDFStreamWriter,
	PDFWriter,
	type PDFContext,
	type PDFRef,
} from 'pdf-lib';

import { LayerFont } from './font';
import { HIGHLIGHT_STATE, highlightLayer } from './highlight';
import { textLayer } from './layer';
import type { LayerWord } from './layerWord';
import type { OpenPdf } from './open';
import { usePage } from './pageUse';
import { placingOf } from './placing';
import { removeOtherPages } from './removePages';
import { addResource, wrapContents } from './resources';
import { breathe, OBJECTS_PER_TICK } from './tick';

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
}

export interface SearchablePdf {
	bytes: Uint8Array;
	/** Pages that had text of their own, kept it and got no second layer. */
	keptText: number[];
	/** Pages whose words could not be placed, since nothing says how large their picture was. */
	notPlaced: number[];
}

/** Resource names that no producer is likely to use. */
const FONT_NAME = 'ClovaOcrText';
const STATE_NAME = 'ClovaOcrBoxes';

/**
 * The same document with selectable, searchable text. What is on the pages stays as it is, and so
 * do boxes, turns, bookmarks and metadata; digital signatures end, as with every change.
 * @param pdf is changed: it cannot be used again
 */
export async function createSearchablePdf(
	pdf: OpenPdf,
	pages: SearchablePage[],
	{ keep, highlight }: SearchableOptions,
): Promise<SearchablePdf> {
	const { context } = pdf;
	const font = new LayerFont(context);
	const state = highlight ? context.register(context.obj(HIGHLIGHT_STATE)) : null;
	const result: Omit<SearchablePdf, 'bytes'> = { keptText: [], notPlaced: [] };
	for (const page of pages) {
		if (keep && !keep.includes(page.page)) continue;
		await layPage(pdf, page, font, state, result);
		await breathe();
	}
	font.write();
	if (keep) removeOtherPages(pdf, keep);
	return { ...result, bytes: await write(pdf) };
}

/**
 * The text goes before what the page draws, where no transformation or clipping that the page
 * forgets to undo can reach it. The boxes have to lie on top, so the page is put between saved
 * states, as many as it restores without having saved any.
 */
async function layPage(
	pdf: OpenPdf,
	page: SearchablePage,
	font: LayerFont,
	state: PDFRef | null,
	result: Omit<SearchablePdf, 'bytes'>,
): Promise<void> {
	const { node } = pdf.pages[page.page - 1];
	const placing = placingOf(pdf, page);
	if (!placing) return void result.notPlaced.push(page.page);
	const use = await usePage(node);
	if (use.showsText) result.keptText.push(page.page);
	const name = use.showsText ? '' : addResource(node, 'Font', FONT_NAME, font.ref);
	const text = use.showsText ? '' : textLayer(page.lines, placing, font, name);
	const boxes = state
		? highlightLayer(page.lines.flat(), placing, addResource(node, 'ExtGState', STATE_NAME, state))
		: '';
	if (text === '' && boxes === '') return;
	const saves = boxes === '' ? '' : 'q\n'.repeat(use.surplusRestores + 1);
	const restores = 'Q\n'.repeat(use.openSaves + 1);
	wrapContents(
		node,
		stream(pdf.context, text + saves),
		boxes === '' ? null : stream(pdf.context, `\n${restores}${boxes}`),
	);
}

function stream(context: PDFContext, operators: string): PDFRef {
	return context.register(context.flateStream(operators));
}

/** The document with its small objects packed or plain, as its producer had them. */
async function write({ context, usesObjectStreams }: OpenPdf): Promise<Uint8Array> {
	for (const [ref, object] of context.enumerateIndirectObjects()) {
		// The promise of a linear file no longer holds.
		if (object instanceof PDFDict && object.has(PDFName.of('Linearized'))) context.delete(ref);
	}
	const Writer = usesObjectStreams ? PDFStreamWriter : PDFWriter;
	return await Writer.forContext(context, OBJECTS_PER_TICK).serializeToBuffer();
}
