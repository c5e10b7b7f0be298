import type { JsonObject } from '../../shared/json';
import type { PageAnswer } from '../page';
import type { Reading } from '../reading';
import type { ReadingOptions } from '../options';
import { confidenceOf } from '../confidence';
import { textOf, wordField } from './text/words';
import { linesOf } from './text/rows';
import { fileOutcomeOf, hasSeveralPages, outcomeOf, type PageOutcome } from '../pageOutcome';
import { spacedRows } from './text/spaced';
import { readWords, type Word } from './text/words';

interface TextLine {
	words: Word[];
	text: string;
}

interface TextPage extends PageOutcome {
	page: PageAnswer;
	/** In CLOVA's order, whatever the lines. */
	words: Word[];
	lines: TextLine[];
}

/** What of a page or line goes into one reading. */
interface Part {
	words: Word[];
	values: JsonObject;
	detail: Reading['detail'];
}

const NO_TEXT = 'No text was found on this page.';

/**
 * Reads the text of one file as `splitInto` says: one reading per page, file, line or word. A page
 * on which nothing was found still gives one, with its values null.
 * @param pages in page order
 */
export function textReadings(pages: PageAnswer[], options: ReadingOptions): Reading[] {
	const severalPages = hasSeveralPages(pages);
	const textPages = pages.map((page) => readPage(page, options, severalPages));
	switch (options.splitInto) {
		case 'file':
			return [fileReading(textPages, options)];
		case 'line':
			return textPages.flatMap((page) => readings(page, lineParts(page), options));
		case 'word':
			return textPages.flatMap((page) => readings(page, wordParts(page), options));
		default:
			return textPages.flatMap((page) => readings(page, [pagePart(page)], options));
	}
}

/** JSON Schema properties of what a reading of text holds, by output key. */
export function textSchema(splitInto: string): JsonObject {
	const text = { type: ['string', 'null'] };
	const number = { type: ['number', 'null'] };
	const lines = { type: 'array', items: { type: 'string' } };
	switch (splitInto) {
		case 'file':
			return { text, pages: { type: 'array', items: { type: 'object' } } };
		case 'line':
			return { text, line: number };
		case 'word':
			return { text, line: number, word: number };
		default:
			return { text, lines };
	}
}

function readPage(page: PageAnswer, options: ReadingOptions, severalPages: boolean): TextPage {
	const found = page.image?.inferResult === 'SUCCESS' ? readWords(page.image.raw) : [];
	const asRows = options.layout === 'spaced' && options.splitInto !== 'word';
	const lines = asRows
		? spacedRows(found)
		: linesOf(found).map((words) => ({ words, text: textOf(words) }));
	return {
		page,
		words: found,
		lines,
		...outcomeOf(page, found.length > 0, NO_TEXT, severalPages, 'fields'),
	};
}

function pagePart({ words, lines }: TextPage): Part {
	return { words, values: textValues(lines), detail: 'full' };
}

function lineParts({ lines }: TextPage): Part[] {
	if (lines.length === 0)
		return [{ words: [], values: { text: null, line: null }, detail: 'short' }];
	return lines.map(({ words, text }, index) => ({
		words,
		values: { text, line: index + 1 },
		detail: 'short',
	}));
}

function wordParts({ lines }: TextPage): Part[] {
	const values = { text: null, line: null, word: null };
	if (lines.length === 0) return [{ words: [], values, detail: 'short' }];
	let number = 0;
	return lines.flatMap(({ words }, index) =>
		words.map((word) => ({
			words: [word],
			values: { text: word.text, line: index + 1, word: ++number },
			detail: 'short' as const,
		})),
	);
}

function textValues(lines: TextLine[]): JsonObject {
	const texts = lines.map(({ text }) => text);
	return { text: texts.length > 0 ? texts.join('\n') : null, lines: texts };
}

function readings(textPage: TextPage, parts: Part[], options: ReadingOptions): Reading[] {
	const { page, recognized, message, reviewReasons } = textPage;
	return parts.map(({ words, values, detail }) => ({
		values,
		page: page.page,
		recognized,
		message,
		...confidenceOf(words.map((word) => word.confidence)),
		reviewReasons,
		checks: {},
		fields: options.includeFieldDetails ? words.map((word) => wordField(word)) : null,
		other: null,
		width: page.width,
		height: page.height,
		detail,
		more: {},
	}));
}

function fileReading(pages: TextPage[], options: ReadingOptions): Reading {
	const read = pages.filter(({ recognized }) => recognized);
	const words = pages.flatMap((page) => page.words);
	return {
		values: {
			text: read.length > 0 ? read.map(({ lines }) => joined(lines)).join('\n\n') : null,
			pages: pages.map(({ page, lines, recognized }) => ({
				page: page.page,
				...textValues(lines),
				recognized,
			})),
		},
		page: null,
		...fileOutcomeOf(pages.map((page) => ({ number: page.page.page, ...page }))),
		...confidenceOf(words.map((word) => word.confidence)),
		checks: {},
		fields: options.includeFieldDetails
			? pages.flatMap(({ page, words: own }) => own.map((word) => wordField(word, page.page)))
			: null,
		other: null,
		width: common(pages.map(({ page }) => page.width)),
		height: common(pages.map(({ page }) => page.height)),
		detail: 'full',
		more: {},
	};
}

function joined(lines: TextLine[]): string {
	return lines.map(({ text }) => text).join('\n');
}

/** The size that all pages share, else null. */
function common(sizes: Array<number | null>): number | null {
	return sizes.every((size) => size === sizes[0]) ? (sizes[0] ?? null) : null;
}
