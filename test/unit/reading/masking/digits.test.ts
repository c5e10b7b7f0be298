import {
	charactersOf,
	jointCharacter,
	type Strip,
} from '../../../../nodes/ClovaOcr/reading/masking/characters';
import {
	digitsFrom,
	firstDigits,
	groupsOf,
	isBarcode,
	isBlankGap,
	lookCount,
	neighbours,
	startsOf,
} from '../../../../nodes/ClovaOcr/reading/masking/digits';

/** Words side by side. */
function strip(...words: string[]): Strip {
	return words.flatMap((word, index) => [
		...(index === 0 ? [] : [jointCharacter('near')]),
		...charactersOf(word, index),
	]);
}

const from = (text: string, start = 0, odd?: number) => digitsFrom(strip(text), start, odd);

describe('where a number may begin', () => {
	it.each<[string, string[], number[]]>([
		['at each row of digits', ['12 34'], [0, 3]],
		['at stars', ['*12'], [0]],
		['at a letter that looks like a digit, or behind it', ['O12'], [0, 1]],
		['at two of them', ['OI2'], [0, 2]],
		['at a lone character before the digits', ['x12'], [0, 1]],
		['at one behind a blank', [' x12'], [1, 2]],
		['before one that looks like a digit', ['xO12'], [0, 1, 2]],
		['at one behind a sign', ['-x12'], [1, 2]],
		['not within a word', ['ax12'], [2]],
		['not at a letter behind a digit', ['1x12'], [0, 2]],
		['not at a separator', ['-12'], [1]],
		['at a stroke, which may be a misread 1', ['/12'], [0, 1]],
		['at a word of one character', ['x', '12'], [0, 2]],
		['not at the last character of a word', ['ax', '12'], [3]],
		['not at one behind a sign, a word away', ['-x', '12'], [3]],
		['at the last character that stands alone', ['a x', '12'], [2, 4]],
		['at none', ['HONG'], []],
	])('%s: %j', (_, words, expected) => expect(startsOf(strip(...words))).toEqual(expected));
});

describe('the digits from a place on', () => {
	it.each<[string, string, Array<[number, string]>, number[]]>([
		['12 - 34', '1234', [[2, ' - ']], []],
		['12-34.5', '12345', [[2, '-'], [4, '.']], []],
		['12     34', '1234', [[2, '     ']], []],
		['12      34', '12', [], []],
		['1'.repeat(25), '1'.repeat(20), [], []],
		['1O3', '103', [], []],
		['12x34', '12?34', [], [2]],
		['12x34x5', '12?34', [], [2]],
		['12D34', '12034', [], [2]],
		['12 x', '12', [], []],
		['12 x3', '12?3', [[2, ' ']], [2]],
		['12 Z', '122', [[2, ' ']], [2]],
		['12 O', '120', [[2, ' ']], []],
		['1*3', '1*3', [], []],
		['/12', '112', [], [0]],
	])('of %j are %s', (text, digits, gaps, misread) => {
		const found = from(text);
		expect(found.text).toBe(digits);
		expect(found.gaps.map(({ at, text: gap }) => [at, gap])).toEqual(gaps);
		expect(found.misread).toEqual(misread);
	});

	it('may part at one misread character, right at the place that is asked for', () => {
		expect(from('12x34', 0, 2)).toMatchObject({
			text: '1234',
			gaps: [{ at: 2, text: 'x' }],
			misread: [],
		});
		expect(from('12x34', 0, 3).text).toBe('12?34');
		expect(from('12-x34', 0, 2)).toMatchObject({ text: '12?34', misread: [2] });
		expect(from('12334', 0, 2)).toMatchObject({ text: '12334', gaps: [] });
	});

	it('know which of them were read as digits, and where they begin', () => {
		const found = from('a 1O*x', 2);
		expect(found.printed).toEqual([true, false, true, false]);
		expect(found.start).toBe(2);
		expect(found.places.map(({ from: at }) => at)).toEqual([2, 3, 4, 5]);
		expect(lookCount(found)).toBe(1);
	});
});

describe('the first of them', () => {
	it('end where a gap or a letter follows', () => {
		expect(firstDigits(from('1234 56'), 4)).toMatchObject({ text: '1234', gaps: [] });
		expect(firstDigits(from('123O56'), 3)).toMatchObject({ text: '123', printed: [true, true, true] });
	});

	it('do not end within a row, nor are there more than there are', () => {
		expect(firstDigits(from('1234 56'), 3)).toBeNull();
		expect(firstDigits(from('1234 56'), 6)?.text).toBe('123456');
		expect(firstDigits(from('1234 56'), 7)).toBeNull();
	});

	it('keep what belongs to them', () => {
		const first = firstDigits(from('1-2x4 5'), 4);
		expect(first).toMatchObject({ misread: [2], gaps: [{ at: 1, text: '-' }], start: 0 });
		expect(first?.places).toHaveLength(4);
		expect(firstDigits(from('12 x4'), 2)).toMatchObject({ misread: [], gaps: [] });
	});
});

it('gaps part digits into groups', () => {
	expect(groupsOf(from('12-345 6'))).toEqual([2, 3, 1]);
	expect(groupsOf(from('123'))).toEqual([3]);
});

it('a gap is blank with nothing but blanks and borders of words', () => {
	const gapOf = (...words: string[]) => digitsFrom(strip(...words), 0).gaps[0];
	expect(isBlankGap(gapOf('1 2'))).toBe(true);
	expect(isBlankGap(gapOf('1', '2'))).toBe(true);
	expect(isBlankGap(gapOf('1 -2'))).toBe(false);
});

describe('what stands beside digits', () => {
	/** Beside the four digits that begin at a place. */
	const beside = (text: string, start: number) => {
		const digits = firstDigits(from(text, start), 4);
		return digits === null ? null : neighbours(digits);
	};

	it.each<[string, number, Array<[string, number]>]>([
		['12 3456 789', 3, [[' ', 2], [' ', 3]]],
		['3456', 0, [['', 0], ['', 0]]],
		['1 2 3456', 4, [[' ', 1], ['', 0]]],
		['02-12 3456', 6, [[' ', 0], ['', 0]]],
		['02-12-3456', 6, [['-', 2], ['', 0]]],
		['a12 3456', 4, [[' ', 2], ['', 0]]],
		['3456 12-3', 0, [['', 0], [' ', 0]]],
		['3456-12-3', 0, [['', 0], ['-', 2]]],
		['3456 -12-3', 0, [['', 0], [' -', 2]]],
		['3456      1', 0, [['', 0], ['      ', 1]]],
		['3456       1', 0, [['', 0], ['      ', 0]]],
	])('%j from %i on', (text, start, expected) => {
		expect(beside(text, start)).toEqual(expected.map(([gap, digits]) => ({ gap, digits })));
	});

	it('is counted to twenty digits', () => {
		expect(beside(`3456 ${'1'.repeat(30)}`, 0)?.[1].digits).toBe(20);
	});
});

describe('an article number', () => {
	it.each(['4006381333931', '96385074', '036000291452', '0000000000000', '40063813'])('%s: %#', (text) =>
		expect(isBarcode(text)).toBe(text !== '40063813'),
	);

	it.each(['4006381333932', '96385075', '000000000', '00000000000', '00000000000000', '4006 381333931'])(
		'is not %s',
		(text) => expect(isBarcode(text)).toBe(false),
	);
});
