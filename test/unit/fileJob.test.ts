import { Pool } from '../../nodes/ClovaOcr/clova/pace/pool';
import { bytesSource } from '../../nodes/ClovaOcr/clova/streamedFile';
import type { Execution } from '../../nodes/ClovaOcr/execution';
import { runFileJob } from '../../nodes/ClovaOcr/fileJob';
import type { FileSource } from '../../nodes/ClovaOcr/input/fileSource';
import { openSource } from '../../nodes/ClovaOcr/input/open';
import type { ItemSettings } from '../../nodes/ClovaOcr/input/settings';
import { createSearchablePdf } from '../../nodes/ClovaOcr/operations/general/createSearchablePdf';
import { extractText } from '../../nodes/ClovaOcr/operations/general/extractText';
import { parseAnswer } from '../../nodes/ClovaOcr/clova/answer';
import { readGiven } from '../../nodes/ClovaOcr/clova/given';
import type { DocumentRead, FileMaker } from '../../nodes/ClovaOcr/operations/types';
import type { Json } from '../../nodes/ClovaOcr/shared/json';
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

const source: FileSource = {
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

/** A file that only CLOVA fetches. */
const remote: FileSource = {
	...source,
	fileName: 'far.pdf',
	distant: true,
	open: async () => ({
		ok: true,
		kind: 'remote',
		document: { fileName: 'far.pdf', format: 'pdf', url: 'https://example.com/far.pdf' },
	}),
};
const page = (text: string, index = 0) => generalImage(wordsOfLines([text]), index);

/** Runs a file whose call is answered by this, and says how often CLOVA was asked. */
async function outcomeOf(
	file: FileSource,
	answer: Json | Error = answerOf([page('paid text')]),
	more: Partial<ItemSettings> = {},
	atFailure = false,
) {
	let calls = 0;
	const send: Execution['caller']['send'] = async () => {
		calls += 1;
		if (answer instanceof Error) throw answer;
		return parseAnswer({ status: 200, retryAfter: null, text: JSON.stringify(answer) });
	};
	const settings = itemSettings({ mask: 'none', reading, ...more });
	const outcome = await runFileJob({ itemIndex: 3, input: {}, settings, source: file }, 0, extractText, {
		...execution,
		caller: { ...execution.caller, send },
		stop: { ...execution.stop, atFailure },
	});
	return { ...outcome, calls, jsons: outcome.items.map(({ item }) => item.json) };
}

const unreadable: FileSource = {
	...source,
	fileName: 'notes.txt',
	open: async () => await openSource(bytesSource(Buffer.from('no picture')), 'notes.txt'),
};

describe('an estimate', () => {
	const estimate = { output: 'estimate' } as const;

	it('asks nobody', async () => {
		const { calls, jsons, answered } = await outcomeOf(source, null, estimate);
		expect(jsons).toMatchObject([{ fileName: 'scan.png', format: 'png', calls: 1, problem: null }]);
		expect([calls, answered]).toEqual([0, false]);
	});

	it('says of a file that cannot be read why', async () => {
		const { jsons, failures } = await outcomeOf(unreadable, null, estimate);
		expect(jsons).toMatchObject([{ fileName: 'notes.txt', calls: 0 }]);
		expect(jsons[0].problem).toMatch(/notes\.txt/);
		expect(failures).toEqual([]);
	});

	it('passes over what is no document where a person gave all files', async () => {
		const all = { ...unreadable, skipUnreadable: true };
		const { items, passedOver } = await outcomeOf(all, null, estimate);
		expect([items, passedOver]).toEqual([[], 'unreadable']);
	});
});

describe('a file that is not sent', () => {
	it('is a failure with its name', async () => {
		const { calls, failures, items } = await outcomeOf(unreadable);
		expect(failures).toMatchObject([{ itemIndex: 3, fileName: 'notes.txt', pages: null }]);
		expect([calls, items]).toEqual([0, []]);
	});

	it('has no name where it came without one', async () => {
		const { failures } = await outcomeOf({ ...unreadable, fileName: '' });
		expect(failures).toMatchObject([{ fileName: null }]);
	});

	it('is passed over where a person gave all files', async () => {
		const { failures, passedOver, fileName } = await outcomeOf({
			...unreadable,
			skipUnreadable: true,
		});
		expect([failures, passedOver, fileName]).toEqual([[], 'unreadable', 'notes.txt']);
	});
});

it('stops no other file, whatever goes wrong, and shows no words of that', async () => {
	const { failures } = await outcomeOf(source, new Error('text of the document'));
	expect(failures).toMatchObject([{ fileName: 'scan.png', itemIndex: 3 }]);
	expect(failures[0].problem.message).toBe('This file could not be processed');
	expect(JSON.stringify(failures)).not.toContain('text of the document');
});

describe('a file that CLOVA fetches itself', () => {
	const pages = (count: number) =>
		answerOf(Array.from({ length: count }, (_, index) => page(`page ${index + 1}`, index)));

	it('may have more pages than CLOVA reads in one call', async () => {
		const { hints, jsons, calls } = await outcomeOf(remote, pages(10));
		expect(hints).toEqual([expect.stringMatching(/read 10 pages of 'far.pdf'.*'Pages' to 1-/)]);
		expect([jsons.length, calls]).toEqual([10, 1]);
	});

	it('is not kept: the node has never seen it', async () => {
		const { items, failures, hints } = await outcomeOf(remote, undefined, { keepSource: 'binary' });
		expect(items).toHaveLength(1);
		expect(items[0].item.binary).toBeUndefined();
		expect([failures, hints]).toEqual([[], []]);
	});

	it('is read to its end where it has fewer', async () => {
		expect((await outcomeOf(remote, pages(9))).hints).toEqual([]);
	});
});

describe('a page that failed', () => {
	const second = { ...page('', 1), inferResult: 'ERROR', message: 'broken' };
	const half = answerOf([page('one'), second]);
	const whole = { reading: { ...PLAIN, splitInto: 'file' } };

	it('is missing in the item of its file, as long as another page is there', async () => {
		const { jsons, failures, answered } = await outcomeOf(remote, half, whole);
		expect(jsons).toMatchObject([{ text: 'one', needsReview: true }]);
		expect(jsons[0].reviewReasons).toContain('pagesMissing');
		expect(failures).toEqual([]);
		expect(answered).toBe(true);
	});

	it('has its place among the others in the raw output', async () => {
		const first = { ...page(''), inferResult: 'ERROR', message: 'broken' };
		const raw = { ...whole, output: 'raw' } as const;
		const [lost, read] = (await outcomeOf(remote, answerOf([first, page('two', 1)]), raw)).jsons;
		expect(lost).toMatchObject({ message: 'CLOVA returned nothing for page 1.' });
		expect(read).toMatchObject({ inferResult: 'SUCCESS' });
	});

	it('stands for itself where items are pages', async () => {
		const { jsons, failures } = await outcomeOf(remote, half);
		expect(jsons).toMatchObject([{ text: 'one', needsReview: false }]);
		expect(failures).toMatchObject([{ pages: [2] }]);
	});

	it('ends the execution under Stop', async () => {
		const { failures } = await outcomeOf(remote, half, whole, true);
		expect(failures).toMatchObject([{ pages: [2] }]);
	});

	it('gives no item where no other was read', async () => {
		const first = { ...page(''), inferResult: 'ERROR', message: 'broken' };
		for (const images of [[first, second], [second]]) {
			const { items, failures } = await outcomeOf(remote, answerOf(images), whole);
			expect(items).toEqual([]);
			expect(failures).toHaveLength(images.length);
		}
	});

	it('gives no item where it is alone', async () => {
		const lost = answerOf([{ inferResult: 'ERROR', message: 'broken' }]);
		const { items, failures, answered } = await outcomeOf(remote, lost, whole);
		expect(items).toEqual([]);
		expect(failures).toHaveLength(1);
		expect(answered).toBe(false);
	});
});

describe('an answer that is there already', () => {
	const given = (count: number): FileSource => ({
		...source,
		fileName: '',
		given: () =>
			readGiven(answerOf(Array.from({ length: count }, (_, index) => page(`page ${index}`, index)))),
	});

	it('has the name that its request gave, and nothing is billed', async () => {
		const { jsons, answered, calls } = await outcomeOf(given(1));
		expect(jsons).toMatchObject([{ fileName: 'made', text: 'page 0' }]);
		expect([answered, calls]).toEqual([false, 0]);
		const estimate = await outcomeOf(given(1), null, { output: 'estimate' });
		expect(estimate.jsons).toMatchObject([{ fileName: 'made', calls: 0 }]);
	});

	it('of many pages says nothing of what one call reads', async () => {
		expect((await outcomeOf(given(10))).hints).toEqual([]);
	});
});

describe('a file that is made', () => {
	async function madeOf(answer: Json) {
		const reads: DocumentRead[] = [];
		const fileMaker: FileMaker = {
			allOrNothing: false,
			fileOf: ({ fileName }) => ({ fileName: `new ${fileName}`, mimeType: 'text/plain' }),
			refuse: async () => null,
			make: async (_, read) => {
				reads.push(read);
				return { ok: true, bytes: Buffer.from('new'), hints: ['made'] };
			},
		};
		const settings = itemSettings({ reading, outputBinaryField: 'copy' });
		const job = { itemIndex: 0, input: {}, settings, source };
		const stored: string[] = [];
		const outcome = await runFileJob(job, 0, { ...extractText, fileMaker }, {
			...execution,
			caller: {
				...execution.caller,
				send: async () => parseAnswer({ status: 200, retryAfter: null, text: JSON.stringify(answer) }),
			},
			store: async (bytes, fileName, mimeType) => {
				stored.push(`${Buffer.from(bytes).toString()} ${fileName} ${mimeType}`);
				return { data: 'stored', mimeType };
			},
		});
		return { outcome, reads, stored };
	}

	it('is made of the pages with their numbers and without, and goes out with every item', async () => {
		const { outcome, reads, stored } = await madeOf(answerOf([page('680229-7000023')]));
		expect(stored).toEqual(['new new scan.png text/plain']);
		expect(outcome.items.map(({ item }) => Object.keys(item.binary ?? {}))).toEqual([['copy']]);
		expect(outcome.hints).toContain('made');
		const [{ masked, clear, severalPages, values }] = reads[0].pages;
		expect(JSON.stringify(clear)).toContain('680229-7000023');
		expect(JSON.stringify(masked)).not.toContain('7000023');
		expect(values()).toMatchObject({ text: '680229-*******' });
		expect([severalPages, reads[0].keep]).toEqual([false, null]);
	});

	it('knows whether it has several pages', async () => {
		const { reads } = await madeOf(answerOf([page('one'), page('two', 1)]));
		expect(reads[0].pages.map(({ severalPages }) => severalPages)).toEqual([true, true]);
	});
});
