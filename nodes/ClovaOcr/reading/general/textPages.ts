import type { ReadingOptions } from '../reading';
import type { PageAnswer } from '../page';
import { hasSeveralPages, outcomeOf, type PageOutcome } from '../pageOutcome';
import { pagesMarkdown, type MarkdownBlock } from './markdown/pageMarkdown';
import { readTables, type Table } from './tables/tables';
import { columnLines } from './text/columns';
import { linesOf, visualRows } from './text/rows';
import { spacedRows } from './text/spaced';
import { tiltOf } from './text/tilt';
import { hasLineBreaks, linesByBreak, readWords, textOf, type Word } from './text/words';

export interface TextLine {
	words: Word[];
	text: string;
}

/** A page of text, laid out as the user chose. */
export interface TextPage extends PageOutcome {
	page: PageAnswer;
	/** In CLOVA's order, whatever the lines. */
	words: Word[];
	tables: Table[];
	lines: TextLine[];
	/** Headings, paragraphs, lists and tables; empty unless the layout is Markdown. */
	blocks: MarkdownBlock[];
	/** Degrees clockwise; null for a page that is as good as level. */
	tilt: number | null;
}

const NO_TEXT = 'No text was found on this page.';

/** Reads the pages of one file; sections are always cut from Markdown, words and pairs need no layout. */
export function readTextPages(pages: PageAnswer[], options: ReadingOptions): TextPage[] {
	const { splitInto } = options;
	const layout = splitInto === 'section' ? 'markdown' : options.layout;
	const severalPages = hasSeveralPages(pages);
	const found = pages.map((page) => {
		const raw = page.image?.inferResult === 'SUCCESS' ? page.image.raw : {};
		return { page, words: readWords(raw), tables: readTables(raw) };
	});
	const asBlocks = layout === 'markdown' && !['line', 'pair', 'word'].includes(splitInto);
	const blocks = asBlocks ? pagesMarkdown(found) : found.map(() => []);
	return found.map(({ page, words, tables }, index) => ({
		page,
		words,
		tables,
		lines: asBlocks
			? markdownLines(blocks[index])
			: linesIn(words, splitInto === 'word' || splitInto === 'pair' ? 'text' : layout),
		blocks: blocks[index],
		tilt: tiltOf(hasLineBreaks(words) ? linesByBreak(words) : words.map((word) => [word])),
		...outcomeOf(page, words.length > 0, NO_TEXT, severalPages, 'fields'),
	}));
}

function linesIn(words: Word[], layout: ReadingOptions['layout']): TextLine[] {
	if (layout === 'spaced') return spacedRows(words);
	const columns = layout === 'text' ? null : columnLines(visualRows(words));
	const lines = columns?.map((line) => line.words.map(({ word }) => word)) ?? linesOf(words);
	return lines.map((line) => ({ words: line, text: textOf(line) }));
}

function markdownLines(blocks: MarkdownBlock[]): TextLine[] {
	if (blocks.length === 0) return [];
	const text = blocks.map((block) => block.text).join('\n\n');
	return text.split('\n').map((line) => ({ words: [], text: line }));
}
