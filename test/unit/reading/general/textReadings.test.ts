import { textReadings, textSchema } from '../../../../nodes/ClovaOcr/reading/general/textReadings';
import type { PageAnswer } from '../../../../nodes/ClovaOcr/reading/page';
import type { ReadingOptions } from '../../../../nodes/ClovaOcr/reading/reading';
import { asList, asObject } from '../../../../nodes/ClovaOcr/shared/json';
import { PLAIN } from '../../../support/answers';
import { drawLine, fieldOf, pageOf, type DrawnWord } from '../../../support/drawnPage';

const fieldsOf = (words: DrawnWord[], tilt = 0) =>
	words.map((word) => fieldOf(word, { tilt, boxes: 'following' }));

function textPage(number: number, ...lines: string[]): PageAnswer {
	const words = lines.flatMap((line, index) => drawLine(line, 100, 100 + index * 40, 20));
	return pageOf({ fields: fieldsOf(words) }, number);
}

const failedPage = (page: number, message: string): PageAnswer => ({
	...pageOf({}, page),
	image: { inferResult: 'FAILURE', message, raw: {} },
});
const missingPage = (page: number): PageAnswer => ({ ...pageOf({}, page), image: null });

const NO_TEXT = 'NO_TEXT: no text found in image';
const FIRST = textPage(1, '임대차 계약서', '제1조 (목적)');

function read(splitInto: string, pages: PageAnswer[], options: Partial<ReadingOptions> = {}) {
	return textReadings(pages, { ...PLAIN, ...options, splitInto });
}

test('words come in the order of CLOVA, whatever the layout', () => {
	const fields = fieldsOf([...drawLine('가격', 400, 100, 20), ...drawLine('품목', 100, 100, 20)]);
	for (const layout of ['text', 'spaced', 'columns', 'markdown'] as const)
		expect(read('word', [pageOf({ fields })], { layout }).map(({ values }) => values)).toEqual([
			{ text: '가격', line: 1, word: 1 },
			{ text: '품목', line: 2, word: 2 },
		]);
});

test('Markdown makes no lines of its own where each is an item', () => {
	const list = textPage(1, '1. 사과', '3. 포도');
	const markdown = { layout: 'markdown' as const };
	expect(read('line', [list], markdown).map(({ values }) => values.text)).toEqual([
		'1. 사과',
		'3. 포도',
	]);
	expect(read('page', [list], markdown)[0].values.text).toBe('1. 사과\n\n3\\. 포도');
	expect(read('file', [list, list], markdown)[0].values.text).toContain('포도\n\n---\n\n1. 사과');
});

test('words and tables that stand beside a failure are not read', () => {
	const tables = [{ cells: [{ rowIndex: 0, columnIndex: 0, cellTextLines: [] }] }];
	const failed = failedPage(1, 'The image is too dark');
	const raw = { ...failed.image?.raw, fields: FIRST.image?.raw.fields ?? null, tables };
	const page: PageAnswer = { ...failed, image: { inferResult: 'FAILURE', message: null, raw } };
	for (const splitInto of ['page', 'file', 'line', 'word'])
		expect(read(splitInto, [page])[0].values.text).toBeNull();
	expect(read('pair', [page])[0].values.label).toBeNull();
	expect(read('section', [page])[0].values.heading).toBeNull();
});

test('a page without text has no lines as Markdown either', () => {
	const [{ values }] = read('page', [failedPage(1, NO_TEXT)], { layout: 'markdown' });
	expect(values).toEqual({ text: null, lines: [] });
});

test.each(['page', 'file', 'line', 'word', 'section', 'pair'])(
	'values of a %s are those that its schema names',
	(splitInto) => {
		const [{ values }] = read(splitInto, [FIRST]);
		expect(Object.keys(values)).toEqual(Object.keys(textSchema(splitInto)));
	},
);

test('a file has the confidence of all its words, and their details where asked for', () => {
	const fields = [
		{ inferText: '가', inferConfidence: 0.8, lineBreak: true },
		{ inferText: '나', inferConfidence: 1, lineBreak: true },
	];
	const pages = [pageOf({ fields }), pageOf({ fields }, 2)];
	expect(read('file', pages)[0]).toMatchObject({
		confidence: 0.9,
		lowestConfidence: 0.8,
		fields: null,
	});
	const detail = { keyText: null, boxes: [] };
	expect(read('page', pages, { includeFieldDetails: true })[0].fields).toStrictEqual([
		{ ...detail, text: '가', confidence: 0.8 },
		{ ...detail, text: '나', confidence: 1 },
	]);
});

describe('a label and its value', () => {
	const nothing = { label: null, value: null, confidence: null };

	test('are an item with the confidence of both', () => {
		const fields = asList(textPage(1, '전화: 02-000-1234').image?.raw.fields).map((field, at) => ({
			...asObject(field),
			inferConfidence: at === 0 ? 0.8 : 0.9,
		}));
		expect(read('pair', [pageOf({ fields })])).toMatchObject([
			{
				values: { label: '전화', value: '02-000-1234', confidence: 0.85 },
				confidence: 0.85,
				lowestConfidence: 0.8,
				detail: 'short',
				more: { guessedBy: 'colon' },
			},
		]);
	});

	test('are one empty item on a page without any', () => {
		const pages = [FIRST, failedPage(2, NO_TEXT), missingPage(3)];
		expect(read('pair', pages)).toMatchObject(
			[1, 2, 3].map((page) => ({ page, values: nothing, detail: 'short', more: {} })),
		);
	});
});

describe('the text below a heading', () => {
	const below = (page: PageAnswer, title: string) => {
		const heading = fieldsOf(drawLine(title, 100, 60, 48));
		return pageOf({ fields: [...heading, ...asList(page.image?.raw.fields)] }, page.page);
	};
	const sections = (...pages: PageAnswer[]) =>
		read('section', pages).map(({ values, page }) => [
			page,
			values.heading,
			values.level,
			values.text,
		]);

	const body = [
		'오늘은 날이 맑습니다.',
		'내일은 비가 옵니다.',
		'모레는 다시 맑겠습니다 그리고 바람이 조금 붑니다.',
	];
	const [one, two, three] = [1, 2, 3].map((page) => textPage(page, ...body));
	const text = body.join('\n');

	test('is an item, and goes on over pages', () => {
		expect(sections(below(one, '첫째'), two, below(three, '셋째'))).toEqual([
			[1, '첫째', 1, `${text}\n\n${text}`],
			[3, '셋째', 1, text],
		]);
	});

	test('is one item a page where there are no headings', () => {
		expect(sections(one, two)).toEqual([
			[1, null, null, text],
			[2, null, null, text],
		]);
	});

	test('is nothing on a page without text', () => {
		expect(sections(FIRST, failedPage(2, NO_TEXT), missingPage(3))).toMatchObject([
			[1, null, null, expect.any(String)],
			[2, null, null, null],
			[3, null, null, null],
		]);
	});
});

describe('the tilt', () => {
	const line = drawLine('비스듬한 종이', 100, 100, 20);
	const tilted = (tilt: number, page: number) => pageOf({ fields: fieldsOf(line, tilt) }, page);

	test.each(['page', 'file'])('is told of a %s', (splitInto) => {
		expect(read(splitInto, [tilted(45, 1)])[0].more).toEqual({ tilt: expect.closeTo(45, 0) });
		expect(read(splitInto, [tilted(0, 1)])[0].more).toEqual({});
	});

	test('is told by the lines where the boxes are upright', () => {
		const fields = line.map((word) => fieldOf(word, { tilt: 30, boxes: 'upright' }));
		expect(read('page', [pageOf({ fields })])[0].more).toEqual({ tilt: expect.closeTo(30, 0) });
	});

	test('is not told of a file of several pages', () => {
		expect(read('file', [tilted(45, 1), tilted(45, 2)])[0].more).toEqual({});
	});
});

test('a file has the size of its pages where they share one', () => {
	const sized = (width: number | null) => ({ ...FIRST, width });
	const width = (...pages: PageAnswer[]) => read('file', pages)[0].width;
	expect(read('file', [FIRST])[0]).toMatchObject({ width: 1240, height: 1754 });
	expect(width(sized(1240), sized(1240), sized(1240))).toBe(1240);
	expect(width(sized(1240), sized(1240), sized(1754))).toBeNull();
	expect(width(sized(null), sized(null))).toBeNull();
	expect(width()).toBeNull();
});
