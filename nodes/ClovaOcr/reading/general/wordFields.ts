import type { JsonObject } from '../json';
import type { Word } from './words';

/**
 * A word as `ocr.fields` shows it: text as printed, confidence and boxes in pixels.
 * @param page given where the fields of several pages stand in one list
 */
export function wordField(word: Word, page?: number): JsonObject {
	const { box } = word;
	return {
		...(page === undefined ? {} : { page }),
		text: word.printed,
		keyText: null,
		confidence: word.confidence,
		boxes: box === null ? [] : [{ ...box }],
	};
}
