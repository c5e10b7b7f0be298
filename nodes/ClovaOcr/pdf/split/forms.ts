import {
	PDFArray,
	PDFDict,
	PDFName,
	PDFString,
	type PDFContext,
	type PDFPageLeaf,
	type PDFRef,
} from 'pdf-lib';

import type { OpenPdf } from '../file/open';

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
export function registerFields(context: PDFContext, page: PDFPageLeaf, listed: number): PDFRef[] {
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
export function formDefaults({ context, catalog }: OpenPdf): PDFDict {
	const form = catalog.lookup(ACROFORM);
	const lean = PDFDict.withContext(context);
	if (!(form instanceof PDFDict)) return lean;
	for (const name of FORM_DEFAULTS) {
		const value = form.get(name);
		if (value) lean.set(name, value);
	}
	return lean;
}
