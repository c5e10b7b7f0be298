import {
	isInside,
	textOutside,
} from '../../../../../nodes/ClovaOcr/reading/general/tables/outside';
import { readTables } from '../../../../../nodes/ClovaOcr/reading/general/tables/tables';
import { wordsOf } from '../../../../../nodes/ClovaOcr/reading/general/text/words';
import type { Point } from '../../../../../nodes/ClovaOcr/shared/geometry';
import { frame, printedField, printedWords, type Print } from '../../../../support/printedWords';

const polygon = (...corners: Array<[number, number]>): Point[] =>
	corners.map(([x, y]) => ({ x, y }));

/** A square that stands on one of its corners, and a frame. */
const RHOMBUS = polygon([100, 0], [200, 100], [100, 200], [0, 100]);
const FRAME = polygon([300, 0], [400, 0], [400, 50], [300, 50]);

/** Whether a word with its centre at a point is inside. */
function isPointInside([x, y]: [number, number], areas: Point[][]): boolean {
	const [word] = printedWords([['가나', x - 10, y - 10, 20]]);
	return isInside(word, areas);
}

it.each<[number, number]>([
	[100, 100],
	[100, 10],
	[30, 90],
	[30, 110],
	[170, 90],
	[170, 110],
	[5, 100],
	[195, 100],
	[310, 10],
	[399.9, 10],
	[310, 49.9],
	[390, 40],
])('a word in the middle of %d, %d is inside one of the tables', (x, y) => {
	expect(isPointInside([x, y], [RHOMBUS, FRAME])).toBe(true);
	expect(isPointInside([x, y], [FRAME, RHOMBUS])).toBe(true);
});

it.each<[number, number]>([
	[20, 20],
	[180, 20],
	[20, 180],
	[180, 180],
	[-5, 100],
	[205, 100],
	[100, -5],
	[100, 205],
	[350, 60],
	[410, 10],
])('a word in the middle of %d, %d is in none', (x, y) => {
	expect(isPointInside([x, y], [RHOMBUS, FRAME])).toBe(false);
});

it('nothing is inside where there is no table, and no word without a place', () => {
	expect(isPointInside([100, 100], [])).toBe(false);
	expect(isInside(wordsOf([{ inferText: '가' }])[0], [RHOMBUS])).toBe(false);
});

it('a word of which one corner is known lies there', () => {
	const boundingPoly = { vertices: [{ x: 100, y: 100 }] };
	expect(isInside(wordsOf([{ inferText: '가', boundingPoly }])[0], [RHOMBUS])).toBe(true);
});

describe('the text outside of tables', () => {
	const prints: Print[] = [
		['위에', 10, 0, 20, false],
		['있는', 60, 0, 20],
		['칸', 10, 110, 20, false],
		['옆', 300, 110, 20],
		['칸', 10, 150, 20],
		['아래', 10, 300, 20],
	];
	const tablesOf = (...areas: Array<ReturnType<typeof frame>>) =>
		readTables({
			tables: areas.map((boundingPoly) => ({
				boundingPoly,
				cells: [{ cellTextLines: [{ cellWords: [printedField(['칸', 10, 110, 20])] }] }],
			})),
		});

	it('keeps its lines, without what lies in a table', () => {
		const tables = tablesOf(frame(0, 100, 200, 100));
		expect(textOutside(printedWords(prints), tables)).toBe('위에 있는\n옆\n아래');
	});

	it('is null where every word lies in one of them', () => {
		const tables = tablesOf(frame(0, -50, 400, 200), frame(0, 140, 400, 400));
		expect(textOutside(printedWords(prints), tables)).toBeNull();
		expect(textOutside([], [])).toBeNull();
	});

	it('may be one line', () => {
		expect(textOutside(printedWords([['위에', 10, 0, 20]]), [])).toBe('위에');
	});

	it('goes by a table in three corners', () => {
		const { vertices } = frame(0, 100, 200, 100);
		const tables = tablesOf({ vertices: Array.isArray(vertices) ? vertices.slice(0, 3) : [] });
		expect(tables[0].areas).toEqual([polygon([0, 100], [200, 100], [200, 200])]);
	});
});
