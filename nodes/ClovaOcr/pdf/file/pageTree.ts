import {
	PDFArray,
	PDFCatalog,
	PDFContext,
	PDFDict,
	PDFName,
	PDFNumber,
	PDFPageLeaf,
	PDFPageTree,
	PDFRef,
	type PDFObject,
} from 'pdf-lib';

/** A page of a document that was read, with the reference that the page tree has for it. */
export interface PageNode {
	ref: PDFRef;
	node: PDFPageLeaf;
}

const COUNT = PDFName.of('Count');
const KIDS = PDFName.of('Kids');
const PAGES = PDFName.of('Pages');
const PARENT = PDFName.of('Parent');

/**
 * The pages in reading order. Nodes without a `/Type`, which pdf-lib's own walk loses silently, are
 * told apart by what they hold, as viewers do; they and nodes without a parent are put right.
 * @throws RangeError where the tree runs in a circle, Error where there is no tree
 */
export function listPages(context: PDFContext, catalog: PDFCatalog): PageNode[] {
	const pages: PageNode[] = [];
	const visit = (ref: PDFRef, parent: PDFRef | null) => {
		const node = typed(context, ref);
		if (!node) return;
		if (parent && !(node.get(PARENT) instanceof PDFRef)) node.set(PARENT, parent);
		if (node instanceof PDFPageLeaf) pages.push({ ref, node });
		else eachKid(context, node, (kid) => visit(kid, ref));
	};
	visit(referenceOf(context, catalog.get(PAGES)), null);
	return pages;
}

/** How many pages the document says it has, or null where it does not say. */
export function statedPageCount(catalog: PDFCatalog): number | null {
	const count = catalog.lookup(PAGES, PDFDict).lookup(COUNT);
	return count instanceof PDFNumber ? count.asNumber() : null;
}

/** Takes all other pages out of the tree and sets its counts right. */
export function keepInTree(context: PDFContext, catalog: PDFCatalog, kept: Set<PDFRef>): void {
	const prune = (ref: PDFRef): number => {
		const node = context.lookup(ref);
		if (!(node instanceof PDFPageTree)) return kept.has(ref) ? 1 : 0;
		const kids: PDFRef[] = [];
		let count = 0;
		eachKid(context, node, (kid) => {
			const below = prune(kid);
			if (below > 0) kids.push(kid);
			count += below;
		});
		node.set(KIDS, context.obj(kids));
		node.set(COUNT, PDFNumber.of(count));
		return count;
	};
	prune(referenceOf(context, catalog.get(PAGES)));
}

function eachKid(context: PDFContext, node: PDFDict, visit: (kid: PDFRef) => void): void {
	const kids = node.lookup(KIDS, PDFArray);
	for (let index = 0; index < kids.size(); index++) {
		const ref = referenceOf(context, kids.get(index));
		kids.set(index, ref);
		visit(ref);
	}
}

function referenceOf(context: PDFContext, value: PDFObject | undefined): PDFRef {
	if (value === undefined) throw new Error('The PDF has no page tree');
	return value instanceof PDFRef ? value : context.register(value);
}

/** The node in pdf-lib's class for it, whose getters resolve what pages inherit from the tree. */
function typed(context: PDFContext, ref: PDFRef): PDFPageLeaf | PDFPageTree | null {
	const node = context.lookup(ref);
	if (node instanceof PDFPageLeaf || node instanceof PDFPageTree) return node;
	if (!(node instanceof PDFDict)) return null;
	const members = new Map(node.entries());
	const right = members.has(KIDS)
		? PDFPageTree.fromMapWithContext(members, context)
		: PDFPageLeaf.fromMapWithContext(members, context, false);
	context.assign(ref, right);
	return right;
}
