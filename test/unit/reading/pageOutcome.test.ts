import type { ImageAnswer, PageAnswer } from '../../../nodes/ClovaOcr/reading/page';
import {
	fileOutcomeOf,
	hasSeveralPages,
	outcomeOf,
} from '../../../nodes/ClovaOcr/reading/pageOutcome';
import type { ReviewReason } from '../../../nodes/ClovaOcr/reading/reading';
import type { JsonObject } from '../../../nodes/ClovaOcr/shared/json';

const page = (image: ImageAnswer | null, more: Partial<PageAnswer> = {}): PageAnswer => ({
	page: 1,
	image,
	width: null,
	height: null,
	...more,
});
const success = (raw: JsonObject): ImageAnswer => ({
	inferResult: 'SUCCESS',
	message: 'SUCCESS',
	raw,
});
const failure = (message: string | null): ImageAnswer => ({
	inferResult: 'FAILURE',
	message,
	raw: {},
});

const NOTHING = 'Nothing was found.';
const UNREAD = 'CLOVA OCR reported success, but nothing it sent could be read. Members:';
const BLANK = 'NO_TEXT: no text found in image';

/** What becomes of a page on which nothing was found. */
const lost = (image: ImageAnswer | null, place: string | null = null, severalPages = false) =>
	outcomeOf(page(image), false, NOTHING, severalPages, place);

test('a page is recognised where something was found', () => {
	expect(outcomeOf(page(success({})), true, NOTHING, false)).toEqual({
		recognized: true,
		message: null,
		reviewReasons: [],
	});
	expect(outcomeOf(page(failure('late')), true, NOTHING, false).recognized).toBe(false);
});

test('a page whose number was guessed is to be looked at, whatever was found', () => {
	const guessed = page(success({}), { guessed: true });
	expect(outcomeOf(guessed, true, NOTHING, false).reviewReasons).toEqual(['pagesMissing']);
	expect(outcomeOf(guessed, false, NOTHING, false).reviewReasons).toEqual([
		'notRecognized',
		'pagesMissing',
	]);
	expect(outcomeOf(guessed, false, NOTHING, true).reviewReasons).toEqual(['pagesMissing']);
	expect(outcomeOf(guessed, false, NOTHING, true, 'fields').reviewReasons).toEqual([
		'nothingRead',
		'pagesMissing',
	]);
});

test('a page that the answer lacks is missing', () => {
	expect(lost(null)).toEqual({
		recognized: false,
		message: 'CLOVA returned nothing for this page.',
		reviewReasons: ['pagesMissing'],
	});
});

test.each<[string, string | null, string]>([
	['a blank page', BLANK, `No text was found on this page (CLOVA says: "${BLANK}")`],
	[
		'a page of no template',
		'Not found matched template',
		'None of the domain\'s released templates fits this page (CLOVA says: "Not found matched template")',
	],
	['any other failure', 'too dark', 'CLOVA OCR could not read this page (CLOVA says: "too dark")'],
	['a failure without a word', null, NOTHING],
])('%s is told in plain words', (_, message, told) => {
	expect(lost(failure(message))).toEqual({
		recognized: false,
		message: told,
		reviewReasons: ['notRecognized'],
	});
});

test.each<[string, ImageAnswer, ReviewReason[]]>([
	['a blank one is none', failure(BLANK), []],
	['one without what was asked for is none', success({}), []],
	['one that failed is one', failure('too dark'), ['notRecognized']],
	['one that failed without a word is one', failure(null), ['notRecognized']],
])('of several pages to look at, %s', (_, image, reasons) => {
	expect(lost(image, null, true)).toMatchObject({ recognized: false, reviewReasons: reasons });
});

describe('a page of which nothing could be read', () => {
	test.each<[string, string, JsonObject, string | null]>([
		['whose words are empty is blank', 'fields', { fields: [] }, null],
		['whose words are lists of nothing is blank', 'fields', { fields: [[], []] }, null],
		[
			'whose words are of another form is unread',
			'fields',
			{ fields: [{ word: 'x' }] },
			'fields (word)',
		],
		['without words is unread', 'fields', {}, 'none'],
		['without words says what it has', 'fields', { lines: [], name: 'x' }, 'lines'],
		['without tables has none', 'tables', { fields: [], title: null, uid: '1' }, null],
		['with an empty list of tables has none', 'tables', { tables: [], grids: [] }, null],
		['with tables of another form is unread', 'tables', { tables: [{}] }, 'tables'],
		['with something else is unread', 'tables', { fields: [], grids: [] }, 'fields, grids'],
	])('%s', (_, place, raw, members) => {
		expect(lost(success(raw), place)).toEqual(
			members === null
				? { recognized: false, message: NOTHING, reviewReasons: ['notRecognized'] }
				: { recognized: false, message: `${UNREAD} ${members}.`, reviewReasons: ['nothingRead'] },
		);
	});

	test('is not unread where CLOVA reported a failure', () => {
		expect(lost(failure('too dark'), 'fields').reviewReasons).toEqual(['notRecognized']);
	});
});

test.each<[number[], boolean]>([
	[[], false],
	[[1], false],
	[[2], true],
	[[1, 2], true],
	[[1, 1], true],
])('the pages %p are several: %p', (numbers, several) => {
	expect(hasSeveralPages(numbers.map((number) => page(null, { page: number })))).toBe(several);
});

describe('the outcome of a file', () => {
	const good = { recognized: true, message: null, reviewReasons: [] };
	const blank = { recognized: false, message: 'blank', reviewReasons: [] };
	const dark = { recognized: false, message: 'dark', reviewReasons: ['notRecognized' as const] };
	const gone = { recognized: false, message: 'gone', reviewReasons: ['pagesMissing' as const] };
	const silent = { ...dark, message: null };

	test.each([
		['is good where all pages are', [good, good], true, null, []],
		['is good where the others are blank', [good, blank], true, null, []],
		[
			'names the pages to look at',
			[dark, good, gone],
			true,
			'Page 1: dark; Page 3: gone',
			['notRecognized', 'pagesMissing'],
		],
		[
			'names every reason once',
			[dark, good, dark],
			true,
			'Page 1: dark; Page 3: dark',
			['notRecognized'],
		],
		['names no page that says nothing', [silent, good], true, null, ['notRecognized']],
		[
			'names all pages where none was recognised',
			[blank, dark],
			false,
			'Page 1: blank; Page 2: dark',
			['notRecognized'],
		],
		[
			'is bad where all pages are blank',
			[blank, blank],
			false,
			'Page 1: blank; Page 2: blank',
			['notRecognized'],
		],
		['names no page where there is one', [blank], false, 'blank', ['notRecognized']],
		['is missing where all pages are', [gone], false, 'gone', ['pagesMissing']],
		['is bad without any page', [], false, null, ['notRecognized']],
	])('%s', (_, pages, recognized, message, reviewReasons) => {
		const numbered = pages.map((each, index) => ({ ...each, number: index + 1 }));
		expect(fileOutcomeOf(numbered)).toEqual({ recognized, message, reviewReasons });
	});
});
