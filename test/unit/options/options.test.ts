import { operations } from '../../../nodes/ClovaOcr/operations';
import { readOptions } from '../../../nodes/ClovaOcr/options';
import { allOptions, isShown, isShownOn } from '../../support/shownOptions';

/** What counts where the user added nothing: docs/reference.md says it of each option, and is held to it. */
const DEFAULTS: Record<string, unknown> = readOptions({}).values;

describe('options that the user did not add', () => {
	test('refuse nothing', () => {
		expect(readOptions({}).refusal).toBeNull();
	});

	test('start in the editor at the value that counts without them, where that is one', () => {
		const differing = allOptions.filter(
			({ name, default: shown }) => JSON.stringify(DEFAULTS[name]) !== JSON.stringify(shown),
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

test.each([
	[1, 1],
	[1.5, 0.015],
	[80, 0.8],
	[100, 1],
])('a confidence threshold of %d is %d', (given, value) => {
	expect(readOptions({ confidenceThreshold: given }).values.confidenceThreshold).toBe(value);
});

test('further forms of a table are offered for whole tables, not for their rows', () => {
	const option = allOptions.find(({ name }) => name === 'tableFormats');
	if (option === undefined) throw new Error('There is no such option');
	const shown = (splitInto: string) =>
		isShown(option, {
			resource: 'general',
			operation: 'extractTables',
			output: 'simplified',
			splitInto,
		});
	expect([shown('table'), shown('row')]).toEqual([true, false]);
});

test('options of calls are hidden beside an answer that is there already', () => {
	const hidden = allOptions.filter((option) =>
		operations.every((operation) => !isShownOn(option, operation, { inputType: 'answer' })),
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
