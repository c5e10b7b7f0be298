import { finalProblem, type Problem } from '../problem';
import type { FailedPage } from '../clova/pages';
import type { Picture } from '../clova/request';
import { bytesSource } from '../clova/streamedFile';
import { parsePageRange } from '../pdf/pageRange';
import type { Document, RemoteDocument } from './document';
import { UPLOAD_LIMIT } from './open';
import { ownTextPages } from './ownText';
import { openPdfFile } from './pdfFile';
import type { PageAnswer } from '../reading/page';

/** One call's worth of a file. */
export interface Part {
	/** True page numbers in order; null where only the answer will tell how many there are. */
	pages: number[] | null;
	/** Made when its turn comes, so that only parts under way are in memory. */
	picture(): Promise<Picture>;
}

export interface Plan {
	/** Pages of the whole file, whatever is selected; null where only the answer will tell. */
	pageCount: number | null;
	parts: Part[];
	/** Pages that are not sent, since the file itself has their text. */
	ownText: PageAnswer[];
	/** Pages that cannot be sent at all. */
	refused: Array<{ pages: number[]; problem: Problem }>;
	/** What the user should know although the file is read. */
	hints: string[];
	/** The answer that is there already; absent where the parts are to be sent. */
	given?: GivenPages;
}

/** The pages of an answer that is there already. */
export interface GivenPages {
	pages: PageAnswer[];
	failed: FailedPage[];
	requestId: string | null;
}

export type Planned = { ok: true; plan: Plan } | { ok: false; problem: Problem };

/** A file that CLOVA fetches, or one that is sent as it is: one call. */
export function wholeFile(document: Document | RemoteDocument): Plan {
	const picture: Picture =
		'url' in document ? { kind: 'url', ...document } : { kind: 'upload', ...document };
	const onePage = document.format === 'jpg' || document.format === 'png';
	return {
		pageCount: onePage ? 1 : null,
		parts: [{ pages: onePage ? [1] : null, picture: async () => picture }],
		ownText: [],
		refused: [],
		hints: [],
	};
}

interface PdfSettings {
	pages: string;
	pdfPassword: string;
	existingText: 'add' | 'keep' | 'skip';
}

/**
 * Divides a PDF into calls of at most `pagesPerCall` pages and 50 MB; damaged, encrypted and empty
 * ones are refused here, before anything is paid.
 * @param settings the page range as the user typed it, empty for all pages; whether pages with text
 * of their own are left out
 */
export async function planPdf(
	document: Document,
	pagesPerCall: number,
	{ pages: range, pdfPassword, existingText }: PdfSettings,
): Promise<Planned> {
	const { planParts, extractPages } = await import('../pdf/pdf');
	const { fileName, format, source } = document;
	const opened = await openPdfFile(document, pdfPassword);
	if (!opened.ok) return opened;
	const { pdf, pageCount, hints } = opened;
	const wanted = wantedPages(fileName, range, pageCount);
	if (!wanted.ok) return wanted;
	const ownText = existingText === 'skip' ? await ownTextPages(pdf, wanted.pages) : [];
	const inFile = new Set(ownText.map(({ page }) => page));
	const pages = wanted.pages.filter((page) => !inFile.has(page));
	if (inFile.size > 0) hints.push(notSent(fileName, [...inFile]));
	const asItIs = !pdf.needsRewriting && source.size <= UPLOAD_LIMIT;
	if (asItIs && pages.length === pageCount && pageCount <= pagesPerCall) {
		const picture: Picture = { kind: 'upload', fileName, format, source };
		return {
			ok: true,
			plan: {
				pageCount,
				parts: [{ pages, picture: async () => picture }],
				ownText,
				refused: [],
				hints,
			},
		};
	}
	const planned = await planParts(pdf, pages, pagesPerCall, UPLOAD_LIMIT);
	return {
		ok: true,
		plan: {
			pageCount,
			parts: planned
				.filter(({ tooLarge }) => !tooLarge)
				.map((part) => ({
					pages: part.pages,
					picture: async () => ({
						kind: 'upload',
						fileName,
						format,
						source: bytesSource(await extractPages(pdf, part.pages)),
					}),
				})),
			ownText,
			refused: planned
				.filter(({ tooLarge }) => tooLarge)
				.map((part) => ({ pages: part.pages, problem: pageTooLarge(fileName) })),
			hints,
		},
	};
}

/** The pages (1-based) that a range as the user typed it names, all where it is empty; or what is wrong with it. */
export function wantedPages(
	fileName: string,
	range: string,
	pageCount: number,
): { ok: true; pages: number[] } | { ok: false; problem: Problem } {
	if (range === '') return { ok: true, pages: upTo(pageCount) };
	const parsed = parsePageRange(range, pageCount);
	if (parsed.ok) return parsed;
	const problem = finalProblem(`The option 'Pages' does not fit '${fileName}'`, parsed.refusal);
	return { ok: false, problem };
}

function notSent(fileName: string, pages: number[]): string {
	return `'${fileName}' has text of its own on page ${pages.join(', ')}: it was read out of the file, and the page not sent.`;
}

function pageTooLarge(fileName: string): Problem {
	return finalProblem(
		`A page of '${fileName}' is larger than 50 MB, the most that CLOVA OCR takes`,
		'Scan or export the document with a lower resolution: A4 at 150 dpi is enough for CLOVA OCR.',
	);
}

function upTo(count: number): number[] {
	return Array.from({ length: count }, (_, index) => index + 1);
}
