import { finalProblem, type Problem } from '../problem';
import { bytesSource } from '../clova/streamedFile';
import { inGroups } from '../pdf/pageRange';
import { readTiff, sharesTooMuch } from '../tiff/directories';
import { pagesNotToBeSplit, splitTiff } from '../tiff/split';
import { readAll } from './bytes';
import type { Document } from './document';
import { wantedPages, wholeFile, type Plan, type Planned } from './parts';

/**
 * Divides a TIFF into calls as a PDF is divided. One that a single call can carry whole goes as it is;
 * how many pages of a TIFF the service reads in one call is not documented, so that more than a PDF
 * may have are split too.
 * @param range the pages as the user typed them, empty for all
 */
export async function planTiff(
	document: Document,
	pagesPerCall: number,
	range: string,
): Promise<Planned> {
	const { fileName, format, source } = document;
	const tiff = readTiff(await readAll(source));
	if (!tiff) return { ok: false, problem: damaged(fileName) };
	const pageCount = tiff.pages.length;
	const wanted = wantedPages(fileName, range, pageCount);
	if (!wanted.ok) return wanted;
	const { pages } = wanted;
	if (pages.length === pageCount && pageCount <= pagesPerCall) {
		return { ok: true, plan: wholeTiff(document, range === '' ? null : pages) };
	}
	const lost = pagesNotToBeSplit(tiff, pages);
	if (lost.length > 0) return { ok: false, problem: notSplit(fileName, lost) };
	if (sharesTooMuch(tiff, pages)) return { ok: false, problem: damaged(fileName) };
	const parts = inGroups(pages, pagesPerCall).map((part) => ({
		pages: part,
		picture: async () => ({
			kind: 'upload' as const,
			fileName,
			format,
			source: bytesSource(splitTiff(tiff, part)),
		}),
	}));
	return { ok: true, plan: { pageCount, parts, ownText: [], refused: [], hints: [] } };
}

/** Whatever pages the service finds in it, unless the user named them. */
function wholeTiff(document: Document, pages: number[] | null): Plan {
	const plan = wholeFile(document);
	return { ...plan, parts: plan.parts.map((part) => ({ ...part, pages })) };
}

function damaged(fileName: string): Problem {
	return finalProblem(
		`'${fileName}' is a damaged TIFF`,
		'Open it in a picture program and save it anew, or fetch the file again: it may have arrived incomplete.',
	);
}

function notSplit(fileName: string, pages: number[]): Problem {
	return finalProblem(
		`Page ${pages.join(', ')} of the TIFF '${fileName}' cannot be sent on its own: the page is damaged or of an old kind of JPEG`,
		'Convert the TIFF to PDF first.',
	);
}
