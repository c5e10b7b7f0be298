import type { Point } from '../../../shared/geometry';
import { textOf } from '../text/words';
import { linesOf } from '../text/rows';
import type { Table } from './tables';
import type { Word } from '../text/words';

/**
 * The page's text without the words whose centre lies in a table, in CLOVA's order and lines.
 * Decided by geometry alone: `fields` repeats the words of the tables and does not mark them.
 * @returns null where nothing stands outside
 */
export function textOutside(words: Word[], tables: Table[]): string | null {
	const areas = tables.flatMap((table) => table.areas);
	const lines = linesOf(words)
		.map((line) => line.filter((word) => !isInside(word, areas)))
		.filter((line) => line.length > 0);
	return lines.length > 0 ? lines.map(textOf).join('\n') : null;
}

export function isInside(word: Word, areas: Point[][]): boolean {
	const { corners } = word;
	if (corners.length === 0) return false;
	const centre = {
		x: corners.reduce((sum, { x }) => sum + x, 0) / corners.length,
		y: corners.reduce((sum, { y }) => sum + y, 0) / corners.length,
	};
	return areas.some((area) => contains(area, centre));
}

/** Even-odd rule: a ray from an inner point crosses the outline an odd number of times. */
function contains(polygon: Point[], { x, y }: Point): boolean {
	let inside = false;
	let previous = polygon[polygon.length - 1];
	for (const corner of polygon) {
		const crosses = corner.y > y !== previous.y > y;
		if (
			crosses &&
			x < corner.x + ((y - corner.y) / (previous.y - corner.y)) * (previous.x - corner.x)
		) {
			inside = !inside;
		}
		previous = corner;
	}
	return inside;
}
