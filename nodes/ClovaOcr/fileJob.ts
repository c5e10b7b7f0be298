import { attachFile } from './attachFile';
import type { Execution } from './execution';
import type { OpenedFile, Ready } from './input/openedFile';
import { keptPages, openAndPlan } from './input/plan';
import type { Operation } from './operations/types';
import { estimateItem } from './output/estimate';
import { fileItems } from './output/fileItems';
import { keepSource } from './keepSource';
import { emptyOutcome, failedOutcome, type FileJob, type Outcome } from './outcome';
import { finalProblem } from './problem';
import { readAnswer } from './readAnswer';
import { readFile, type FileAnswer } from './readFile';

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
	const { itemIndex, settings, source } = job;
	try {
		const opened = await openAndPlan(source, operation, settings);
		if (settings.output === 'estimate') return estimated(job, opened);
		if (opened.state !== 'planned') return notSent(job, opened);
		return await sendRead(job, opened, order, operation, execution);
	} catch {
		// Whatever this was, its own words could hold text of the document.
		const problem = finalProblem(
			'This file could not be processed',
			'Please report it with the kind of file and the operation, without the file itself.',
		);
		return failedOutcome({ problem, itemIndex, fileName: nameOf(source), pages: null });
	}
}

/** An answer that was there already may have no file, and so no name. */
function nameOf({ fileName }: FileJob['source']): string | null {
	return fileName === '' ? null : fileName;
}

/** What becomes of a file that cannot be sent. */
function notSent(
	{ itemIndex, source }: FileJob,
	opened: Exclude<OpenedFile, { state: 'planned' }>,
): Outcome {
	const fileName = nameOf(source);
	return opened.state === 'passedOver'
		? { ...emptyOutcome(itemIndex, fileName), passedOver: opened.why }
		: failedOutcome({ problem: opened.problem, itemIndex, fileName, pages: null });
}

function estimated(job: FileJob, opened: OpenedFile): Outcome {
	if (opened.state === 'passedOver') return notSent(job, opened);
	const { itemIndex, source } = job;
	const fileName = opened.state === 'planned' ? opened.fileName : nameOf(source);
	const items = [estimateItem(fileName, opened, itemIndex)];
	return { ...emptyOutcome(itemIndex, fileName), items };
}

async function sendRead(
	job: FileJob,
	{ plan, document, fileName }: Ready,
	order: number,
	operation: Operation,
	execution: Execution,
): Promise<Outcome> {
	const { itemIndex, settings } = job;
	const distant = document !== null && 'url' in document;
	const local = distant ? null : document;
	const sent = await readFile(plan, operation, settings, execution.caller, order);
	const keepsWhole = operation.fileMaker !== undefined || settings.reading.splitInto === 'file';
	const answer = keepsWhole && !execution.stop.atFailure ? withGaps(sent) : sent;
	const outcome: Outcome = {
		...emptyOutcome(itemIndex, fileName),
		answered: sent.requestIds.size > 0 && !sent.given,
		failures: answer.failed.map((failed) => ({ ...failed, itemIndex, fileName })),
		hints: [...plan.hints, ...(distant ? remoteHints(answer, fileName) : [])],
	};
	const readable = answer.pages.some(({ image }) => image !== null) || answer.failed.length === 0;
	if (!readable || answer.skipped) return outcome;
	const read = readAnswer(answer, operation, settings, fileName);
	const answered = { ...answer, ...read };
	const { items, hints } = fileItems(answered, fileName, operation, settings, itemIndex);
	outcome.items = items;
	outcome.hints.push(...hints);
	if (operation.fileMaker !== undefined && local !== null) {
		const severalPages = answer.pages.length > 1;
		const pages = read.pages.map((masked, index) => ({
			masked,
			clear: answer.pages[index],
			severalPages,
			values: () => operation.read([masked], settings.reading)[0]?.values ?? {},
		}));
		const made = { pages, keep: keptPages(plan, settings) };
		await attachFile(operation.fileMaker, local, made, outcome, settings, execution);
	}
	await keepSource(job, local, outcome, operation, execution);
	return outcome;
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
	return { ...answer, pages, failed: [] };
}
