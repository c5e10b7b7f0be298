import { PSM } from 'tesseract.js';
import { boxAround, type Point } from '../../../nodes/ClovaOcr/shared/geometry';
import type { Language, Raster, RecognizedWord } from '../types';
import type { Grid } from './grid';
import type { Tesseract } from './tesseract';
import { wordsOf } from './words';

interface Area {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

const INK = 128;
const LEAST_INK = 12;
/** Words below this are looked at again. */
const UNSURE = 0.6;

/**
 * Reads those cells again by themselves that have ink but no sure words: on a whole page the engine
 * overlooks lone syllables. Changes `words`, which stay in reading order of their rows.
 */
export async function readCells(
	{ rows, columns, cells }: Grid,
	words: RecognizedWord[],
	raster: Raster,
	engine: Tesseract,
	languages: Language[],
): Promise<void> {
	for (const { row, column, rowSpan, columnSpan } of cells) {
		const area = {
			left: Math.round(columns[column]) + 4,
			top: Math.round(rows[row]) + 4,
			right: Math.round(columns[column + columnSpan]) - 4,
			bottom: Math.round(rows[row + rowSpan]) - 4,
		};
		const before = words.filter((word) => isWithin(word, area));
		if (before.some(({ confidence }) => confidence >= UNSURE) || !hasInk(raster, area)) continue;
		const read = await readArea(raster, area, engine, languages);
		if (surest(read) > surest(before)) replace(words, before, read);
	}
}

async function readArea(
	raster: Raster,
	area: Area,
	engine: Tesseract,
	languages: Language[],
): Promise<RecognizedWord[]> {
	const words = wordsOf(await engine.recognize(cut(raster, area), languages, PSM.SINGLE_LINE));
	return words.map((word) => ({
		...word,
		corners: word.corners.map(({ x, y }) => ({ x: x + area.left, y: y + area.top })),
	}));
}

/** Puts new words in the place of old ones, or into the line beside whose words they stand. */
function replace(words: RecognizedWord[], before: RecognizedWord[], read: RecognizedWord[]): void {
	const row = words.filter((word) => !before.includes(word) && besides(word, read[0]));
	const left = row.filter((word) => middle(word).x < middle(read[0]).x).at(-1);
	const after = before.at(-1) ?? left;
	if (after === undefined) {
		const right =
			row.length === 0 ? words.findIndex((word) => isBelow(word, read[0])) : words.indexOf(row[0]);
		read[read.length - 1].lineBreak = row.length === 0;
		words.splice(right < 0 ? words.length : right, 0, ...read);
		return;
	}
	read[read.length - 1].lineBreak = after.lineBreak;
	if (before.length === 0) after.lineBreak = false;
	const at = words.indexOf(after) + 1 - before.length;
	words.splice(at, before.length, ...read);
}

function besides(word: RecognizedWord, other: RecognizedWord): boolean {
	const height = boxAround(word.corners)?.height ?? 0;
	return Math.abs(middle(word).y - middle(other).y) < height / 2;
}

function isBelow(word: RecognizedWord, other: RecognizedWord): boolean {
	return middle(word).y > middle(other).y;
}

function isWithin(word: RecognizedWord, { left, top, right, bottom }: Area): boolean {
	const { x, y } = middle(word);
	return x >= left && x < right && y >= top && y < bottom;
}

function middle({ corners }: RecognizedWord): Point {
	const { x, y, width, height } = boxAround(corners) ?? { x: 0, y: 0, width: 0, height: 0 };
	return { x: x + width / 2, y: y + height / 2 };
}

function surest(words: RecognizedWord[]): number {
	return Math.max(0, ...words.map(({ confidence }) => confidence));
}

function hasInk(raster: Raster, area: Area): boolean {
	const { grey } = cut(raster, area);
	return grey.filter((value) => value < INK).length >= LEAST_INK;
}

function cut({ width, grey }: Raster, { left, top, right, bottom }: Area): Raster {
	const part = { width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
	const pixels = new Uint8Array(part.width * part.height);
	for (let row = 0; row < part.height; row += 1) {
		const from = (top + row) * width + left;
		pixels.set(grey.subarray(from, from + part.width), row * part.width);
	}
	return { ...part, grey: pixels };
}
