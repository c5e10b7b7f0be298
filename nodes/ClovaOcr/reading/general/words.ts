import { boxAround, cornersOf, type Point } from '../../shared/geometry';
import { asList, asText, isObject, type Json, type JsonObject } from '../../shared/json';
import type { Box } from '../../shared/geometry';

/** One recognised word. Its place is worked out on demand: plain text never asks for it. */
export class Word {
	constructor(
		/** NFC-normalised, full-width digits read as digits. */
		readonly text: string,
		/** As CLOVA gave it. */
		readonly printed: string,
		/** 0 to 1, or null where CLOVA gave no number. */
		readonly confidence: number | null,
		/** Whether the word ends a line; null where the answer does not say (V1, cells of a table). */
		readonly lineBreak: boolean | null,
		private readonly member: JsonObject,
	) {}

	/** Corners in pixels, clockwise from the top-left of the text; empty where CLOVA gave none. */
	get corners(): Point[] {
		return cornersOf(this.member);
	}

	/** The upright rectangle around the corners, or null without corners. */
	get box(): Box | null {
		return boxAround(this.corners);
	}

	/** The same word as the last one of its line. */
	endingLine(): Word {
		return new Word(this.text, this.printed, this.confidence, true, this.member);
	}
}

/**
 * The words of an `images[]` entry, in CLOVA's reading order. Words without text are left out, but
 * not the line end that such a word carried.
 */
export function readWords(image: JsonObject): Word[] {
	return wordsOf(image.fields);
}

/** The words of a list of members that have `inferText`: `fields` of a page, `cellWords` of a line. */
export function wordsOf(members: Json | undefined): Word[] {
	const words: Word[] = [];
	for (const member of asList(members)) {
		if (!isObject(member)) continue;
		const word = wordOf(member);
		if (word !== null) words.push(word);
		else if (member.lineBreak === true) endLine(words);
	}
	return words;
}

function wordOf(member: JsonObject): Word | null {
	const printed = asText(member.inferText);
	if (printed === null || printed.trim() === '') return null;
	const { inferConfidence, lineBreak } = member;
	return new Word(
		normalised(printed),
		printed,
		typeof inferConfidence === 'number' ? inferConfidence : null,
		typeof lineBreak === 'boolean' ? lineBreak : null,
		member,
	);
}

function endLine(words: Word[]): void {
	const last = words.pop();
	if (last !== undefined) words.push(last.endingLine());
}

/** ASCII, Hangul syllables and common Han: what normalisation leaves alone anyway. */
const PLAIN = /^[\x20-\x7e\uac00-\ud7a3\u4e00-\u9fff]*$/;

function normalised(text: string): string {
	if (PLAIN.test(text)) return text;
	return text
		.normalize('NFC')
		.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xff10 + 0x30));
}
