import { finalProblem } from './problem';
import type { Execution } from './execution';
import type { Document } from './input/document';
import { openAndPlan, sourceDocument } from './input/plan';
import type { ItemSettings } from './input/settings';
import type { FileSource } from './input/sources';
import type { FileMaker, Operation } from './operations/types';
import type { Failure } from './output/failures';
import { fileItems, maskedPages } from './output/fileItems';
import type { OutputItem } from './output/items';
import { readFile, type FileAnswer } from './readFile';
import type { PageAnswer } from './reading/page';

/** One file of one input item: the unit that is opened, sent, read and put out. */
export interface FileJob {
	itemIndex: number;
	settings: ItemSettings;
	source: FileSource;
}

/** What became of a file, or of an item that named none. */
export interface Outcome {
	itemIndex: number;
	items: OutputItem[];
	failures: Failure[];
	hints: string[];
	/** An unreadable kind that came with `*`: left out, unless nothing else is there. */
	skipped: Failure | null;
}

export function failedOutcome(failure: Failure): Outcome {
	return { ...emptyOutcome(failure.itemIndex), failures: [failure] };
}

/**
 * Opens a file, has it read, and makes its items. Never throws: one bad file never stops the others.
 * @param order place of the file's first call among all calls of the execution
 */
export async function runFileJob(
	job: FileJob,
	order: number,
	operation: Operation,
	execution: Execution,
): Promise<Outcome> {
	const { itemIndex, source } = job;
	try {
		return await openSendRead(job, order, operation, execution);
	} catch {
		// Whatever this was, its own words could hold text of the document.
		const problem = finalProblem(
			'This file could not be processed',
			'Please report it with the kind of file and the operation, without the file itself.',
		);
		return failedOutcome({ problem, itemIndex, fileName: source.fileName, pages: null });
	}
}

async function openSendRead(
	{ itemIndex, settings, source }: FileJob,
	order: number,
	operation: Operation,
	execution: Execution,
): Promise<Outcome> {
	const { fileName } = source;
	const opened = await openAndPlan(source, operation, settings);
	if (!opened.ok) {
		const failure: Failure = { problem: opened.problem, itemIndex, fileName, pages: null };
		return opened.skip ? { ...emptyOutcome(itemIndex), skipped: failure } : failedOutcome(failure);
	}
	const sent = await readFile(opened.plan, operation, settings, execution.caller, order);
	const keepsWhole =
		operation.fileMaker !== undefined ||
		(settings.simplify && settings.reading.splitInto === 'file');
	const answer = keepsWhole && execution.continueOnFail ? withGaps(sent) : sent;
	const outcome: Outcome = {
		...emptyOutcome(itemIndex),
		failures: answer.failed.map((failed) => ({ ...failed, itemIndex, fileName })),
		hints: [...opened.plan.hints, ...(opened.local === null ? remoteHints(answer, fileName) : [])],
	};
	const readable = answer.pages.some(({ image }) => image !== null) || answer.failed.length === 0;
	if (!readable || answer.skipped) return outcome;
	const pages = maskedPages(answer, operation, settings);
	const read = fileItems(answer, pages, fileName, operation, settings, itemIndex);
	outcome.items = read.items;
	outcome.hints.push(...read.hints);
	const { local, plan } = opened;
	if (operation.fileMaker !== undefined && local !== null) {
		const keep = settings.pages === '' ? null : plan.parts.flatMap((part) => part.pages ?? []);
		await attachFile(operation.fileMaker, local, pages, keep, outcome, settings, execution);
	}
	return outcome;
}

/** Adds the file that the operation makes; should that go wrong, the text that was paid for stays. */
async function attachFile(
	maker: FileMaker,
	local: Document,
	pages: PageAnswer[],
	keep: number[] | null,
	outcome: Outcome,
	settings: ItemSettings,
	execution: Execution,
): Promise<void> {
	const { itemIndex, items, failures, hints } = outcome;
	const { fileName } = local;
	try {
		const made = await maker.make(sourceDocument(local), pages, keep, settings);
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

// Ten is the most that General reads of one PDF; nobody here has seen how many the address holds.
function remoteHints(answer: FileAnswer, fileName: string): string[] {
	if (answer.pages.length < 10) return [];
	return [
		`CLOVA OCR read ${answer.pages.length} pages of '${fileName}', its most in one call. If the file has more, set the option 'Pages' to 1-, so that the node downloads and splits it.`,
	];
}

/** An item that covers a whole file shows failed pages as missing ones, as long as one page is there. */
function withGaps(answer: FileAnswer): FileAnswer {
	if (!answer.pages.some(({ image }) => image !== null)) return answer;
	const gaps = answer.failed.flatMap(({ pages }) => pages ?? []);
	const pages = [
		...answer.pages,
		...gaps.map((page) => ({ page, image: null, width: null, height: null })),
	].sort((a, b) => a.page - b.page);
	return { ...answer, pages, failed: answer.failed.filter((failed) => failed.pages === null) };
}

function emptyOutcome(itemIndex: number): Outcome {
	return { itemIndex, items: [], failures: [], hints: [], skipped: null };
}
