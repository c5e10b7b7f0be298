import type { Execution } from './execution';
import type { Outcome } from './outcome';
import type { Document } from './input/document';
import { sourceDocument } from './input/plan';
import type { ItemSettings } from './input/settings';
import type { FileMaker } from './operations/types';
import { finalProblem } from './problem';
import type { PageAnswer } from './reading/page';

/**
 * Adds the file that an operation makes to the items of an outcome; should that go wrong, the text
 * that was paid for stays.
 * @param pages what was read, masked already
 * @param keep pages that come out, or null for all
 */
export async function attachFile(
	maker: FileMaker,
	document: Document,
	pages: PageAnswer[],
	keep: number[] | null,
	outcome: Outcome,
	settings: ItemSettings,
	execution: Execution,
): Promise<void> {
	const { itemIndex, items, failures, hints } = outcome;
	const { fileName } = document;
	try {
		const made = await maker.make(sourceDocument(document, settings), pages, keep, settings);
		const stored = await execution.store(made.bytes, maker.nameOf(fileName), maker.mimeType);
		for (const { item } of items) item.binary = { [settings.outputBinaryField]: stored };
		hints.push(...made.hints);
	} catch {
		const problem = finalProblem(
			'The text was read, but the new file could not be made or stored',
			'Check the disk space of the n8n server. The text stands in the item; running the workflow again reads, and bills, the document again.',
		);
		failures.push({ problem, itemIndex, fileName, pages: null });
	}
}
