import {
	PDFArray,
	PDFDict,
	PDFName,
	PDFNumber,
	PDFPageLeaf,
	PDFPageTree,
	PDFRef,
	PDFStream,
	type PDFContext,
	type PDFObject,
} from 'pdf-lib';

import { breathe } from '../tick';
import { BOUNDS, TooComplex } from './bounds';

/** A page of a document that was read, with the reference that the page tree has for it. */
export interface PageNode {
	ref: PDFRef;
	node: PDFPageLeaf;
}

/** A document with its pages in reading order. */
interface Paged {
	context: PDFContext;
	catalog: PDFDict;
	pages: PageNode[];
}

const COUNT = PDFName.of('Count');
const KIDS = PDFName.of('Kids');
const PAGES = PDFName.of('Pages');
const PARENT = PDFName.of('Parent');

/** What the members of a page or a node of the tree have to be. */
const KIND_OF = Object.entries({
	Annots: [PDFArray],
	Contents: [PDFArray, PDFStream],
	CropBox: [PDFArray],
	MediaBox: [PDFArray],
	Resources: [PDFDict],
	Rotate: [PDFNumber],
}).map(([name, kinds]) => [PDFName.of(name), kinds] as const);

/**
 * The pages in reading order. Nodes without a `/Type`, which pdf-lib's own walk loses silently, are
 * told apart by what they hold, as viewers do; they and nodes without a parent are put right.
 * @throws TooComplex; Error where the tree runs in a circle or there is none
 */
export async function listPages(context: PDFContext, catalog: PDFDict): Promise<PageNode[]> {
	const pages: PageNode[] = [];
	const trees = new Set<PDFDict>();
	const visit = async (ref: PDFRef, parent: PDFRef | null, depth: number): Promise<void> => {
		const node = typed(context, ref);
		if (!node) return;
		// Whatever stands there: a parent that is not one may lead in a circle.
		if (parent) node.set(PARENT, parent);
		else node.delete(PARENT);
		dropSenseless(node);
		if (node instanceof PDFPageLeaf) {
			pages.push({ ref, node });
			if (pages.length > BOUNDS.pages) throw new TooComplex('pages');
			return;
		}
		if (depth > BOUNDS.treeDepth) throw new TooComplex('tree depth');
		if (trees.has(node)) throw new Error('A node of the page tree stands in two places');
		trees.add(node);
		const before = pages.length;
		for (const kid of kidsOf(context, node)) {
			await visit(kid, ref, depth + 1);
			await breathe();
		}
		// Where no number stands, poppler finds no page in what is written.
		const count = node.lookup(COUNT);
		if (!(count instanceof PDFNumber)) node.set(COUNT, PDFNumber.of(pages.length - before));
	};
	await visit(referenceOf(context, catalog.get(PAGES)), null, 0);
	return pages;
}

/** How many pages the document says it has, or null where it does not say. */
export function statedPageCount(catalog: PDFDict): number | null {
	const tree = catalog.lookup(PAGES);
	const count = tree instanceof PDFDict ? tree.lookup(COUNT) : undefined;
	return count instanceof PDFNumber ? count.asNumber() : null;
}

/** Takes all other pages out of the tree and sets its counts right. */
function keepInTree(context: PDFContext, catalog: PDFDict, kept: Set<PDFRef>): void {
	const prune = (ref: PDFRef): number => {
		const node = context.lookup(ref);
		if (!(node instanceof PDFPageTree)) return kept.has(ref) ? 1 : 0;
		const kids: PDFRef[] = [];
		let count = 0;
		for (const kid of kidsOf(context, node)) {
			const below = prune(kid);
			if (below > 0) kids.push(kid);
			count += below;
		}
		node.set(KIDS, context.obj(kids));
		node.set(COUNT, PDFNumber.of(count));
		return count;
	};
	prune(referenceOf(context, catalog.get(PAGES)));
}

/** What stands below a node of the tree; kids that stand in it get numbers of their own. */
function kidsOf(context: PDFContext, node: PDFDict): PDFRef[] {
	const kids = node.lookup(KIDS);
	if (!(kids instanceof PDFArray)) return [];
	return kids.asArray().map((kid, index) => {
		const ref = referenceOf(context, kid);
		kids.set(index, ref);
		return ref;
	});
}

/** Members of the wrong kind, which viewers take for missing and pdf-lib stumbles over. */
function dropSenseless(node: PDFDict): void {
	for (const [name, kinds] of KIND_OF) {
		const value = node.lookup(name);
		if (value && !kinds.some((kind) => value instanceof kind)) node.delete(name);
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

/**
 * Takes all pages but the kept ones out of the document, together with everything that only they
 * used. Bookmarks and links to a removed page stay and lead nowhere.
 * @param kept 1-based page numbers
 */
export function removeOtherPages({ context, catalog, pages }: Paged, kept: number[]): void {
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
