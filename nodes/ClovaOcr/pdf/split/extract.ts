import {
	PDFCatalog,
	PDFContext,
	PDFDict,
	PDFName,
	PDFObjectCopier,
	PDFPageTree,
	PDFRef,
} from 'pdf-lib';

import { hasWidgets } from './annotations';
import type { OpenPdf } from '../file/open';
import { leanPages } from './prune';
import { breathe } from '../tick';
import { writePdf } from '../file/write';

const ACROFORM = PDFName.of('AcroForm');
const LAYERS = PDFName.of('OCProperties');

/**
 * Some pages as a PDF of their own that looks the same; links, bookmarks and metadata stay behind.
 * @param pages 1-based, within the page count, in the order in which they come out
 */
export async function extractPages(pdf: OpenPdf, pages: number[]): Promise<Uint8Array> {
	const part = PDFContext.create();
	const copier = PDFObjectCopier.for(pdf.context, part);
	const treeRef = part.nextRef();
	const leaves: PDFRef[] = [];
	let form = false;
	for (const page of await leanPages(pdf, pages)) {
		form ||= hasWidgets(page);
		const leaf = copier.copy(page);
		leaf.setParent(treeRef);
		leaves.push(part.register(leaf));
		await breathe();
	}
	const tree = PDFPageTree.withContext(part);
	tree.set(PDFName.of('Kids'), part.obj(leaves));
	tree.set(PDFName.of('Count'), part.obj(leaves.length));
	part.assign(treeRef, tree);
	const catalog = PDFCatalog.withContextAndPages(part, treeRef);
	// Without the document's word on its layers, hidden ones would show.
	const layers = pdf.catalog.lookup(LAYERS);
	if (layers instanceof PDFDict) catalog.set(LAYERS, copier.copy(layers));
	if (form) catalog.set(ACROFORM, copier.copy(leanForm(pdf)));
	part.trailerInfo.Root = part.register(catalog);
	return await writePdf(part, false);
}

/** The fonts and defaults that form fields without a drawn appearance are shown with. */
function leanForm(pdf: OpenPdf): PDFDict {
	const form = pdf.catalog.lookup(ACROFORM);
	const lean = pdf.context.obj({ Fields: [] });
	if (!(form instanceof PDFDict)) return lean;
	for (const name of ['DA', 'DR', 'NeedAppearances', 'Q'].map((key) => PDFName.of(key))) {
		const value = form.get(name);
		if (value) lean.set(name, value);
	}
	return lean;
}
