import { finalProblem, type Problem } from '../problem';
import type { Operation } from '../operations/types';
import { planAnswer } from './answer';
import type { Document } from './document';
import type { FileSource } from './fileSource';
import { pagesOfPicture, refused, sourceDocument, type OpenedFile } from './openedFile';
import { planPdf, wholeFile, type Plan, type Planned } from './parts';
import type { PixelSize } from './pixelSize';
import type { ItemSettings } from './settings';
import { planTiff } from './tiff';

/** Opens a file as far as needed and divides it into calls. Never throws. */
export async function openAndPlan(
	source: FileSource,
	operation: Operation,
	settings: ItemSettings,
): Promise<OpenedFile> {
	try {
		if (source.given) return await planAnswer(source, source.given(), operation, settings);
		const opened = await source.open();
		if (!opened.ok) {
			return source.skipUnreadable && opened.unreadableKind
				? { state: 'passedOver', why: 'unreadable' }
				: refused(opened.problem);
		}
		const { document } = opened;
		const { fileName } = source;
		if (opened.kind === 'remote') {
			return { state: 'planned', plan: wholeFile(document), document, fileName };
		}
		return await planLocal(opened.document, source, operation, settings);
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

async function planLocal(
	document: Document,
	source: FileSource,
	operation: Operation,
	settings: ItemSettings,
): Promise<OpenedFile> {
	const { fileName, pixels } = document;
	if (pixels !== null) {
		const shortSide = Math.min(pixels.width, pixels.height);
		if (source.skipUnreadable && shortSide < LEAST_DOCUMENT_SIDE) {
			return { state: 'passedOver', why: 'small' };
		}
		if (!withinLimits(pixels)) return refused(wrongSize(fileName, pixels), document);
	}
	const planned = await planFile(document, operation, settings);
	if (!planned.ok) return refused(planned.problem, document);
	const keep = keptPages(planned.plan, settings);
	const problem = await operation.fileMaker?.refuse(
		sourceDocument(document, settings),
		keep,
		settings,
	);
	if (problem) return refused(problem, document);
	const calls = planned.plan.parts.length;
	const limit = settings.maxCalls ?? MOST_CALLS;
	return calls > limit
		? refused(tooManyCalls(fileName, planned.plan.pageCount, calls, limit), document)
		: { state: 'planned', plan: planned.plan, document, fileName };
}

// More than any document of an office; without a limit of the user's own one file must not cost more.
const MOST_CALLS = 200;

// Logos of signatures, icons and tracking pixels of mails; no receipt or card is legible at that size.
const LEAST_DOCUMENT_SIDE = 100;

// Both inclusive, by test against the service in 2026-09.
const LEAST_SIDE = 10;
const MOST_SIDE = 8000;

/** What was chosen under another operation stays in a workflow; text of a file is no answer to these. */
function pdfSettings(operation: Operation, settings: ItemSettings): ItemSettings {
	return operation.takesOwnText ? settings : { ...settings, existingText: 'keep' };
}

/** CLOVA answers pictures with a side under 10 or over 8000 pixels with ERROR, and bills them all the same. */
function withinLimits({ width, height }: PixelSize): boolean {
	return Math.min(width, height) >= LEAST_SIDE && Math.max(width, height) <= MOST_SIDE;
}

function wrongSize(fileName: string, { width, height }: PixelSize): Problem {
	return finalProblem(
		`'${fileName}' has ${width} x ${height} pixels; CLOVA OCR takes sides of ${LEAST_SIDE} to ${MOST_SIDE} pixels`,
		Math.max(width, height) > MOST_SIDE
			? 'Scale the picture down first: A4 at 150 dpi (1240 x 1754 pixels) is enough.'
			: 'It is too small to hold text, like the logos and tracking pixels of mails. Pass on another file.',
	);
}

function tooManyCalls(
	fileName: string,
	pageCount: number | null,
	calls: number,
	limit: number,
): Problem {
	const pages = pageCount === null ? '' : ` of ${pageCount} pages`;
	return finalProblem(
		`'${fileName}'${pages} needs ${calls} calls, and ${limit} are allowed`,
		"Each call is billed. Choose fewer pages with the option 'Pages', or allow more with the option 'Max Calls'.",
	);
}

async function planFile(
	document: Document,
	operation: Operation,
	settings: ItemSettings,
): Promise<Planned> {
	const { fileName, format } = document;
	const { pagesPerCall } = operation;
	if (format === 'pdf') {
		return await planPdf(document, pagesPerCall, pdfSettings(operation, settings));
	}
	if (format === 'tiff') return await planTiff(document, pagesPerCall, settings.pages);
	const plan = wholeFile(document);
	if (settings.pages !== '') {
		plan.hints.push(pagesOfPicture(fileName));
	}
	return { ok: true, plan };
}

/** The pages that a made file will have, or null for all. */
export function keptPages(plan: Plan, { pages }: ItemSettings): number[] | null {
	if (pages === '') return null;
	const sent = plan.parts.flatMap((part) => part.pages ?? []);
	return [...sent, ...plan.ownText.map(({ page }) => page)].sort((a, b) => a - b);
}
