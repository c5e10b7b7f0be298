import { textReadings } from '../../../../../nodes/ClovaOcr/reading/general/textReadings';
import { outsideAnswers, pagesOf, PLAIN } from '../../../../support/answers';
import { drawLine, fieldOf, pageOf, type DrawnWord } from '../../../../support/drawnPage';
import {
	columns as columnsPage,
	letter,
	notice,
	smallPrint
} from '../../../../samples/text/letters';
import { drawTextPage, linesOf, type TextPage } from '../../../../samples/drawing/textPage';

function read(rows: DrawnWord[][], tilt = 0, layout: 'columns' | 'text' = 'columns'): unknown {
	const fields = rows.flat().map((word) => fieldOf(word, { tilt, boxes: 'following' }));
	return textReadings([pageOf({ fields })], { ...PLAIN, layout, splitInto: 'page' })[0].values.text;
}

/** The words of a sample where it printed them, each printed line a line of CLOVA's. */
function sampleText(page: TextPage, layout: 'columns' | 'text'): unknown {
	const fields = drawTextPage(page).printed.flatMap(({ text, words }) =>
		text.split(' ').map((inferText, index, all) => ({
			inferText,
			inferConfidence: 0.99,
			boundingPoly: { vertices: words[index].map(({ x, y }) => ({ x, y })) },
			lineBreak: index === all.length - 1,
		})),
	);
	return textReadings([pageOf({ fields })], { ...PLAIN, layout, splitInto: 'page' })[0].values.text;
}

const LEFT = [
	'마을 도서관이 여름 내내',
	'공사를 마치고 다시 문을',
	'열었습니다 어린이 방은',
	'두 배로 넓어졌습니다 꼭',
	'한번 오셔서 보세요',
];
const RIGHT = [
	'다음 달 첫째 토요일에',
	'나눔 장터가 열립니다 안',
	'쓰는 물건을 가지고 와서',
	'이웃과 만나 보세요 비가',
	'오면 하루 쉽니다',
];
const side = (texts: string[], left: number) =>
	texts.map((text, at) => drawLine(text, left, 200 + at * 40, 26));
const PAGE = [
	drawLine('마을 소식지 가을호 이번 달의 이야기를 전합니다', 300, 120, 40),
	...LEFT.flatMap((_, at) => [side(LEFT, 100)[at], side(RIGHT, 520)[at]]),
	drawLine('이 소식지는 마을 사람들이 함께 만들고 나눕니다', 250, 460, 30),
];

test.each([-4, 0, 3])(
	'a page in two columns is read column by column, at a tilt of %d degrees',
	(tilt) => {
		expect(read(PAGE, tilt)).toBe(
			[
				'마을 소식지 가을호 이번 달의 이야기를 전합니다',
				...LEFT,
				...RIGHT,
				'이 소식지는 마을 사람들이 함께 만들고 나눕니다',
			].join('\n'),
		);
	},
);

test('the sample in two columns is read as a person reads it', () => {
	expect(sampleText(columnsPage, 'columns')).toBe(linesOf(columnsPage).join('\n'));
});

test.each([
	['a letter', letter],
	['a notice', notice],
	['small print', smallPrint],
])('%s without columns is as with Text', (_, page) => {
	expect(sampleText(page, 'columns')).toBe(sampleText(page, 'text'));
});

test.each<[string, Array<Array<[number, string]>>]>([
	[
		'a form',
		Array.from({ length: 8 }, (_, at) => [
			[100, `항목 ${at}`],
			[500, '서울특별시 가상구 예시로 12 길'],
		]),
	],
	[
		'a list of prices',
		Array.from({ length: 8 }, () => [
			[100, '예쁜 빨간 연필 열두 자루'],
			[700, '12,000 원'],
		]),
	],
	[
		'a table of words',
		Array.from({ length: 8 }, () => [
			[100, '김치'],
			[300, '비빔밥'],
			[500, '설렁탕'],
			[700, '냉면'],
		]),
	],
])('%s is no page in columns', (_, rows) => {
	const drawn = rows.map((row, at) =>
		row.flatMap(([left, text]) => drawLine(text, left, 100 + at * 40, 26)),
	);
	expect(read(drawn)).toBe(read(drawn, 0, 'text'));
});

test('of the real pages only the paper in two columns changes', () => {
	for (const { name, body } of outsideAnswers('captures').filter((each) =>
		each.name.startsWith('general'),
	)) {
		const [text, columns] = (['text', 'columns'] as const).map(
			(layout) =>
				textReadings(pagesOf(body), { ...PLAIN, layout, splitInto: 'page' })[0].values.text,
		);
		expect([name, columns !== text]).toEqual([name, name.includes('paper')]);
	}
});

test.each([-90, -30, -5, 4, 45, 90, 180])('a page turned by %d degrees says so', (tilt) => {
	for (const lineBreaks of [true, false]) {
		const fields = side(LEFT, 100)
			.flat()
			.map((word) =>
				fieldOf(lineBreaks ? word : { ...word, lineBreak: undefined }, {
					tilt,
					boxes: 'following',
				}),
			);
		const [{ more, reviewReasons }] = textReadings([pageOf({ fields })], {
			...PLAIN,
			splitInto: 'page',
		});
		expect(Math.abs(Number(more.tilt) - tilt)).toBeLessThan(1.5);
		expect(reviewReasons).toEqual([]);
	}
});

test.each([-2, 0, 2])('a page turned by %d degrees counts as level', (tilt) => {
	const fields = side(LEFT, 100)
		.flat()
		.map((word) => fieldOf(word, { tilt, boxes: 'upright' }));
	expect(textReadings([pageOf({ fields })], { ...PLAIN, splitInto: 'page' })[0].more).toEqual({});
});
