import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { startSimulator, type Simulator } from '../simulator';
import { answerOf, blankImage, generalImage, wordsOfLines } from '../support/generalAnswer';
import { fileItem, parametersFor, picture, runOcr } from '../support/ocrRun';

const SPLITS = ['page', 'file', 'line', 'word'] as const;
const GOOD = answerOf([generalImage(wordsOfLines(['sure words here', 'second line']), 0)]);
const DOUBTFUL = answerOf([
	generalImage(wordsOfLines(['doubtful text'], 0.4), 0),
	generalImage(wordsOfLines(['fine page'], 0.99), 1),
]);
const NOTHING = answerOf([blankImage(0)]);

/** What each answer becomes: number of items, and how many of them need review. */
const EXPECTED: Record<
	(typeof SPLITS)[number] | 'raw',
	{ good: number[]; doubtful: number[]; nothing: number[] }
> = {
	page: { good: [1, 0], doubtful: [2, 1], nothing: [1, 1] },
	file: { good: [1, 0], doubtful: [1, 1], nothing: [1, 1] },
	line: { good: [2, 0], doubtful: [2, 1], nothing: [1, 1] },
	word: { good: [5, 0], doubtful: [4, 2], nothing: [1, 1] },
	raw: { good: [1, 0], doubtful: [2, 1], nothing: [1, 1] },
};

interface Combination {
	splitInto: (typeof SPLITS)[number];
	output: 'detailed' | 'raw' | 'simplified';
	binaryMode: 'default' | 'filesystem';
	settingsMode: 'combined' | 'separate';
	reviewOutput: boolean;
	onError: 'continueErrorOutput' | 'continueRegularOutput';
}

const combinations: Combination[] = SPLITS.flatMap((splitInto) =>
	(['simplified', 'detailed', 'raw'] as const).flatMap((output) =>
		(['default', 'filesystem'] as const).flatMap((binaryMode) =>
			(['separate', 'combined'] as const).flatMap((settingsMode) =>
				[false, true].flatMap((reviewOutput) =>
					(['continueRegularOutput', 'continueErrorOutput'] as const).map((onError) => ({
						splitInto,
						output,
						binaryMode,
						settingsMode,
						reviewOutput,
						onError,
					})),
				),
			),
		),
	),
);

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator({ recognizer: 'none' });
});

afterAll(async () => await simulator.close());

describe.each(SPLITS)('split into %s', (splitInto) => {
	it.each(combinations.filter((combination) => combination.splitInto === splitInto))(
		'$output, files $binaryMode $settingsMode, review output $reviewOutput, $onError',
		async ({ output, binaryMode, settingsMode, reviewOutput, onError }) => {
			simulator.control({ reset: true });
			simulator.control({
				faults: [
					{ fault: { kind: 'json', body: GOOD }, match: { fileName: 'good' } },
					{ fault: { kind: 'json', body: DOUBTFUL }, match: { fileName: 'doubtful' } },
					{ fault: { kind: 'json', body: NOTHING }, match: { fileName: 'nothing' } },
					{ fault: { kind: 'service', code: '0011' }, match: { fileName: 'broken' } },
				],
			});
			const names = ['good.tif', 'broken.tif', 'doubtful.tif', 'nothing.tif'];
			const parameters = parametersFor('extractText', {
				splitInto,
				output,
				options: { reviewOutput, confidenceThreshold: 0.8 },
			});
			const result = await runOcr(
				simulator,
				parameters,
				names.map((name, n) => fileItem(name, tiffHead(n), { n })),
				{ binaryMode, onError, settings: { binaryMode: settingsMode } },
			);
			const expected = EXPECTED[output === 'raw' ? 'raw' : splitInto];
			const errorBranch = onError === 'continueErrorOutput' ? (reviewOutput ? 2 : 1) : null;
			const all = [0, 1, 2].map((branch) => result.items('CLOVA OCR', branch));
			const failed = all.flat().filter(({ json }) => json.error !== undefined);
			expect(failed.map(({ json }) => (json.details as IDataObject).fileName)).toEqual([
				'broken.tif',
			]);
			if (errorBranch !== null) expect(all[errorBranch]).toEqual(failed);
			const good = all.map((items) => items.filter(({ json }) => json.error === undefined));
			const perItem = (items: INodeExecutionData[], n: number) =>
				items.filter(({ pairedItem }) => JSON.stringify(pairedItem) === `{"item":${n}}`).length;
			for (const [n, key] of [
				[0, 'good'],
				[2, 'doubtful'],
				[3, 'nothing'],
			] as const) {
				const [count, review] = expected[key];
				expect(perItem(good.flat(), n)).toBe(count);
				expect(perItem(good[1], n)).toBe(reviewOutput ? review : 0);
			}
			if (!reviewOutput) {
				const order = good[0].map(({ pairedItem }) =>
					Number(JSON.stringify(pairedItem).match(/\d/)?.[0]),
				);
				expect(order).toEqual([...order].sort());
			}
		},
	);
});

/** A picture that the node takes for a TIFF, of which nobody knows how many pages it has. */
function tiffHead(number: number): Buffer {
	return Buffer.concat([Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0, 0, 0]), picture(number)]);
}
