import { boxAround, cornersOf, type Point } from '../../../shared/geometry';
import { asList, asNumber, isObject, type Json, type JsonObject } from '../../../shared/json';
import { cellText, usualGap } from './cellText';
import { gridOf, type Grid, type LooseCell } from './grid';
import { wordsOf, type Word } from '../text/words';

/** A table of a page. */
export interface Table {
	grid: Grid;
	/** Polygons in pixels that together cover the table; empty where CLOVA gave no place at all. */
	areas: Point[][];
}

interface RawCell {
	member: JsonObject;
	lines: Word[][];
}

/** A polygon needs three corners to have an inside. */
const AREA_CORNERS = 3;

/** The tables of an `images[]` entry; a table without any cell is left out. */
export function readTables(image: JsonObject): Table[] {
	const tables = asList(image.tables)
		.filter(isObject)
		.map((member) => ({ member, cells: rawCells(member) }))
		.filter(({ cells }) => cells.length > 0);
	let known: number | null = null;
	const gap = () => {
		known ??= usualGap(tables.flatMap(({ cells }) => cells.flatMap(({ lines }) => lines)));
		return known;
	};
	return tables.map(({ member, cells }) => ({
		grid: gridOf(cells.map((cell) => looseCell(cell, gap))),
		areas: areasOf(member, cells),
	}));
}

function rawCells(table: JsonObject): RawCell[] {
	return asList(table.cells)
		.filter(isObject)
		.map((member) => ({
			member,
			lines: asList(member.cellTextLines)
				.filter(isObject)
				.map((line) => wordsOf(line.cellWords))
				.filter((words) => words.length > 0),
		}));
}

function looseCell({ member, lines }: RawCell, gap: () => number): LooseCell {
	return {
		row: wholeNumber(member.rowIndex),
		column: wholeNumber(member.columnIndex),
		rowSpan: wholeNumber(member.rowSpan) ?? 1,
		columnSpan: wholeNumber(member.columnSpan) ?? 1,
		text: cellText(lines, gap),
		words: lines.flat(),
	};
}

function wholeNumber(value: Json | undefined): number | null {
	const number = asNumber(value);
	return number !== null && Number.isInteger(number) && number >= 0 ? number : null;
}

/** The table's own outline, else the frame around its cells, else around its words: what CLOVA gave a place. */
function areasOf(table: JsonObject, cells: RawCell[]): Point[][] {
	const choices = [
		() => [cornersOf(table)],
		() => [frameAround(cells.flatMap(({ member }) => cornersOf(member)))],
		() => [frameAround(cells.flatMap(({ lines }) => lines.flat().flatMap((word) => word.corners)))],
	];
	for (const choice of choices) {
		const areas = choice().filter((corners) => corners.length >= AREA_CORNERS);
		if (areas.length > 0) return areas;
	}
	return [];
}

function frameAround(points: Point[]): Point[] {
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
