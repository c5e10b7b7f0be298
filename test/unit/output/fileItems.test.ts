import type { ItemSettings } from '../../../nodes/ClovaOcr/input/settings';
import { readReceipt } from '../../../nodes/ClovaOcr/operations/document/readReceipt';
import { extractText } from '../../../nodes/ClovaOcr/operations/general/extractText';
import type { Operation } from '../../../nodes/ClovaOcr/operations/types';
import { fileItems, type AnsweredFile } from '../../../nodes/ClovaOcr/output/fileItems';
import type { PageAnswer } from '../../../nodes/ClovaOcr/reading/page';
import { asObject, type Json } from '../../../nodes/ClovaOcr/shared/json';
import { PLAIN } from '../../support/answers';
import { pageOf } from '../../support/drawnPage';
import { itemSettings } from '../../support/settings';

function textPage(text: string, page: number, confidence = 0.99): PageAnswer {
	const word = { inferText: text, inferConfidence: confidence, lineBreak: true };
	return pageOf({ fields: [word] }, page);
}

const lost = (page: number): PageAnswer => ({ page, image: null, width: null, height: null });

/** A file of two pages that were read by one call each. */
function answered(pages: PageAnswer[], splitInto: string, more: Partial<AnsweredFile> = {}) {
	return {
		pages,
		readings: extractText.read(pages, { ...PLAIN, splitInto }),
		found: new Map(),
		pageCount: pages.length,
		given: false,
		requestIds: new Map([
			[1, 'first'],
			[2, 'second'],
		]),
		fromFile: new Set<number>(),
		calls: new Map([
			[1, 2],
			[2, 1],
		]),
		...more,
	};
}

function itemsOf(
	file: AnsweredFile,
	splitInto: string,
	output: ItemSettings['output'] = 'detailed',
	more: Partial<ItemSettings> = {},
) {
	const reading = { ...PLAIN, splitInto, ...more };
	const settings = itemSettings({ output, reading, ...more });
	const { items, hints } = fileItems(file, 'scan.pdf', extractText, settings, 3);
	return {
		hints,
		items,
		ocr: items.map(({ item }) => asObject(item.json.ocr as Json)),
	};
}

const both = [textPage('one', 1), textPage('two', 2)];

describe('items of a file', () => {
	test('are paired with the item that it came with', () => {
		const { items } = itemsOf(answered(both, 'page'), 'page');
		expect(items.map(({ item }) => item.pairedItem)).toEqual([{ item: 3 }, { item: 3 }]);
	});

	test('say with which request each page was read, and how many it took', () => {
		const { ocr } = itemsOf(answered(both, 'page'), 'page');
		expect(ocr).toMatchObject([
			{ page: 1, requestId: 'first', calls: 2, source: 'service' },
			{ page: 2, requestId: 'second', calls: 1, source: 'service' },
		]);
	});

	test('count the requests of a page once, whatever comes of it', () => {
		const { ocr } = itemsOf(answered([both[0], textPage('again', 1)], 'page'), 'page');
		expect(ocr.map(({ calls }) => calls)).toEqual([2, 0]);
	});

	test('that cover it all have the first request, and the requests of all pages', () => {
		const { ocr } = itemsOf(answered(both, 'file'), 'file');
		expect(ocr).toMatchObject([{ page: null, requestId: 'first', calls: 3, pageCount: 2 }]);
	});

	test('have no request where there was none', () => {
		const file = answered(both, 'file', { requestIds: new Map(), calls: new Map() });
		expect(itemsOf(file, 'file').ocr).toMatchObject([{ requestId: null, calls: 0 }]);
		expect(itemsOf(file, 'page').ocr[0]).toMatchObject({ requestId: null, calls: 0 });
	});

	test.each([
		[[1, 2], 'file'],
		[[1], 'service'],
		[[], 'service'],
	])('whose pages %j have text of their own come from the %s', (own, source) => {
		const file = answered(both, 'file', { fromFile: new Set(own) });
		expect(itemsOf(file, 'file').ocr[0].source).toBe(source);
	});

	test('of a file without any page come from the service', () => {
		const file = { ...answered(both, 'file', { fromFile: new Set([1, 2]) }), pages: [] };
		expect(itemsOf(file, 'file').ocr[0].source).toBe('service');
	});

	test('of a single page come from the file where the page does', () => {
		const file = answered([both[0]], 'file', { fromFile: new Set([1]) });
		expect(itemsOf(file, 'file').ocr[0].source).toBe('file');
	});

	test('each come from where their page does', () => {
		const file = answered(both, 'page', { fromFile: new Set([2]) });
		expect(itemsOf(file, 'page').ocr.map(({ source }) => source)).toEqual(['service', 'file']);
	});

	test('of an answer that was there already come from it', () => {
		expect(itemsOf(answered(both, 'page', { given: true }), 'page').ocr[0].source).toBe('answer');
	});

	test('say what was starred on their page, or on all', () => {
		const found: AnsweredFile['found'] = new Map([
			[1, ['card', 'card']],
			[2, ['personal']],
		]);
		expect(itemsOf(answered(both, 'page', { found }), 'page').ocr).toMatchObject([
			{ masked: 2, maskedKinds: ['card'] },
			{ masked: 1, maskedKinds: ['personal'] },
		]);
		expect(itemsOf(answered(both, 'file', { found }), 'file').ocr).toMatchObject([
			{ masked: 3, maskedKinds: ['card', 'personal'] },
		]);
	});
});

describe('field details', () => {
	const first = (more: Partial<ItemSettings>) =>
		itemsOf(answered(both, 'page'), 'page', 'detailed', more).ocr[0];

	test('come with the size of the page where they are asked for', () => {
		expect(first({ includeFieldDetails: true })).toMatchObject({ width: 1240, height: 1754 });
	});

	test('are left out otherwise', () => {
		expect(Object.keys(first({}))).not.toEqual(expect.arrayContaining(['width']));
		expect(first({})).not.toHaveProperty('fields');
	});
});

describe('hints', () => {
	test('name guessed pages and those that were cut, each once', () => {
		const pages = [
			{ ...textPage('one', 1), guessed: true, cut: true },
			{ ...textPage('two', 2), guessed: true },
			{ ...textPage('again', 2), guessed: true },
		];
		const { hints } = itemsOf(answered(pages, 'page'), 'page');
		expect(hints).toEqual([
			expect.stringMatching(/^'scan\.pdf', pages 1, 2: .*guess/),
			expect.stringMatching(/^'scan\.pdf', page 1: .*left out/),
		]);
	});

	test('there are none where all is well', () => {
		expect(itemsOf(answered(both, 'page'), 'page').hints).toEqual([]);
	});

	test('say where nothing was read', () => {
		const empty = [both[0], pageOf({ fields: [] }, 2)];
		expect(itemsOf(answered(empty, 'page'), 'page').hints).toEqual([
			expect.stringMatching(/^'scan\.pdf', page 2: No text/),
		]);
	});

	test.each([
		[{ recognized: false, message: 'No text', reviewReasons: ['notRecognized' as const] }, ['No text']],
		[{ recognized: true, message: 'No lines', reviewReasons: ['nothingRead' as const] }, ['No lines']],
		[{ recognized: true, message: 'All is well', reviewReasons: [] }, []],
		[{ recognized: false, message: null, reviewReasons: [] }, []],
	])('say what a reading says that found nothing, in case %#', (more, said) => {
		const file = answered([both[0]], 'file');
		const readings = file.readings.map((reading) => ({ ...reading, ...more }));
		const { hints } = itemsOf({ ...file, readings }, 'file');
		expect(hints).toEqual(said.map((message) => `'scan.pdf': ${message}`));
	});

	test('say what was starred where it may have been a number of no person', () => {
		const found: AnsweredFile['found'] = new Map([
			[1, ['card', 'personal', 'card']],
			[2, []],
		]);
		expect(itemsOf(answered(both, 'page', { found }), 'page').hints).toEqual([
			expect.stringContaining(
				"starred (card numbers: 2, resident or alien registration numbers: 1). To see all numbers",
			),
		]);
		const none: AnsweredFile['found'] = new Map([[1, []]]);
		expect(itemsOf(answered(both, 'page', { found: none }), 'page').hints).toEqual([]);
		const settings = itemSettings({ reading: { ...PLAIN, splitInto: 'page' } });
		const ofDocument = fileItems(answered(both, 'page', { found }), 'scan.pdf', readReceipt, settings, 3);
		expect(ofDocument.hints).toEqual([]);
	});
});

describe('rows', () => {
	test('of General keep to the columns of their table, those of a document do not', () => {
		const keysOf = (operation: Operation) => {
			const settings = itemSettings({ reading: { ...PLAIN, splitInto: 'row' } });
			const { items } = fileItems(answered([both[0]], 'row'), 'scan.pdf', operation, settings, 3);
			return Object.keys(items[0].item.json);
		};
		expect(keysOf(extractText)).not.toContain('fileName');
		expect(keysOf({ ...extractText, resource: 'document' })).toContain('fileName');
	});
});

describe('raw items', () => {
	test("hold CLOVA's entry for each page, and say which is missing", () => {
		const { items } = itemsOf(answered([both[0], lost(2)], 'page'), 'page', 'raw');
		expect(items.map(({ item }) => item.json)).toEqual([
			both[0].image?.raw,
			{ inferResult: 'FAILURE', message: 'CLOVA returned nothing for page 2.' },
		]);
		expect(items.map(({ needsReview }) => needsReview)).toEqual([false, true]);
	});

	test.each([
		['page', [false, true]],
		['file', [true, true]],
	])('read by %s are to be looked at where a reading of theirs is', (splitInto, expected) => {
		const pages = [both[0], textPage('two', 2, 0.3)];
		const { items } = itemsOf(answered(pages, splitInto), splitInto, 'raw', {
			confidenceThreshold: 0.8,
		});
		expect(items.map(({ needsReview }) => needsReview)).toEqual(expected);
	});
});
