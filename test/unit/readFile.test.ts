import { Deadline } from '../../nodes/ClovaOcr/clova/deadline';
import { Pool } from '../../nodes/ClovaOcr/clova/pace/pool';
import { parseAnswer } from '../../nodes/ClovaOcr/clova/answer';
import type { Part, Plan } from '../../nodes/ClovaOcr/input/parts';
import { extractText } from '../../nodes/ClovaOcr/operations/general/extractText';
import { finalProblem } from '../../nodes/ClovaOcr/problem';
import { readFile, type Caller } from '../../nodes/ClovaOcr/readFile';
import type { Json, JsonObject } from '../../nodes/ClovaOcr/shared/json';
import { pageOf } from '../support/drawnPage';
import { answerOf, generalImage, wordsOfLines } from '../support/generalAnswer';
import { itemSettings } from '../support/settings';

const clock = { now: () => 0, random: () => 0, cancelled: false, wait: async () => {} };

function part(...pages: number[]): Part {
	return {
		pages,
		picture: async () => ({
			kind: 'url',
			url: 'https://example.com/a.png',
			format: 'png',
			fileName: 'a',
		}),
	};
}

function planOf(parts: Part[], more: Partial<Plan> = {}): Plan {
	return { pageCount: null, parts, ownText: [], refused: [], hints: [], ...more };
}

const page = (text: string): JsonObject => generalImage(wordsOfLines([text]));
const failedPage: JsonObject = { inferResult: 'ERROR', message: 'broken' };

/** A caller that gives these answers one after the other; a number is the HTTP status of a refusal. */
function callerOf(answers: Array<Json | number>, more: Partial<Caller> = {}) {
	const noteFailure = jest.fn();
	let sent = 0;
	const caller: Caller = {
		lane: new Pool(clock, () => undefined).join(1),
		clock,
		send: async () => {
			const answer = answers[sent++] ?? 500;
			return typeof answer === 'number'
				? parseAnswer({ status: answer, retryAfter: null, text: '{"code":"0011","message":"no"}' })
				: parseAnswer({ status: 200, retryAfter: null, text: JSON.stringify(answer) });
		},
		noteFailure,
		...more,
	};
	return { caller, noteFailure, count: () => sent };
}

async function read(plan: Plan, answers: Array<Json | number>, more: Partial<Caller> = {}) {
	const { caller, noteFailure, count } = callerOf(answers, more);
	const answer = await readFile(plan, extractText, itemSettings(), caller, 0);
	return { answer, noteFailure, count };
}

const numbers = (pages: Array<{ page: number }>) => pages.map((each) => each.page);

describe('a file in parts', () => {
	test('has its pages in order, each with the request that it came from', async () => {
		const { answer } = await read(planOf([part(3, 4), part(1)], { pageCount: 4 }), [
			{ ...answerOf([page('three'), page('four')]), requestId: 'a' },
			{ ...answerOf([page('one')]), requestId: 'b' },
		]);
		expect(numbers(answer.pages)).toEqual([1, 3, 4]);
		expect([...answer.requestIds]).toEqual([
			[3, 'a'],
			[4, 'a'],
			[1, 'b'],
		]);
		expect([...answer.calls]).toEqual([
			[3, 1],
			[1, 1],
		]);
		expect(answer).toMatchObject({ pageCount: 4, skipped: false, given: false, failed: [] });
	});

	test('names the pages of a part that failed', async () => {
		const { answer, noteFailure } = await read(planOf([part(1), part(2)]), [
			answerOf([page('one')]),
			400,
		]);
		expect(answer.failed.map(({ pages }) => pages)).toEqual([[2]]);
		expect(answer.pageCount).toBe(2);
		expect(noteFailure).toHaveBeenCalled();
	});

	test('has only failed pages where its one part failed beside text of its own', async () => {
		const own = pageOf({ fields: [] }, 1);
		const { answer } = await read(planOf([part(2)], { ownText: [own] }), [400]);
		expect(answer.failed.map(({ pages }) => pages)).toEqual([[2]]);
		expect(answer.pages).toEqual([own]);
		expect([...answer.fromFile]).toEqual([1]);
	});

	test('that was read notes no failure', async () => {
		const { noteFailure } = await read(planOf([part(1)]), [answerOf([page('one')])]);
		expect(noteFailure).not.toHaveBeenCalled();
	});

	test('failed as a whole where its only part failed', async () => {
		const { answer } = await read(planOf([part(1)]), [400]);
		expect(answer.failed.map(({ pages }) => pages)).toEqual([null]);
	});

	test('says of refused pages why', async () => {
		const problem = finalProblem('Too large', 'Make it smaller.');
		const { answer } = await read(planOf([part(1)], { refused: [{ pages: [2], problem }] }), [
			answerOf([page('one')]),
		]);
		expect(answer.failed).toEqual([{ pages: [2], problem }]);
		expect(answer.pageCount).toBe(2);
	});

	test('is told to be incomplete where the execution ended', async () => {
		const { answer, count } = await read(planOf([part(1)]), [answerOf([page('one')])], {
			clock: { ...clock, cancelled: true },
		});
		expect(answer.skipped).toBe(true);
		expect(answer.pages).toEqual([]);
		expect(count()).toBe(0);
	});
});

describe('what a call took', () => {
	/** It may have been read, and so billed. */
	const unanswered = async () => parseAnswer({ status: 504, retryAfter: null, text: '' });

	test('is told of a part that failed too, by its first page', async () => {
		const { answer } = await read(planOf([part(4, 5)]), [], { send: unanswered });
		expect([...answer.calls]).toEqual([[4, 1]]);
		expect(answer.pageCount).toBe(1);
	});

	test('is told of a file whose pages nobody knows', async () => {
		const unknown = { ...part(), pages: null };
		const failed = await read(planOf([unknown]), [], { send: unanswered });
		expect([...failed.answer.calls]).toEqual([[1, 1]]);
		const { answer } = await read(planOf([unknown]), [{ requestId: 'a', images: [] }]);
		expect([...answer.calls]).toEqual([[1, 1]]);
		expect(answer.pageCount).toBe(1);
	});

	test('is known even where the answer has no number of its request', async () => {
		const { answer } = await read(planOf([part(1)]), [{ images: [page('one')] }]);
		expect([...answer.requestIds]).toEqual([[1, '']]);
	});
});

test('a request says what the settings and the operation ask for', async () => {
	const deadline = new Deadline({ timeout: 1000, signal: undefined });
	const bodies: unknown[] = [];
	const settings = itemSettings({ languages: ['ko', 'ja'], templateIds: [7] });
	const { caller } = callerOf([]);
	const send: Caller['send'] = async (makeBody) => {
		bodies.push(makeBody(deadline));
		return parseAnswer({ status: 200, retryAfter: null, text: JSON.stringify({ images: [] }) });
	};
	const orders: number[] = [];
	const lane = { ...caller.lane, isClosed: false } as Caller['lane'];
	lane.run = async (order, attempt) => {
		orders.push(order);
		const result = await attempt();
		return result.state === 'finished' ? result.value : null;
	};
	const operation = { ...extractText, message: () => ({ enableTableDetection: true }) };
	await readFile(planOf([part(1), part(2)]), operation, settings, { ...caller, lane, send }, 300);
	deadline.end();
	const image = { format: 'png', name: 'a', url: 'https://example.com/a.png', templateIds: [7] };
	expect(bodies[0]).toMatchObject({
		version: 'V2',
		lang: 'ko,ja',
		enableTableDetection: true,
		images: [image],
	});
	expect(orders).toEqual([300, 301]);
});

describe('a page that CLOVA could not process', () => {
	test('is named among others', async () => {
		const { answer, noteFailure } = await read(planOf([part(1, 2)]), [
			answerOf([page('one'), failedPage]),
		]);
		expect(answer.failed.map(({ pages }) => pages)).toEqual([[2]]);
		expect(numbers(answer.pages)).toEqual([1]);
		expect(noteFailure).toHaveBeenCalledTimes(1);
	});

	test('is the whole file where it is alone', async () => {
		const { answer } = await read(planOf([part(1)]), [answerOf([failedPage])]);
		expect(answer.failed.map(({ pages }) => pages)).toEqual([null]);
		expect([...answer.calls]).toEqual([[1, 1]]);
	});

	test('is named where other parts were read', async () => {
		const { answer } = await read(planOf([part(1), part(2)]), [
			answerOf([page('one')]),
			answerOf([failedPage]),
		]);
		expect(answer.failed.map(({ pages }) => pages)).toEqual([[2]]);
	});
});

describe('an answer that is there already', () => {
	const pages = [pageOf({ fields: [] }, 1), pageOf({ fields: [] }, 2)];

	test('gives its pages without a call', async () => {
		const given = { pages, failed: [], requestId: 'old' };
		const { answer, count } = await read(planOf([], { given }), []);
		expect(answer).toMatchObject({ given: true, pageCount: 2 });
		expect([...answer.requestIds.values()]).toEqual(['old', 'old']);
		expect(count()).toBe(0);
	});

	test('of one page that failed is a failure of the whole', async () => {
		const given = { pages: [], failed: [{ page: 1, message: 'broken' }], requestId: 'old' };
		const { answer, noteFailure } = await read(planOf([], { given }), []);
		expect(answer.failed.map(({ pages: failed }) => failed)).toEqual([null]);
		expect(noteFailure).not.toHaveBeenCalled();
	});

	test('without a request has none', async () => {
		const given = { pages, failed: [{ page: 3, message: 'broken' }], requestId: null };
		const { answer } = await read(planOf([], { given }), []);
		expect(answer.requestIds.size).toBe(0);
		expect(answer.failed.map(({ pages: failed }) => failed)).toEqual([[3]]);
		expect(answer.pageCount).toBe(3);
	});
});
