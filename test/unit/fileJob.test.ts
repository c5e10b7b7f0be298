import { Pool } from '../../nodes/ClovaOcr/clova/pace/pool';
import { bytesSource } from '../../nodes/ClovaOcr/clova/streamedFile';
import type { Execution } from '../../nodes/ClovaOcr/execution';
import { runFileJob } from '../../nodes/ClovaOcr/fileJob';
import { openSource } from '../../nodes/ClovaOcr/input/open';
import { createSearchablePdf } from '../../nodes/ClovaOcr/operations/general/createSearchablePdf';
import { extractText } from '../../nodes/ClovaOcr/operations/general/extractText';
import { parseAnswer } from '../../nodes/ClovaOcr/clova/answer';
import { PLAIN } from '../support/answers';
import { answerOf, generalImage, wordsOfLines } from '../support/generalAnswer';
import { itemSettings } from '../support/settings';
import { picture } from '../support/ocrRun';

const clock = { now: () => 0, random: () => 0, cancelled: false, wait: async () => {} };

/** An execution whose every call is answered, and whose store is full. */
const execution: Execution = {
	settings: { maxConcurrency: 1, maxCalls: null, rateLimitWait: 0, reviewOutput: false },
	stop: { atFailure: false, stopped: false, noteFailure: () => undefined },
	endpoint: { ok: true, url: 'http://127.0.0.1/general' },
	caller: {
		lane: new Pool(clock, () => undefined).join(1),
		clock,
		send: async () =>
			parseAnswer({
				status: 200,
				retryAfter: null,
				text: JSON.stringify(answerOf([generalImage(wordsOfLines(['paid text']))])),
			}),
		noteFailure: () => undefined,
	},
	store: async () => {
		throw new Error('ENOSPC /var/lib/secret/path');
	},
	cancelled: false,
	end: () => undefined,
};

const source = {
	fileName: 'scan.png',
	binary: null,
	distant: false,
	skipUnreadable: false,
	open: async () => await openSource(bytesSource(picture()), 'scan.png'),
};
const reading = { ...PLAIN, splitInto: 'page' };

it.each([
	['new file', createSearchablePdf, {}],
	['file that was read', extractText, { keepSource: 'binary' }],
] as const)(
	'keeps the text that was paid for when the %s cannot be stored',
	async (_, operation, more) => {
		const settings = itemSettings({ mask: 'none', reading, ...more });
		const job = { itemIndex: 0, input: {}, settings, source };
		const outcome = await runFileJob(job, 0, operation, execution);
		expect(outcome.items.map(({ item }) => item.json.text)).toEqual(['paid text']);
		expect(outcome.items[0].item.binary).toBeUndefined();
		expect(outcome.failures.map(({ problem }) => problem.message).join()).toMatch(
			/the (?:new )?file could not be (?:made or )?stored/,
		);
		expect(JSON.stringify(outcome)).not.toContain('/var/lib');
	},
);

it('says so in a hint and flags the item where a failure would end the workflow', async () => {
	const settings = itemSettings({ mask: 'none', reading, keepSource: 'binary' });
	const job = { itemIndex: 0, input: {}, settings, source };
	const stopping = { ...execution, stop: { ...execution.stop, atFailure: true } };
	const outcome = await runFileJob(job, 0, extractText, stopping);
	expect(outcome.failures).toEqual([]);
	expect(outcome.items).toMatchObject([
		{ item: { json: { text: 'paid text' } }, needsReview: true },
	]);
	expect(outcome.hints.join()).toMatch(/could not be stored/);
});
