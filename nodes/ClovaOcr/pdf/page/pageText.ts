import type { PDFPageLeaf } from 'pdf-lib';

import { rotationOf, visibleArea, type Area } from './attributes';
import { drawText } from './textState';
import { WordBuilder, type PageWord, type PlacedGlyph } from './wordBuilder';
import type { Point } from '../../shared/geometry';

/** The text that a page has of its own, wherever it is drawn and whether it can be seen or not. */
export interface PageText {
	/** Size in points, as displayed. */
	width: number;
	height: number;
	/** The words of each line, in the order in which the page draws them. */
	lines: PageWord[][];
	/** Characters that are no blanks. */
	characters: number;
	/** Characters of which nothing in the file says what they mean. */
	unreadable: number;
	/** Share of the page that the words cover, from 0 to 1. */
	share: number;
}

/** Below both a text is a stamp, a page number or a header, and the page still has to be read. */
const STAMP_SHARE = 0.05;
const STAMP_CHARACTERS = 100;

/** A text with more unreadable characters than this is of no use to anybody. */
const READABLE = 0.05;

/** Reads the text out of a page, whatever it looks like. Never throws for what the page holds. */
export async function readPageText(page: PDFPageLeaf): Promise<PageText> {
	const area = visibleArea(page);
	const toDisplay = displayOf(area, rotationOf(page));
	const builder = new WordBuilder();
	let unreadable = 0;
	await drawText(page, (glyph) => {
		if (!isInside(area, glyph.start)) return;
		const { text, start, end, up } = glyph;
		if (text === null) return void (unreadable += 1);
		const placed: PlacedGlyph = {
			text,
			start: toDisplay.point(start),
			end: toDisplay.point(end),
			up: toDisplay.vector(up),
		};
		builder.add(placed);
	});
	builder.finish();
	const words = builder.lines.flat();
	const { width, height } = toDisplay;
	return {
		width,
		height,
		lines: builder.lines,
		characters: words.reduce((sum, { text }) => sum + [...text].length, 0),
		unreadable,
		share: words.reduce((sum, word) => sum + coverOf(word), 0) / (width * height),
	};
}

/**
 * Whether a page need not be read, since its own text can be: more than a stamp, and readable.
 * @param text what `readPageText` gave
 */
export function hasOwnText({ characters, unreadable, share }: PageText): boolean {
	if (unreadable > READABLE * (characters + unreadable)) return false;
	return characters >= STAMP_CHARACTERS || share >= STAMP_SHARE;
}

/** From page units to points as displayed, with the origin at the top-left. */
function displayOf({ left, bottom, right, top }: Area, rotate: number) {
	const [across, down] = [right - left, top - bottom];
	const lying = rotate % 180 !== 0;
	const point = ({ x, y }: Point): Point => {
		if (rotate === 90) return { x: y - bottom, y: x - left };
		if (rotate === 180) return { x: right - x, y: y - bottom };
		if (rotate === 270) return { x: top - y, y: right - x };
		return { x: x - left, y: top - y };
	};
	const origin = point({ x: 0, y: 0 });
	return {
		width: lying ? down : across,
		height: lying ? across : down,
		point,
		vector: (way: Point): Point => {
			const end = point(way);
			return { x: end.x - origin.x, y: end.y - origin.y };
		},
	};
}

function isInside({ left, bottom, right, top }: Area, { x, y }: Point): boolean {
	return x >= left && x <= right && y >= bottom && y <= top;
}

function coverOf({ corners: [a, b, c] }: PageWord): number {
	return Math.hypot(b.x - a.x, b.y - a.y) * Math.hypot(c.x - b.x, c.y - b.y);
}
