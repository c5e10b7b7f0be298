import { isNamed, pageWords } from '../../../../nodes/ClovaOcr/reading/masking/pageWords';
import type { Json, JsonObject } from '../../../../nodes/ClovaOcr/shared/json';

function box(left: number, top: number, right: number, bottom: number): JsonObject {
	const vertices = [
		{ x: left, y: top },
		{ x: right, y: top },
		{ x: right, y: bottom },
		{ x: left, y: bottom },
	];
	return { vertices };
}

const word = (...edges: [number, number, number, number]) => ({
	inferText: 'word',
	boundingPoly: box(...edges),
});

describe('the words of a page', () => {
	it('are the fields with a text and no name', () => {
		const fields: Json[] = [{ inferText: 'a' }, 5, { inferText: 6 }, { name: 'n', inferText: 'b' }];
		expect(pageWords({ fields }).map(({ text, path }) => [text, path])).toEqual([
			['a', ['fields', 0, 'inferText']],
		]);
		expect(pageWords({ fields: { inferText: 'a' } }).map(({ path }) => path)).toEqual([
			['fields', 'inferText'],
		]);
		const holders: JsonObject[] = [{ name: 'n' }, { subFields: [] }, { name: 5 }];
		expect(holders.map(isNamed)).toEqual([true, true, false]);
	});

	it('know whether a line ends, where the answer says so', () => {
		const fields = [true, false, 'x', undefined].map((lineBreak) => ({
			inferText: 'a',
			...(lineBreak === undefined ? {} : { lineBreak }),
		}));
		expect(pageWords({ fields }).map(({ endsLine }) => endsLine)).toEqual([true, false, null, null]);
	});

	it('have the corners that are points', () => {
		const given: JsonObject = { vertices: [{ x: 1, y: 2 }, { x: 3 }] };
		const [{ corners }] = pageWords({ fields: [{ inferText: 'a', boundingPoly: given }] });
		expect(corners.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
	});
});

describe('the cell that a word stands in', () => {
	/** Two rows of two cells, 100 wide and 40 high. */
	const cells = [0, 1, 2, 3].map((at) => {
		const [left, top] = [(at % 2) * 100, Math.floor(at / 2) * 40];
		return { boundingPoly: box(left, top, left + 100, top + 40) };
	});
	const cellOf = (field: JsonObject, tables: Json = [{ cells }]) =>
		pageWords({ fields: [field], tables })[0].cell;

	it('is that in which its middle lies', () => {
		expect(cellOf(word(10, 5, 60, 15))).toBe(0);
		expect(cellOf(word(110, 5, 160, 15))).toBe(1);
		expect(cellOf(word(10, 65, 60, 79))).toBe(2);
		expect(cellOf(word(110, 65, 160, 79))).toBe(3);
		expect(cellOf(word(60, 5, 160, 15))).toBe(1);
		expect(cellOf(word(40, 5, 150, 15))).toBe(0);
		expect(cellOf(word(10, 30, 60, 70))).toBe(2);
		expect(cellOf(word(10, 15, 60, 63))).toBe(0);
		expect(cellOf(word(10, 31, 60, 55))).toBe(2);
	});

	it('on the border of two is the first', () => {
		expect(cellOf(word(50, 5, 150, 15))).toBe(0);
		expect(cellOf(word(10, 35, 60, 45))).toBe(0);
	});

	it('may begin anywhere, and be low or high', () => {
		const stack = [20, 60, 100, 110, 300].map((top, at, tops) => ({
			boundingPoly: box(0, top, 100, tops[at + 1] ?? 310),
		}));
		const rows = [25, 55, 65, 95, 105, 115, 295, 305].map((middle) =>
			cellOf(word(10, middle - 5, 60, middle + 5), [{ cells: stack }]),
		);
		expect(rows).toEqual([0, 0, 1, 1, 2, 3, 3, 4]);
	});

	it('is none beside the cells, without cells, and without a place', () => {
		expect(cellOf(word(210, 5, 260, 15))).toBeNull();
		expect(cellOf(word(10, 85, 60, 95))).toBeNull();
		expect(cellOf(word(10, 1000, 60, 1010))).toBeNull();
		expect(cellOf(word(10, 5, 60, 15), [])).toBeNull();
		expect(cellOf({ inferText: 'word' })).toBeNull();
	});

	it('is counted over all tables, those without a place left out', () => {
		const tables = [{ cells: [{}, cells[0]] }, 5, { cells: cells[3] }];
		expect(cellOf(word(110, 65, 160, 79), tables)).toBe(1);
	});

	it('is none that has less than three corners', () => {
		const [a, b, c] = box(0, 0, 100, 40).vertices as Json[];
		const cellWith = (top: number, ...vertices: Json[]) =>
			cellOf(word(60, top, 80, top + 10), [{ cells: [{ boundingPoly: { vertices } }] }]);
		expect(cellWith(5, a, b)).toBeNull();
		expect(cellWith(-5, a, b)).toBeNull();
		expect(cellWith(5, a, b, c)).toBe(0);
	});

	it('may be slanted', () => {
		const vertices = [
			{ x: 0, y: 50 },
			{ x: 100, y: 0 },
			{ x: 120, y: 40 },
			{ x: 20, y: 90 },
		];
		const slanted = [{ cells: [{ boundingPoly: { vertices } }] }];
		expect(cellOf(word(55, 40, 65, 50), slanted)).toBe(0);
		expect(cellOf(word(5, 5, 15, 15), slanted)).toBeNull();
		expect(cellOf(word(105, 75, 115, 85), slanted)).toBeNull();
	});
});
