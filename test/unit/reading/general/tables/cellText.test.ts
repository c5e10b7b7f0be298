import { cellText, usualGap } from '../../../../../nodes/ClovaOcr/reading/general/tables/cellText';
import { wordsOf, type Word } from '../../../../../nodes/ClovaOcr/reading/general/text/words';

/** A word turned about a point of the page: so far along its line, 40 wide and 20 high unless told. */
function word(inferText: string, from: number, degrees = 0, [width, height] = [40, 20]): Word {
	const angle = (degrees * Math.PI) / 180;
	const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
	const vertices = [
		[from, 0],
		[from + width, 0],
		[from + width, height],
		[from, height],
	].map(([x, y]) => ({ x: 300 + x * cos - y * sin, y: 500 + x * sin + y * cos }));
	return wordsOf([{ inferText, boundingPoly: { vertices } }])[0];
}

/** Two words with a gap between them, in text heights. */
const apart = (gap: number, degrees = 0, texts = ['가', '나']): Word[] => [
	word(texts[0], 0, degrees),
	word(texts[1], 40 + gap * 20, degrees),
];

const lines = (...gaps: number[]) => gaps.map((gap) => apart(gap));

describe('the usual gap between words', () => {
	it.each<[string, number[], number]>([
		['is a quarter of the height where a table shows none', [], 0.25],
		['is that of the table where it shows more than four', [1, 1, 1, 1, 1], 1],
		['is not that of four', [-1, -1, -1, -1], 0.25],
		['is that of five, which are tight', [-1, -1, -1, -1, -1], -1],
		['is the middle one, whatever their order', [1, 1, 1, 1, -1], 0.25],
	])('%s', (_, gaps, usual) => {
		expect(usualGap(lines(...gaps))).toBeCloseTo(usual);
	});

	it('is taken between all neighbours of a line', () => {
		const line = [0, 60, 120, 180, 240, 300].map((from) => word('가', from));
		expect(usualGap([line])).toBeCloseTo(1);
		expect(usualGap([[word('가', 0)]])).toBe(0.25);
	});

	it.each([0, 30, 90, 180, 270])('is measured along the text, turned by %d degrees', (degrees) => {
		expect(usualGap(Array<Word[]>(5).fill(apart(0.5, degrees)))).toBeCloseTo(0.5);
	});

	it.each<[string, Word[]]>([
		['no place', wordsOf([{ inferText: '가' }, { inferText: '나' }])],
		['a place for one alone', [word('가', 0), ...wordsOf([{ inferText: '나' }])]],
		['a place for the other alone', [...wordsOf([{ inferText: '가' }]), word('나', 0)]],
		['no width', [word('가', 0, 0, [0, 20]), word('나', 100)]],
		['no height', [word('가', 0, 0, [40, 0]), word('나', 100)]],
	])('is not told by words with %s', (_, line) => {
		expect(usualGap(Array<Word[]>(6).fill(line))).toBe(0.25);
	});

	it('is told by words as small as a pixel', () => {
		const line = [word('가', 0, 0, [1, 1]), word('나', 3, 0, [1, 1])];
		expect(usualGap(Array<Word[]>(5).fill(line))).toBe(2);
	});
});

describe('the text of a cell', () => {
	const textOf = (gap: number, usual: number, texts: string[]) =>
		cellText([apart(gap, 0, texts)], () => usual);

	it('has a line feed between its lines, and a blank between words without a place', () => {
		const line = wordsOf([{ inferText: '가나' }, { inferText: '다라' }]);
		expect(cellText([line, line], () => 0.25)).toBe('가나 다라\n가나 다라');
		expect(cellText([], () => 0.25)).toBe('');
	});

	it.each<[number, number, string]>([
		[0, 0.25, '학생수'],
		[0.1, 0.25, '학생 수'],
		[0, 0.2, '학생수'],
		[-0.2, -0.1, '학생 수'],
		[-0.4, -0.1, '학생수'],
		[0.2, 1, '학생 수'],
		[0, 1, '학생수'],
	])('with a gap of %d where %d is usual is %j', (gap, usual, text) => {
		expect(textOf(gap, usual, ['학생', '수'])).toBe(text);
	});

	it.each<[string, string, string]>([
		['𠀀', '나', '𠀀나'],
		['𠏿', '나', '𠏿나'],
		['가', '𠀀', '가𠀀'],
		['漢', 'ひ', '漢ひ'],
		['가a', '나', '가a 나'],
		['가', 'a나', '가 a나'],
		['a가', '나a', 'a가나a'],
		['가😀', '나', '가😀 나'],
	])(
		'has no blank between %s and %s that touch only where both are of such scripts',
		(left, right, text) => {
			expect(textOf(0, 0.25, [left, right])).toBe(text);
		},
	);
});
