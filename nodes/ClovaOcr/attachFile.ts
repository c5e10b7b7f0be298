import type { Execution } from './execution';
import { goOnWithout, type Outcome } from './outcome';
import type { Document } from './input/document';
import { sourceDocument } from './input/openedFile';
import type { ItemSettings } from './input/settings';
import type { DocumentRead, FileMaker } from './operations/types';
import { finalProblem } from './problem';

/**
 * Adds the file that an operation makes to the items of an outcome. Should that go wrong, the text that
 * was paid for stays: in the items, or with the error where an item must not go on without the file.
 */
export async function attachFile(
	maker: FileMaker,
	document: Document,
	read: DocumentRead,
	outcome: Outcome,
	settings: ItemSettings,
	execution: Pick<Execution, 'stop' | 'store'>,
): Promise<void> {
	const made = await makeAndStore(maker, document, read, settings, execution);
	if (made.ok) {
		for (const { item } of outcome.items) {
			item.binary = { [settings.outputBinaryField]: made.stored };
		}
		outcome.hints.push(...made.hints);
		return;
	}
	if (!maker.allOrNothing) return goOnWithout(outcome, made.problem, execution.stop.atFailure);
	const { itemIndex, items } = outcome;
	const { fileName } = document;
	const recognized = items.map(({ item }) => item.json);
	outcome.items = [];
	outcome.failures.push({ problem: made.problem, itemIndex, fileName, pages: null, recognized });
}

async function makeAndStore(
	maker: FileMaker,
	document: Document,
	read: DocumentRead,
	settings: ItemSettings,
	execution: Pick<Execution, 'store'>,
) {
	const source = sourceDocument(document, settings);
	try {
		const made = await maker.make(source, read, settings);
		if (!made.ok) return made;
		const { fileName, mimeType } = maker.fileOf(source);
		const stored = await execution.store(made.bytes, fileName, mimeType);
		return { ok: true as const, stored, hints: made.hints };
	} catch {
		const problem = finalProblem(
			'The text was read, but the new file could not be made or stored',
			'Check the disk space of the n8n server. The text stands in the item; running the workflow again reads, and bills, the document again.',
		);
		return { ok: false as const, problem };
	}
}
