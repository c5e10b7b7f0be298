import { segmentRows } from '../../../../../nodes/ClovaOcr/reading/general/pairs/segments';
import { printedWords, type Print } from '../../../../support/printedWords';

const rows = (...prints: Print[]) =>
	segmentRows(printedWords(prints)).map((row) => row.map(({ text }) => text).join(' | '));

it('words of a row stand together up to a gap as wide as they are high', () => {
	expect(rows(['가나', 0, 0, 20, false], ['다', 39, 0, 20])).toEqual(['가나 다']);
	expect(rows(['가나', 0, 0, 20, false], ['다', 40, 0, 20])).toEqual(['가나 | 다']);
	expect(rows(['가', 0, 0, 20], ['나', 0, 50, 20])).toEqual(['가', '나']);
	expect(rows()).toEqual([]);
});

it('the lower one of two words tells how wide a gap parts them', () => {
	expect(rows(['가나', 0, 0, 40, false], ['다', 40, 10, 20])).toEqual(['가나 | 다']);
	expect(rows(['가나', 0, 10, 20, false], ['다', 40, 0, 40])).toEqual(['가나 | 다']);
});

it('words of hardly any height are parted by a pixel', () => {
	expect(rows(['가', 0, 0, 0.5, false], ['나', 10.9, 0, 0.5, false], ['다', 21.9, 0, 0.5])).toEqual(
		['가 나 | 다'],
	);
});

it('a segment reaches around all of its words', () => {
	const words = printedWords([
		['가나', 100, 105, 20, false],
		['다', 125, 100, 30],
	]);
	expect(segmentRows(words)).toEqual([
		[{ words, text: '가나 다', left: 100, right: 135, top: 100, bottom: 130 }],
	]);
});
