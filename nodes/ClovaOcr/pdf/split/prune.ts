import { PDFArray, PDFDict, PDFName, PDFPageLeaf, type PDFContext } from 'pdf-lib';

import type { OpenPdf } from '../file/open';
import { inherited, LETTER, mediaArea } from '../page/attributes';
import { namesUsed } from '../page/contentUse';
import { breathe } from '../tick';

/** What a page looks like depends on these alone; the rest may drag half the document along. */
const LOOKS = ['Type', 'Contents', 'Group', 'UserUnit'].map((name) => PDFName.of(name));
const MEDIA_BOX = PDFName.of('MediaBox');
const INHERITED = [MEDIA_BOX, ...['CropBox', 'Rotate'].map((name) => PDFName.of(name))];
const LETTER_BOX = [LETTER.left, LETTER.bottom, LETTER.right, LETTER.top];

const ANNOTS = PDFName.of('Annots');
const FONT = PDFName.of('Font');
const RESOURCES = PDFName.of('Resources');
const XOBJECT = PDFName.of('XObject');

/** The pages (1-based) with all that is drawn on them, cut loose from the rest of the document. */
export async function leanPages(pdf: OpenPdf, pages: number[]): Promise<PDFPageLeaf[]> {
	const lean: PDFPageLeaf[] = [];
	for (const page of pages) {
		lean.push(await leanPage(pdf.context, pdf.pages[page - 1].node));
		await breathe();
	}
	return lean;
}

/**
 * The page with everything that is drawn on it and nothing else. Producers let pages share one list
 * of pictures, and links lead to other pages: copied as it is, a page would bring all of them.
 * @returns a page that belongs to the same context but stands in no page tree
 */
async function leanPage(context: PDFContext, page: PDFPageLeaf): Promise<PDFPageLeaf> {
	const lean = PDFPageLeaf.fromMapWithContext(new Map(), context, false);
	for (const name of LOOKS) {
		const value = page.get(name);
		if (value) lean.set(name, value);
	}
	for (const name of INHERITED) {
		const value = inherited(page, name);
		if (value) lean.set(name, value);
	}
	if (mediaArea(page) === null) lean.set(MEDIA_BOX, context.obj(LETTER_BOX));
	const resources = context.lookup(inherited(page, RESOURCES));
	if (resources instanceof PDFDict)
		lean.set(RESOURCES, await leanResources(context, page, resources));
	const annotations = leanAnnotations(page);
	if (annotations.size() > 0) lean.set(ANNOTS, annotations);
	return lean;
}

/** The resources without pictures, forms and fonts that the page's content does not name. */
async function leanResources(
	context: PDFContext,
	page: PDFPageLeaf,
	resources: PDFDict,
): Promise<PDFDict> {
	const pictures = resources.lookup(XOBJECT);
	if (!(pictures instanceof PDFDict) || pictures.keys().length < 2) return resources;
	const names = await namesUsed(page);
	if (!names) return resources;
	const lean = resources.clone(context);
	lean.set(XOBJECT, onlyNamed(context, pictures, names));
	const fonts = resources.lookup(FONT);
	if (fonts instanceof PDFDict) lean.set(FONT, onlyNamed(context, fonts, names));
	return lean;
}

function onlyNamed(context: PDFContext, entries: PDFDict, names: Set<PDFName>): PDFDict {
	const kept = entries.entries().filter(([name]) => names.has(name));
	return PDFDict.fromMapWithContext(new Map(kept), context);
}

const PARENT = PDFName.of('Parent');
const SUBTYPE = PDFName.of('Subtype');

/** Nothing of these is drawn on the page: a link is a region, a pop-up opens on a click. */
const NOT_DRAWN = new Set(['Link', 'Popup'].map((name) => PDFName.of(name)));

/** Members that lead to other pages, fields and actions and change nothing of what is drawn. */
const LEADS_AWAY = ['A', 'AA', 'Dest', 'IRT', 'P', 'Parent', 'Popup', 'StructParent'].map((name) =>
	PDFName.of(name),
);

/** What a form field hands down to its boxes on the pages. */
const HANDED_DOWN = ['DA', 'DS', 'FT', 'Ff', 'I', 'MaxLen', 'Opt', 'Q', 'RV', 'TI', 'V'].map(
	(name) => PDFName.of(name),
);

/** The annotations that are drawn (filled form fields, stamps, notes), cut loose from all else. */
function leanAnnotations(page: PDFPageLeaf): PDFArray {
	const lean = PDFArray.withContext(page.context);
	const annotations = page.lookup(ANNOTS);
	if (!(annotations instanceof PDFArray)) return lean;
	for (let index = 0; index < annotations.size(); index++) {
		const annotation = annotations.lookup(index);
		if (!(annotation instanceof PDFDict)) continue;
		const subtype = annotation.lookup(SUBTYPE);
		if (subtype instanceof PDFName && NOT_DRAWN.has(subtype)) continue;
		lean.push(cutLoose(annotation));
	}
	return lean;
}

function cutLoose(annotation: PDFDict): PDFDict {
	const lean = annotation.clone(annotation.context);
	let field = annotation.lookup(PARENT);
	for (let level = 0; level < 16 && field instanceof PDFDict; level++) {
		for (const name of HANDED_DOWN) {
			const value = field.get(name);
			if (value && !lean.has(name)) lean.set(name, value);
		}
		field = field.lookup(PARENT);
	}
	for (const name of LEADS_AWAY) lean.delete(name);
	return lean;
}
