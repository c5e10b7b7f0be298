import type { SearchedWord } from '../../../../nodes/ClovaOcr/reading/masking/found';
import { LabelSearch } from '../../../../nodes/ClovaOcr/reading/masking/labelSearch';
import { LaidWords } from '../../../../nodes/ClovaOcr/reading/masking/laidWords';
import { searchedWord as word } from '../../../support/searchedWord';

const unplaced = (text: string, endsLine: boolean | null = null): SearchedWord => ({
	text,
	corners: [],
	endsLine,
	cell: null,
});

/** What is said of the last word, from one of its code units on. */
function labelOf(words: SearchedWord[], from = 0, name = '') {
	return new LabelSearch(new LaidWords(words), name).labelOf(words.length - 1, from);
}

const NUMBER = '900101-1234567';

describe('a label in the line of a number', () => {
	it('stands in the same word, before the number alone', () => {
		expect(labelOf([unplaced(`주민번호${NUMBER}`)], 4)).toBe('person');
		expect(labelOf([unplaced(`${NUMBER}주민번호`)], 0)).toBeNull();
		expect(labelOf([unplaced(`카드번호${'.'.repeat(76)}${NUMBER}`)], 80)).toBe('card');
		expect(labelOf([unplaced(`카드번호${'.'.repeat(82)}${NUMBER}`)], 86)).toBeNull();
	});

	it('stands in the word before a long one', () => {
		const long = unplaced(`${'.'.repeat(80)}${NUMBER}`);
		expect(labelOf([unplaced('카드번호'), long], 80)).toBe('card');
	});

	it('stands in the words before it', () => {
		expect(labelOf([word('주민번호', 0, 0), word(NUMBER, 60, 0)])).toBe('person');
		expect(labelOf([word('카드', 0, 0), word('번호', 30, 0), word(NUMBER, 60, 0)])).toBe('card');
		expect(labelOf([word('주민번호', 0, 100), word(NUMBER, 60, 0)])).toBeNull();
	});

	it('is looked for among twelve words', () => {
		const dots = (count: number) =>
			Array.from({ length: count }, (_, at) => word('.', 40 + at * 10, 0));
		const before = (count: number) =>
			labelOf([word('주민번호', 0, 0), ...dots(count), word(NUMBER, 300, 0)]);
		expect([before(11), before(12)]).toEqual(['person', null]);
	});

	it('without places stands in no line that has ended', () => {
		expect(labelOf([unplaced('주민번호'), unplaced(NUMBER)])).toBe('person');
		expect(labelOf([unplaced('주민번호', false), unplaced(NUMBER)])).toBe('person');
		expect(labelOf([unplaced('주민번호', true), unplaced(NUMBER)])).toBeNull();
		expect(labelOf([unplaced('주민번호', true), word(NUMBER, 60, 0)])).toBeNull();
		expect(labelOf([word('주민번호', 0, 0, { endsLine: true }), unplaced(NUMBER)])).toBeNull();
	});

	it('goes before one above it', () => {
		expect(labelOf([word('카드번호', 60, 0), word('주민번호', 0, 15), word(NUMBER, 60, 15)])).toBe(
			'person',
		);
	});

	it('and the name of the list comes last', () => {
		expect(labelOf([unplaced(NUMBER)], 0, '카드번호')).toBe('card');
		expect(labelOf([unplaced('주민번호'), unplaced(NUMBER)], 0, '카드번호')).toBe('person');
	});
});

describe('a label above a number', () => {
	it.each<[string, number, number, string | null]>([
		['right above', 60, 0, 'person'],
		['as far as three text heights', 60, -22, 'person'],
		['further up', 60, -23, null],
		['reaching a little into it', 60, 14, 'person'],
		['reaching further into it', 60, 15, null],
		['over a third of its own width', 46, 0, 'person'],
		['over less', 43, 0, null],
		['to the right', 200, 0, null],
	])('%s', (_, left, top, expected) => {
		const words = [word('주민번호', left, top), word('.', 0, 90), word(NUMBER, 60, 20)];
		expect(labelOf(words)).toBe(expected);
	});

	it('is found anywhere on a page', () => {
		const found = Array.from({ length: 80 }, (_, shift) =>
			[-22, 0, 14].map((top) =>
				labelOf([
					word('주민번호', 46 + shift, top + shift),
					word('.', 0, 300),
					word(NUMBER, 60 + shift, 20 + shift),
				]),
			),
		);
		expect(found.flat().every((kind) => kind === 'person')).toBe(true);
	});

	it('shares three tenths of the narrower width at least', () => {
		const label = word('주민번호');
		const over = (left: number) => {
			const corners = label.corners.map(({ x, y }) => ({ x: x === 0 ? left : left + 20, y }));
			return labelOf([{ ...label, corners }, word(NUMBER, 60, 20)]);
		};
		expect([over(46), over(45)]).toEqual(['person', null]);
	});

	it('is the nearest one', () => {
		const [card, person] = [word('카드번호', 60, 0), word('주민번호', 60, 12)];
		expect(labelOf([card, person, word(NUMBER, 60, 30)])).toBe('person');
		expect(labelOf([person, card, word(NUMBER, 60, 30)])).toBe('person');
	});

	it('is all words of a head together', () => {
		const head = (...texts: string[]) =>
			texts.map((text, at) =>
				word(text, 60 + at * 13, 0, { corners: word('카드', 60 + at * 13, 0).corners }),
			);
		expect(labelOf([...head('카', '드', '번', '호'), word(NUMBER, 60, 20)])).toBe('card');
		expect(labelOf([...head('카', '드', '번', '호'), word(NUMBER, 99, 20)])).toBe('card');
		const dots = (count: number) => Array.from({ length: count }, () => '.');
		const under = (count: number) =>
			labelOf([...head('카', '드', ...dots(count)), word(NUMBER, 60 + 13 * (count + 1), 20)]);
		expect([under(7), under(8)]).toEqual(['card', null]);
		const before = (count: number) =>
			labelOf([word('HONG', 400, 300), ...head(...dots(count), '카', '드'), word(NUMBER, -12, 20)]);
		expect([before(7), before(8)]).toEqual(['card', null]);
		expect(labelOf([word('카드', 60, 0), word('번호', 90, 0), word(NUMBER, 88, 20)])).toBeNull();
	});

	it('is none of words that are far from each other, or have no place', () => {
		const second = (left: number, under = left) =>
			labelOf([word('카드', 60, 0), word('번호', left, 0), word(NUMBER, under, 20)]);
		expect([second(80), second(81)]).toEqual(['card', null]);
		expect([second(63, 70), second(62, 70)]).toEqual(['card', null]);
		expect(labelOf([unplaced('카드', true), word('번호', 60, 0), word(NUMBER, 60, 20)])).toBeNull();
		expect(labelOf([word('번호', 60, 0), unplaced('카드', true), word(NUMBER, 60, 20)])).toBeNull();
	});

	it('is all words of one cell, which have its place', () => {
		const head = { left: 0, top: 0, right: 100, bottom: 10 };
		const below = { ...head, top: 10, bottom: 20 };
		const words = ['번호', '카드', NUMBER].map((text) => unplaced(text, true));
		const laid = new LaidWords(words, [head, head, below]);
		expect(new LabelSearch(laid, '').labelOf(2, 0)).toBe('card');
	});

	it('of another kind is no long line of text', () => {
		const line = (...texts: string[]) => {
			let left = 60;
			return texts.map((text) => {
				const placed = word(text, left, 0);
				left = placed.corners[1].x + 3;
				return placed;
			});
		};
		const under = (...texts: string[]) => labelOf([...line(...texts), word(NUMBER, 60, 20)]);
		expect(under('tracking', 'one', 'two', 'three', 'four')).toBe('other');
		expect(under('tracking', 'one', 'two', 'three', 'four', 'five')).toBeNull();
		expect(under('card', 'one', 'two', 'three', 'four', 'five')).toBe('card');
	});

	it('that has its number in its own line has none below', () => {
		const own = (text: string, left: number) =>
			labelOf([word('주민번호', 60, 0), word(text, left, 0), word(NUMBER, 60, 20)]);
		expect(own('800101-1', 90)).toBeNull();
		expect(own('800101-1', 200)).toBeNull();
		expect(own('홍길동', 200)).toBe('person');
		expect(
			labelOf([word('카드2020', 60, 0), word('번호', 200, 0), word(NUMBER, 60, 20)]),
		).toBeNull();
		expect(labelOf([word('카드202', 60, 0), word('번호', 200, 0), word(NUMBER, 60, 20)])).toBe(
			'card',
		);
	});

	it('of one row has no words of the row above', () => {
		const words = [word('주민번호', 36, -12), word('HONG', 60, 0), word(NUMBER, 60, 20)];
		expect(labelOf(words)).toBeNull();
	});

	it('of one cell has no words of the next', () => {
		const [one, two] = [word('카드', 60, 0, { cell: 1 }), word('번호', 75, 0, { cell: 2 })];
		expect(labelOf([one, two, word(NUMBER, 75, 20, { cell: 3 })])).toBeNull();
	});
});

describe('a label above a column of numbers', () => {
	const column = (head: string, ...numbers: string[]) => [
		word(head, 60, 0),
		...numbers.map((number, at) => word(number, 60, 20 + at * 20)),
	];

	it('goes down all of them', () => {
		expect(labelOf(column('카드번호', '1-2', '34', NUMBER))).toBe('card');
		expect(labelOf(column('주문번호:', '900101-1234567', NUMBER))).toBe('other');
	});

	it('of another kind goes down those of one print', () => {
		expect(labelOf(column('tracking', '1-2', NUMBER))).toBeNull();
		const cells = column('tracking', '1-2', NUMBER).map((one) => ({ ...one, cell: 5 }));
		expect(labelOf(cells)).toBe('other');
	});

	it('is remembered of those that were asked before', () => {
		const words = column('tracking', '800101-1234567', '1-2', NUMBER);
		const search = new LabelSearch(new LaidWords(words), '');
		expect([1, 2, 3].map((index) => search.labelOf(index, 0))).toEqual(['other', null, null]);
		expect([3, 2, 1].map((index) => search.labelOf(index, 0))).toEqual([null, null, 'other']);
	});

	it('goes down eighty rows', () => {
		const rows = (count: number) => labelOf(column('카드번호', ...Array(count).fill(NUMBER)));
		expect([rows(80), rows(81)]).toEqual(['card', null]);
	});

	it('goes down more rows where each was asked in turn', () => {
		const words = column('카드번호', ...Array<string>(100).fill(NUMBER));
		const search = new LabelSearch(new LaidWords(words), '');
		const kinds = words.slice(1).map((_, at) => search.labelOf(at + 1, 0));
		expect(kinds.every((kind) => kind === 'card')).toBe(true);
	});
});
