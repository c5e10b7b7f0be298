import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { JsonObject } from '../../nodes/ClovaOcr/shared/json';
import { sample } from '../samples';
import { startSimulator, type Simulator } from '../simulator';
import { sampleReaders } from '../simulator/documents';
import { readAnswer } from '../support/answerRun';
import { answerOf, generalImage, wordsOfLines } from '../support/generalAnswer';
import { readBinary, type SourceItem, type WorkflowResult } from '../support/n8n';
import { fileItem, jsonOf, parametersFor, runOcr } from '../support/ocrRun';
import { linesPng, textPdf } from '../support/tinyPictures';

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator(sampleReaders());
});

beforeEach(() => simulator.control({ reset: true }));

afterAll(async () => await simulator.close());

const continues = { onError: 'continueErrorOutput' } as const;

/** The picture of two lines, and what CLOVA says of it. */
const SCAN = linesPng(['900101-1234568', 'HONG'], 800, 600);
const corners = (x: number, y: number, width: number) => [
	{ x, y },
	{ x: x + width, y },
	{ x: x + width, y: y + 36 },
	{ x, y: y + 36 },
];

function scanAnswer(number = '900101-1234568', more: JsonObject = {}): JsonObject {
	const word = (text: string, y: number, width: number) => ({
		inferText: text,
		inferConfidence: 0.99,
		lineBreak: true,
		boundingPoly: { vertices: corners(60, y, width) },
	});
	const image = {
		...generalImage([], 0),
		fields: [word(number, 52, 246), word('HONG', 122, 106)],
		...more,
	};
	return answerOf([image]);
}

const scanItem = (answer: JsonObject, fileName = 'scan.png', bytes = SCAN): SourceItem =>
	fileItem(fileName, bytes, answer as IDataObject);

async function fileOf(result: WorkflowResult): Promise<Buffer> {
	const binary = result.items('CLOVA OCR')[0]?.binary?.data;
	if (binary === undefined) throw new Error(JSON.stringify(result.items('CLOVA OCR', 1)));
	return await readBinary(binary);
}

describe('the file of an answer that is there already is that of a call', () => {
	test.each<[string, INodeParameters]>([
		['createSearchablePdf', {}],
		['createSearchablePdf', { options: { hideNumbers: true } }],
		['createMaskedCopy', { alsoHide: 'HONG' }],
	])('%s %j', async (operation, more) => {
		const answer = scanAnswer();
		simulator.control({ faults: [{ fault: { kind: 'json', body: answer } }] });
		const item = scanItem(answer);
		const called = await runOcr(simulator, parametersFor(operation, more), [item], continues);
		simulator.control({ reset: true });
		const given = await readAnswer(operation, [item], more, continues);
		const timeless = (bytes: Buffer) =>
			bytes.toString('latin1').replace(/D:\d+|\d{4}-\d\d-\d\dT[\d:]+|<[0-9A-F]{32}>/gi, '');
		expect(timeless(await fileOf(given))).toBe(timeless(await fileOf(called)));
		expect(jsonOf(given)).toEqual(jsonOf(called));
		expect(jsonOf(given, 'CLOVA OCR', 1)).toEqual([]);
		expect(simulator.stats.calls).toEqual([]);
	});

	test('createMaskedCard', async () => {
		const { fileName, picture } = sample('resident-card');
		const item = fileItem(fileName, await picture());
		const raw = { output: 'raw', mask: 'none' };
		const detect = await runOcr(simulator, parametersFor('detectType', raw), [item]);
		const called = await runOcr(simulator, parametersFor('createMaskedCard'), [item], continues);
		const beside = { ...item, json: jsonOf(detect)[0] };
		const given = await readAnswer('createMaskedCard', [beside], {}, continues);
		expect((await fileOf(given)).equals(await fileOf(called))).toBe(true);
		expect(jsonOf(given)).toEqual(jsonOf(called));
	});

	test('a PDF of which the answer has some pages only', async () => {
		const images = [0, 2].map((index) => generalImage(wordsOfLines([`page ${index}`]), index));
		const item = fileItem('made.pdf', await textPdf(3), answerOf(images) as IDataObject);
		const result = await readAnswer('createSearchablePdf', [item], { output: 'detailed' });
		expect(jsonOf(result)[0]).toMatchObject({
			text: 'page 0\n\npage 2',
			ocr: { pageCount: 3, reviewReasons: ['pagesMissing'], source: 'answer', calls: 0 },
		});
	});
});

describe('a masked copy fails closed', () => {
	const messages = async (
		item: SourceItem,
		more: INodeParameters = {},
		operation = 'createMaskedCopy',
	) => {
		const result = await readAnswer(operation, [item], more, continues);
		// The text may go on, a file never.
		expect(result.items('CLOVA OCR', 0).filter(({ binary }) => binary !== undefined)).toEqual([]);
		return jsonOf(result, 'CLOVA OCR', 1).map(({ message }) => String(message));
	};
	const image = (more: JsonObject) => scanItem(scanAnswer('900101-1234568', more));

	test.each<[string, SourceItem, RegExp]>([
		['was starred', scanItem(scanAnswer('900101-*******')), /holds stars/],
		['has one star in a word of its own', scanItem(scanAnswer('900101-123456 *')), /holds stars/],
		['was masked by others', scanItem(scanAnswer('900101-●●●●●●●')), /holds stars/],
		[
			'has a number without a place',
			image({ fields: [{ inferText: '900101-1234568', inferConfidence: 1 }] }),
			/did not say where/,
		],
		['names another file', image({ name: 'other.png' }), /names another file than 'scan.png'/],
		[
			'is of a picture of another form',
			image({ convertedImageInfo: { width: 300, height: 900, pageIndex: 0 } }),
			/boxes/,
		],
		[
			'found nothing',
			scanItem(answerOf([{ inferResult: 'FAILURE', message: 'NO_TEXT' }])),
			/nothing was read/,
		],
		['has no entry', scanItem(answerOf([])), /was not read/],
	])('where the answer %s', async (_, item, expected) => {
		expect(await messages(item)).toEqual([expect.stringMatching(expected)]);
		const hides = { options: { hideNumbers: true } };
		expect(await messages(item, hides, 'createSearchablePdf')).toEqual([
			expect.stringMatching(expected),
		]);
	});

	test('where the numbers of a card were starred', async () => {
		const { fileName, picture } = sample('resident-card');
		const item = fileItem(fileName, await picture());
		const detect = await runOcr(simulator, parametersFor('detectType', { output: 'raw' }), [item]);
		const beside = { ...item, json: jsonOf(detect)[0] };
		expect(await messages(beside, {}, 'createMaskedCard')).toEqual([
			expect.stringMatching(/holds stars/),
		]);
	});

	test.each<[string, SourceItem, INodeParameters, RegExp]>([
		['there is no file', { json: scanAnswer() as IDataObject }, {}, /no file in the field 'data'/],
		[
			'there are two',
			{
				...scanItem(scanAnswer()),
				binary: { a: fileItem('a').binary!.data, b: fileItem('b').binary!.data },
			},
			{ binaryPropertyName: '*' },
			/belongs to one file/,
		],
		[
			'the file is none that can be read',
			scanItem(scanAnswer(), 'a.docx', Buffer.from('PK\u0003\u0004 word/document.xml', 'latin1')),
			{},
			/an Office/,
		],
	])('where %s', async (_, item, more, expected) => {
		expect(await messages(item, more)).toEqual([expect.stringMatching(expected)]);
	});

	test('a name without an ending is no sign of another file; a searchable PDF only says it', async () => {
		expect(
			await fileOf(await readAnswer('createMaskedCopy', [scanItem(scanAnswer())], {}, continues)),
		).toBeTruthy();
		const other = await readAnswer(
			'createSearchablePdf',
			[image({ name: 'other.png' })],
			{},
			continues,
		);
		expect(other.hints.map(({ message }) => message).join()).toContain('names another file');
		expect(await fileOf(other)).toBeTruthy();
	});
});
