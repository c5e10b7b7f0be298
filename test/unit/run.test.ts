import type { INodeExecutionData } from 'n8n-workflow';

import type { FileJob, Outcome } from '../../nodes/ClovaOcr/outcome';
import { emptyOutcome } from '../../nodes/ClovaOcr/outcome';
import { finalProblem } from '../../nodes/ClovaOcr/problem';
import { Pool } from '../../nodes/ClovaOcr/clova/pace/pool';
import { branches, chosenOperation, inOrder, run } from '../../nodes/ClovaOcr/run';
import { executeContext, type Surroundings } from '../support/executeContext';
import { answerOf, blankImage, generalImage, wordsOfLines } from '../support/generalAnswer';
import { picture } from '../support/ocrRun';
import { itemSettings } from '../support/settings';

const settings = itemSettings({});
const source = {
	fileName: 'scan.png',
	binary: null,
	distant: false,
	skipUnreadable: false,
	open: async () => {
		throw new Error('is not opened');
	},
};
const jobs = (count: number) =>
	Array.from({ length: count }, (_, itemIndex): FileJob => ({ itemIndex, input: {}, settings, source }));

/** Ends tasks when told, in any order. */
class Tasks {
	readonly started: number[] = [];
	private readonly open = new Map<number, () => void>();

	task = async (job: FileJob, index: number): Promise<Outcome> => {
		this.started.push(index);
		await new Promise<void>((resolve) => this.open.set(index, resolve));
		return emptyOutcome(job.itemIndex, null);
	};

	async end(index: number): Promise<void> {
		this.open.get(index)?.();
		for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
	}
}

describe('files worked on in order', () => {
	it('are a few at a time, the next one when one has ended', async () => {
		const tasks = new Tasks();
		const work = inOrder(jobs(4), 2, tasks.task, () => false);
		expect(tasks.started).toEqual([0, 1]);
		await tasks.end(1);
		expect(tasks.started).toEqual([0, 1, 2]);
		await tasks.end(2);
		await tasks.end(3);
		await tasks.end(0);
		expect((await work).map(({ itemIndex }) => itemIndex)).toEqual([0, 1, 2, 3]);
	});

	it('are all at once where there are fewer', async () => {
		const tasks = new Tasks();
		const work = inOrder(jobs(2), 5, tasks.task, () => false);
		expect(tasks.started).toEqual([0, 1]);
		await tasks.end(0);
		await tasks.end(1);
		expect(await work).toHaveLength(2);
	});

	it('start no more once it has ended', async () => {
		let ended = false;
		const tasks = new Tasks();
		const work = inOrder(jobs(3), 1, tasks.task, () => ended);
		ended = true;
		await tasks.end(0);
		expect(await work).toHaveLength(1);
		expect(tasks.started).toEqual([0]);
		expect(await inOrder(jobs(3), 1, tasks.task, () => true)).toEqual([]);
	});
});

describe('items on the outputs of the node', () => {
	const item = (name: string, needsReview: boolean) => ({ item: { json: { name } }, needsReview });
	const problem = finalProblem('It was refused', 'Look at it.');
	const failure = { problem, itemIndex: 1, fileName: null, pages: null };
	const finished = [
		{ items: [item('a', false), item('b', true)], failures: [] },
		{ items: [item('c', true)], failures: [failure] },
	];
	const names = (outputs: ReturnType<typeof branches>) =>
		outputs.map((list) => list.map(({ json }) => json.name ?? 'failure'));

	it('are all on one, what failed behind what its file gave', () => {
		expect(names(branches(finished, false))).toEqual([['a', 'b', 'c', 'failure']]);
	});

	it('are parted where somebody has to look', () => {
		expect(names(branches(finished, true))).toEqual([
			['a', 'failure'],
			['b', 'c'],
		]);
		expect(branches([], true)).toEqual([[], []]);
	});
});

/** Runs the node over items that hold an answer each, one that is none stands for a failure. */
async function ran(answers: unknown[], more: Surroundings = {}) {
	// Selectors are the same for all items, and read of the first.
	const selectors = { resource: 'general', operation: 'extractText' };
	const parameters = (itemIndex: number) => ({
		...(itemIndex === 0 ? selectors : {}),
		inputType: 'answer',
		splitInto: 'page',
		answer: answers[itemIndex],
		fileName: `${itemIndex}.png`,
	});
	const items = answers.map(() => ({ json: {} }));
	const { context, asked } = executeContext({ parameters, items, ...more });
	const outputs = await run(context);
	return { texts: outputs.map((list) => list.map(({ json }) => json.text ?? 'failure')), asked, outputs };
}

const saying = (text: string) => answerOf([generalImage(wordsOfLines([text]))]);
const aborted = AbortSignal.abort();

describe('an execution', () => {
	it('puts out what became of each item, in their order', async () => {
		const answers = [saying('one'), 'no answer', saying('three')];
		const { texts, asked, outputs } = await ran(answers, { continueOnFail: true });
		expect(texts).toEqual([['one', 'failure', 'three']]);
		expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		expect(asked.hints).toEqual([]);
	});

	it('throws the first failure under Stop', async () => {
		const answers = [saying('one'), 'no answer', 'none either'];
		await expect(ran(answers)).rejects.toThrow(/\[item 1\]/);
	});

	it('that was cancelled says so in n8n’s word, whatever became of its items', async () => {
		await expect(ran([saying('one')], { signal: aborted, continueOnFail: true })).rejects.toThrow(
			'The execution was canceled',
		);
	});

	it('with an output for doubts parts items', async () => {
		const answers = [saying('one'), answerOf([blankImage(0)])];
		const options = { reviewOutput: true };
		const { outputs } = await ran(answers, { raw: { options } });
		expect(outputs.map((list) => list.map(({ json }) => json.fileName))).toEqual([['0.png'], ['1.png']]);
	});

	it('says below the output what nobody sees in the items, each thing once', async () => {
		const blank = answerOf([blankImage(0)]);
		const parameters = { ...parametersOfBlank, answer: blank };
		const { asked } = await ran([blank, blank], { parameters });
		expect(asked.hints).toEqual([
			{
				message: expect.stringMatching(/^'same 900101-\*{7}\.png', page 1: No text/),
				location: 'outputPane',
			},
		]);
	});
});

const parametersOfBlank = {
	resource: 'general',
	operation: 'extractText',
	inputType: 'answer',
	fileName: 'same 900101-1234567.png',
};

describe('every file of an item', () => {
	const all = {
		resource: 'general',
		operation: 'extractText',
		inputType: 'binary',
		binaryPropertyName: '*',
	};
	const fileOf = (fileName: string, bytes: Buffer) => ({
		data: bytes.toString('base64'),
		mimeType: 'any/kind',
		fileName,
	});
	const messages = async (...binaries: Array<Record<string, ReturnType<typeof fileOf>>>) => {
		const items = binaries.map((binary) => ({ json: {}, binary }));
		const { outputs, asked } = await ran([], { parameters: all, items });
		return { items: outputs.flat().length, hints: asked.hints.map((hint) => Object(hint).message) };
	};

	it.each([1, 2])('may be none of %d items', async (count) => {
		expect(await messages(...Array.from({ length: count }, () => ({})))).toEqual({
			items: 0,
			hints: [`Items without a file that were passed over: ${count}`],
		});
	});

	it('may be of another kind, or a decoration', async () => {
		const notes = fileOf('notes.txt', Buffer.from('no picture'));
		const icon = fileOf('icon.png', picture(0, 50));
		expect(await messages({ notes, icon }, { notes })).toEqual({
			items: 0,
			hints: [
				'Files that CLOVA OCR cannot read were skipped: notes.txt',
				'Pictures under 100 pixels were skipped as decoration: icon.png',
			],
		});
	});
});

describe('files that are sent', () => {
	const parameters = {
		resource: 'general',
		operation: 'extractText',
		inputType: 'binary',
		binaryPropertyName: 'data',
		options: { maxConcurrency: 1 },
	};
	const itemOf = (name: string) => ({
		json: {},
		binary: {
			data: { data: picture().toString('base64'), mimeType: 'image/png', fileName: `${name}.png` },
		},
	});
	async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
		yield Buffer.from(text);
	}
	/** Sends files, of which those at these places are refused. */
	async function sent(
		items: INodeExecutionData[],
		refused: number[],
		continueOnFail: boolean,
	): Promise<{ requests: number; result: string[] }> {
		let requests = 0;
		const respond = () => {
			const at = requests++;
			return refused.includes(at)
				? { statusCode: 400, body: bytesOf('{"code":"0002","message":"no"}') }
				: { statusCode: 200, body: bytesOf(JSON.stringify(saying(`text ${at}`))) };
		};
		const more = { parameters, items, respond, continueOnFail };
		try {
			const { texts } = await ran([], more);
			return { requests, result: texts.flat().map(String) };
		} catch (error) {
			const { message, description = '' } = Object(error);
			return { requests, result: [`${message} ${description}`] };
		}
	}

	const named = ['a', 'b', 'c'].map(itemOf);
	const lost = { json: {} };

	it('come out in the order of the items, beside those that could not be sent', async () => {
		expect(await sent([named[0], lost, named[1]], [], true)).toEqual({
			requests: 2,
			result: ['text 0', 'failure', 'text 1'],
		});
		expect(await sent(named, [1], true)).toEqual({
			requests: 3,
			result: ['text 0', 'failure', 'text 2'],
		});
	});

	it('are all read under Stop where none fails', async () => {
		expect(await sent(named, [], false)).toEqual({
			requests: 3,
			result: ['text 0', 'text 1', 'text 2'],
		});
	});

	it('are none under Stop where an item names none', async () => {
		const { requests, result } = await sent([lost, named[0]], [], false);
		expect(requests).toBe(0);
		expect(result[0]).toContain('[item 0]');
		expect(result[0]).not.toContain('billed, before');
	});

	it('are no more under Stop once one has failed, and it is said what was paid', async () => {
		const { requests, result } = await sent(named, [1], false);
		expect(requests).toBe(2);
		expect(result[0]).toMatch(/\[item 1\].* 1 file had been read, and billed, before/);
	});

	it('leave nothing running, whatever comes of them', async () => {
		const join = jest.spyOn(Pool.prototype, 'join');
		await sent(named, [], false);
		await sent(named, [0], false);
		const lanes = join.mock.results.map(({ value }) => value);
		join.mockRestore();
		expect(lanes.map(({ isClosed }) => isClosed)).toEqual([true, true]);
	});
});

describe('the operation of a workflow', () => {
	const chosen = (resource: unknown, operation: unknown) =>
		chosenOperation(executeContext({ parameters: { resource, operation } }).context);

	it('is the one of its resource', () => {
		expect(chosen('document', 'readReceipt').name).toBe('Read Receipt');
	});

	it.each([
		['__CUSTOM_API_CALL__', undefined],
		['general', '__CUSTOM_API_CALL__'],
	])('is made elsewhere for %s and %s', (resource, operation) => {
		expect(() => chosen(resource, operation)).toThrow(/made with the HTTP Request node/);
	});

	it('may be none of ours', () => {
		expect(() => chosen('general', 'readReceipt')).toThrow("no operation 'readReceipt' for 'general'");
	});
});
