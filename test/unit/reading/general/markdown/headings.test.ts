import {
	headingsOf,
	levelsOf,
} from '../../../../../nodes/ClovaOcr/reading/general/markdown/headings';
import {
	linesInOrder,
	type Line,
} from '../../../../../nodes/ClovaOcr/reading/general/markdown/lines';
import { printedWords, type Print } from '../../../../support/printedWords';

/** Lines below each other in letters of these heights, one word each but for blanks. */
function printed(...lines: Array<[text: string, height: number]>): Line[] {
	const prints = lines.flatMap(([text, height], at) => {
		const words = text.split(' ');
		return words.map(
			(word, index): Print => [
				word,
				100 + index * 400,
				100 + at * 100,
				height,
				index === words.length - 1,
			],
		);
	});
	return linesInOrder(printedWords(prints));
}

const BODY: Array<[string, number]> = [
	['본문의 첫째 줄입니다', 20],
	['본문의 둘째 줄입니다', 20],
	['본문의 셋째 줄입니다', 20],
];

const headings = (...lines: Array<[string, number]>) =>
	[...headingsOf(printed(...lines)).headings].map(([{ text }, ratio]) => [text, ratio]);

describe('a heading', () => {
	it.each<[string, number, number | null]>([
		['세 낱말 제목', 25, 1.25],
		['세 낱말 제목', 24, null],
		['두 낱말', 28, 1.4],
		['두 낱말', 27, null],
		['제목', 40, 2],
	])('%s in letters %d high over a body of 20 is %p times as high', (text, height, ratio) => {
		expect(headings([text, height], ...BODY)).toEqual(ratio === null ? [] : [[text, ratio]]);
	});

	it.each<[string, boolean]>([
		['가'.repeat(80), true],
		['가'.repeat(81), false],
		['이것은 문장입니다.', false],
		['다음과 같음:', false],
		['12,000', false],
		['A4', false],
		['제1장', true],
	])('reads like one: %s', (text, isHeading) => {
		const body = Array<[string, number]>(9).fill(['본문의 한 줄입니다', 20]);
		expect(headings([text, 40], ...body)).toHaveLength(isHeading ? 1 : 0);
	});

	it('needs three lines of text on its page', () => {
		expect(headings(['가게 이름', 40], ...BODY.slice(1))).toEqual([]);
		expect(headings(['가게 이름', 40], ['제목', 60], ...BODY)).toHaveLength(2);
	});
});

describe('the body', () => {
	it.each<[string, Array<[string, number]>, number]>([
		[
			'what most letters are printed in, not most lines',
			[
				['가', 10],
				['나', 10],
				['다라마바사', 30],
			],
			30,
		],
		[
			'not the largest letters',
			[
				['본문의 첫째 줄입니다', 20],
				['큰 글', 60],
			],
			20,
		],
		[
			'not the smallest letters',
			[
				['본문의 첫째 줄입니다', 20],
				['글', 10],
			],
			20,
		],
		[
			'the middle one of three',
			[
				['가나다', 30],
				['사아자', 10],
				['라마바', 20],
			],
			20,
		],
		[
			'the lower one of two that have as many letters',
			[
				['가나', 20],
				['다라', 30],
			],
			20,
		],
		[
			'the higher one of two where that has a letter more',
			[
				['가나', 20],
				['다라마', 30],
			],
			30,
		],
		['a pixel high without any text', [], 1],
		['a pixel high at least', [['가나', 0.5]], 1],
	])('is %s', (_, lines, body) => {
		expect(headingsOf(printed(...lines)).body).toBe(body);
	});
});

it.each<[number[], number[]]>([
	[
		[1.5, 2, 3],
		[3, 2, 1],
	],
	[
		[2, 1.9, 1.8],
		[1, 1, 1],
	],
	[
		[2, 1.9, 1.7],
		[1, 1, 2],
	],
	[
		[3, 2.4, 1.9, 1.4],
		[1, 2, 3, 3],
	],
	[
		[2, 2],
		[1, 1],
	],
])('letters %j times as high as the body have levels %j', (ratios, levels) => {
	expect(ratios.map(levelsOf(ratios))).toEqual(levels);
});
