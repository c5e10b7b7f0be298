import { finalProblem, type Problem } from '../problem';
import type { Operation, SourceDocument } from '../operations/types';
import { readAll, type Document } from './document';
import { planPdf, wholeFile, type Plan } from './parts';
import type { FileSource } from './sources';
import type { ItemSettings } from './settings';
import { countTiffPages } from './tiffPages';

export type OpenedFile =
	| { ok: true; plan: Plan; local: Document | null }
	| { ok: false; problem: Problem; skip: boolean };

/** Opens a file as far as needed and divides it into calls. Never throws. */
export async function openAndPlan(
	source: FileSource,
	operation: Operation,
	settings: ItemSettings,
): Promise<OpenedFile> {
	try {
		const opened = await source.open();
		if (!opened.ok) {
			return {
				ok: false,
				problem: opened.problem,
				skip: source.skipUnreadable && opened.unreadableKind,
			};
		}
		if (opened.kind === 'remote')
			return { ok: true, plan: wholeFile(opened.document), local: null };
		const { document } = opened;
		if (document.format !== 'pdf') return await planPicture(document, operation, settings);
		const planned = await planPdf(document, operation.pagesPerCall, settings.pages);
		if (!planned.ok) return refused(planned.problem);
		return { ok: true, plan: planned.plan, local: document };
	} catch {
		// The binary store's own words would show paths of the server.
		return refused(
			finalProblem(
				`The file '${source.fileName}' could not be read from n8n's storage`,
				'Run the workflow from its beginning: the stored file may have been cleaned up.',
			),
		);
	}
}

async function planPicture(
	document: Document,
	operation: Operation,
	settings: ItemSettings,
): Promise<OpenedFile> {
	const { fileName, format, source } = document;
	const refusal = await operation.fileMaker?.refuse(sourceDocument(document));
	if (refusal) return refused(finalProblem(refusal.message, refusal.description));
	if (format === 'tiff' && operation.pagesPerCall === 1) {
		const pages = countTiffPages(await readAll(source));
		if (pages > 1) return refused(severalPages(fileName, pages));
	}
	const plan = wholeFile(document);
	if (settings.pages !== '') {
		plan.hints.push(`'${fileName}' is no PDF, so the option 'Pages' does not apply to it.`);
	}
	return { ok: true, plan, local: document };
}

function severalPages(fileName: string, pages: number): Problem {
	return finalProblem(
		`'${fileName}' is a TIFF of ${pages} pages, and this API reads one page a call`,
		'Convert the TIFF to PDF first: a PDF is split into its pages by this node.',
	);
}

/** The document as a file maker takes it. */
export function sourceDocument({ fileName, format, source }: Document): SourceDocument {
	return { fileName, format, bytes: async () => await readAll(source) };
}

function refused(problem: Problem): OpenedFile {
	return { ok: false, problem, skip: false };
}
