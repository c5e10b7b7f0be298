import fc from 'fast-check';

import { extractText } from '../../../../nodes/ClovaOcr/operations/general/extractText';
import type { Json } from '../../../../nodes/ClovaOcr/shared/json';
import type { PageAnswer } from '../../../../nodes/ClovaOcr/reading/page';
import type { ReadingOptions } from '../../../../nodes/ClovaOcr/reading/reading';
import { outsideAnswers, pagesOf, PLAIN } from '../../../support/answers';
import { drawLine, fieldOf, pageOf } from '../../../support/drawnPage';
import { mutate, mutations } from '../../../support/mutate';

function textPage(number: number, ...lines: string[]): PageAnswer {
	const fields = lines.flatMap((line, index) =>
		drawLine(line, 100, 100 + index * 40, 20).map((word) =>
			fieldOf(word, { tilt: 0, boxes: 'following' }),
		),
	);
	return pageOf({ fields }, number);
}

function failedPage(page: number, message: string): PageAnswer {
	return {
		page,
		image: { inferResult: 'FAILURE', message, raw: { inferResult: 'FAILURE', message } },
		width: 1240,
		height: 1754,
	};
}

function missingPage(page: number): PageAnswer {
	return { page, image: null, width: null, height: null };
}

const NO_TEXT = 'NO_TEXT: no text found in image';

function read(splitInto: string, pages: PageAnswer[], options: Partial<ReadingOptions> = {}) {
	return extractText.read(pages, { ...PLAIN, ...options, splitInto });
}

const FIRST = textPage(1, '임대차 계약서', '제1조 (목적)');
const SECOND = textPage(2, '제2조 (기간)');

describe('one item', () => {
	test('per page', () => {
		expect(read('page', [FIRST, SECOND])).toMatchObject([
			{
				values: { text: '임대차 계약서\n제1조 (목적)', lines: ['임대차 계약서', '제1조 (목적)'] },
				page: 1,
				recognized: true,
				message: null,
				confidence: 0.99,
				lowestConfidence: 0.99,
				reviewReasons: [],
				fields: null,
				detail: 'full',
			},
			{ values: { text: '제2조 (기간)' }, page: 2 },
		]);
	});

	test('per file', () => {
		expect(read('file', [FIRST, SECOND])).toMatchObject([
			{
				values: {
					text: '임대차 계약서\n제1조 (목적)\n\n제2조 (기간)',
					pages: [
						{ page: 1, lines: ['임대차 계약서', '제1조 (목적)'], recognized: true },
						{ page: 2, text: '제2조 (기간)', recognized: true },
					],
				},
				page: null,
				recognized: true,
				message: null,
				width: 1240,
			},
		]);
	});

	test('per line', () => {
		const readings = read('line', [FIRST, SECOND]);
		expect(readings.map(({ values, page }) => [values, page])).toEqual([
			[{ text: '임대차 계약서', line: 1 }, 1],
			[{ text: '제1조 (목적)', line: 2 }, 1],
			[{ text: '제2조 (기간)', line: 1 }, 2],
		]);
		expect(readings.every(({ detail }) => detail === 'short')).toBe(true);
	});

	test('per word', () => {
		expect(read('word', [FIRST]).map(({ values }) => values)).toEqual([
			{ text: '임대차', line: 1, word: 1 },
			{ text: '계약서', line: 1, word: 2 },
			{ text: '제1조', line: 2, word: 3 },
			{ text: '(목적)', line: 2, word: 4 },
		]);
	});

	test.each([
		['page', { text: null, lines: [] }],
		['line', { text: null, line: null }],
		['word', { text: null, line: null, word: null }],
		['file', { text: null, pages: [{ page: 1, text: null, lines: [], recognized: false }] }],
	])('per %s where nothing was found', (splitInto, values) => {
		expect(read(splitInto, [failedPage(1, NO_TEXT)])).toMatchObject([
			{
				values,
				recognized: false,
				message: expect.stringContaining(NO_TEXT),
				confidence: null,
				lowestConfidence: null,
				reviewReasons: ['notRecognized'],
			},
		]);
	});
});

describe('a page without text', () => {
	test('is nothing to look at among others', () => {
		const [, blank] = read('page', [FIRST, failedPage(2, NO_TEXT)]);
		expect(blank).toMatchObject({
			recognized: false,
			message: expect.stringContaining(NO_TEXT),
			reviewReasons: [],
		});
		expect(read('file', [FIRST, failedPage(2, NO_TEXT)])).toMatchObject([
			{ recognized: true, message: null, reviewReasons: [] },
		]);
	});

	test('is one to look at where it failed for another reason', () => {
		const failed = failedPage(2, 'The image is too dark');
		expect(read('page', [FIRST, failed])[1]).toMatchObject({ reviewReasons: ['notRecognized'] });
		expect(read('file', [FIRST, failed])).toMatchObject([
			{
				recognized: true,
				message: expect.stringMatching(/^Page 2: .*The image is too dark/),
				reviewReasons: ['notRecognized'],
			},
		]);
	});

	test('says so where CLOVA reports success without words', () => {
		expect(read('page', [pageOf({ fields: [] })])).toMatchObject([
			{ recognized: false, message: 'No text was found on this page.' },
		]);
	});

	test('that the answer lacks is reported as missing', () => {
		const message = 'CLOVA returned nothing for this page.';
		expect(read('page', [FIRST, missingPage(2)])[1]).toMatchObject({
			values: { text: null, lines: [] },
			recognized: false,
			message,
			reviewReasons: ['pagesMissing'],
		});
		expect(read('file', [FIRST, missingPage(2)])).toMatchObject([
			{
				values: { text: '임대차 계약서\n제1조 (목적)' },
				recognized: true,
				message: `Page 2: ${message}`,
				reviewReasons: ['pagesMissing'],
				width: null,
			},
		]);
	});

	test('makes a file of such pages unrecognised', () => {
		const blank = [failedPage(1, NO_TEXT), failedPage(2, NO_TEXT)];
		expect(read('file', blank)).toMatchObject([
			{ values: { text: null }, recognized: false, reviewReasons: ['notRecognized'] },
		]);
	});
});

describe('the confidence', () => {
	const page = pageOf({
		fields: [
			{ inferText: '가', inferConfidence: 0.8, lineBreak: true },
			{ inferText: '나', inferConfidence: 1, lineBreak: false },
			{ inferText: '다', lineBreak: true },
		],
	});

	test('is the mean and the lowest of the words that have one', () => {
		expect(read('page', [page])).toMatchObject([{ confidence: 0.9, lowestConfidence: 0.8 }]);
	});

	test('is each line’s own', () => {
		expect(read('line', [page]).map(({ confidence }) => confidence)).toEqual([0.8, 1]);
	});
});

describe('the field details', () => {
	const details = { includeFieldDetails: true };

	test('are the words as printed, with boxes in pixels', () => {
		const vertices = [
			{ x: 10, y: 20 },
			{ x: 50, y: 20 },
			{ x: 50, y: 45 },
			{ x: 10, y: 45 },
		];
		const fields = [{ inferText: '１０월', inferConfidence: 0.9, boundingPoly: { vertices } }];
		expect(read('page', [pageOf({ fields })], details)[0]).toMatchObject({
			values: { text: '10월' },
			fields: [
				{
					text: '１０월',
					keyText: null,
					confidence: 0.9,
					boxes: [{ x: 10, y: 20, width: 40, height: 25 }],
				},
			],
			width: 1240,
			height: 1754,
		});
	});

	test('name the page where a file has one list', () => {
		const [file] = read('file', [FIRST, SECOND], details);
		expect(file.fields).toMatchObject([
			{ page: 1, text: '임대차' },
			{ page: 1, text: '계약서' },
			{ page: 1, text: '제1조' },
			{ page: 1, text: '(목적)' },
			{ page: 2, text: '제2조' },
			{ page: 2, text: '(기간)' },
		]);
	});
});

test('spaced layout gives visual rows as lines of pages and files', () => {
	const fields = [...drawLine('품목', 100, 100, 20), ...drawLine('가격', 400, 100, 20)].map(
		(word) => fieldOf(word, { tilt: 0, boxes: 'following' }),
	);
	const spaced = { layout: 'spaced' as const };
	const [{ values }] = read('page', [pageOf({ fields })], spaced);
	expect(values.lines).toEqual([expect.stringMatching(/^품목 {8,}가격$/)]);
	expect(read('page', [pageOf({ fields })])[0].values.lines).toEqual(['품목', '가격']);
	expect(read('file', [pageOf({ fields })], spaced)[0].values.text).toBe(values.text);
	expect(read('line', [pageOf({ fields })], spaced)[0].values.text).toBe(values.text);
});

describe('answers of any shape', () => {
	const bodies: Json[] = [
		{ images: [FIRST.image?.raw ?? null, SECOND.image?.raw ?? null] },
		...outsideAnswers('clova-ocr/examples')
			.filter(({ name }) => name.startsWith('general'))
			.map(({ body }) => body),
	];

	test('are read without an exception and lose no word', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...bodies),
				mutations,
				fc.constantFrom('page', 'file', 'line', 'word'),
				fc.constantFrom('text' as const, 'spaced' as const),
				(body, changes, splitInto, layout) => {
					const pages = pagesOf(mutate(body, changes));
					const readings = read(splitInto, pages, { layout, includeFieldDetails: true });
					const text = readings.map(({ values }) => values.text ?? '').join(' ');
					const words = readings.flatMap(({ fields }) => fields as Array<{ text: string }>);
					for (const word of words) expect(text).toContain(word.text);
				},
			),
			{ numRuns: 300 },
		);
	});
});
