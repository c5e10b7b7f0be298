/** What a page range asks for, or one sentence for the user on why it cannot be followed. */
export type PageRange =
	| { ok: true; /** 1-based, ascending, each once. */ pages: number[] }
	| { ok: false; refusal: string };

/** Koreans write `1~3`, and editors turn a hyphen into an en dash: both mean the same here. */
const RANGE = /^(\d+)(?:\s*[-~–]\s*(\d*))?$/;

/**
 * Reads a page range such as `1-3,7,10-` (`10-` runs to the last page).
 * @param text as the user typed it
 * @param pageCount pages of the file; a range that reaches beyond them is refused, never cut silently
 */
export function parsePageRange(text: string, pageCount: number): PageRange {
	if (text.trim() === '') return refuse(`No page is named. ${EXAMPLE}`);
	const spans: Span[] = [];
	for (const part of text.split(',')) {
		const span = parseSpan(part.trim(), pageCount);
		if (typeof span === 'string') return refuse(span);
		spans.push(span);
	}
	return { ok: true, pages: pagesIn(spans) };
}

interface Span {
	first: number;
	last: number;
}

/** Goes through each page once, however often an expression gone wrong names it. */
function pagesIn(spans: Span[]): number[] {
	const pages: number[] = [];
	let next = 1;
	for (const { first, last } of spans.sort((a, b) => a.first - b.first)) {
		for (let page = Math.max(first, next); page <= last; page++) pages.push(page);
		next = Math.max(next, last + 1);
	}
	return pages;
}

const EXAMPLE = 'Write pages and ranges separated by commas, e.g. 1-3,7,10-';

function refuse(refusal: string): PageRange {
	return { ok: false, refusal };
}

/** One member of the list as a span within the file, or the sentence that refuses it. */
function parseSpan(part: string, pageCount: number): Span | string {
	if (part === '') return `There is a comma without a page beside it. ${EXAMPLE}`;
	const match = RANGE.exec(part);
	if (!match) return `'${shorten(part)}' is not a page or a range of pages. ${EXAMPLE}`;
	const first = Number(match[1]);
	const last = match[2] === undefined ? first : match[2] === '' ? pageCount : Number(match[2]);
	if (first === 0) return `Page 0 does not exist: pages are counted from 1. ${EXAMPLE}`;
	if (Math.max(first, last) > pageCount) {
		const beyond = first >= last ? match[1] : match[2];
		return `The file has ${counted(pageCount)}, so there is no page ${shorten(beyond)}.`;
	}
	if (last < first)
		return `The range ${shorten(part)} runs backwards. Write the smaller page first.`;
	return { first, last };
}

function counted(pages: number): string {
	return pages === 1 ? 'only 1 page' : `only ${pages} pages`;
}

function shorten(text: string): string {
	return text.length > 20 ? `${text.slice(0, 20)}…` : text;
}

/** The pages in groups of at most `size`, in their order. */
export function inGroups(pages: number[], size: number): number[][] {
	const groups: number[][] = [];
	for (let from = 0; from < pages.length; from += size) groups.push(pages.slice(from, from + size));
	return groups;
}
