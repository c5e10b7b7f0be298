import fc from 'fast-check';

import { textReadings } from '../../../../../nodes/ClovaOcr/reading/general/textReadings';
import { asList, asObject } from '../../../../../nodes/ClovaOcr/shared/json';
import type { PageAnswer } from '../../../../../nodes/ClovaOcr/reading/page';
import { outsideAnswers, pagesOf, PLAIN } from '../../../../support/answers';
import { drawLine, fieldOf, pageOf, type DrawnWord } from '../../../../support/drawnPage';
import { drawnTable, wireTable } from '../../../../support/drawnTable';
import { seenLetters } from '../../../../support/markdownWords';

const LEVEL = { tilt: 0, boxes: 'following' } as const;

function pageWith(rows: DrawnWord[][], page = 1): PageAnswer {
	return pageOf({ fields: rows.flat().map((word) => fieldOf(word, LEVEL)) }, page);
}

function markdownOf(rows: DrawnWord[][]): string {
	const options = { ...PLAIN, layout: 'markdown' as const, splitInto: 'page' };
	return String(textReadings([pageWith(rows)], options)[0].values.text);
}

/** Lines below each other in one size, the print of a plain letter. */
function lines(texts: string[], top = 200, size = 30, left = 100): DrawnWord[][] {
	return texts.map((text, index) => drawLine(text, left, top + index * size * 1.6, size));
}

const BODY = [
	'오늘은 날이 맑습니다.',
	'내일은 비가 옵니다.',
	'모레는 다시 맑겠습니다 그리고 바람이 조금 붑니다.',
];

test('a line in higher letters is a heading, lower ones of it are deeper', () => {
	const page = [
		drawLine('주간 날씨 안내', 100, 100, 60),
		drawLine('중부 지방 날씨 소식', 100, 180, 42),
		...lines(BODY, 260),
	];
	expect(markdownOf(page).split('\n')).toEqual([
		'# 주간 날씨 안내',
		'',
		'## 중부 지방 날씨 소식',
		'',
		...BODY,
	]);
});

test.each(['following', 'upright'] as const)(
	'no heading is invented on plain letters (%s boxes), whatever their words',
	(boxes) => {
		const word = fc.constantFrom('가나', '다라마', '바', 'abc', 'xyz', 'Ag', '123', '마을에서');
		const line = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(' '));
		fc.assert(
			fc.property(
				fc.array(line, { minLength: 1, maxLength: 30 }),
				fc.integer({ min: -2, max: 2 }),
				(texts, tilt) => {
					const fields = lines(texts)
						.flat()
						.map((each) => fieldOf(each, { tilt, boxes }));
					const options = { ...PLAIN, layout: 'markdown' as const, splitInto: 'page' };
					expect(textReadings([pageOf({ fields })], options)[0].values.text).not.toMatch(/^#/m);
				},
			),
		);
	},
);

test('a paragraph flows on over the ends of full lines, a short line ends it there', () => {
	const full = [
		'마을 도서관은 여름 내내 공사를 마치고 다시 문을',
		'열었습니다 그래서 이웃 여러분께 알려 드립니다 꼭',
		'오세요',
	];
	expect(markdownOf(lines(full))).toBe(full.join(' '));
	expect(markdownOf(lines(['받는 이', '가상마을 예시로 12 가상마을 도서관 앞']))).toBe(
		'받는 이\n가상마을 예시로 12 가상마을 도서관 앞',
	);
});

test('a Latin word parted by a hyphen at a full line is put together', () => {
	expect(markdownOf(lines(['the library gives infor-', 'mation to all who ask it']))).toBe(
		'the library gives information to all who ask it',
	);
});

test('bullets and numbers make lists; a number that does not follow stays as printed', () => {
	expect(markdownOf(lines(['• 사과', '• 포도']))).toBe('- 사과\n- 포도');
	expect(markdownOf(lines(['1. 사과', '2. 포도']))).toBe('1. 사과\n2. 포도');
	expect(markdownOf(lines(['1. 사과', '3. 포도']))).toBe('1. 사과\n\n3\\. 포도');
});

test('marks that mean nothing stay readable, and none means anything', () => {
	const plain = ['번호 900101-*******', '평일 9:00~18:00', 'snake_case 와 C#', 'A & B < C'];
	for (const text of plain) expect(markdownOf(lines([text]))).toBe(text);
	expect(markdownOf(lines(['9:00~12:00 13:00~18:00']))).toBe('9:00\\~12:00 13:00\\~18:00');
});

test('any texts are shown letter by letter as they were read', () => {
	const mark = fc.constantFrom(
		...'#*_~`>-+=|\\[](){}<>!&;:.1abc가나$^"\''.split(''),
		'1.',
		'2)',
		'•',
		'- ',
		'***',
		'---',
		'```',
		'&lt;',
		'<b>',
		'](',
		'http://a.b/c_d_e',
		'a@b.kr',
		'[x]',
		'[a]:',
	);
	const text = fc
		.array(mark, { minLength: 1, maxLength: 12 })
		.map((marks) => marks.join('').trim().replace(/ +/g, ' '));
	const line = fc
		.array(
			text.filter((each) => each !== ''),
			{ minLength: 1, maxLength: 5 },
		)
		.map((words) => words.join(' '));
	fc.assert(
		fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (texts) => {
			const seen = seenLetters(markdownOf(lines(texts)));
			expect(withBullets(seen)).toBe(withBullets(texts.join('').replace(/\s/g, '')));
		}),
		{ numRuns: 1500 },
	);
});

/** A list's own sign is shown as a bullet, whatever was printed; hyphens at line ends may go. */
function withBullets(text: string): string {
	return text.normalize('NFC').replace(/[•·▪◦●*\-–]/g, '');
}

test('every word of real pages is shown once, in reading order where there is no table', () => {
	for (const { name, body } of outsideAnswers('captures').filter((each) =>
		each.name.startsWith('general'),
	)) {
		const options = { ...PLAIN, layout: 'markdown' as const, splitInto: 'page' };
		const [{ values }] = textReadings(pagesOf(body), options);
		const order = textReadings(pagesOf(body), { ...options, layout: 'columns' })[0].values.text;
		const seen = withBullets(seenLetters(String(values.text)));
		const expected = withBullets(String(order).replace(/\s/g, ''));
		const hasTables = asList(asObject(asList(asObject(body).images)[0]).tables).length > 0;
		if (hasTables)
			expect([name, [...seen].sort().join('')]).toEqual([name, [...expected].sort().join('')]);
		else expect([name, seen]).toEqual([name, expected]);
	}
});

test('a table stands in its place, each merged text once, and no word of it outside', () => {
	const cells = drawnTable([
		['품목', '수량'],
		['연필', '2'],
	]);
	const table = wireTable(cells);
	const inside = asList(table.cells)
		.flatMap((cell) => asList(asObject(cell).cellTextLines))
		.flatMap((line) => asList(asObject(line).cellWords));
	const after = drawLine('끝입니다', 40, 800, 20).map((word) => fieldOf(word, LEVEL));
	const page = pageOf({ tables: [table], fields: [...inside, ...after] });
	const options = { ...PLAIN, layout: 'markdown' as const, splitInto: 'page' };
	expect(textReadings([page], options)[0].values.text).toBe(
		'| 품목 | 수량 |\n| --- | --- |\n| 연필 | 2 |\n\n끝입니다',
	);
});

test('pages of a file are parted by rules, sections run over them', () => {
	const first = pageWith([drawLine('첫째 장 이야기', 100, 100, 60), ...lines(BODY)]);
	const second = pageWith(
		lines([
			'이어지는 글입니다.',
			'그다음 글입니다.',
			'끝 글이 여기에 있고 그 뒤에는 아무것도 없습니다.',
		]),
		2,
	);
	const options = { ...PLAIN, layout: 'markdown' as const };
	const [file] = textReadings([first, second], { ...options, splitInto: 'file' });
	expect(String(file.values.text).split('\n\n---\n\n')).toHaveLength(2);
	const sections = textReadings([first, second], { ...options, splitInto: 'section' });
	expect(sections.map(({ page, values }) => [page, values])).toEqual([
		[
			1,
			{
				heading: '첫째 장 이야기',
				level: 1,
				text: `${BODY.join('\n')}\n\n이어지는 글입니다.\n그다음 글입니다.\n끝 글이 여기에 있고 그 뒤에는 아무것도 없습니다.`,
			},
		],
	]);
});

test('a page without headings is one section, a blank one still an item', () => {
	const blank: PageAnswer = { page: 2, image: null, width: null, height: null };
	const sections = textReadings([pageWith(lines(BODY)), blank], { ...PLAIN, splitInto: 'section' });
	expect(sections.map(({ values }) => values)).toEqual([
		{ heading: null, level: null, text: BODY.join('\n') },
		{ heading: null, level: null, text: null },
	]);
});
