import type { SearchedWord } from '../../../../nodes/ClovaOcr/reading/masking/found';
import { LaidWords } from '../../../../nodes/ClovaOcr/reading/masking/laidWords';
import { wordStrips } from '../../../../nodes/ClovaOcr/reading/masking/wordStrips';
import { searchedWord as word } from '../../../support/searchedWord';

/** Words in one line, a blank apart. */
function line(...texts: string[]): SearchedWord[] {
	let left = 0;
	return texts.map((text) => {
		const placed = word(text, left);
		left = placed.corners[1].x + 4;
		return placed;
	});
}

const SHOWN: Record<string, string> = { '\ue000': '|', '\ue001': '/', '\ue002': '#' };

/** The strips with `|` for a word's border, `/` for a line end, `#` for the border of a column. */
function strips(words: SearchedWord[]): string[] {
	return [...wordStrips(new LaidWords(words))].map((strip) =>
		strip.map(({ value }) => SHOWN[value] ?? value).join(''),
	);
}

describe('words that a number can run over', () => {
	it.each<[string, string[], string[]]>([
		['one with all of it', ['900101-1234567'], ['900101-1234567']],
		['words of digits', ['900101', '-', '1234567'], ['900101|-|1234567']],
		['no word without digits', ['900101-1234567', 'HONG', '1'], ['900101-1234567']],
		['a letter that looks like a digit', ['900101', 'I', '1234567'], ['900101|I|1234567']],
		['any lone character', ['900101', 'x', '1234567'], ['900101|x|1234567']],
		['three such letters or signs', ['900101', 'I-O', '1234567'], ['900101|I-O|1234567']],
		['not four of them', ['9001011', 'I-O-', '1234567'], []],
		['not two other letters', ['9001011', 'xy', '1234567'], []],
		['nor a letter beside a sign', ['9001011', 'x-', '1234567'], []],
		['no amount', ['900101', '1,234', '1234567890'], []],
		['three digits with a comma', ['900101', '1,23', '1234567'], ['900101|1,23|1234567']],
		['no word that begins with letters, from before', ['900101', 'AC1234567'], []],
		['none that begins with the last letters', ['900101', 'ZX1234567'], []],
		['none that begins with small ones', ['900101', 'zx1234567'], []],
		['none that begins with the first small ones', ['900101', 'ac1234567'], []],
		['one that begins with a letter', ['900101', 'A1234567'], ['900101|A1234567']],
		['one that begins with a sign', ['900101', '(A1234567'], ['900101|(A1234567']],
		['one that begins with full-width letters', ['900101', 'ＡＣ1234567'], ['900101|AC1234567']],
		['one that begins with letters like digits', ['900101', 'BO234567'], ['900101|BO234567']],
		['none behind a word that ends with letters', ['900101AC', '1234567'], []],
		['one behind a word that ends with a letter', ['900101A', '1234567'], ['900101A|1234567']],
		['one behind a letter and a sign', ['900101A)', '1234567'], ['900101A)|1234567']],
		['one that begins with Hangul', ['900101', '번호1234567'], []],
		['what it ends with later', ['900101', 'AC900101-1234567'], ['AC900101-1234567']],
		['stars', ['900101', '*******'], ['900101|*******']],
		['full-width digits', ['９００１０１', '1234567'], ['900101|1234567']],
		['full-width digits behind others', ['900101', '１２３４５６７'], ['900101|1234567']],
		['seven digits at least', ['123456 789abcd'], ['123456 789abcd']],
		['not six', ['12345 6abcdefg'], []],
		['not six beside other letters', ['12345 6é-defgh'], []],
		['thirteen characters at least', ['1234567abcdef'], ['1234567abcdef']],
		['not twelve', ['1234567abcde'], []],
	])('%s', (_, texts, expected) => expect(strips(line(...texts))).toEqual(expected));

	it('go on in the next line, not in another column', () => {
		expect(strips([word('900101-'), word('1234567', 0, 20)])).toEqual(['900101-/1234567']);
		expect(strips([word('9001011'), word('123456789', 300)])).toEqual([]);
	});
});

describe('front and back in two columns', () => {
	const halves = (front: string, back: string, top = 0) =>
		strips([word('x', -100), word(front, 0), word(back, 300, top)]);

	it('are one strip', () => {
		expect(halves('900101', '1234567')).toEqual(['900101#1234567']);
		expect(halves('900101-', '1234567')).toEqual(['900101-#1234567']);
		expect(halves('90010', '123456')).toEqual(['90010#123456']);
		expect(strips([word('900101'), word('1234567', 300)])).toEqual(['900101#1234567']);
		expect(halves('9001011', '12345678')).toEqual(['9001011#12345678']);
	});

	it('are none of other lengths, with more beside the digits, or in another row', () => {
		expect(halves('9001', '1234567')).toEqual([]);
		expect(halves('90010112', '1234567')).toEqual([]);
		expect(halves('900101', '12345')).toEqual([]);
		expect(halves('900101', '123456789')).toEqual([]);
		expect(halves('(900101).', '1234567')).toEqual(['(900101).#1234567']);
		expect(halves('(900101)..', '1234567')).toEqual([]);
		expect(halves('90.01.01', '1234567')).toEqual([]);
		expect(halves('900101', '1234567', 20)).toEqual([]);
	});

	it('have a dash between at most', () => {
		const dashed = (...between: SearchedWord[]) =>
			strips([word('900101'), ...between, word('1234567', 300)]);
		expect(dashed(word('-', 150))).toEqual(['900101#-#1234567']);
		expect(dashed(word('2', 150))).toEqual([]);
		expect(dashed(word('-', 100), word('-', 200))).toEqual([]);
		expect(strips([word('-'), word('1234567', 300)])).toEqual([]);
	});

	it('that stand near each other are no halves, since a line has them already', () => {
		expect(strips(line('900101', '1234567'))).toEqual(['900101|1234567']);
	});
});

describe('boxes one below the other', () => {
	const column = (texts: string[], place: (at: number) => [number, number]) =>
		strips(texts.map((text, at) => word(text, ...place(at), { endsLine: false })));
	const down = (at: number): [number, number] => [100, at * 20];

	it('are one strip', () => {
		expect(column(['90', '01', '01', '12', '34'], down)).toEqual(['90|01|01|12|34']);
		expect(column(['9', 'x', '0', '-', '3'], down)).toEqual(['9|x|0|-|3']);
		expect(column(['900', '1x1', '123', '456', '7'], down)).toEqual(['900|1x1|123|456|7']);
		expect(column(['1', '2', '3', '4', '5', '6'], down)).toEqual(['1|2|3|4|5|6']);
	});

	it('are five at least', () => {
		expect(column(['90', '01', '01', '12'], down)).toEqual([]);
		expect(column(['90', '01', '01', '12', '9'], (at) => [100, at === 4 ? 500 : at * 20])).toEqual(
			[],
		);
	});

	it('have three characters at most, digits but for one', () => {
		expect(column(['9001', '01', '01', '12', '34'], down)).toEqual([]);
		expect(column(['9xy', '01', '01', '12', '34'], down)).toEqual([]);
		expect(column(['OI', '01', '01', '12', '34'], down)).toEqual([]);
		expect(column(['9001', '01', '01', '12', '34', '56'], down)).toEqual(['01|01|12|34|56']);
	});

	it('stand no further apart than a text height and a half, nor reach half into each other', () => {
		const apart = (gap: number) =>
			column(['90', '01', '01', '12', '34'], (at) => [100, at * (10 + gap)]).length;
		expect([apart(15), apart(16)]).toEqual([1, 0]);
		expect([apart(-5), apart(-6)]).toEqual([1, 0]);
	});

	it('stand below each other by their left edges or middles', () => {
		const aside = (offset: number) =>
			column(['90', '01', '01', '12', '34'], (at) => [100 + (at % 2) * offset, at * 20]).length;
		expect([aside(6), aside(7)]).toEqual([1, 0]);
		expect([aside(-6), aside(-7)]).toEqual([1, 0]);
	});

	it.each<[string, [left: number, right: number], number]>([
		['with one left edge, however wide', [100, 140], 1],
		['with one middle, however wide', [83, 123], 1],
		['with neither', [93, 133], 0],
		['with one right edge', [66, 106], 0],
	])('%s', (_, [left, right], expected) => {
		const boxes = ['9', '0', '0', '1', '0'].map((text, at) => {
			const box = word(text, 100, at * 20, { endsLine: false });
			const corners = box.corners.map(({ x, y }) => ({ x: x === 100 ? left : right, y }));
			return at % 2 === 0 ? box : { ...box, corners };
		});
		expect(strips(boxes)).toHaveLength(expected);
	});

	it.each([-5, 0, 15])('are found anywhere on a page, %i apart', (gap) => {
		const found = Array.from({ length: 40 }, (_, shift) =>
			column(['90', '01', '01', '12', '34'], (at) => [
				shift + (at % 2) * 6,
				shift + at * (10 + gap),
			]),
		);
		expect(found.every((one) => one.length === 1)).toBe(true);
	});

	it('may be of several heights', () => {
		const low = word('0', 100, 31);
		low.corners[2].y = 32;
		low.corners[3].y = 32;
		const [first, second, fourth, fifth] = [0, 20, 33, 53].map((top, at) =>
			word(String(at), 100, top),
		);
		const boxes = [first, second, low, fourth, fifth].map((one) => ({ ...one, endsLine: false }));
		expect(strips(boxes)).toEqual(['0|1|0|2|3']);
	});

	it('have a place', () => {
		const unplaced = ['90', '01', '01', '12', '34'].map((text) =>
			word(text, 0, 0, { corners: [] }),
		);
		expect(strips(unplaced)).toEqual([]);
	});

	it('go on in the nearest one', () => {
		const words = ['1', '2', '3', '4', '5'].map((text, at) =>
			word(text, 100, at * 12, { endsLine: false }),
		);
		expect(strips(words)).toEqual(['1|2|3|4|5']);
		expect(strips([...words].reverse())).toEqual(['1|2|3|4|5']);
	});
});
