import { boxAround, type Point } from '../../../nodes/ClovaOcr/shared/geometry';
import type { Json, JsonObject } from '../../../nodes/ClovaOcr/shared/json';
import { boundingPoly } from './image';
import type { RecognizedCell, RecognizedTable, RecognizedWord } from '../types';

/** A table as the service gives it: cells column by column, with the words that stand in them. */
export function tableEntry(table: RecognizedTable, words: RecognizedWord[]): JsonObject {
	const cells = [...table.cells].sort((a, b) => a.column - b.column || a.row - b.row);
	const entries = cells.map((cell) => cellEntry(cell, wordsIn(cell, words)));
	return {
		cells: entries.map(({ entry }) => entry),
		boundingPoly: boundingPoly(table.corners),
		inferConfidence: mean(entries.map(({ confidence }) => confidence)),
	};
}

function cellEntry(
	cell: RecognizedCell,
	words: RecognizedWord[],
): { entry: JsonObject; confidence: number } {
	const confidence = mean(words.map((word) => word.confidence));
	const entry = {
		cellTextLines: linesOf(words).map(lineEntry),
		boundingPoly: boundingPoly(cell.corners),
		inferConfidence: confidence,
		rowSpan: cell.rowSpan,
		rowIndex: cell.row,
		columnSpan: cell.columnSpan,
		columnIndex: cell.column,
	};
	return { entry, confidence };
}

function lineEntry(words: RecognizedWord[]): Json {
	return {
		boundingPoly: boundingPoly(outline(words.flatMap(({ corners }) => corners))),
		inferConfidence: mean(words.map(({ confidence }) => confidence)),
		cellWords: words.map(({ corners, text, confidence }) => ({
			boundingPoly: boundingPoly(corners),
			inferText: text,
			inferConfidence: confidence,
		})),
	};
}

/** The words whose middle lies within the cell, in reading order. */
function wordsIn(cell: RecognizedCell, words: RecognizedWord[]): RecognizedWord[] {
	const box = boxAround(cell.corners);
	if (box === null) return [];
	return words.filter(({ corners }) => {
		const { x, y } = middle(corners);
		return x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height;
	});
}

/** Words of one line stand beside each other: their middles differ by less than half a height. */
function linesOf(words: RecognizedWord[]): RecognizedWord[][] {
	const lines: RecognizedWord[][] = [];
	for (const word of [...words].sort((a, b) => middle(a.corners).y - middle(b.corners).y)) {
		const line = lines.at(-1);
		const first = line?.[0];
		const height = boxAround(word.corners)?.height ?? 0;
		const distance = middle(word.corners).y - middle(first?.corners ?? []).y;
		if (line !== undefined && distance < height / 2) line.push(word);
		else lines.push([word]);
	}
	return lines.map((line) => line.sort((a, b) => middle(a.corners).x - middle(b.corners).x));
}

function middle(corners: Point[]): Point {
	const box = boxAround(corners);
	return box === null ? { x: 0, y: 0 } : { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

function outline(points: Point[]): Point[] {
	const box = boxAround(points);
	if (box === null) return [];
	const [right, bottom] = [box.x + box.width, box.y + box.height];
	return [
		{ x: box.x, y: box.y },
		{ x: right, y: box.y },
		{ x: right, y: bottom },
		{ x: box.x, y: bottom },
	];
}

/** An empty cell counts as sure (1), as the service has it. */
function mean(values: number[]): number {
	if (values.length === 0) return 1;
	const sum = values.reduce((total, value) => total + value, 0);
	return Math.round((sum / values.length) * 10000) / 10000;
}
