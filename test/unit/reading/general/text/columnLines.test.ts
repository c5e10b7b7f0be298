import { columnLines } from '../../../../../nodes/ClovaOcr/reading/general/text/columns';
import type { PlacedWord } from '../../../../../nodes/ClovaOcr/reading/general/text/tips';
import { Word } from '../../../../../nodes/ClovaOcr/reading/general/text/words';

/** A word by its text, left and right edge. */
type Edges = [text: string, left: number, right: number];

/** Rows of print that is ten pixels high, as far as nothing else is said. */
function rowsOf(rows: Edges[][], heightOf: (row: number) => number = () => 10): PlacedWord[][] {
	return rows.map((row, index) =>
		row.map(([text, left, right]) => ({
			word: new Word(text, text, null, null, {}),
			line: 0,
			left,
			right,
			top: index * 14,
			bottom: index * 14 + heightOf(index),
		})),
	);
}

/** The texts of the lines, stretch by stretch; null for a page without columns. */
function stretches(rows: PlacedWord[][]): string[][] | null {
	const found = columnLines(rows);
	if (found === null) return null;
	const texts = new Map<number, string[]>();
	for (const { words, region } of found)
		texts.set(region, [...(texts.get(region) ?? []), words.map(({ word }) => word.text).join(' ')]);
	return [...texts.values()];
}

/** Words of one line, each from one place to another beside the left edge. */
function line(name: string, left: number, ...places: Array<[number, number]>): Edges[] {
	return places.map(([from, to]) => [name, left + from, left + to]);
}

/** Three words, 94 pixels from the first to the last. */
const three = (name: string, left: number) => line(name, left, [0, 30], [32, 62], [64, 94]);
const lines = (name: string, left: number, count = 4) =>
	Array.from({ length: count }, (_, at) => three(`${name}${at}`, left));
/** Lines side by side; a column that begins further down has empty ones before. */
const beside = (...columns: Edges[][][]) =>
	Array.from({ length: Math.max(...columns.map(({ length }) => length)) }, (_, at) =>
		columns.flatMap((column) => column[at] ?? []),
	);
const textsOf = (column: Edges[][]) =>
	column.filter(({ length }) => length > 0).map((row) => row.map(([text]) => text).join(' '));

const LEFT = lines('L', 0);

describe('a right side beside running text is a column', () => {
	const wide = (name: string) => line(name, 118, [0, 34], [37, 71], [74, 108]);
	const gapFirst = (name: string, gap: number) =>
		line(name, 118, [0, 30], [30 + gap, 75], [78, 108]);
	const gapLast = (name: string, gap: number) =>
		line(name, 118, [0, 30], [33, 63], [63 + gap, 108]);
	const two = (name: string) => line(name, 118, [0, 45], [48, 94]);
	const filled = (...widths: number[]) =>
		widths.map((width) => line(`r${width}`, 118, [0, 10], [12, 20], [22, width]));
	const lettered = (...texts: string[]) =>
		[three('', 118), three('', 118), two(''), two('')].map((row) =>
			row.map(([, left, right]): Edges => [texts.pop() ?? '', left, right]),
		);

	test.each<[string, Edges[][]]>([
		['of four lines', lines('R', 118)],
		['of two words and a half in a line', [three('a', 118), three('b', 118), two('c'), two('d')]],
		['whose lines fill 55 % of it', filled(100, 30, 55, 40)],
		[
			'with wide gaps in half of its lines',
			[gapFirst('a', 15), gapLast('b', 15), wide('c'), wide('d')],
		],
		[
			'with any number of small gaps',
			[gapFirst('a', 14), gapLast('b', 14), gapFirst('c', 14), wide('d')],
		],
		[
			'in which 60 % of the words have letters',
			lettered('1', '2', '3', '4', '가', 'b', '漢', 'é', 'я', 'z9'),
		],
	])('%s', (_, right) => {
		expect(stretches(rowsOf(beside(LEFT, right)))).toEqual([textsOf(LEFT), textsOf(right)]);
	});

	test.each<[string, Edges[][]]>([
		['not of three lines', lines('R', 118, 3)],
		['not of fewer words', [three('a', 118), two('b'), two('c'), two('d')]],
		['not with shorter lines', filled(100, 30, 54, 40)],
		[
			'not with wide gaps in more of its lines',
			[gapFirst('a', 15), gapLast('b', 15), gapFirst('c', 15), wide('d')],
		],
		['not with fewer letters', lettered('1', '2', '3', '4', '5', 'b', '漢', 'é', 'я', 'z9')],
	])('%s', (_, right) => {
		expect(stretches(rowsOf(beside(LEFT, right)))).toBeNull();
		expect(stretches(rowsOf(beside(right, lines('R', 240))))).toBeNull();
	});
});

describe('a gutter', () => {
	test('is 0.7 of the height of the print', () => {
		expect(stretches(rowsOf(beside(LEFT, lines('R', 101))))).toHaveLength(2);
		expect(stretches(rowsOf(beside(LEFT, lines('R', 100.9))))).toBeNull();
	});

	test('is measured by most of the print, not by footnotes', () => {
		const page = [...beside(LEFT, lines('R', 100.9)), ...lines('small print', 110)];
		expect(stretches(rowsOf(page, (row) => (row < 4 ? 10 : 2)))).toBeNull();
	});

	test.each([0.1, 1, 30])('is found at any size of the scan (x %d)', (scale) => {
		const page = beside(LEFT, lines('R', 106)).map((row) =>
			row.map(([text, left, right]): Edges => [text, left * scale, right * scale]),
		);
		expect(stretches(rowsOf(page, () => 10 * scale))).toHaveLength(2);
	});

	test('needs three lines side by side', () => {
		const from = (row: number) => [...Array<Edges[]>(row).fill([]), ...lines('R', 118)];
		expect(stretches(rowsOf(beside(LEFT, from(1))))).toEqual([textsOf(LEFT), textsOf(from(1))]);
		expect(stretches(rowsOf(beside(LEFT, from(2))))).toBeNull();
	});

	test('is not made of gaps that only touch', () => {
		const near = line('near', 0, [0, 30], [32, 62], [64, 94], [118, 150], [152, 180], [182, 236]);
		const far = line('far', 0, [0, 30], [32, 62], [64, 118], [142, 170], [172, 200], [202, 236]);
		expect(stretches(rowsOf([far, far, near, near]))).toBeNull();
		expect(stretches(rowsOf([near, near, near, near]))).toHaveLength(2);
	});

	test('may be touched up to its middle', () => {
		const page = [
			...beside(LEFT, lines('R', 118)),
			line('long', 0, [0, 50], [52, 106]),
			line('early', 106, [0, 50], [52, 106]),
		];
		expect(stretches(rowsOf(page))).toEqual([
			[...textsOf(LEFT), 'long long'],
			[...textsOf(lines('R', 118)), 'early early'],
		]);
		const narrow = line('narrow', 0, [0, 50], [52, 102], [106, 150], [152, 212]);
		expect(stretches(rowsOf([...page, narrow]))?.at(-1)).toEqual(['narrow narrow narrow narrow']);
	});

	test('may lie a little beside the gap of a list above', () => {
		const list = Array.from({ length: 6 }, (_, at) => line(`${at}`, 0, [0, 50], [64, 94]));
		const [left, right] = ['L', 'R'].map((name, at) =>
			Array.from({ length: 4 }, () => line(name, at * 81, [0, 20], [22, 42], [44, 67])),
		);
		expect(stretches(rowsOf([...list, ...beside(left, right)]))).toEqual([
			textsOf(list),
			textsOf(left),
			textsOf(right),
		]);
	});

	test('is found below a list with ragged gaps, which are near each other', () => {
		const ragged = (count: number, from: number, to: number) =>
			Array.from({ length: count }, () => line('item', 0, [0, from], [to, 130]));
		const list = [...ragged(7, 50, 60), ...ragged(6, 64, 74), ...ragged(5, 78, 88)];
		expect(stretches(rowsOf([...list, ...beside(LEFT, lines('R', 118))]))).toEqual([
			textsOf(list),
			textsOf(LEFT),
			textsOf(lines('R', 118)),
		]);
	});
});

describe('a page in columns', () => {
	test('is parted by what runs across them, even where a gap of it stands above the gutter', () => {
		const across = (name: string) => line(name, 0, [0, 105], [107, 212]);
		const paragraph = Array.from({ length: 4 }, () =>
			line('long', 0, [0, 30], [32, 62], [64, 120], [122, 150], [152, 180], [182, 212]),
		);
		const [upper, lower] = [lines('R', 118), lines('r', 118)];
		const page = [
			line('title', 40, [0, 120]),
			...beside(LEFT, upper),
			across('headline'),
			...paragraph,
			...beside(LEFT, lower),
			across('end'),
		];
		expect(stretches(rowsOf(page))).toEqual([
			['title'],
			textsOf(LEFT),
			textsOf(upper),
			['headline headline', ...textsOf(paragraph)],
			textsOf(LEFT),
			textsOf(lower),
			['end end'],
		]);
	});

	test('is cut at its clearest gutter first, and within the columns then', () => {
		const below = Array.from({ length: 4 }, () => line('C', 0, [0, 70], [72, 140], [142, 212]));
		const page = beside([...beside(LEFT, lines('B', 118)), ...below], lines('R', 240, 8));
		expect(stretches(rowsOf(page))).toEqual([
			textsOf(LEFT),
			textsOf(lines('B', 118)),
			textsOf(below),
			textsOf(lines('R', 240, 8)),
		]);
	});

	test('keeps the last word of a column', () => {
		const left = [...LEFT, line('end', 0, [0, 30])];
		expect(stretches(rowsOf(beside(left, lines('R', 118))))).toEqual([
			textsOf(left),
			textsOf(lines('R', 118)),
		]);
	});

	test('may have eight of them', () => {
		const columns = Array.from({ length: 8 }, (_, at) => lines(`c${at}-`, at * 118));
		expect(stretches(rowsOf(beside(...columns)))).toEqual(columns.map(textsOf));
	});

	test('has words', () => {
		expect(stretches([])).toBeNull();
	});
});
