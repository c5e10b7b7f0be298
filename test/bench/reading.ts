import type * as ExtractTables from '../../nodes/ClovaOcr/operations/general/extractTables';
import type * as ExtractText from '../../nodes/ClovaOcr/operations/general/extractText';
import type { Operation } from '../../nodes/ClovaOcr/operations/types';
import { asList, asObject, type Json, type JsonObject } from '../../nodes/ClovaOcr/shared/json';
import { PLAIN } from '../support/answers';
import { built } from '../support/built';
import { drawLine, fieldOf, pageOf, type DrawnWord } from '../support/drawnPage';
import { nodeProcess, performance } from '../support/node';

/**
 * What reading an answer costs beside parsing it: 10 pages, 5,000 words. The bounds are shares of
 * the time that `JSON.parse` takes for the same answer in the same run.
 */
const { extractTables } = built<typeof ExtractTables>('operations/general/extractTables');
const { extractText } = built<typeof ExtractText>('operations/general/extractText');

const PAGES = 10;
const ROWS = 50;
const WORDS = 10;
const WARM_UP = 10;
const REPEATS = 41;
const DRAWING = { tilt: 1, boxes: 'following' } as const;

function drawnRow(page: number, row: number): DrawnWord[] {
	const words = Array.from(
		{ length: WORDS },
		(_, i) => `낱말${(page * 7 + row * 31 + i * 13) % 97}`,
	);
	return drawLine(words.join(' '), 80, 60 + row * 33, 22);
}

function answerPage(page: number, withTables: boolean): JsonObject {
	const rows = Array.from({ length: ROWS }, (_, row) =>
		drawnRow(page, row).map((word) => fieldOf(word, DRAWING)),
	);
	const info = { width: 1240, height: 1754, pageIndex: page, longImage: false };
	const entry = { inferResult: 'SUCCESS', message: 'SUCCESS', convertedImageInfo: info };
	return { ...entry, ...(withTables ? { tables: [tableOf(rows)] } : {}), fields: rows.flat() };
}

/** Two words of the page to a cell, the cells column by column. */
function tableOf(rows: JsonObject[][]): JsonObject {
	const cells = Array.from({ length: WORDS / 2 }, (_, column) =>
		rows.map((row, rowIndex) => cellOf(row.slice(column * 2, column * 2 + 2), rowIndex, column)),
	).flat();
	const vertices = [
		{ x: 0, y: 0 },
		{ x: 1240, y: 0 },
		{ x: 1240, y: 1754 },
		{ x: 0, y: 1754 },
	];
	return { cells, boundingPoly: { vertices }, inferConfidence: 0.998 };
}

function cellOf(fields: JsonObject[], rowIndex: number, columnIndex: number): JsonObject {
	const cellWords = fields.map(({ boundingPoly, inferText, inferConfidence }) => ({
		boundingPoly,
		inferText,
		inferConfidence,
	}));
	const { boundingPoly, inferConfidence } = fields[0];
	return {
		cellTextLines: [{ boundingPoly, inferConfidence, cellWords }],
		boundingPoly,
		inferConfidence,
		rowSpan: 1,
		rowIndex,
		columnSpan: 1,
		columnIndex,
	};
}

/** Median times in milliseconds, taken in turns so that a busy machine slows both alike. */
function medians(...runs: Array<() => unknown>): number[] {
	const times = runs.map((): number[] => []);
	for (let repeat = -WARM_UP; repeat < REPEATS; repeat++) {
		runs.forEach((run, index) => {
			const start = performance.now();
			run();
			if (repeat >= 0) times[index].push(performance.now() - start);
		});
	}
	return times.map((list) => list.sort((a, b) => a - b)[Math.floor(REPEATS / 2)]);
}

function compare(name: string, operation: Operation, splitInto: string, bound: number): boolean {
	const withTables = operation.message?.(PLAIN).enableTableDetection === true;
	const images = Array.from({ length: PAGES }, (_, page) => answerPage(page, withTables));
	const text = JSON.stringify({ version: 'V2', requestId: 'bench', timestamp: 0, images });
	const answer: Json = JSON.parse(text);
	const pages = asList(asObject(answer).images).map((image, index) =>
		pageOf(asObject(image), index + 1),
	);
	const [parse, read] = medians(
		() => JSON.parse(text),
		() => operation.read(pages, { ...PLAIN, splitInto }),
	);
	const share = read / parse;
	const verdict = share <= bound ? 'ok' : 'TOO SLOW';
	nodeProcess.stdout.write(
		`${name}: ${(text.length / 1e6).toFixed(2)} MB, parse ${parse.toFixed(2)} ms, ` +
			`read ${read.toFixed(2)} ms, share ${share.toFixed(2)} of at most ${bound}: ${verdict}\n`,
	);
	return share <= bound;
}

const results = [
	compare('Text, one item per page', extractText, 'page', 0.25),
	compare('Text, one item per file', extractText, 'file', 0.25),
	compare('Text, one item per line', extractText, 'line', 0.25),
	compare('Tables, one item per table', extractTables, 'table', 0.5),
	compare('Tables, one item per row', extractTables, 'row', 0.5),
];
nodeProcess.exitCode = results.every(Boolean) ? 0 : 1;
