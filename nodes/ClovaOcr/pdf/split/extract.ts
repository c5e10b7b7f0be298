import {
	PDFCatalog,
	PDFContext,
	PDFDict,
	PDFName,
	PDFObjectCopier,
	PDFPageTree,
	PDFRef,
} from 'pdf-lib';

import { formDefaults, registerFields } from './forms';
import type { OpenPdf } from '../file/open';
import { leanPages } from './prune';
import { breathe } from '../tick';
import { writePdf } from '../file/write';

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
	const fields: PDFRef[] = [];
	for (const page of await leanPages(pdf, pages)) {
		const leaf = copier.copy(page);
		leaf.setParent(treeRef);
		fields.push(...registerFields(part, leaf, fields.length));
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
	if (fields.length > 0) {
		const form = copier.copy(formDefaults(pdf));
		form.set(PDFName.of('Fields'), part.obj(fields));
		catalog.set(PDFName.of('AcroForm'), part.register(form));
	}
	part.trailerInfo.Root = part.register(catalog);
	return await writePdf(part, false);
}
