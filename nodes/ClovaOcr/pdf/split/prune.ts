import {
	PDFArray,
	PDFDict,
	PDFName,
	PDFPageLeaf,
	type PDFContext,
	type PDFObject,
} from 'pdf-lib';

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
	for (const number of pages) {
		const page = pdf.pages[number - 1].node;
		const leaf = leanPage(pdf.context, page);
		const resources = pdf.context.lookup(inherited(page, RESOURCES));
		if (resources instanceof PDFDict) {
			leaf.set(RESOURCES, sharesPictures(resources) ? await onlyUsed(page, resources) : resources);
		}
		lean.push(leaf);
		await breathe();
	}
	return lean;
}

/**
 * The page with what it looks like, without its resources. Links lead to other pages: copied as it
 * is, a page would bring all of them.
 * @returns a page that belongs to the same context but stands in no page tree
 */
function leanPage(context: PDFContext, page: PDFPageLeaf): PDFPageLeaf {
	const members = new Map<PDFName, PDFObject>();
	for (const name of LOOKS) {
		const value = page.get(name);
		if (value) members.set(name, value);
	}
	for (const name of INHERITED) {
		const value = inherited(page, name);
		if (value) members.set(name, value);
	}
	if (mediaArea(page) === null) members.set(MEDIA_BOX, context.obj(LETTER_BOX));
	const annotations = page.has(ANNOTS) ? leanAnnotations(page) : null;
	if (annotations && annotations.size() > 0) members.set(ANNOTS, annotations);
	return PDFPageLeaf.fromMapWithContext(members, context, false);
}

/** Producers let pages share one list of pictures, which would go into every part. */
function sharesPictures(resources: PDFDict): boolean {
	const pictures = resources.lookup(XOBJECT);
	return pictures instanceof PDFDict && pictures.keys().length > 1;
}

/** The resources without pictures, forms and fonts that the page's content does not name. */
async function onlyUsed(page: PDFPageLeaf, resources: PDFDict): Promise<PDFDict> {
	const names = await namesUsed(page);
	if (!names) return resources;
	const lean = resources.clone(page.context);
	for (const kind of [XOBJECT, FONT]) {
		const entries = resources.lookup(kind);
		if (entries instanceof PDFDict) lean.set(kind, onlyNamed(entries, names));
	}
	return lean;
}

function onlyNamed(entries: PDFDict, names: Set<PDFName>): PDFDict {
	const kept = entries.entries().filter(([name]) => names.has(name));
	return PDFDict.fromMapWithContext(new Map(kept), entries.context);
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
