import { PDFArray, PDFDict, PDFRef, PDFStream, type PDFContext, type PDFObject } from 'pdf-lib';

import type { OpenPdf } from './open';
import { keepInTree } from './pageTree';

/**
 * Takes all pages but the kept ones out of the document, together with everything that only they
 * used. Bookmarks and links to a removed page stay and lead nowhere.
 * @param kept 1-based page numbers
 */
export function removeOtherPages(pdf: OpenPdf, kept: number[]): void {
	const { context, catalog, pages } = pdf;
	const refs = new Set(kept.map((page) => pages[page - 1].ref));
	if (refs.size === pages.length) return;
	keepInTree(context, catalog, refs);
	for (const { ref } of pages) if (!refs.has(ref)) context.delete(ref);
	sweep(context);
}

/** Deletes what can no longer be reached. The walk keeps its own stack: outlines are long chains. */
function sweep(context: PDFContext): void {
	const { Root, Info, ID } = context.trailerInfo;
	const reached = new Set<PDFObject>();
	const open: PDFObject[] = [Root, Info, ID].filter((start) => start !== undefined);
	for (let object = open.pop(); object; object = open.pop()) {
		if (reached.has(object)) continue;
		reached.add(object);
		if (object instanceof PDFRef) {
			const target = context.lookup(object);
			if (target) open.push(target);
		} else if (object instanceof PDFDict) open.push(...object.values());
		else if (object instanceof PDFArray) open.push(...object.asArray());
		else if (object instanceof PDFStream) open.push(object.dict);
	}
	for (const [ref] of context.enumerateIndirectObjects()) {
		if (!reached.has(ref)) context.delete(ref);
	}
}
