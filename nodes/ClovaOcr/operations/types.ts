import type { ApiPath } from '../clova/endpoint';
import type { ImageFormat } from '../clova/request';
import type { OptionValues } from '../options';
import type { Problem } from '../problem';
import type { SensitivePath } from '../reading/masking/found';
import type { PageAnswer } from '../reading/page';
import type { MaskLevel, Reading, ReadingOptions } from '../reading/reading';
import type { JsonObject } from '../shared/json';

/** Makes a file of a document and of what was read on it. */
export interface FileMaker {
	/** Whether an item without the file is worse than none: then only an error is left of it. */
	allOrNothing: boolean;
	/** Name and MIME type of the new file. */
	fileOf(document: SourceDocument): { fileName: string; mimeType: string };
	/**
	 * Why nothing can be made of the document, or null. Asked before the paid call.
	 * @param keep pages that will come out, or null for all
	 */
	refuse(
		document: SourceDocument,
		keep: number[] | null,
		options: MakerOptions,
	): Promise<Problem | null>;
	make(document: SourceDocument, read: DocumentRead, options: MakerOptions): Promise<Made>;
}

/** The file, and what the user should know about it; or why there is none. */
export type Made =
	| { ok: true; bytes: Uint8Array; hints: string[] }
	| { ok: false; problem: Problem };

/** What the choices of the user mean for a file that is made. */
export interface MakerOptions extends OptionValues {
	mask: MaskLevel;
	/** Texts and patterns to hide beside the numbers. */
	alsoHide: string[];
}

/** What was read on a document. */
export interface DocumentRead {
	pages: PageRead[];
	/** Pages that come out, or null for all. */
	keep: number[] | null;
}

/** A page as it was read, with the numbers in it and without. */
export interface PageRead {
	/** As it came: to find places by, nothing of it may go out. */
	clear: PageAnswer;
	masked: PageAnswer;
	/** The business values of the masked page. */
	values(): JsonObject;
	severalPages: boolean;
}

export interface SourceDocument {
	fileName: string;
	format: ImageFormat;
	/** What opens it, where it is a protected PDF; else empty. */
	password: string;
	bytes(): Promise<Uint8Array>;
}

/** One entry of the operation selector: what it sends and how it reads the answer. */
export interface Operation {
	resource: 'document' | 'general' | 'idCard' | 'template';
	/** Value of the `operation` parameter; saved workflows hold it. */
	value: string;
	/** Title Case name in the selector. */
	name: string;
	/** Sentence-case action without articles, shown in the node creator. */
	action: string;
	description: string;
	/** The API that it calls; null where the credential's own URL says which model of a document it is. */
	path: ApiPath | null;
	/** Member of an `images[]` entry that holds what was read; absent where the entry does itself. */
	wrapper?: string;
	/** Pages of a PDF that one call may carry: 10 on General, 1 elsewhere. */
	pagesPerCall: 1 | 10;
	/** Whether CLOVA itself may fetch a URL (General and Template only; Document answers 0011). */
	fetchesUrl: boolean;
	/** Whether text that a PDF has of its own may stand in for the answer on a page. */
	takesOwnText?: true;
	/** Choices of `splitInto`, the default first; empty where an answer is always one item a page. */
	splitInto: Array<{ name: string; value: string; description: string }>;
	/** Whether numbers are starred unless the user says no, only if asked for, or whatever is asked for. */
	masks: 'always' | 'byDefault' | 'onRequest';
	/** Where personal and card numbers stand in an answer; running text is searched in any case. */
	sensitive: SensitivePath[];
	/** Members of CLOVA's message that only this operation sends. */
	message?(options: ReadingOptions): JsonObject;
	/** Whether the user may name texts to hide beside the numbers. */
	hidesAlso?: boolean;
	/** Makes the file that comes out beside the item. */
	fileMaker?: FileMaker;
	/**
	 * JSON Schema properties of an item's values by output key, in order; null where the keys are the
	 * document's own. Lists and objects among them come out in the detailed output only.
	 */
	valuesSchema(splitInto: string): JsonObject | null;
	/**
	 * Turns the pages of one file into readings. Pure: the same pages and options give the same readings.
	 * @param pages in page order; an `image` of null is a page that the answer lacks
	 */
	read(pages: PageAnswer[], options: ReadingOptions): Reading[];
}
