import { operations } from '../../../nodes/ClovaOcr/operations';
import { readOptions } from '../../../nodes/ClovaOcr/options';
import { allOptions, isShown } from '../../support/shownOptions';

/** What counts where the user added nothing. */
const DEFAULTS = {
	maxConcurrency: 3,
	maxTries: 4,
	rateLimitWait: 120_000,
	retryOn: 'refused',
	timeout: 60_000,
	maxCalls: null,
	engineVersion: 'V2',
	languages: [],
	templateIds: [],
	pages: '',
	pdfPassword: '',
	layout: 'text',
	headerRow: true,
	fillMergedCells: true,
	convertNumbers: true,
	tableFormats: [],
	confidenceThreshold: null,
	expectedTotal: null,
	includeFieldDetails: false,
	keepSource: 'none',
	detectTables: false,
	existingText: 'keep',
	rotatePages: false,
	hideNumbers: false,
	highlight: false,
	reviewOutput: false,
};

describe('options that the user did not add', () => {
	test.each(Object.entries(DEFAULTS))('%s is %j', (name, value) => {
		expect(readOptions({}).values).toHaveProperty(name, value);
	});

	test('refuse nothing', () => {
		expect(readOptions({}).refusal).toBeNull();
	});

	test('start in the editor at the value that counts without them, where that is one', () => {
		const differing = allOptions.filter(
			({ name, default: shown }) =>
				JSON.stringify(readOptions({}).values[name as keyof typeof DEFAULTS]) !==
				JSON.stringify(shown),
		);
		// Added, these three begin with a useful value; not added, they are off. Lists begin empty.
		expect(differing.map(({ name }) => name).sort()).toEqual([
			'confidenceThreshold',
			'expectedTotal',
			'maxCalls',
			'templateIds',
		]);
	});
});

describe('numbers', () => {
	test.each([
		['an expression that gives text', { timeout: '5000' }, { timeout: 5000 }],
		['rubbish', { timeout: 'soon', maxTries: null }, { timeout: 60_000, maxTries: 4 }],
		[
			'too small',
			{ timeout: 0, maxTries: -3, maxConcurrency: 0 },
			{ timeout: 1, maxTries: 1, maxConcurrency: 1 },
		],
		['too large', { maxTries: 1000, maxConcurrency: 1e9 }, { maxTries: 20, maxConcurrency: 50 }],
		['infinite', { timeout: Infinity }, { timeout: 60_000 }],
	])('%s', (_, given, values) => {
		expect(readOptions(given).values).toMatchObject(values);
	});
});

/** The options that only some operations understand, and which. All others are shown under every one. */
const UNDER: Record<string, string[]> = {
	convertNumbers: ['extractTables'],
	detectTables: ['extractText'],
	existingText: ['createSearchablePdf', 'extractText'],
	rotatePages: ['createSearchablePdf'],
	engineVersion: ['createMaskedCopy', 'createSearchablePdf', 'extractFields', 'extractText'],
	expectedTotal: ['readReceipt'],
	fillMergedCells: ['extractTables'],
	headerRow: ['extractTables'],
	hideNumbers: ['createSearchablePdf'],
	highlight: ['createSearchablePdf'],
	languages: [
		'createMaskedCopy',
		'createSearchablePdf',
		'extractFields',
		'extractTables',
		'extractText',
	],
	layout: ['extractText'],
	tableFormats: ['extractTables'],
	templateIds: ['extractFields'],
};

describe('an option is shown where it means something, and nowhere else', () => {
	test.each(allOptions.map((option) => [option.name, option] as const))('%s', (name, option) => {
		const shown = operations.filter(({ resource, value, splitInto }) =>
			['', ...splitInto.map((choice) => choice.value)].some((split) =>
				['detailed', 'simplified'].some((output) =>
					isShown(option, { resource, operation: value, output, splitInto: split }),
				),
			),
		);
		expect(shown.map(({ value }) => value).sort()).toEqual(
			UNDER[name] ?? operations.map(({ value }) => value).sort(),
		);
	});
});

test('options of calls are hidden beside an answer that is there already', () => {
	const hidden = allOptions.filter((option) =>
		operations.every(({ resource, value, splitInto }) =>
			['', ...splitInto.map((choice) => choice.value)].every((split) => {
				const more = { resource, operation: value, output: 'detailed', splitInto: split };
				return !isShown(option, { ...more, inputType: 'answer' });
			}),
		),
	);
	expect(hidden.map(({ name }) => name).sort()).toEqual([
		'detectTables',
		'engineVersion',
		'languages',
		'maxCalls',
		'maxConcurrency',
		'maxTries',
		'rateLimitWait',
		'retryOn',
		'templateIds',
		'timeout',
	]);
});
