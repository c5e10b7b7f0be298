import { isInside } from '../tables/outside';
import { cellAt, filledRows, sheetOf, type Sheet } from '../tables/sheet';
import type { Table } from '../tables/tables';
import type { Word } from '../text/words';
import { blocksOf, flowing, type Block, type Piece } from './blocks';
import { escapedCell, escapedHeading, escapedLine, pairedMarks } from './escape';
import { headingsOf, levelsOf } from './headings';
import { linesInOrder, withWords, type Line } from './lines';

/** A block of a page as Markdown. */
export interface MarkdownBlock {
	text: string;
	words: Word[];
	heading: Heading | null;
}

export interface Heading {
	/** As printed, without any mark. */
	text: string;
	/** 1 to 3, the highest letters first. */
	level: number;
}

/**
 * The pages of one file as Markdown: headings by the height of their letters, paragraphs joined over
 * line ends, lists, tables in their place, columns one after the other. Every word of a page is in it
 * once. Levels of headings are told over all pages, so that chapters of one rank have one level.
 */
export function pagesMarkdown(pages: Array<{ words: Word[]; tables: Table[] }>): MarkdownBlock[][] {
	const read = pages.map(({ words, tables }) => {
		const pieces = piecesOf(linesInOrder(words), tables);
		const heights = headingsOf(pieces.filter((piece): piece is Line => 'text' in piece));
		return { heights, blocks: blocksOf(pieces, heights) };
	});
	const levelOf = levelsOf(read.flatMap(({ heights }) => [...heights.headings.values()]));
	return read.map(({ blocks }) => blocks.map((block) => written(block, levelOf)));
}

/** The lines, with each table in the place of the first line of its words. */
function piecesOf(lines: Line[], tables: Table[]): Piece[] {
	return tables.reduce<Piece[]>((pieces, table) => {
		const inTable = wordsInCells(table);
		const rest: Piece[] = [];
		let at: number | null = null;
		for (const piece of pieces) {
			const kept = 'text' in piece ? piece.words.filter(({ word }) => !inTable(word)) : [];
			if ('text' in piece && kept.length < piece.words.length) at ??= rest.length;
			const left = 'text' in piece ? withWords(piece, kept) : piece;
			if (left !== null) rest.push(left);
		}
		const words = table.grid.cells.flatMap((cell) => cell.words);
		rest.splice(at ?? rest.length, 0, { sheet: sheetOf(table.grid, true), words });
		return rest;
	}, lines);
}

/** Tells whether a word of the page is one of a table's cells, each of which answers once. */
function wordsInCells({ grid, areas }: Table): (word: Word) => boolean {
	const counts = new Map<string, number>();
	for (const { words } of grid.cells) {
		for (const { text } of words) counts.set(text, (counts.get(text) ?? 0) + 1);
	}
	return (word) => {
		const count = counts.get(word.text) ?? 0;
		if (count === 0 || !isInside(word, areas)) return false;
		counts.set(word.text, count - 1);
		return true;
	};
}

function written(block: Block, levelOf: (ratio: number) => number): MarkdownBlock {
	const { words } = block;
	switch (block.kind) {
		case 'heading': {
			const level = levelOf(block.ratio);
			const text = `${'#'.repeat(level)} ${escapedHeading(block.text)}`;
			return { text, words, heading: { text: block.text, level } };
		}
		case 'list':
			return { text: writtenList(block.marker, block.items.map(flowing)), words, heading: null };
		case 'table':
			return { text: writtenTable(block.sheet), words, heading: null };
		case 'paragraph':
			return { text: writtenParagraph(block.lines.map(flowing)), words, heading: null };
	}
}

/** Marks that pair are looked for over the whole paragraph, those that begin a block line by line. */
function writtenParagraph(lines: string[]): string {
	const marks = pairedMarks(lines.join(' '));
	return lines.map((line) => escapedLine(line, marks)).join('\n');
}

function writtenList(marker: string, items: string[]): string {
	const first = Number(marker.slice(0, -1));
	return items
		.map((item, index) => {
			const sign = marker === '-' ? '-' : `${first + index}${marker.slice(-1)}`;
			return `${sign} ${escapedLine(item)}`;
		})
		.join('\n');
}

/** Each cell's text stands once, where the cell begins. */
function writtenTable(sheet: Sheet): string {
	const { grid, headerRows } = sheet;
	const textAt = (row: number, column: number) => cellAt(grid, row, column, false)?.text ?? '';
	const columns = Array.from({ length: grid.columnCount }, (_, column) => column);
	const header = columns.map((column) =>
		Array.from({ length: headerRows }, (_, row) => textAt(row, column))
			.filter((text) => text !== '')
			.join(' '),
	);
	const rows = filledRows(sheet).map((row) => columns.map((column) => textAt(row, column)));
	return [
		header.map(escapedCell),
		columns.map(() => '---'),
		...rows.map((row) => row.map(escapedCell)),
	]
		.map((cells) => `| ${cells.join(' | ')} |`)
		.join('\n');
}
