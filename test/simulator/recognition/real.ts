import type {
	Language,
	PagePicture,
	Raster,
	RecognizedPage,
	RecognizedTable,
	RecognizedWord,
	Recognizer,
} from '../types';
import { readCells } from './cells';
import { findGrids, type Grid } from './grid';
import { withoutRules } from './rules';
import { Tesseract } from './tesseract';
import { tiltOf, turned } from './upright';
import { type Place, placement, wordsOf } from './words';

/** Real recognition; its threads start with the first page and end with `close`. */
export class RealRecognition {
	private readonly engine = new Tesseract();

	readonly recognize: Recognizer = async (page: PagePicture, languages: Language[]) => {
		const raster = await page.raster();
		const tilt = tiltOf(raster);
		const upright = turned(raster, -tilt);
		const { grids, rules } = findGrids(upright);
		const clean = grids.length === 0 ? upright : onWhitePaper(withoutRules(upright, rules));
		const words = wordsOf(await this.engine.recognize(clean, languages));
		for (const grid of grids) await readCells(grid, words, clean, this.engine, languages);
		return placed({ words, tables: grids.map(tableOf) }, placement(raster, page, tilt));
	};

	async close(): Promise<void> {
		await this.engine.close();
	}
}

/** Light tints, such as those of a header row, are paper; their edges would be read as dashes. */
function onWhitePaper({ width, height, grey }: Raster): Raster {
	return { width, height, grey: grey.map((value) => (value > 215 ? 255 : value)) };
}

function tableOf({ rows, columns, cells }: Grid): RecognizedTable {
	const corners = (top: number, left: number, bottom: number, right: number) => [
		{ x: columns[left], y: rows[top] },
		{ x: columns[right], y: rows[top] },
		{ x: columns[right], y: rows[bottom] },
		{ x: columns[left], y: rows[bottom] },
	];
	return {
		corners: corners(0, 0, rows.length - 1, columns.length - 1),
		cells: cells.map((cell) => {
			const { row, column, rowSpan, columnSpan } = cell;
			return { ...cell, corners: corners(row, column, row + rowSpan, column + columnSpan) };
		}),
	};
}

/** The page with everything where the answer's coordinates have it. */
function placed({ words, tables = [] }: RecognizedPage, place: Place): RecognizedPage {
	const moved = <Item extends Pick<RecognizedWord, 'corners'>>(item: Item): Item => ({
		...item,
		corners: item.corners.map(place),
	});
	return {
		words: words.map(moved),
		tables: tables.map((table) => ({ ...moved(table), cells: table.cells.map(moved) })),
	};
}
