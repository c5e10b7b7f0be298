import { PDFArray, PDFDict, PDFName, type PDFPageLeaf } from 'pdf-lib';

const ANNOTS = PDFName.of('Annots');
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
export function leanAnnotations(page: PDFPageLeaf): PDFArray {
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
