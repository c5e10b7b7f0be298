import {
	linesOf,
	placedLines,
	visualRows,
} from '../../../../../nodes/ClovaOcr/reading/general/text/rows';
import { Word } from '../../../../../nodes/ClovaOcr/reading/general/text/words';
import { frame } from '../../../../support/printedWords';

type Box = [text: string, left: number, top: number, width: number, height?: number];

/** Boxes as they are written here: `text left top width height`, ten pixels high if not said. */
function boxesIn(written: string): Box[] {
	return written.split(', ').map((box) => {
		const [text, ...numbers] = box.split(' ');
		const [left, top, width, height] = numbers.map(Number);
		return [text, left, top, width, height];
	});
}

function wordOf([text, left, top, width, height = 10]: Box, lineBreak: boolean | null): Word {
	return new Word(text, text, null, lineBreak, { boundingPoly: frame(left, top, width, height) });
}

/** A word without a place. */
const unplaced = (text: string, lineBreak: boolean | null = null) =>
	new Word(text, text, null, lineBreak, {});

/** A level line far below, which tells that the page is level and how high its print is. */
const GROUND = Array.from({ length: 60 }, (_, at): Box => ['.', at * 45, 5000, 40]);

/** Words as engine V1 gives them, without line breaks. */
const stray = (boxes: Box[]) => boxes.map((box) => wordOf(box, null));
const written = (boxes: string) => stray(boxesIn(boxes));

/** Lines as engine V2 gives them: the last word of each ends it. */
const inLines = (...lines: Box[][]) =>
	lines.flatMap((line) => line.map((box, at) => wordOf(box, at === line.length - 1)));

/** The rows of the words on a level page. */
function rowsOf(words: Word[]): string[] {
	const ground = words.some(({ lineBreak }) => lineBreak !== null)
		? inLines(GROUND)
		: stray(GROUND);
	const rows = visualRows([...words, ...ground]);
	return rows.slice(0, -1).map((row) => row.map(({ word }) => word.text).join(' '));
}

describe('words that stand side by side', () => {
	test.each<[string, string, string[]]>([
		['share 0.61 of their height', 'a 0 0 50 100, b 100 39 50 100', ['a b']],
		['not less', 'a 0 0 50 100, b 100 40 50 100', ['a', 'b']],
		['share it of the lower one', 'a 0 0 50 40, b 100 30 50', ['a b']],
		['may stand at the foot of a high letter', 'a 0 9 80 100, b 100 99 50', ['a b']],
		['may stand at its head', 'a 0 1 80 100, b 100 1 50', ['a b']],
		['may overlap by half their height', 'a 0 0 100, b 95 0 50', ['a b']],
		['not by more', 'a 0 0 100, b 94.9 0 50', ['a', 'b']],
		[
			'go on with the nearer of two lines that run over each other',
			'a 0 1 100, b 50 5 100, c 200 4 50',
			['a', 'b c'],
		],
		[
			'leave a long word to itself, though one without width stands in it',
			'x 0 0 40, a 50 0 500, z 300 0 0, b 310 1 50',
			['x a z', 'b'],
		],
		[
			'go on with the nearer one, whichever came first',
			'a 0 0 100, b 50 4 100, c 200 0 50',
			['a c', 'b'],
		],
		[
			'go on with the upper one beside two, whatever the order of the answer',
			'a 0 10 40, c 100 13 40, b 100 7 40',
			['a b', 'c'],
		],
		[
			'come in the order of their rows, however little higher one is',
			'a 0 0 300, b 0 0 50, c 60 0 50, d 120 0.5 50',
			['a', 'b c d'],
		],
		[
			'come in the order of their rows, however many there are',
			'e 0 40 40, a 0 0 40, b 60 0 40, c 120 0 40, d 0 20 40',
			['a b c', 'd', 'e'],
		],
	])('%s', (_, boxes, rows) => {
		expect(rowsOf(written(boxes))).toEqual(rows);
	});

	test('keep to their line on a page that climbs to the right', () => {
		const line = (text: string, left: number, top: number) =>
			Array.from({ length: 6 }, (_, at): Box => [text, left + at * 100, top - at * 3, 40]);
		const [upper, lower] = [line('a', 0, 15), line('b', 50, 27)];
		const rows = ['a a a a a a', 'b b b b b b'];
		expect(rowsOf(stray([...upper, ...lower]))).toEqual(rows);
		expect(rowsOf(stray([...upper, ...lower].reverse()))).toEqual(rows);
	});

	test('go on with one of many words that lie upon each other', () => {
		const pile = Array.from({ length: 100 }, (): Box => ['a', 0, 0, 50]);
		const rows = rowsOf(stray([...pile, ['b', 60, 0, 50]]));
		expect(rows).toHaveLength(100);
		expect(rows.filter((row) => row === 'a b')).toHaveLength(1);
	});
});

describe('the search for a row is bounded', () => {
	test.each([
		[63, 'r b'],
		[64, 'r'],
	])('beside %d rows that a word does not fit into, and another: %s', (count, found) => {
		const rows = Array.from({ length: count }, (): Box => ['long', 0, 0, 500]);
		expect(rowsOf(stray([...rows, ['r', 0, 0, 100], ['b', 300, 0, 50]]))).toContain(found);
	});

	test.each([
		[800, ['a b']],
		[990, ['a', 'b']],
	])('a word of small print %d pixels below the head of a letter of a poster: %p', (top, found) => {
		const boxes: Box[] = [
			['a', 0, 9, 80, 1000],
			['b', 100, top, 50],
		];
		expect(rowsOf(stray(boxes))).toEqual(found);
	});
});

describe('words of one line of CLOVA', () => {
	test.each<[string, string[], string[]]>([
		['share a quarter of their height', ['a 0 0 40, b 45 7.5 40'], ['a b']],
		['not less', ['a 0 0 40, b 45 7.6 40'], ['a', 'b']],
		['may overlap by half their height', ['a 0 0 40, b 35 7 40'], ['a b']],
		['not by more', ['a 0 0 40, b 34.9 7 40'], ['a', 'b']],
		['are one row only in one line', ['a 0 0 40', 'b 45 7 40'], ['a', 'b']],
		[
			'let no other line into a gap that is too narrow for its end',
			['a 0 0 40, b 600 0 60', 'c 300 2 60, d 580 2 60'],
			['a b', 'c d'],
		],
		[
			'let no other line run over their last word',
			['a 0 0 40, b 600 0 60', 'c 300 2 60, d 620 2 60'],
			['a b', 'c d'],
		],
		[
			'let another line into a gap that is wide enough',
			['a 0 0 40, b 600 0 60', 'c 300 2 60, d 400 2 60'],
			['a c d b'],
		],
	])('%s', (_, lines, rows) => {
		expect(rowsOf(inLines(...lines.map(boxesIn)))).toEqual(rows);
	});

	test('are no line where the answer does not say so', () => {
		expect(rowsOf(written('a 0 0 40, b 45 7 40'))).toEqual(['a', 'b']);
	});
});

describe('the lines of a page, each word with its place', () => {
	/** By line, `text left right top bottom` of each word. */
	const placesOf = (words: Word[]) =>
		placedLines(words).map((line) =>
			line
				.map(({ word, left, right, top, bottom }) =>
					[word.text, left, right, top, bottom].join(' '),
				)
				.join(', '),
		);

	test('are those of CLOVA', () => {
		const words = inLines(...['a 0 100 40 20', 'b 10 10 50, c 70 10 30'].map(boxesIn));
		expect(placesOf(words)).toEqual(['a 0 40 100 120', 'b 10 60 10 20, c 70 100 10 20']);
	});

	test('keep the place of the word before where one has none', () => {
		const words = [
			wordOf(['a', 10, 100, 40, 20], false),
			unplaced('b', false),
			unplaced('c', true),
		];
		expect(placesOf(words)).toEqual(['a 10 50 100 120, b 50 50 100 120, c 50 50 100 120']);
	});

	test('are the visual rows where CLOVA tells of none', () => {
		const words = written('c 70 10 30, a 0 100 40 20, b 10 10 50');
		expect(placesOf(words)).toEqual(['b 10 60 10 20, c 70 100 10 20', 'a 0 40 100 120']);
	});
});

describe('a word without a place', () => {
	const [first, second] = written('하나 10 10 40, 셋 60 10 40');
	const rows = (words: Word[]) =>
		linesOf(words).map((row) => row.map(({ text }) => text).join(' '));

	test('stands behind the word before it, or before the first', () => {
		expect(rows([first, unplaced('둘'), second])).toEqual(['하나 둘 셋']);
		expect(rows([unplaced('영'), first, second])).toEqual(['영 하나 셋']);
		expect(rows([first, second, unplaced('넷')])).toEqual(['하나 셋 넷']);
	});

	test('stands in its line where none has a place', () => {
		const words = [
			unplaced('하나', false),
			unplaced('둘', true),
			unplaced('셋', false),
			unplaced('넷', false),
			unplaced('다섯', true),
		];
		const found = visualRows(words).map((row) => row.map(({ word }) => word.text).join(' '));
		expect(found).toEqual(['하나 둘', '셋 넷 다섯']);
		expect(rows(words.map(({ text }) => unplaced(text)))).toEqual(['하나 둘 셋 넷 다섯']);
	});
});
