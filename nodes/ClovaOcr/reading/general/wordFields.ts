import type { JsonObject } from '../../shared/json';
import { confidenceOf } from '../confidence';
import type { GridCell } from './grid';
import type { Word } from './words';

/**
 * A word as `ocr.fields` shows it: text as printed, confidence and boxes in pixels.
 * @param page given where the fields of several pages stand in one list
 */
export function wordField(word: Word, page?: number): JsonObject {
	return {
		...(page === undefined ? {} : { page }),
		text: word.printed,
		keyText: null,
		confidence: word.confidence,
		boxes: boxesOf([word]),
	};
}

/** A cell of a table as `ocr.fields` shows it: its text and the mean confidence and boxes of its words. */
export function cellField({ text, words }: GridCell): JsonObject {
	const { confidence } = confidenceOf(words.map((word) => word.confidence));
	return { text, keyText: null, confidence, boxes: boxesOf(words) };
}

function boxesOf(words: Word[]): JsonObject[] {
	return words.flatMap(({ box }) => (box === null ? [] : [{ ...box }]));
}
