import type { JsonObject } from '../../shared/json';
import { confidenceOf, type PageAnswer } from '../page';
import { fileOutcomeOf } from '../pageOutcome';
import type { Reading, ReadingOptions } from '../reading';
import type { Heading, MarkdownBlock } from './markdown/pageMarkdown';
import { pagePairs } from './pairs/pairs';
import { wordField, type Word } from './text/words';
import { readTextPages, type TextLine, type TextPage } from './textPages';

/** What of a page or line goes into one reading. */
interface Part {
	words: Word[];
	values: JsonObject;
	detail: Reading['detail'];
	/** Members of `ocr` that the part has beside the common ones. */
	more: JsonObject;
}

/**
 * Reads the text of one file as `splitInto` says: one reading per page, file, line, word,
 * section (a heading and its text) or pair (a label and its value). A page
 * on which nothing was found still gives one, with its values null.
 * @param pages in page order
 */
export function textReadings(pages: PageAnswer[], options: ReadingOptions): Reading[] {
	const textPages = readTextPages(pages, options);
	switch (options.splitInto) {
		case 'file':
			return [fileReading(textPages, options)];
		case 'line':
			return textPages.flatMap((page) => readings(page, lineParts(page), options));
		case 'word':
			return textPages.flatMap((page) => readings(page, wordParts(page), options));
		case 'section':
			return sectionParts(textPages).flatMap(({ page, part }) => readings(page, [part], options));
		case 'pair':
			return textPages.flatMap((page) => readings(page, pairParts(page), options));
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
		case 'section':
			return { heading: text, level: number, text };
		case 'pair':
			return { label: text, value: text, confidence: number };
		default:
			return { text, lines };
	}
}

function pagePart({ words, lines, tilt }: TextPage): Part {
	const more: JsonObject = tilt === null ? {} : { tilt };
	return { words, values: textValues(lines), detail: 'full', more };
}

function lineParts({ lines }: TextPage): Part[] {
	if (lines.length === 0)
		return [{ words: [], values: { text: null, line: null }, detail: 'short', more: {} }];
	return lines.map(({ words, text }, index) => ({
		words,
		values: { text, line: index + 1 },
		detail: 'short',
		more: {},
	}));
}

function wordParts({ lines }: TextPage): Part[] {
	const values = { text: null, line: null, word: null };
	if (lines.length === 0) return [{ words: [], values, detail: 'short', more: {} }];
	let number = 0;
	return lines.flatMap(({ words }, index) =>
		words.map((word) => ({
			words: [word],
			values: { text: word.text, line: index + 1, word: ++number },
			detail: 'short' as const,
			more: {},
		})),
	);
}

/**
 * One part per heading, with the text up to the next one, which may stand on a later page. Text before
 * the first heading is cut at the ends of pages, and so is that of a file without any.
 */
function sectionParts(pages: TextPage[]): Array<{ page: TextPage; part: Part }> {
	const sections: Array<{ page: TextPage; heading: Heading | null; blocks: MarkdownBlock[] }> = [];
	for (const page of pages) {
		if (page.blocks.length === 0) sections.push({ page, heading: null, blocks: [] });
		for (const block of page.blocks) {
			const last = sections.at(-1);
			const isOpen = last !== undefined && (last.heading !== null || last.page === page);
			if (block.heading === null && isOpen) last.blocks.push(block);
			else sections.push({ page, heading: block.heading, blocks: [block] });
		}
	}
	return sections.map(({ page, heading, blocks }) => {
		const body = blocks.filter((block) => block.heading === null).map(({ text }) => text);
		const values = {
			heading: heading?.text ?? null,
			level: heading?.level ?? null,
			text: body.length > 0 ? body.join('\n\n') : null,
		};
		const words = blocks.flatMap((block) => block.words);
		return { page, part: { words, values, detail: 'short', more: {} } };
	});
}

/** One part per label and value; all of them are guesses. A page without any gives an empty one. */
function pairParts({ words, tables }: TextPage): Part[] {
	const pairs = pagePairs(words, tables);
	if (pairs.length === 0) {
		const values = { label: null, value: null, confidence: null };
		return [{ words: [], values, detail: 'short', more: {} }];
	}
	return pairs.map(({ label, value, by, words: own }) => {
		const { confidence } = confidenceOf(own.map((word) => word.confidence));
		const more = { guessedBy: by };
		return { words: own, values: { label, value, confidence }, detail: 'short', more };
	});
}

function textValues(lines: TextLine[]): JsonObject {
	const texts = lines.map(({ text }) => text);
	return { text: texts.length > 0 ? texts.join('\n') : null, lines: texts };
}

function readings(textPage: TextPage, parts: Part[], options: ReadingOptions): Reading[] {
	const { page, recognized, message, reviewReasons } = textPage;
	return parts.map(({ words, values, detail, more }) => ({
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
		more,
	}));
}

function fileReading(pages: TextPage[], options: ReadingOptions): Reading {
	const read = pages.filter(({ recognized }) => recognized);
	const words = pages.flatMap((page) => page.words);
	const pageEnd = options.layout === 'markdown' ? '\n\n---\n\n' : '\n\n';
	const tilt = pages.length === 1 ? pages[0].tilt : null;
	return {
		values: {
			text: read.length > 0 ? read.map(({ lines }) => joined(lines)).join(pageEnd) : null,
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
		more: tilt === null ? {} : { tilt },
	};
}

function joined(lines: TextLine[]): string {
	return lines.map(({ text }) => text).join('\n');
}

/** The size that all pages share, else null. */
function common(sizes: Array<number | null>): number | null {
	return sizes.every((size) => size === sizes[0]) ? (sizes[0] ?? null) : null;
}
