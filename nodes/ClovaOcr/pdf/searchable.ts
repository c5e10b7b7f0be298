import { PDFDict, PDFName, type PDFRef } from 'pdf-lib';

import { addDeflated } from './flateStream';
import { LayerFont } from './font';
import { drawBoxes, HIGHLIGHT_STATE } from './highlight';
import { hasLayer, layText } from './layer';
import type { LayerWord } from './layerWord';
import type { OpenPdf } from './open';
import { Operators } from './operators';
import { usePage } from './pageUse';
import { placingOf } from './placing';
import { removeOtherPages } from './removePages';
import { addResource, wrapContents } from './resources';
import { breathe } from './tick';
import { writePdf } from './write';

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
	await font.write();
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
	if (!hasLayer(page.lines)) return;
	const { node } = pdf.pages[page.page - 1];
	const placing = placingOf(pdf, page);
	if (!placing) return void result.notPlaced.push(page.page);
	const use = await usePage(node);
	if (use.showsText) result.keptText.push(page.page);
	const before = new Operators();
	if (!use.showsText) {
		layText(before, page.lines, placing, font, addResource(node, 'Font', FONT_NAME, font.ref));
	}
	const after = new Operators();
	if (state) {
		before.add('q '.repeat(use.surplusRestores + 1));
		// The page's last stream may end without a blank.
		after.add(` ${'Q '.repeat(use.openSaves + 1)}`);
		const name = addResource(node, 'ExtGState', STATE_NAME, state);
		drawBoxes(after, page.lines.flat(), placing, name);
	}
	if (before.isEmpty) return;
	wrapContents(
		node,
		await addDeflated(pdf.context, before.content),
		after.isEmpty ? null : await addDeflated(pdf.context, after.content),
	);
}

/** The document with its small objects packed or plain, as its producer had them. */
async function write({ context, usesObjectStreams }: OpenPdf): Promise<Uint8Array> {
	for (const [ref, object] of context.enumerateIndirectObjects()) {
		// The promise of a linear file no longer holds.
		if (object instanceof PDFDict && object.has(PDFName.of('Linearized'))) context.delete(ref);
	}
	return await writePdf(context, usesObjectStreams);
}
