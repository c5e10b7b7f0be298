import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { operations } from '../../nodes/ClovaOcr/operations';
import type { Operation } from '../../nodes/ClovaOcr/operations/types';
import { asList, asObject, type Json, type JsonObject } from '../../nodes/ClovaOcr/shared/json';
import { startSimulator, type Simulator } from '../simulator';
import { answer, answerNames, outsideAnswers } from '../support/answers';
import { answerOf, blankImage, generalImage, wordsOfLines } from '../support/generalAnswer';
import { itemOf, readAnswer } from '../support/answerRun';
import { nodeProcess } from '../support/node';
import type { SourceItem } from '../support/n8n';
import { fileItem, jsonOf, parametersFor, picture, runOcr } from '../support/ocrRun';

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator({ recognizer: 'none' });
});

beforeEach(() => simulator.control({ reset: true }));

afterAll(async () => await simulator.close());

/** Runs the node on a file for which the service gives the answer. */
async function readByCall(operation: string, body: Json, more: INodeParameters = {}) {
	simulator.control({ reset: true, faults: [{ fault: { kind: 'json', body } }] });
	const name = String(asObject(asList(asObject(body).images)[0]).name ?? 'answer');
	const item = fileItem(name, manyPages(asList(asObject(body).images).length));
	return await runOcr(simulator, parametersFor(operation, more), [item]);
}

/** A picture; or what the node takes for a TIFF, of which nobody knows how many pages it has. */
function manyPages(count: number): Buffer {
	if (count < 2) return picture();
	return Buffer.concat([Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0, 0, 0]), picture()]);
}

const GENERAL = answerOf([
	generalImage(wordsOfLines(['first page', 'two lines']), 0),
	generalImage(wordsOfLines(['second page'], 0.5), 1),
	blankImage(2),
]);

/** The operations that make nothing but items, and read the kind of answer that this is. */
function fitting(body: Json): Operation[] {
	const members = asList(asObject(body).images).flatMap((entry) => Object.keys(asObject(entry)));
	const template = members.includes('matchedTemplate');
	return operations.filter(({ resource, wrapper, fileMaker, path }) => {
		if (fileMaker !== undefined || path === null) return false;
		if (wrapper !== undefined) return members.includes(wrapper);
		if (!members.includes('fields')) return false;
		return template ? resource === 'template' : resource === 'general';
	});
}

describe('an answer that is there already reads as the same answer by a call', () => {
	const bodies = [
		...answerNames().map((name) => ({ name, body: answer(name) })),
		...outsideAnswers('captures'),
		{ name: 'three pages', body: GENERAL },
	].flatMap(({ name, body }) =>
		fitting(body).map((operation) => [name, operation.value, operation, body] as const),
	);

	test.each(bodies)('%s under %s', async (_, value, { splitInto }, body) => {
		const splits = splitInto.length > 0 ? splitInto.map((split) => split.value) : [''];
		const settings = [
			...splits.map((split) => ({ splitInto: split, output: 'detailed' })),
			{ splitInto: splits[0], output: 'simplified' },
			{ splitInto: splits[0], output: 'raw' },
		];
		const called: IDataObject[][] = [];
		for (const more of settings) {
			called.push(jsonOf(await readByCall(value, body, more)).map(withoutSource));
		}
		simulator.control({ reset: true });
		const given: IDataObject[][] = [];
		for (const more of settings) {
			given.push(jsonOf(await readAnswer(value, [itemOf(asObject(body))], more)));
		}
		expect(given.map((items) => items.map(withoutSource))).toEqual(called);
		const facts = given
			.flat()
			.flatMap(({ ocr }) => (ocr === undefined ? [] : [ocr as IDataObject]));
		expect(facts.map(({ calls = 0, source = 'answer' }) => [calls, source])).toEqual(
			facts.map(() => [0, 'answer']),
		);
		expect(simulator.stats.calls).toEqual([]);
	});
});

/** An item without what must differ: who read it, and at what price. */
function withoutSource({ ocr, ...json }: IDataObject): IDataObject {
	if (ocr === undefined) return json;
	const rest = { ...(ocr as IDataObject) };
	delete rest.calls;
	delete rest.source;
	return { ...json, ocr: rest };
}

describe('the forms in which a step before gives an answer', () => {
	const [first] = asList(GENERAL.images);
	const text = (item: SourceItem, more: INodeParameters = {}) =>
		readAnswer('extractText', [item], more).then((result) => jsonOf(result).map((one) => one.text));

	test.each<[string, JsonObject, INodeParameters]>([
		['a whole answer', GENERAL, {}],
		['its text', { column: JSON.stringify(GENERAL) }, {}],
		['text within text', { column: JSON.stringify(JSON.stringify(GENERAL)) }, {}],
		[
			'what HTTP Request puts out with headers',
			{ body: GENERAL, headers: {}, statusCode: 200 },
			{},
		],
		['the text that HTTP Request got', { data: JSON.stringify(GENERAL) }, {}],
		['a row of a database', { id: 7, created: '2026-01-01', answer: JSON.stringify(GENERAL) }, {}],
		['the list of images by an expression', { a: GENERAL }, { answer: '={{ $json.a.images }}' }],
		['text by an expression', { a: GENERAL }, { answer: '={{ JSON.stringify($json.a) }}' }],
		['a list with the one answer', { list: [GENERAL] }, {}],
	])('%s', async (_, json, more) => {
		expect(await text(itemOf(json), more)).toEqual(['first page\ntwo lines', 'second page', null]);
	});

	test('one entry of images, which is what the output Raw gives', async () => {
		expect(await text(itemOf(asObject(first)))).toEqual(['first page\ntwo lines']);
	});

	test('entries of a file that was sent in parts go on counting', async () => {
		const parts = [0, 1, 0, 1].map((index, at) =>
			generalImage(wordsOfLines([`page ${at}`]), index),
		);
		const result = await readAnswer('extractText', [itemOf({ parts })], { output: 'detailed' });
		expect(jsonOf(result).map(({ ocr }) => (ocr as IDataObject).page)).toEqual([1, 2, 3, 4]);
		expect(jsonOf(result).some(({ ocr }) => (ocr as IDataObject).needsReview)).toBe(false);
	});

	test('the name of the file comes from the answer, or from the parameter', async () => {
		const [own] = jsonOf(await readAnswer('extractText', [itemOf(GENERAL)]));
		expect(own.fileName).toBe('made');
		const named = await readAnswer('extractText', [itemOf(GENERAL)], { fileName: 'mail.pdf' });
		expect(jsonOf(named)[0].fileName).toBe('mail.pdf');
	});
});

describe('pages of an answer', () => {
	const pages = async (range: string, json: JsonObject) => {
		const more = { options: { pages: range } };
		const result = await readAnswer('extractText', [itemOf(json)], more, {
			onError: 'continueRegularOutput',
		});
		return jsonOf(result).map(({ page, text, error }) => error ?? [page, text]);
	};

	test('are chosen by their number', async () => {
		expect(await pages('2-3', GENERAL)).toEqual([
			[2, 'second page'],
			[3, null],
		]);
	});

	test('get the numbers that the option names where there are as many', async () => {
		const images = [0, 1].map((index) => generalImage(wordsOfLines([`part ${index}`]), index));
		expect(await pages('5,9', answerOf(images))).toEqual([
			[5, 'part 0'],
			[9, 'part 1'],
		]);
	});

	test('that are not there are refused', async () => {
		expect(await pages('2-9', GENERAL)).toEqual([expect.stringContaining("option 'Pages'")]);
	});

	test('keep their number where only some are given', async () => {
		const images = [2, 6].map((index) => generalImage(wordsOfLines([`page ${index}`]), index));
		expect(await pages('', { images: images as Json })).toEqual([
			[1, null],
			[2, null],
			[3, 'page 2'],
			[4, null],
			[5, null],
			[6, null],
			[7, 'page 6'],
		]);
		expect(await pages('', { one: images[1] })).toEqual([[7, 'page 6']]);
	});
});

describe('what is no answer is refused by name', () => {
	const message = async (json: JsonObject, more: INodeParameters = {}) => {
		const result = await readAnswer('extractText', [itemOf(json)], more, {
			onError: 'continueRegularOutput',
		});
		return String(jsonOf(result)[0].message);
	};

	test.each<[string, JsonObject, INodeParameters, RegExp]>([
		['nothing', {}, {}, /'Answer' is empty/],
		['null', {}, { answer: '={{ null }}' }, /'Answer' is empty/],
		['other data', { name: 'a', list: [1, 2] }, {}, /something else than an answer/],
		['text', {}, { answer: 'hello' }, /text that is no JSON/],
		['cut text', {}, { answer: '{"images":[{"inferResult":"SUCC' }, /cut off/],
		[
			'an object in a text',
			{ a: GENERAL },
			{ answer: '={{ "x " + $json.a }}' },
			/\[object Object\]/,
		],
		['a web page', {}, { answer: '<html>' }, /a web page/],
		['a request', { images: [{ format: 'jpg', name: 'x', data: 'aGFsbG8=' }] }, {}, /a request/],
		['values of this node', { text: 'a', needsReview: false }, {}, /'Raw'/],
		['an estimate', { fileName: 'a', calls: 1, problem: null }, {}, /an estimate/],
		['an error', { error: 'The service failed' }, {}, /an earlier step that did not succeed/],
		['two answers', { a: GENERAL, b: GENERAL }, {}, /several answers/],
		['another API', asObject(answer('receipt-full')), {}, /Choose the operation Read Receipt/],
	])('%s', async (_, json, more, expected) => {
		expect(await message(json, more)).toMatch(expected);
	});

	const REFUSED = { code: '0011', message: 'Request body invalid.', traceId: 'x', timestamp: 1 };

	test.each<[string, JsonObject]>([
		['an error body', REFUSED],
		['one with its status', { statusCode: 400, body: REFUSED }],
		[
			'one that HTTP Request quotes',
			{ error: { message: `400 - ${JSON.stringify(JSON.stringify(REFUSED))}` } },
		],
	])('%s is explained as in a call', async (_, json) => {
		expect(await message(json)).toMatch(/CLOVA OCR did not accept the file.*code 0011/);
	});

	test('the gateway is understood too', async () => {
		const error = { errorCode: '210', message: 'Permission Denied' };
		expect(await message({ error })).toMatch(/code 210/);
	});

	test('an entry that CLOVA could not process is an error as after a call', async () => {
		const image = { inferResult: 'ERROR', message: 'image resolution limit' };
		expect(await message(answerOf([image]))).toMatch(/too small or too large/);
	});
});

describe('hostile answers', () => {
	test('10 MB of text that is no answer are refused at once', async () => {
		const before = nodeProcess.cpuUsage();
		const result = await readAnswer(
			'extractText',
			[itemOf({ text: `[${'['.repeat(5e6)}"inferResult"${']'.repeat(5e6)}]` })],
			{},
			{ onError: 'continueRegularOutput' },
		);
		expect(jsonOf(result)[0].error).toMatch(/'Answer' holds/);
		const { user, system } = nodeProcess.cpuUsage(before);
		expect((user + system) / 1e6).toBeLessThan(20);
	});

	test('depth and names of prototypes do no harm', async () => {
		const deep = JSON.parse(`${'{"a":'.repeat(300)}1${'}'.repeat(300)}`) as JsonObject;
		const entry = JSON.parse(
			'{"inferResult":"SUCCESS","__proto__":{"polluted":true},"constructor":{"prototype":1},"fields":[{"inferText":"word"}]}',
		) as JsonObject;
		const body = JSON.stringify(answerOf([{ ...entry, deep }]));
		const result = await readAnswer('extractText', [itemOf({ body })], { output: 'detailed' });
		expect(jsonOf(result)[0].text).toBe('word');
		expect(({} as IDataObject).polluted).toBeUndefined();
	});
});

describe('beside other items', () => {
	test('calls and answers in one execution, by an expression for the input type', async () => {
		const items = [fileItem('a.png', picture(1), { answered: false }), itemOf(GENERAL)];
		const result = await runOcr(
			simulator,
			parametersFor('extractText', {
				inputType: '={{ $json.images ? "answer" : "binary" }}',
				answer: '={{ $json }}',
				splitInto: 'file',
				output: 'detailed',
			}),
			items,
		);
		expect(jsonOf(result).map(({ ocr }) => (ocr as IDataObject).source)).toEqual([
			'service',
			'answer',
		]);
		expect(simulator.stats.calls).toHaveLength(1);
	});

	test('a bad answer stops the workflow before anything is paid', async () => {
		const items = [fileItem('a.png', picture(1)), itemOf({ images: 'none' })];
		const result = await runOcr(
			simulator,
			parametersFor('extractText', {
				inputType: '={{ $json.images ? "answer" : "binary" }}',
				answer: '={{ $json }}',
			}),
			items,
		);
		expect(result.error?.message).toMatch(/'Answer' holds something else.*item 1/);
		expect(simulator.stats.calls).toEqual([]);
	});

	test('an estimate counts no calls, and neither does the limit of calls', async () => {
		const [estimate] = jsonOf(
			await readAnswer('extractText', [itemOf(GENERAL)], { output: 'estimate' }),
		);
		expect(estimate).toMatchObject({
			fileName: 'made',
			format: null,
			pageCount: 3,
			calls: 0,
			problem: null,
		});
		const many = Array.from({ length: 3 }, () => itemOf(GENERAL));
		const result = await readAnswer('extractText', many, {
			options: { maxCalls: 1 },
			splitInto: 'file',
		});
		expect(jsonOf(result)).toHaveLength(3);
	});

	test('keeps fields and files of the item where they are asked for', async () => {
		const item = {
			...fileItem('scan.png', picture(3), { ...(GENERAL as IDataObject), sender: 'mail' }),
		};
		const more = { options: { keepSource: 'both' }, splitInto: 'file' };
		const [made] = (await readAnswer('extractText', [item], more)).items('CLOVA OCR');
		expect(made.json.sender).toBe('mail');
		expect(made.binary?.data?.fileName).toBe('scan.png');
	});

	test('masks, and masks what was starred before alike', async () => {
		const image = generalImage(wordsOfLines(['900101-1234568']), 0);
		const raw = jsonOf(
			await readAnswer('extractText', [itemOf(answerOf([image]))], {
				output: 'raw',
				mask: 'standard',
			}),
		);
		expect(JSON.stringify(raw)).not.toContain('1234568');
		const [again] = jsonOf(
			await readAnswer('extractText', [{ json: raw[0] }], { mask: 'standard' }),
		);
		expect(again.text).toBe('900101-*******');
	});
});
