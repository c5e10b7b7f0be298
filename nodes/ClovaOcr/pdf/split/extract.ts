import { PDFArray, PDFDict, PDFName, PDFString, type PDFPageLeaf } from 'pdf-lib';

import type { OpenPdf } from '../file/open';
import { PartFile } from './part';
import { leanPages } from './prune';

const LAYERS = PDFName.of('OCProperties');
const PARENT = PDFName.of('Parent');

/**
 * Some pages as a PDF of their own that looks the same; links, bookmarks and metadata stay behind.
 * @param pages 1-based, within the page count, in the order in which they come out
 */
export async function extractPages(pdf: OpenPdf, pages: number[]): Promise<Uint8Array> {
	const { context } = pdf;
	const part = new PartFile(context);
	const leaves = await leanPages(pdf, pages);
	const tree = part.own(context.obj({ Type: 'Pages', Kids: leaves, Count: leaves.length }));
	const fields: PDFDict[] = [];
	for (const leaf of leaves) {
		part.own(leaf);
		leaf.set(PARENT, tree);
		fields.push(...ownFields(part, leaf, fields.length));
	}
	const catalog = part.own(context.obj({ Type: 'Catalog', Pages: tree }));
	// Without the document's word on its layers, hidden ones would show.
	const layers = pdf.catalog.lookup(LAYERS);
	if (layers instanceof PDFDict) catalog.set(LAYERS, layers);
	if (fields.length > 0) {
		const form = part.own(formDefaults(pdf));
		form.set(PDFName.of('Fields'), context.obj(fields));
		catalog.set(ACROFORM, form);
	}
	return await part.write(catalog);
}

const ACROFORM = PDFName.of('AcroForm');
const ANNOTS = PDFName.of('Annots');
const FIELD_NAME = PDFName.of('T');
const SUBTYPE = PDFName.of('Subtype');
const WIDGET = PDFName.of('Widget');

/** What form fields without a drawn appearance are shown with. */
const FORM_DEFAULTS = ['DA', 'DR', 'NeedAppearances', 'Q'].map((name) => PDFName.of(name));

/**
 * Gives the form fields on a page objects of their own. Each becomes a field with one box and a name
 * of its own: poppler, Ghostscript and mupdf draw a value without appearance only for boxes that the
 * form lists.
 * @param page cut loose from its document, with its annotations in place
 * @param listed fields of the pages before, for distinct names
 * @returns the fields, to be listed in the form
 */
function ownFields(part: PartFile, page: PDFPageLeaf, listed: number): PDFDict[] {
	const annotations = page.lookup(ANNOTS);
	if (!(annotations instanceof PDFArray)) return [];
	const fields: PDFDict[] = [];
	for (let index = 0; index < annotations.size(); index++) {
		const annotation = annotations.lookup(index);
		if (!(annotation instanceof PDFDict) || annotation.lookup(SUBTYPE) !== WIDGET) continue;
		annotation.set(FIELD_NAME, PDFString.of(`field${listed + fields.length + 1}`));
		fields.push(part.own(annotation));
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
