import { wordsOf, type Word } from '../../nodes/ClovaOcr/reading/general/text/words';
import type { JsonObject } from '../../nodes/ClovaOcr/shared/json';

/** A word as it is printed upright on a page: its left and top edge, its height; each letter is ten pixels wide. */
export type Print = [text: string, left: number, top: number, height: number, lineBreak?: boolean];

/** What the service says of a printed word; that it ends its line, unless told otherwise. */
export function printedField([text, left, top, height, lineBreak = true]: Print): JsonObject {
	return { inferText: text, lineBreak, boundingPoly: frame(left, top, 10 * text.length, height) };
}

/** The polygon of an upright frame. */
export function frame(left: number, top: number, width: number, height: number): JsonObject {
	const [right, bottom] = [left + width, top + height];
	return {
		vertices: [
			{ x: left, y: top },
			{ x: right, y: top },
			{ x: right, y: bottom },
			{ x: left, y: bottom },
		],
	};
}

/** The words of a text side by side, ten pixels apart, 20 pixels high. */
export function printedText(text: string, left: number, top: number): Print[] {
	let x = left;
	return text.split(' ').map((word): Print => {
		const at = x;
		x += 10 * word.length + 10;
		return [word, at, top, 20, x - 10 === left + 10 * text.length];
	});
}

export function printedWords(prints: Print[]): Word[] {
	return wordsOf(prints.map(printedField));
}
