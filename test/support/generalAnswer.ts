import type { JsonObject } from '../../nodes/ClovaOcr/shared/json';

/** A word of an invented General answer: its text, and whether it ends its line. */
export interface MadeWord {
	text: string;
	end?: boolean;
	confidence?: number;
}

/** Words of a page from lines of text; each line's last word ends it. */
export function wordsOfLines(lines: string[], confidence = 0.99): MadeWord[] {
	return lines.flatMap((line) =>
		line
			.split(' ')
			.map((text, index, all) => ({ text, end: index === all.length - 1, confidence })),
	);
}

/** An `images[]` entry of General, in the shape that the service sends. */
export function generalImage(words: MadeWord[], pageIndex = 0): JsonObject {
	let line = 0;
	let column = 0;
	const fields = words.map(({ text, end = false, confidence = 0.99 }) => {
		const x = 20 + column * 80;
		const y = 20 + line * 30;
		column = end ? 0 : column + 1;
		line = end ? line + 1 : line;
		const vertices = [
			{ x, y },
			{ x: x + 70, y },
			{ x: x + 70, y: y + 20 },
			{ x, y: y + 20 },
		];
		return {
			valueType: 'ALL',
			boundingPoly: { vertices },
			inferText: text,
			inferConfidence: confidence,
			type: 'NORMAL',
			lineBreak: end,
		};
	});
	return {
		uid: '0'.repeat(32),
		name: 'made',
		inferResult: 'SUCCESS',
		message: 'SUCCESS',
		validationResult: { result: 'NO_REQUESTED' },
		convertedImageInfo: { width: 800, height: 600, pageIndex, longImage: false },
		fields,
	};
}

/** An entry for a page on which nothing was found. */
export function blankImage(pageIndex = 0): JsonObject {
	return {
		uid: '1'.repeat(32),
		name: 'made',
		inferResult: 'FAILURE',
		message: 'NO_TEXT: no text found in image',
		convertedImageInfo: { width: 800, height: 600, pageIndex, longImage: false },
	};
}

/** The whole answer. */
export function answerOf(images: JsonObject[], requestId = 'made-request'): JsonObject {
	return { version: 'V2', requestId, timestamp: 1_790_000_000_000, images };
}
