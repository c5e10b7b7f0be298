import {
	PDFCatalog,
	PDFDict,
	PDFName,
	PDFNumber,
	PDFPageLeaf,
	PDFPageTree,
	PDFRef,
	type PDFContext,
	type PDFObject,
} from 'pdf-lib';

const COUNT = PDFName.of('Count');
const KIDS = PDFName.of('Kids');
const PAGES = PDFName.of('Pages');
const PARENT = PDFName.of('Parent');

/**
 * The catalog of a document: the one that the trailer names, or else the last that stands in the
 * file, or else one that is made for its page tree or for its loose pages.
 */
export function findCatalog(context: PDFContext): PDFCatalog | null {
	const named = asCatalog(context, context.trailerInfo.Root);
	if (named) return named;
	const objects = context.enumerateIndirectObjects();
	for (const [ref, object] of objects.reverse()) {
		const catalog = object instanceof PDFCatalog ? asCatalog(context, ref) : null;
		if (catalog) return catalog;
	}
	const root = objects.find(([, node]) => node instanceof PDFPageTree && !node.has(PARENT));
	return root ? makeCatalog(context, root[0]) : catalogOfLoosePages(context);
}

function asCatalog(context: PDFContext, root: PDFObject | undefined): PDFCatalog | null {
	const dict = context.lookup(root);
	if (!(dict instanceof PDFDict) || !(dict.lookup(PAGES) instanceof PDFDict)) return null;
	const ref = root instanceof PDFRef ? root : context.register(dict);
	context.trailerInfo.Root = ref;
	if (dict instanceof PDFCatalog) return dict;
	const catalog = PDFCatalog.fromMapWithContext(new Map(dict.entries()), context);
	catalog.set(PDFName.of('Type'), PDFName.of('Catalog'));
	context.assign(ref, catalog);
	return catalog;
}

function makeCatalog(context: PDFContext, tree: PDFRef): PDFCatalog {
	const catalog = PDFCatalog.withContextAndPages(context, tree);
	context.trailerInfo.Root = context.register(catalog);
	return catalog;
}

function catalogOfLoosePages(context: PDFContext): PDFCatalog | null {
	const leaves = context
		.enumerateIndirectObjects()
		.filter(([, object]) => object instanceof PDFPageLeaf);
	if (leaves.length === 0) return null;
	const tree = PDFPageTree.withContext(context);
	tree.set(KIDS, context.obj(leaves.map(([ref]) => ref)));
	tree.set(COUNT, PDFNumber.of(leaves.length));
	const ref = context.register(tree);
	for (const [, leaf] of leaves) if (leaf instanceof PDFPageLeaf) leaf.setParent(ref);
	return makeCatalog(context, ref);
}
