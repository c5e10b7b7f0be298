import type { Json, JsonObject } from '../../nodes/ClovaOcr/shared/json';
import type { PageAnswer } from '../../nodes/ClovaOcr/reading/page';

/** A word drawn at a place of the page: left edge, baseline, size of the print, in pixels. */
export interface DrawnWord {
	text: string;
	left: number;
	baseline: number;
	size: number;
	lineBreak?: boolean;
}

export interface Drawing {
	/** Degrees, clockwise; the page turns around its middle. */
	tilt: number;
	/** Whether boxes follow the tilt or are upright frames around the tilted words. */
	boxes: 'following' | 'upright';
	width?: number;
	height?: number;
}

/** Width of a text: CJK characters are as wide as high, others a bit over half of that. */
export function drawnWidth(text: string, size: number): number {
	let width = 0;
	for (const character of text) width += character.charCodeAt(0) > 0x2e80 ? size : size * 0.55;
	return width;
}

/** Draws words side by side from a point on, one space of 0.3 sizes apart. */
export function drawLine(text: string, left: number, baseline: number, size: number): DrawnWord[] {
	const drawn: DrawnWord[] = [];
	let x = left;
	for (const word of text.split(' ')) {
		drawn.push({ text: word, left: x, baseline, size, lineBreak: false });
		x += drawnWidth(word, size) + size * 0.3;
	}
	const last = drawn.at(-1);
	if (last) last.lineBreak = true;
	return drawn;
}

/** The member of `fields` for a drawn word; whole pixels, as the service rounds them. */
export function fieldOf(word: DrawnWord, drawing: Drawing): JsonObject {
	const { left, baseline, size, text } = word;
	const [right, top, bottom] = [
		left + drawnWidth(text, size),
		baseline - size * 0.95,
		baseline + size * 0.25,
	];
	const corners = [
		[left, top],
		[right, top],
		[right, bottom],
		[left, bottom],
	].map(([x, y]) => turned(x, y, drawing));
	return {
		valueType: 'ALL',
		inferText: text,
		inferConfidence: 0.99,
		boundingPoly: { vertices: drawing.boxes === 'upright' ? frameOf(corners) : corners },
		...(word.lineBreak === undefined ? {} : { type: 'NORMAL', lineBreak: word.lineBreak }),
	};
}

function turned(x: number, y: number, { tilt, width = 1240, height = 1754 }: Drawing) {
	const angle = (tilt * Math.PI) / 180;
	const [dx, dy] = [x - width / 2, y - height / 2];
	return {
		x: Math.round(width / 2 + dx * Math.cos(angle) - dy * Math.sin(angle)),
		y: Math.round(height / 2 + dx * Math.sin(angle) + dy * Math.cos(angle)),
	};
}

function frameOf(corners: Array<{ x: number; y: number }>): Json[] {
	const xs = corners.map(({ x }) => x);
	const ys = corners.map(({ y }) => y);
	const [left, right] = [Math.min(...xs), Math.max(...xs)];
	const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
	return [
		{ x: left, y: top },
		{ x: right, y: top },
		{ x: right, y: bottom },
		{ x: left, y: bottom },
	];
}

/** A page answer with the given members in its `images[]` entry. */
export function pageOf(raw: JsonObject, page = 1): PageAnswer {
	const image = { inferResult: 'SUCCESS' as const, message: 'SUCCESS', raw };
	return { page, image, width: 1240, height: 1754 };
}
