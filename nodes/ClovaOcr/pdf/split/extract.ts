import {
	PDFArray,
	PDFCatalog,
	PDFContext,
	PDFDict,
	PDFName,
	PDFObjectCopier,
	PDFPageTree,
	PDFRef,
	PDFString,
	type PDFPageLeaf,
} from 'pdf-lib';

import type { OpenPdf } from '../file/open';
import { writePdf } from '../file/write';
import { breathe } from '../tick';
import { leanPages } from './prune';

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

const ACROFORM = PDFName.of('AcroForm');
const ANNOTS = PDFName.of('Annots');
const FIELD_NAME = PDFName.of('T');
const SUBTYPE = PDFName.of('Subtype');
const WIDGET = PDFName.of('Widget');

/** What form fields without a drawn appearance are shown with. */
const FORM_DEFAULTS = ['DA', 'DR', 'NeedAppearances', 'Q'].map((name) => PDFName.of(name));

/**
 * Gives the form fields on a page of a new document objects of their own. Each becomes a field with
 * one box and a name of its own: poppler, Ghostscript and mupdf draw a value without appearance
 * only for boxes that the form lists.
 * @param page cut loose from its document, with its annotations in place
 * @param listed fields of the pages before, for distinct names
 * @returns the fields, to be listed in the form
 */
function registerFields(context: PDFContext, page: PDFPageLeaf, listed: number): PDFRef[] {
	const annotations = page.lookup(ANNOTS);
	if (!(annotations instanceof PDFArray)) return [];
	const fields: PDFRef[] = [];
	for (let index = 0; index < annotations.size(); index++) {
		const annotation = annotations.lookup(index);
		if (!(annotation instanceof PDFDict) || annotation.lookup(SUBTYPE) !== WIDGET) continue;
		annotation.set(FIELD_NAME, PDFString.of(`field${listed + fields.length + 1}`));
		const ref = context.register(annotation);
		annotations.set(index, ref);
		fields.push(ref);
	}
	return fields;
}

/** The document's form as far as it decides what fields look like. */
function formDefaults({ context, catalog }: OpenPdf): PDFDict {
	const form = catalog.lookup(ACROFORM);
	const lean = PDFDict.withContext(context);
	if (!(form instanceof PDFDict)) return lean;
	for (const name of FORM_DEFAULTS) {
		const value = form.get(name);
		if (value) lean.set(name, value);
	}
	return lean;
}
