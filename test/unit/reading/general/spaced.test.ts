import { displayWidth, spacedRows } from '../../../../nodes/ClovaOcr/reading/general/text/spaced';
import { readWords } from '../../../../nodes/ClovaOcr/reading/general/text/words';
import { drawLine, fieldOf, type DrawnWord, type Drawing } from '../../../support/drawnPage';
import { frame } from '../../../support/printedWords';

/** A row of columns; a break after each, as CLOVA gives it where it sees columns. */
function columns(baseline: number, size: number, ...cells: Array<[number, string]>): DrawnWord[] {
	return cells.flatMap(([left, text]) => drawLine(text, left, baseline, size));
}

/** The same as one CLOVA line: no breaks between the columns. */
function oneLine(row: DrawnWord[]): DrawnWord[] {
	return row.map((word, index) => ({ ...word, lineBreak: index === row.length - 1 }));
}

const TWO_COLUMNS = [
	drawLine('월간 소식', 480, 120, 48),
	columns(200, 22, [80, '이번 달에는 새 책이 많이'], [660, '여름 특별 강좌를 엽니다']),
	oneLine(columns(232, 22, [80, '들어왔습니다. 안내 데스크에'], [660, '신청은 누리집에서'])),
	columns(264, 22, [80, '물어보세요.'], [660, '받습니다 (선착순 20 명)']),
	columns(296, 22, [660, 'See you there!']),
	columns(350, 34, [80, '이용 시간'], [660, '찾아오는 길']),
	columns(390, 22, [80, '평일 09:00 ~ 18:00'], [660, '2 호선 3 번 출구']),
];

/** Columns of a row as text, found by two spaces or more. */
function cellsOf(text: string): string[] {
	return text.trim().split(/ {2,}/);
}

function rowsOf(rows: DrawnWord[][], drawing: Drawing, v1 = false): string[] {
	const fields = rows
		.flat()
		.map((word) => fieldOf(v1 ? { ...word, lineBreak: undefined } : word, drawing));
	return spacedRows(readWords({ fields })).map(({ text }) => text);
}

/** Drawn words of a row joined into columns, where the next one stands far to the right. */
const drawnCells = [
	['월간 소식'],
	['이번 달에는 새 책이 많이', '여름 특별 강좌를 엽니다'],
	['들어왔습니다. 안내 데스크에', '신청은 누리집에서'],
	['물어보세요.', '받습니다 (선착순 20 명)'],
	['See you there!'],
	['이용 시간', '찾아오는 길'],
	['평일 09:00 ~ 18:00', '2 호선 3 번 출구'],
];

describe('visual rows', () => {
	test.each([-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5])(
		'equal the drawn rows at a tilt of %d degrees, columns kept apart',
		(tilt) => {
			for (const boxes of ['following', 'upright'] as const) {
				for (const v1 of [false, true]) {
					const rows = rowsOf(TWO_COLUMNS, { tilt, boxes }, v1);
					expect(rows.map(cellsOf)).toEqual(drawnCells);
				}
			}
		},
	);

	test.each([-5, 0, 5])('put columns below each other at a tilt of %d degrees', (tilt) => {
		const rows = rowsOf(TWO_COLUMNS, { tilt, boxes: 'following' });
		const starts = rows.slice(1).map((row, index) => {
			const right = drawnCells[index + 1].at(-1) ?? '';
			return displayWidth(row.slice(0, row.indexOf(right)));
		});
		expect(Math.max(...starts) - Math.min(...starts)).toBeLessThanOrEqual(1);
	});

	test('lines that overlap in height stay apart', () => {
		const tight = [drawLine('첫째 줄입니다', 80, 100, 30), drawLine('둘째 줄입니다', 80, 127, 30)];
		expect(rowsOf(tight, { tilt: 0, boxes: 'following' })).toEqual([
			'첫째 줄입니다',
			'둘째 줄입니다',
		]);
	});

	test('a break of CLOVA inside a row parts columns that are near each other', () => {
		const row = columns(100, 20, [80, '성인'], [130, '3,000']);
		expect(rowsOf([row], { tilt: 0, boxes: 'following' })).toEqual(['성인  3,000']);
	});

	test('lines that would run over each other stay apart', () => {
		const label = oneLine(columns(100, 20, [80, '합계'], [600, '12,000']));
		const note = drawLine('부가가치세가 포함된 금액입니다 그리고 배송비', 300, 105, 20);
		expect(rowsOf([label, note], { tilt: 0, boxes: 'following' }).map(cellsOf)).toEqual([
			['합계', '12,000'],
			['부가가치세가 포함된 금액입니다 그리고 배송비'],
		]);
	});

	test('are none without words', () => {
		expect(spacedRows([])).toEqual([]);
	});
});

/** Words typed on a grid of characters, each ten pixels wide, and twice as high. */
function typed(rows: string[], lineBreak?: boolean, scale = 1): string[] {
	const fields = rows.flatMap((row, number) =>
		[...row.matchAll(/\S+/g)].map(({ 0: text, index }) => {
			const [left, top] = [displayWidth(row.slice(0, index)) * 10 * scale, number * 40 * scale];
			const [right, bottom] = [left + displayWidth(text) * 10 * scale, top + 20 * scale];
			return fieldAt(text, [left, top, right, bottom], lineBreak);
		}),
	);
	return spacedRows(readWords({ fields })).map(({ text }) => text);
}

type Edges = [left: number, top: number, right: number, bottom: number];

function fieldAt(inferText: string, [left, top, right, bottom]: Edges, lineBreak?: boolean) {
	return {
		inferText,
		boundingPoly: frame(left, top, right - left, bottom - top),
		...(lineBreak === undefined ? {} : { lineBreak }),
	};
}

describe('what was typed comes out as it was typed', () => {
	test.each([
		[
			'a table',
			['Article    Number     Price', 'apples     12         3,000', 'pears      7          450'],
		],
		['columns two spaces apart', ['a  b  c', 'd  e  f', 'g h  i']],
		['an indent of two', ['Total', '  of it  tax', '     or more']],
		['wide letters', ['한글 이름    Amount', '漢字         1,000']],
	])('%s', (_, rows) => {
		expect(typed(rows)).toEqual(rows);
	});

	test.each([0.08, 12])('at any size of the scan (x %d)', (scale) => {
		const rows = ['Article    Number', 'apples         12'];
		expect(typed(rows, undefined, scale)).toEqual(rows);
	});

	test('but the margin of the page', () => {
		expect(typed(['     one  two', '       three'])).toEqual(['one  two', '  three']);
	});

	test('but an indent of one', () => {
		expect(typed(['Items      Price', ' apples    3,000'])).toEqual([
			'Items      Price',
			'apples     3,000',
		]);
	});

	test('but what stands too near, which is moved on', () => {
		expect(typed(['a b c d e f  g'], true)).toEqual(['a  b  c  d  e  f  g']);
	});
});

describe('the width of a column of text', () => {
	test('is that of a letter in the narrower print', () => {
		const narrow = [0, 1, 2].map((at) => fieldAt('narrow', [at * 90, 40, at * 90 + 60, 60]));
		const wide = [0, 1, 2].map((at) => fieldAt('wide', [at * 90, 0, at * 90 + 80, 20]));
		const rows = spacedRows(readWords({ fields: [...wide, ...narrow] })).map(({ text }) => text);
		expect(rows).toEqual(['wide wide wide', 'narrow   narrow   narrow']);
	});

	test('does not count words without a width', () => {
		const fields = [
			fieldAt('left', [0, 0, 40, 20]),
			fieldAt('right', [100, 0, 150, 20]),
			{ inferText: 'one' },
			{ inferText: 'two' },
		];
		expect(spacedRows(readWords({ fields }))).toMatchObject([{ text: 'left      right one two' }]);
	});

	test('is a pixel where no word has any', () => {
		const fields = [fieldAt('a', [0, 0, 0, 5]), fieldAt('b', [7, 0, 7, 5])];
		expect(spacedRows(readWords({ fields }))).toMatchObject([{ text: 'a      b' }]);
	});
});

test.each([
	[20, 'a  b'],
	[19, 'a b'],
])('a gap of %d pixels in print that is 20 high gives "%s"', (gap, text) => {
	const fields = [fieldAt('a', [0, 0, 10, 10]), fieldAt('b', [10 + gap, -10, 20 + gap, 20])];
	const words = [{ text: 'a' }, { text: 'b' }];
	expect(spacedRows(readWords({ fields }))).toMatchObject([{ text, words }]);
});

test('a page without places is written line by line', () => {
	const word = (inferText: string, lineBreak: boolean) => ({ inferText, lineBreak });
	const fields = [word('one', false), word('two', true), word('three', false), word('four', true)];
	expect(spacedRows(readWords({ fields })).map(({ text }) => text)).toEqual([
		'one two',
		'three four',
	]);
});

test.each([
	['abc', 3],
	['한글', 4],
	['漢字カナ', 8],
	['１２', 4],
	['각'.normalize('NFD').normalize('NFC'), 2],
	['é'.normalize('NFD'), 1],
	['￦1,000', 7],
])('%s is %d columns wide', (text, width) => {
	expect(displayWidth(text)).toBe(width);
});
