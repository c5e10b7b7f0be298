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

import { breathe } from '../tick';
import { Atoms } from './atoms';
import { Budget, setBudget, TooComplex } from './bounds';
import { decrypt } from './decrypt';
import { unpackObjects } from './objectStreams';
import { listPages, statedPageCount, type PageNode } from './pageTree';
import { parseFile, type FileObjects } from './parser';

/** A PDF that was read and has at least one page. */
export interface OpenPdf {
	context: PDFContext;
	catalog: PDFCatalog;
	pages: PageNode[];
	/** Bytes of the file. */
	size: number;
	/** Whether the file packs small objects into object streams (PDF 1.5), which older tools lack. */
	usesObjectStreams: boolean;
	/**
	 * Whether the file itself is not to be sent: it was encrypted, or it departs from the standard so
	 * far that other programs may give up. Written anew it is readable.
	 */
	needsRewriting: boolean;
	/** The pictures that the pages were made from, or null for a file that was a PDF before. */
	pictures: Picture[] | null;
}

/** A picture as it is stored: its size in pixels, and the EXIF orientation (1 to 8) to show it in. */
export interface Picture {
	width: number;
	height: number;
	orientation: number;
}

/** What became of reading a file as a PDF. Everything but `ok` can be refused before any paid call. */
export type OpenResult =
	| {
			kind: 'ok';
			pdf: OpenPdf;
			pageCount: number;
			/** Pages that the document counts but that could not be found: part of it is damaged. */
			missingPages: number;
	  }
	| { kind: Refused };

/**
 * `encrypted`: it needs a password, and none that fits was given. `protected`: in a way that no
 * password opens (certificates, rights management). `tooComplex`: it passes one of the bounds.
 */
export type Refused =
	| 'damaged'
	| 'empty'
	| 'encrypted'
	| 'noPages'
	| 'notPdf'
	| 'protected'
	| 'tooComplex';

/** The header may stand behind junk, but within the first kilobyte (viewers agree on that). */
const HEADER_WITHIN = 1024;

/**
 * Reads a PDF without rendering it: cheap, and without holding the event loop for long.
 * @param bytes the whole file; kept, not copied, and not changed
 * @param password the user's or the owner's; files with an empty user password need none
 */
export async function openPdf(bytes: Uint8Array, password = ''): Promise<OpenResult> {
	if (bytes.length === 0) return { kind: 'empty' };
	const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (!file.subarray(0, HEADER_WITHIN).includes('%PDF-')) return { kind: 'notPdf' };
	const budget = new Budget(file.length);
	try {
		const atoms = new Atoms(budget);
		const objects = await parseFile(file, atoms, budget);
		const refusal = await unlock(objects, password);
		if (refusal) return { kind: refusal };
		await unpackObjects(objects, atoms, budget);
		await breathe();
		setBudget(objects.context, budget);
		return await withPages(file, objects);
	} catch (failure) {
		return { kind: failure instanceof TooComplex ? 'tooComplex' : 'damaged' };
	}
}

async function unlock(objects: FileObjects, password: string): Promise<Refused | null> {
	const { context } = objects;
	const protection = context.lookup(context.trailerInfo.Encrypt);
	if (!(protection instanceof PDFDict)) return null;
	objects.mended = true;
	return await decrypt(objects, protection, password);
}

async function withPages(
	file: Buffer,
	{ context, objectStreams, mended }: FileObjects,
): Promise<OpenResult> {
	const named = context.lookup(context.trailerInfo.Root);
	const catalog = findCatalog(context);
	if (!catalog) return { kind: 'damaged' };
	const pages = await listPages(context, catalog);
	const stated = statedPageCount(catalog) ?? pages.length;
	if (pages.length === 0) return { kind: stated > 0 ? 'damaged' : 'noPages' };
	return {
		kind: 'ok',
		pdf: {
			context,
			catalog,
			pages,
			size: file.length,
			usesObjectStreams: objectStreams.length > 0,
			needsRewriting: mended || named !== catalog,
			pictures: null,
		},
		pageCount: pages.length,
		missingPages: Math.max(0, stated - pages.length),
	};
}

const COUNT = PDFName.of('Count');
const KIDS = PDFName.of('Kids');
const PAGES = PDFName.of('Pages');
const PARENT = PDFName.of('Parent');

/**
 * The catalog of a document: the one that the trailer names, or else the last that stands in the
 * file, or else one that is made for its page tree or for its loose pages.
 */
function findCatalog(context: PDFContext): PDFCatalog | null {
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
