import { boxAround, cornersOf, verticesOf, type Point } from '../../shared/geometry';
import { asList, asObject, isObject, type JsonObject } from '../../shared/json';
import type { Box } from '../../shared/geometry';
import type { SearchedWord } from './found';

/** A word of an entry, and the member of the answer that holds it. */
export interface PageWord extends SearchedWord {
	member: JsonObject;
}

/**
 * The words of an `images[]` entry (its `fields` that have a text), in CLOVA's reading order, each
 * with the number of the table cell that it stands in, where tables were detected.
 */
export function pageWords(image: JsonObject): PageWord[] {
	const cells = cellBoxes(image);
	return asList(image.fields)
		.filter(isObject)
		.flatMap((member) => {
			const { inferText, lineBreak } = member;
			if (typeof inferText !== 'string') return [];
			const corners = cornersOf(member);
			const endsLine = typeof lineBreak === 'boolean' ? lineBreak : null;
			return [{ text: inferText, corners, endsLine, cell: cellAt(cells, corners), member }];
		});
}

function cellBoxes(image: JsonObject): Box[] {
	return asList(image.tables)
		.flatMap((table) => asList(asObject(table).cells))
		.flatMap((cell) => boxAround(verticesOf(asObject(cell).boundingPoly)) ?? []);
}

function cellAt(cells: Box[], corners: Point[]): number | null {
	const box = cells.length === 0 ? null : boxAround(corners);
	if (box === null) return null;
	const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
	const index = cells.findIndex(
		(cell) => x >= cell.x && x <= cell.x + cell.width && y >= cell.y && y <= cell.y + cell.height,
	);
	return index < 0 ? null : index;
}
