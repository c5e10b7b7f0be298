import type { Json, JsonObject } from '../../shared/json';
import { confidenceOf, memberNames, type PageAnswer } from '../page';
import { outcomeOf } from '../pageOutcome';
import type { Reading, ReadingOptions, ReviewReason } from '../reading';
import { textsByPath, type Leaf } from './leaf';
import type { TableReading } from './readTable';
import { takeApart, type Entry } from './walk';

/** How one kind of document is found and read. */
export interface DocumentType {
	/** Member of an `images[]` entry that holds it. */
	wrapper: string;
	read(entry: Entry, options: ReadingOptions): TableReading;
}

/** A page whose document has been read. */
export interface PageReading extends TableReading {
	page: PageAnswer;
	/** All that counts for the confidence. */
	leaves: Leaf[];
	recognized: boolean;
	message: string | null;
}

const NOTHING_FOUND = 'CLOVA found nothing to read on this page.';

/**
 * Reads the document of one page; where CLOVA found nothing the values are all empty.
 * @param severalPages whether the file has more pages, since a blank one among them is no fault
 */
export function readPage(
	page: PageAnswer,
	severalPages: boolean,
	type: DocumentType,
	options: ReadingOptions,
): PageReading {
	const answered = page.image?.inferResult === 'SUCCESS' ? page.image.raw : null;
	const entry = takeApart(answered ?? {}, type.wrapper);
	const read = type.read(entry, options);
	const leaves = [...entry.leaves, ...entry.strangers];
	const found = read.shown.size > 0;
	const outcome = outcomeOf(page, found, NOTHING_FOUND, severalPages && answered === null);
	const unknown = answered === null ? null : unknownIn(answered, found, leaves);
	const missing = found ? read.missing : [];
	return {
		...read,
		page,
		leaves,
		unread: [...read.unread, ...entry.strangers],
		missing,
		...outcome,
		message: unknown ?? outcome.message,
		reviewReasons: [
			...outcome.reviewReasons.filter((reason) => unknown === null || reason !== 'notRecognized'),
			...(unknown === null ? [] : (['nothingRead'] as const)),
			...(missing.length === 0 ? [] : (['incomplete'] as const)),
			...(leaves.length === 0 ? [] : [...read.reviewReasons, ...doubts(entry)]),
		],
	};
}

/** What of an answer that says SUCCESS is not known here, in words; null where all is as it should be. */
function unknownIn(answered: JsonObject, found: boolean, leaves: Leaf[]): string | null {
	const names = memberNames(answered) || 'none';
	if (leaves.length === 0)
		return `CLOVA OCR reported success without any value. Members: ${names}.`;
	if (!found) return `CLOVA OCR sent values that this operation does not know. Members: ${names}.`;
	return leaves.some(({ reshaped }) => reshaped)
		? `CLOVA OCR sent values in a new form, part of which was not read. Members: ${names}.`
		: null;
}

/** What the output says of a page. */
export function toReading(
	read: PageReading,
	options: ReadingOptions,
	detail: Reading['detail'] = 'full',
): Reading {
	return {
		values: read.values,
		page: read.page.page,
		recognized: read.recognized,
		message: read.message,
		...confidenceOf(read.leaves.map(({ confidence }) => confidence)),
		reviewReasons: read.reviewReasons,
		checks: read.checks,
		fields: options.includeFieldDetails ? detailsOf(read.shown) : null,
		other: textsByPath(read.unread),
		width: read.page.width,
		height: read.page.height,
		detail,
		more: detail === 'full' ? { missing: read.missing } : {},
	};
}

function doubts({ remarks }: Entry): ReviewReason[] {
	return remarks.get('isConfident') === 'false' ? ['notConfident'] : [];
}

function detailsOf(shown: ReadonlyMap<string, Leaf>): Json {
	return Object.fromEntries([...shown].map(([key, leaf]) => [key, detailOf(leaf)]));
}

function detailOf({ text, keyText, confidence, boxes, maskBoxes }: Leaf): JsonObject {
	const detail: JsonObject = {
		text,
		keyText,
		confidence,
		boxes: boxes.map((box) => ({ ...box })),
	};
	if (maskBoxes.length > 0) detail.maskBoxes = maskBoxes.map((box) => ({ ...box }));
	return detail;
}
