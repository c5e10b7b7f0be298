import { readWords, textOf } from '../../../../nodes/ClovaOcr/reading/general/text/words';
import { linesOf } from '../../../../nodes/ClovaOcr/reading/general/text/rows';
import type { Json, JsonObject } from '../../../../nodes/ClovaOcr/shared/json';
import { drawLine, fieldOf, type DrawnWord, type Drawing } from '../../../support/drawnPage';

/** Lines of text as the reader sees them. */
function linesIn(fields: Json): string[] {
	return linesOf(readWords({ fields })).map(textOf);
}

/** The page's words as engine V1 gives them: without line breaks, in some order. */
function v1(lines: DrawnWord[][], drawing: Drawing, order: (fields: Json[]) => Json[]): string[] {
	const words = lines.flat().map((word) => ({ ...word, lineBreak: undefined }));
	return linesIn(order(words.map((word) => fieldOf(word, drawing))));
}

/** A notice in two text sizes: a large title and amount, small print in between. */
const NOTICE = [
	drawLine('도서관 임시 휴관 안내', 200, 140, 52),
	drawLine('휴관일 2026년 10월 5일(월)', 110, 210, 22),
	drawLine('문의 02-000-1234 로 전화 주세요 .', 110, 240, 22),
	drawLine('빌린 책은 1 층 반납함에 넣어 주세요', 150, 270, 22),
	[...drawLine('연체료 합계', 110, 330, 22), ...drawLine('12,000 원', 900, 330, 44)],
	drawLine('New opening hours: 9 a.m. to 6 p.m.', 110, 370, 22),
	drawLine('새빛 작은도서관', 110, 430, 38),
];

const asDrawn = NOTICE.map((line) => line.map(({ text }) => text).join(' '));
const inOrder = (fields: Json[]): Json[] => fields;
const backwards = (fields: Json[]): Json[] => [...fields].reverse();
const TILTS = [-5, -4, -3, -2, -1, -0.5, 0, 0.5, 1, 2, 3, 4, 5];

describe('lines without line breaks (engine V1)', () => {
	test.each(TILTS)('are the drawn lines at a tilt of %d degrees', (tilt) => {
		for (const boxes of ['following', 'upright'] as const) {
			expect(v1(NOTICE, { tilt, boxes }, inOrder)).toEqual(asDrawn);
			expect(v1(NOTICE, { tilt, boxes }, backwards)).toEqual(asDrawn);
		}
	});

	test.each([90, 180, 270])('are the drawn lines on a page turned by %d degrees', (tilt) => {
		expect(v1(NOTICE, { tilt, boxes: 'following' }, inOrder)).toEqual(asDrawn);
	});

	test.each([0.25, 0.5, 3])('do not depend on the size of the scan (x %d)', (scale) => {
		const scaled = NOTICE.map((line) =>
			line.map((word) => ({
				...word,
				left: word.left * scale,
				baseline: word.baseline * scale,
				size: word.size * scale,
			})),
		);
		const drawing: Drawing = {
			tilt: 2,
			boxes: 'following',
			width: 1240 * scale,
			height: 1754 * scale,
		};
		expect(v1(scaled, drawing, inOrder)).toEqual(asDrawn);
	});

	test('keep words without boxes behind the word before them', () => {
		const [first, second, third] = drawLine('하나 둘 셋', 100, 100, 20).map((word) =>
			fieldOf({ ...word, lineBreak: undefined }, { tilt: 0, boxes: 'following' }),
		);
		expect(linesIn([first, { ...second, boundingPoly: null }, third])).toEqual(['하나 둘 셋']);
		expect(linesIn([{ inferText: '하나' }, { inferText: '둘' }])).toEqual(['하나 둘']);
	});
});

describe('lines with line breaks (engine V2)', () => {
	const word = (inferText: Json, lineBreak: Json): JsonObject => ({ inferText, lineBreak });

	test.each<[string, Json, string[]]>([
		[
			'end where CLOVA says',
			[word('가', false), word('나', true), word('다', true)],
			['가 나', '다'],
		],
		['need no last break', [word('가', true), word('나', false)], ['가', '나']],
		[
			'end at a break whose word is empty',
			[word('가', false), word(' ', true), word('나', true)],
			['가', '나'],
		],
		['skip words without text', [word(null, false), word('가', true), 7, null, {}], ['가']],
		[
			'go on over words without text',
			[word('가', false), word('', false), word('나', true)],
			['가 나'],
		],
		['take numbers as text', [word(12, false), word('원', true)], ['12 원']],
		['read a lone word', word('가', true), ['가']],
		['treat a missing mark as no break', [word('가', null), word('나', true)], ['가 나']],
		['are none without words', 'nothing', []],
		['need no word before a break', [word('', true), word('가', true)], ['가']],
	])('%s', (_, fields, expected) => {
		expect(linesIn(fields)).toEqual(expected);
	});

	test('follow CLOVA, not the boxes', () => {
		const drawing: Drawing = { tilt: 0, boxes: 'following' };
		const fields = [...drawLine('둘째 줄', 100, 200, 20), ...drawLine('첫째 줄', 100, 100, 20)].map(
			(drawn) => fieldOf(drawn, drawing),
		);
		expect(linesIn(fields)).toEqual(['둘째 줄', '첫째 줄']);
		expect(linesIn([{ ...fields[0], lineBreak: null }, ...fields.slice(1)])).toEqual([
			'둘째 줄',
			'첫째 줄',
		]);
	});
});

describe('words', () => {
	test.each<[string, string]>([
		['각'.normalize('NFD'), '각'],
		['１２３－４', '123－4'],
		['カード', 'カード'],
		['０９', '09'],
	])('%s read as %s', (printed, text) => {
		expect(readWords({ fields: [{ inferText: printed }] })).toMatchObject([{ text, printed }]);
	});

	test.each<[Json, number | null]>([
		[0.98, 0.98],
		[1, 1],
		[0, 0],
		[1.01, null],
		[-0.01, null],
		[null, null],
		['high', null],
		['0.9', null],
	])('a confidence of %p is %p', (inferConfidence, confidence) => {
		expect(readWords({ fields: [{ inferText: '가', inferConfidence }] })).toMatchObject([
			{ confidence },
		]);
	});
});
