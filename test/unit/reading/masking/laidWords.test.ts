import type { SearchedWord } from '../../../../nodes/ClovaOcr/reading/masking/found';
import { heightOf, LaidWords } from '../../../../nodes/ClovaOcr/reading/masking/laidWords';

/** A word in a box of a height of 10 unless told otherwise. */
function word(left: number, top: number, right: number, bottom = top + 10): SearchedWord {
	const corners = [
		{ x: left, y: top },
		{ x: right, y: top },
		{ x: right, y: bottom },
		{ x: left, y: bottom },
	];
	return { text: 'word', corners, endsLine: null, cell: null };
}

const unplaced = (endsLine: boolean | null = null): SearchedWord => ({
	text: 'word',
	corners: [],
	endsLine,
	cell: null,
});

const jointOf = (first: SearchedWord, second: SearchedWord) =>
	new LaidWords([first, second]).joint(0, 1);

describe('what stands between two words', () => {
	const first = word(0, 0, 40);

	it.each<[string, SearchedWord, string]>([
		['the next one', word(45, 0, 90), 'near'],
		['one a text height and a half away', word(55, 0, 90), 'near'],
		['one further away', word(56, 0, 90), 'column'],
		['one that reaches into it', word(32, 0, 90), 'near'],
		['one that reaches further into it', word(31, 0, 90), 'column'],
		['one a little lower', word(45, 6, 90), 'near'],
		['one lower than that, behind it', word(45, 7, 90), 'column'],
		['one in the next line', word(0, 20, 40), 'line'],
		['one at the greatest distance of a line', word(0, 32, 40), 'line'],
		['one further down', word(0, 33, 40), 'column'],
		['one further down to the right', word(40, 20, 80), 'column'],
		['one that begins before the end of the line', word(39, 20, 80), 'line'],
		['one above', word(0, -20, 40), 'column'],
	])('%s', (_, second, expected) => expect(jointOf(first, second)).toBe(expected));

	it('does not depend on the corner that a box begins with', () => {
		for (const turn of [0, 1, 2, 3]) {
			const turned = ({ corners, ...rest }: SearchedWord) => ({
				...rest,
				text: '12',
				corners: [...corners.slice(turn), ...corners.slice(0, turn)],
			});
			const laid = new LaidWords([turned(first), turned(word(45, 0, 90))]);
			expect(laid.place(0)).toEqual({ left: 0, top: 0, right: 40, bottom: 10 });
			expect(laid.joint(0, 1)).toBe('near');
		}
	});

	it('measures by the smaller of two heights', () => {
		expect(jointOf(word(0, 0, 40, 20), word(55, 5, 90, 15))).toBe('near');
		expect(jointOf(word(0, 0, 40, 20), word(56, 5, 90, 15))).toBe('column');
	});

	it('a line may reach into the one above by less than its height', () => {
		const high = word(0, 0, 40, 30);
		expect(jointOf(high, word(0, 21, 40))).toBe('line');
		expect(jointOf(high, word(0, 20, 40))).toBe('column');
	});

	it('no number goes on over a line end that is none', () => {
		const below = word(0, 20, 40);
		expect(jointOf({ ...first, endsLine: true }, below)).toBe('line');
		expect(jointOf({ ...first, endsLine: false }, below)).toBe('column');
	});

	it('words of two cells are apart, however near', () => {
		const [left, right] = [word(0, 0, 40), word(41, 0, 90)];
		expect(jointOf({ ...left, cell: 1 }, { ...right, cell: 2 })).toBe('column');
		expect(jointOf({ ...left, cell: 1 }, { ...right, cell: 1 })).toBe('near');
	});

	it('without places the ends of lines tell', () => {
		expect(jointOf(unplaced(), word(45, 0, 90))).toBe('near');
		expect(jointOf(word(0, 0, 40), unplaced())).toBe('near');
		expect(jointOf(unplaced(true), unplaced())).toBe('line');
		expect(jointOf(unplaced(false), unplaced())).toBe('near');
	});

	it('so it is with the places of cells', () => {
		const place = { left: 0, top: 0, right: 1, bottom: 1 };
		const laid = new LaidWords([unplaced(true), unplaced()], [place, { ...place, left: 90 }]);
		expect(laid.joint(0, 1)).toBe('line');
		expect([laid.place(0), laid.place(1)?.left, laid.place(2)]).toEqual([place, 90, null]);
	});
});

describe('words of one row', () => {
	it('differ by little in height', () => {
		const laid = new LaidWords([word(0, 0, 40), word(300, 6, 340), word(300, 7, 340), unplaced()]);
		expect([laid.sameRow(0, 1), laid.sameRow(0, 2)]).toEqual([true, false]);
		expect([laid.sameRow(0, 3), laid.sameRow(3, 0)]).toEqual([true, true]);
	});

	it('of a slanted page stand level', () => {
		const turn = ({ corners, ...rest }: SearchedWord) => ({
			...rest,
			corners: corners.map(({ x, y }) => ({ x: 0.8 * x - 0.6 * y, y: 0.6 * x + 0.8 * y })),
		});
		const laid = new LaidWords([word(10, 20, 50), word(300, 20, 340)].map(turn));
		expect(laid.sameRow(0, 1)).toBe(true);
		const edges = Object.values(laid.place(1) ?? {}).map(Math.round);
		expect(edges).toEqual([300, 20, 340, 30]);
	});

	it('turn by their longer words, and by the middle of these', () => {
		const askew: SearchedWord = { ...word(0, 0, 10), text: '...' };
		askew.corners[1] = { x: 10, y: 10 };
		const level = word(100, 0, 140);
		const placeOf = (...words: SearchedWord[]) => new LaidWords([level, ...words]).place(0);
		const flat = { left: 100, top: 0, right: 140, bottom: 10 };
		expect(placeOf(askew)).toEqual(flat);
		expect(placeOf({ ...askew, text: 'long' }, level)).toEqual(flat);
		expect(placeOf({ ...askew, text: 'long' })).not.toEqual(flat);
		expect(placeOf({ ...level, corners: [{ x: 0, y: 0 }] })).toEqual(flat);
		const line = { ...level, corners: [{ x: 0, y: 0 }, { x: 8, y: 6 }] };
		expect(Math.round(new LaidWords([line]).place(0)?.right ?? 0)).toBe(10);
		const point = new LaidWords([{ ...level, corners: [{ x: 5, y: 6 }] }]);
		expect(point.place(0)).toEqual({ left: 5, top: 6, right: 5, bottom: 6 });
	});
});

it('the height of two places is the smaller one, and never nothing', () => {
	const place = (top: number, bottom: number) => ({ left: 0, right: 0, top, bottom });
	expect(heightOf(place(0, 10), place(5, 9))).toBe(4);
	expect(heightOf(place(5, 9), place(0, 10))).toBe(4);
	expect(heightOf(place(0, 0), place(5, 9))).toBeGreaterThan(0);
});
