import { Sheet } from './sheet';

/** A block of lines in one size. */
export interface TextBlock {
	lines: string[];
	/** Letter height in pixels of the page (1240 x 1754, A4 at 150 dots an inch). */
	size: number;
	weight?: 400 | 700;
	align?: 'center' | 'left' | 'right';
	/** Empty pixels above the block. */
	gap?: number;
}

/** A page of running text; `columns` stand side by side below `blocks`. */
export interface TextPage {
	blocks: TextBlock[];
	columns?: [TextBlock[], TextBlock[]];
	font?: 'sans' | 'serif';
}

/** A4 at 150 dots an inch. */
export const A4 = { width: 1240, height: 1754 };
const MARGIN = 120;
const LEADING = 1.6;

/**
 * Prints a page of running text.
 * @param tilt degrees by which the paper lay askew on the scanner
 */
export function drawTextPage(page: TextPage, tilt = 0): Sheet {
	const sheet = new Sheet(A4.width, A4.height);
	printTextPage(sheet, page, tilt);
	return sheet;
}

/** The same on a sheet of that size that is there already, e.g. a page of a PDF. */
export function printTextPage(sheet: Sheet, page: TextPage, tilt = 0): void {
	sheet.turned(tilt, () => {
		const font = page.font ?? 'sans';
		const right = A4.width - MARGIN;
		let y = printBlocks(sheet, page.blocks, { left: MARGIN, right, top: MARGIN + 40, font });
		if (page.columns) {
			const middle = A4.width / 2;
			y += 60;
			printBlocks(sheet, page.columns[0], { left: MARGIN, right: middle - 40, top: y, font });
			printBlocks(sheet, page.columns[1], { left: middle + 40, right, top: y, font });
		}
	});
}

/** The lines of a page as a reader copies them out: top to bottom, one column after the other. */
export function linesOf(page: TextPage): string[] {
	const blocks = [...page.blocks, ...(page.columns ?? []).flat()];
	return blocks.flatMap((block) => block.lines);
}

interface Area {
	left: number;
	right: number;
	top: number;
	font: 'sans' | 'serif';
}

function printBlocks(sheet: Sheet, blocks: TextBlock[], area: Area): number {
	let y = area.top;
	for (const block of blocks) {
		const { size, weight, align = 'left' } = block;
		const x = { left: area.left, center: (area.left + area.right) / 2, right: area.right }[align];
		y += block.gap ?? 0;
		for (const line of block.lines) {
			sheet.text(line, x, y + size, { size, weight, align, font: area.font });
			y += size * LEADING;
		}
	}
	return y;
}
