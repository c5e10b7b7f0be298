import type { Given, GivenAnswer } from '../clova/given';
import { starsIn } from '../clova/stars';
import { namesByWrapper } from '../operations';
import type { Operation } from '../operations/types';
import { finalProblem, type Problem } from '../problem';
import { readTiff } from '../tiff/directories';
import { readAll } from './bytes';
import { placeAnswer } from './answerPages';
import type { Document } from './document';
import type { FileSource } from './fileSource';
import { pagesOfPicture, refused, sourceDocument, type OpenedFile } from './openedFile';
import type { Plan } from './parts';
import { openPdfFile } from './pdfFile';
import { hidesAlways, type ItemSettings } from './settings';

/**
 * Plans the reading of an answer that is there already: no call, but the same checks of the file that an
 * operation makes something of.
 */
export async function planAnswer(
	source: FileSource,
	given: Given,
	operation: Operation,
	settings: ItemSettings,
): Promise<OpenedFile> {
	if (!given.ok) return refused(given.problem);
	const { answer } = given;
	const foreign = foreignApi(answer, operation);
	if (foreign !== null) return refused(foreign);
	const fileName = source.fileName === '' ? (answer.name ?? 'answer') : source.fileName;
	const beside = operation.fileMaker === undefined ? null : await openBeside(source, settings);
	if (beside !== null && !beside.ok) return refused(beside.problem);
	const isPicture = beside !== null && ['jpg', 'png'].includes(beside.document.format);
	const range = isPicture ? '' : settings.pages;
	const placed = placeAnswer(answer, range, beside?.pageCount ?? null, fileName);
	if (!placed.ok) return refused(placed.problem, beside?.document);
	const { keep, pageCount, given: pages } = placed;
	const plan: Plan = {
		pageCount,
		parts: [],
		ownText: [],
		refused: [],
		hints: [
			...(beside?.hints ?? []),
			...(range === settings.pages ? [] : [pagesOfPicture(fileName)]),
		],
		given: pages,
	};
	const ready: OpenedFile = {
		state: 'planned',
		plan,
		document: beside?.document ?? null,
		fileName,
	};
	if (beside === null || operation.fileMaker === undefined) return ready;
	const { document } = beside;
	const hides = hidesAlways(operation, settings);
	if (hides && starsIn(answer.images.map(({ raw }) => raw))) return refused(STARRED, document);
	if (isOfAnotherFile(answer, document)) {
		const problem = otherFile(document);
		if (hides) return refused(problem, document);
		plan.hints.push(`${problem.message}. ${problem.description}`);
	}
	const problem = await operation.fileMaker.refuse(
		sourceDocument(document, settings),
		keep,
		settings,
	);
	return problem === null ? ready : refused(problem, document);
}

type Beside =
	| { ok: true; document: Document; pageCount: number; hints: string[] }
	| { ok: false; problem: Problem };

async function openBeside(source: FileSource, settings: ItemSettings): Promise<Beside> {
	const opened = await source.open();
	if (!opened.ok) return opened;
	if (opened.kind === 'remote') return { ok: false, problem: NOT_HERE };
	const document = { ...opened.document, fileName: source.fileName };
	if (document.format === 'pdf') {
		const file = await openPdfFile(document, settings.pdfPassword);
		return file.ok
			? { ok: true, document, pageCount: file.pageCount, hints: file.hints }
			: { ok: false, problem: file.problem };
	}
	const tiff = document.format === 'tiff' ? readTiff(await readAll(document.source)) : null;
	return { ok: true, document, pageCount: tiff?.pages.length ?? 1, hints: [] };
}

const NOT_HERE = finalProblem(
	'The file of the answer is not in the item',
	"Put the name of the field that holds the file into 'Input Binary Field'.",
);

const STARRED = finalProblem(
	'The answer holds stars in place of numbers, so no copy with hidden numbers was made',
	"Where a starred number stands is no longer known for certain. Give the answer as CLOVA OCR sent it (output Raw with 'Mask Numbers' set to 'None'), or have the file read by setting 'Input Type' to 'Binary File'.",
);

/** Whether the answer repeats a file name that is another one than that of the file beside it. */
function isOfAnotherFile({ name }: GivenAnswer, { fileName }: Document): boolean {
	if (name === null || !/\.(?:jpe?g|png|pdf|tiff?)$/i.test(name)) return false;
	const bare = (text: string) => text.normalize('NFC').toLowerCase();
	return bare(name) !== bare(fileName);
}

function otherFile({ fileName }: Document): Problem {
	return finalProblem(
		`The answer names another file than '${fileName}'`,
		"An answer must stand in the item of the very file that was read: look at how the two were merged. If they belong together, write the file's name as CLOVA OCR got it into 'File Name'.",
	);
}

/** Says which operation an answer belongs to that comes from another API. */
function foreignApi({ images }: GivenAnswer, operation: Operation): Problem | null {
	const members = new Set(images.flatMap(({ raw }) => Object.keys(raw)));
	const anyDocument = operation.path === null;
	const own = anyDocument ? [] : [operation.wrapper ?? 'fields', 'tables'];
	if (own.some((member) => members.has(member))) return null;
	for (const [wrapper, names] of namesByWrapper) {
		if (!members.has(wrapper)) continue;
		return finalProblem(
			`The answer comes from another API of CLOVA OCR: it holds '${wrapper}'`,
			`Choose the operation ${names.join(' or ')}.`,
		);
	}
	if ((operation.wrapper === undefined && !anyDocument) || !members.has('fields')) return null;
	return finalProblem(
		'The answer comes from General or Template of CLOVA OCR, not from the API of a document',
		'Choose an operation of General, or of Template where it holds the fields of a template.',
	);
}
