import {
	charactersOf,
	isBlank,
	isDigit,
	isJoint,
	isPlainLetter,
	isSeparator,
	jointCharacter,
	lookOf,
	usualLook,
} from '../../../../nodes/ClovaOcr/reading/masking/characters';

describe('the characters of a text', () => {
	const shown = (text: string) =>
		charactersOf(text, 3).map(({ value, from, to }) => [value, from, to]);

	it('are those that stand in it', () => {
		expect(shown('1-a')).toEqual([
			['1', 0, 1],
			['-', 1, 2],
			['a', 2, 3],
		]);
		expect(charactersOf('1', 3)[0].word).toBe(3);
	});

	it('are those that others stand for', () => {
		expect(shown('１')).toEqual([['1', 0, 1]]);
		expect(shown('⑫')).toEqual([
			['1', 0, 1],
			['2', 0, 1],
		]);
		expect(shown('𝟗1')).toEqual([
			['9', 0, 2],
			['1', 2, 3],
		]);
		expect(shown('가')).toEqual([['가', 0, 1]]);
		expect(shown('\uffff1')).toEqual([
			['\uffff', 0, 1],
			['1', 1, 2],
		]);
	});

	it.each(['\u00ad', '‐', '―', '−', '─', 'ー', 'ㅡ', '﹘', '﹣', '－'])('a dash is %s', (dash) => {
		expect(shown(dash)).toEqual([['-', 0, 1]]);
	});
});

it('code units of Hangul, kana and Han are letters', () => {
	const first = ['가', '힣', '一', '\u9fff', '\u3041', '\u30fe'];
	const beside = ['\uabff', '\ud7a4', '\u4dff', '\ua000', '\u3040', '\u30ff', 'A'];
	expect(first.every((letter) => isPlainLetter(letter.charCodeAt(0)))).toBe(true);
	expect(beside.some((letter) => isPlainLetter(letter.charCodeAt(0)))).toBe(false);
});

it('digits are ten, and stars', () => {
	expect(['0', '9', '*', '/', ':', 'O'].map(isDigit)).toEqual([true, true, true, false, false, false]);
});

it('blanks are spaces and borders of words', () => {
	const joints = (['near', 'line', 'column'] as const).map((joint) => jointCharacter(joint).value);
	expect([' ', '\t', '\n', '\u3000', ...joints].every(isBlank)).toBe(true);
	expect(['\udfff', '\ue003', '-', '1'].some(isBlank)).toBe(false);
	expect(joints.map((value) => isJoint(value, 'line'))).toEqual([false, true, false]);
});

it('a border of words stands in no text and takes up none of it', () => {
	expect(jointCharacter('near')).toMatchObject({ word: -1, from: 0, to: 0 });
});

it('separators are signs', () => {
	expect(Array.from('-.·:/~;').every(isSeparator)).toBe(true);
	expect(Array.from(' 1a|').some(isSeparator)).toBe(false);
});

it('some letters are often taken for digits, others now and then', () => {
	expect(Array.from('OIlSBZ', usualLook)).toEqual(['0', '1', '1', '5', '8', undefined]);
	expect(Array.from('OZq가', lookOf)).toEqual(['0', '2', '9', undefined]);
});
