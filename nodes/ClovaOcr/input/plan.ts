import { finalProblem, type Problem } from '../clova/problem';
import type { Operation, SourceDocument } from '../operations/types';
import { readAll, type Document } from './document';
import { planPdf, wholeFile, type Plan } from './parts';
import type { FileSource } from './sources';
import type { ItemSettings } from './settings';

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
		if (document.format !== 'pdf') {
			const refusal = await operation.fileMaker?.refuse(sourceDocument(document));
			if (refusal) return refused(finalProblem(refusal.message, refusal.description));
			return { ok: true, plan: wholeFile(document), local: document };
		}
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

/** The document as a file maker takes it. */
export function sourceDocument({ fileName, format, source }: Document): SourceDocument {
	return { fileName, format, bytes: async () => await readAll(source) };
}

function refused(problem: Problem): OpenedFile {
	return { ok: false, problem, skip: false };
}
