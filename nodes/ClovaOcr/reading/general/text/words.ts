import { boxAround, cornersOf } from '../../../shared/geometry';
import { asList, asText, isObject, type Json, type JsonObject } from '../../../shared/json';
import type { Box, Point } from '../../../shared/geometry';

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
		typeof inferConfidence === 'number' && inferConfidence >= 0 && inferConfidence <= 1
			? inferConfidence
			: null,
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

/** Whether the answer says of any word that it ends a line, or does not. */
export function hasLineBreaks(words: Word[]): boolean {
	return words.some(({ lineBreak }) => lineBreak !== null);
}

/** The words cut after every one that ends a line, in the order given; one line without any break. */
export function linesByBreak(words: Word[]): Word[][] {
	const lines: Word[][] = [];
	let line: Word[] = [];
	for (const word of words) {
		line.push(word);
		if (word.lineBreak !== true) continue;
		lines.push(line);
		line = [];
	}
	if (line.length > 0) lines.push(line);
	return lines;
}

/** The text of a line: its words parted by one space. */
export function textOf(line: Word[]): string {
	return line.map((word) => word.text).join(' ');
}

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

/** The boxes of words in pixels; those that have one. */
export function boxesOf(words: Word[]): JsonObject[] {
	return words.flatMap(({ box }) => (box === null ? [] : [{ ...box }]));
}
