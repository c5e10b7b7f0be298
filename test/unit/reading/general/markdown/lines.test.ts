import {
	linesInOrder,
	withWords,
} from '../../../../../nodes/ClovaOcr/reading/general/markdown/lines';
import { printedWords, type Print } from '../../../../support/printedWords';

describe('a line', () => {
	it('is as high as the middle one of its words, and stands where they stand', () => {
		const words: Print[] = [
			['a', 100, 100, 20, false],
			['b', 200, 80, 60, false],
			['c', 300, 100, 20],
		];
		expect(linesInOrder(printedWords(words))).toMatchObject([
			{ text: 'a b c', height: 20, middle: 110, left: 100, right: 310 },
		]);
		const small: Print[] = [
			['a', 100, 110, 10, false],
			['b', 200, 100, 20, false],
			['c', 300, 100, 20],
		];
		expect(linesInOrder(printedWords(small))).toMatchObject([{ height: 20, middle: 335 / 3 }]);
	});

	it('knows how far the lines of its stretch reach', () => {
		const lines = linesInOrder(
			printedWords([
				['가나다', 120, 100, 20],
				['라', 100, 140, 20],
			]),
		);
		expect(lines).toMatchObject([
			{ text: '가나다', left: 120, right: 150, regionLeft: 100, regionRight: 150 },
			{ text: '라', left: 100, right: 110, regionLeft: 100, regionRight: 150 },
		]);
	});

	it('keeps its stretch where some of its words are taken out', () => {
		const [line] = linesInOrder(
			printedWords([
				['가나', 100, 100, 20, false],
				['다', 300, 100, 20],
			]),
		);
		expect(withWords(line, line.words.slice(1))).toMatchObject({
			text: '다',
			left: 300,
			regionLeft: 100,
			regionRight: 310,
		});
		expect(withWords(line, line.words)).toEqual(line);
		expect(withWords(line, [])).toBeNull();
	});
});
