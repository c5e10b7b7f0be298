import { finalProblem, type Problem } from '../problem';
import { bytesSource } from '../clova/streamedFile';
import { parsePageRange } from '../pdf/pageRange';
import { readTiff, sharesTooMuch } from '../tiff/directories';
import { pagesNotToBeSplit, splitTiff } from '../tiff/split';
import { readAll } from './bytes';
import type { Document } from './document';
import { wholeFile, type Plan, type Planned } from './parts';

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
	const all = Array.from({ length: pageCount }, (_, index) => index + 1);
	const wanted =
		range === '' ? { ok: true as const, pages: all } : parsePageRange(range, pageCount);
	if (!wanted.ok) {
		return {
			ok: false,
			problem: finalProblem(`The option 'Pages' does not fit '${fileName}'`, wanted.refusal),
		};
	}
	const { pages } = wanted;
	if (pages.length === pageCount && pageCount <= pagesPerCall) {
		return { ok: true, plan: wholeTiff(document, range === '' ? null : pages) };
	}
	const lost = pagesNotToBeSplit(tiff, pages);
	if (lost.length > 0) return { ok: false, problem: notSplit(fileName, lost) };
	if (sharesTooMuch(tiff, pages)) return { ok: false, problem: damaged(fileName) };
	const parts = chunks(pages, pagesPerCall).map((part) => ({
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

function chunks(pages: number[], size: number): number[][] {
	const starts = pages.flatMap((_, index) => (index % size === 0 ? [index] : []));
	return starts.map((start) => pages.slice(start, start + size));
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
