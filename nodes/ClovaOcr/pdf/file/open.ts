import { PDFCatalog, PDFContext, PDFDict } from 'pdf-lib';

import { listPages, statedPageCount, type PageNode } from './pageTree';
import { SwiftParser } from './parser';
import { breathe } from '../tick';

/** A PDF that was read and has at least one page. */
export interface OpenPdf {
	context: PDFContext;
	catalog: PDFCatalog;
	pages: PageNode[];
	/** Bytes of the file. */
	size: number;
	/** Whether the file packs small objects into object streams (PDF 1.5), which older tools lack. */
	usesObjectStreams: boolean;
	/** The picture that the only page was made from, or null for a file that was a PDF before. */
	picture: Picture | null;
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
	| { kind: 'damaged' | 'empty' | 'encrypted' | 'notPdf' | 'noPages' };

/** The header may stand behind junk, but within the first kilobyte (viewers agree on that). */
const HEADER_WITHIN = 1024;

/**
 * Reads a PDF without rendering it: cheap, and without holding the event loop for long.
 * @param bytes the whole file; kept, not copied, and not changed
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenResult> {
	if (bytes.length === 0) return { kind: 'empty' };
	// pdf-lib slices streams off its input: of a Buffer that is a view, of a Uint8Array a copy.
	const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (!file.subarray(0, HEADER_WITHIN).includes('%PDF-')) return { kind: 'notPdf' };
	// Looking for objects that are not there takes longer than looking for this word.
	if (!file.includes('endobj')) return { kind: 'damaged' };
	try {
		const context = await new SwiftParser(file).parseDocument();
		if (context.lookup(context.trailerInfo.Encrypt)) return { kind: 'encrypted' };
		await breathe();
		return withPages(file, context);
	} catch {
		// pdf-lib's errors lose their class when compiled, and all of them mean the same to a user.
		return { kind: 'damaged' };
	}
}

function withPages(file: Buffer, context: PDFContext): OpenResult {
	const catalog = context.lookup(context.trailerInfo.Root, PDFDict);
	if (!(catalog instanceof PDFCatalog)) return { kind: 'damaged' };
	const pages = listPages(context, catalog);
	const stated = statedPageCount(catalog) ?? pages.length;
	if (pages.length === 0) return { kind: stated > 0 ? 'damaged' : 'noPages' };
	return {
		kind: 'ok',
		pdf: {
			context,
			catalog,
			pages,
			size: file.length,
			usesObjectStreams: file.includes('/ObjStm'),
			picture: null,
		},
		pageCount: pages.length,
		missingPages: Math.max(0, stated - pages.length),
	};
}
