import type { SourceDocument } from '../operations/types';
import type { Problem } from '../problem';
import { readAll } from './bytes';
import type { Document, RemoteDocument } from './document';
import type { Plan } from './parts';

/** What a look into a file found: calls to make, a reason to refuse it, or no document at all under `*`. */
export type OpenedFile =
	| Ready
	| { state: 'refused'; problem: Problem; document: Document | null }
	| { state: 'passedOver'; why: 'small' | 'unreadable' };

/** A file that can be read. */
export interface Ready {
	state: 'planned';
	plan: Plan;
	/** The opened file; null where there is only an answer. */
	document: Document | RemoteDocument | null;
	/** Name of the file in the output. */
	fileName: string;
}

/** The document as a file maker takes it. */
export function sourceDocument(
	{ fileName, format, source }: Document,
	{ pdfPassword }: { pdfPassword: string },
): SourceDocument {
	return { fileName, format, password: pdfPassword, bytes: async () => await readAll(source) };
}

/** Said of the option 'Pages' on a file that has no pages to choose from. */
export function pagesOfPicture(fileName: string): string {
	return `'${fileName}' is a picture, so the option 'Pages' does not apply to it.`;
}

/** What becomes of a file that cannot be read. */
export function refused(problem: Problem, document: Document | null = null): OpenedFile {
	return { state: 'refused', problem, document };
}
