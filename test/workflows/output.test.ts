import type { IDataObject } from 'n8n-workflow';

import { startSimulator, type Simulator } from '../simulator';
import { answerOf, blankImage, generalImage, wordsOfLines } from '../support/generalAnswer';
import { fileItem, jsonOf, parametersFor, runOcr } from '../support/ocrRun';

const LINES = ['first line', 'number 680229-7000023', 'card 4000-0000-0000-0002'];

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator({ recognizer: 'none' });
});

afterAll(async () => await simulator.close());

async function extract(
	more: object,
	options: IDataObject = {},
	images = [generalImage(wordsOfLines(LINES))],
) {
	simulator.control({ reset: true });
	simulator.control({ faults: [{ fault: { kind: 'json', body: answerOf(images) } }] });
	const parameters = parametersFor('extractText', {
		output: 'detailed',
		...more,
		options,
	} as never);
	return await runOcr(simulator, parameters, [fileItem('%ED%8E%B8%EC%A7%80.tif', tiff())]);
}

/** A file of which nobody knows the number of pages beforehand. */
function tiff(): Buffer {
	return Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
}

it('gives words with their places when asked for, on pages and on lines', async () => {
	const [page] = jsonOf(await extract({}, { includeFieldDetails: true }));
	const { fields, width, height } = page.ocr as IDataObject;
	expect([width, height]).toEqual([800, 600]);
	expect(fields).toHaveLength(6);
	expect((fields as IDataObject[])[0]).toMatchObject({
		text: 'first',
		confidence: 0.99,
		boxes: [{ x: 20, y: 20, width: 70, height: 20 }],
	});
	const lines = jsonOf(await extract({ splitInto: 'line' }, { includeFieldDetails: true }));
	expect(((lines[1].ocr as IDataObject).fields as IDataObject[]).map(({ text }) => text)).toEqual([
		'number',
		'680229-7000023',
	]);
});

it('gives plain columns by default', async () => {
	const [page] = jsonOf(await extract({ output: 'simplified' }));
	expect(page).toEqual({
		text: LINES.join('\n'),
		fileName: '편지.tif',
		page: 1,
		needsReview: false,
		reviewReasons: null,
	});
});

it('gives the chosen fields in the order of the operation, lists among them', async () => {
	const more = { output: 'selectedFields', fields: ['page', 'lines'] };
	const [page] = jsonOf(await extract(more));
	expect(Object.entries(page)).toEqual([
		['lines', LINES],
		['page', 1],
	]);
});

it('gives plain columns where no field is chosen', async () => {
	const [page] = jsonOf(await extract({ output: 'selectedFields', fields: [] }));
	expect(Object.keys(page)).toEqual(['text', 'fileName', 'page', 'needsReview', 'reviewReasons']);
});

it.each(['page', 'file', 'line', 'word'])(
	'stars numbers in running text, split into %s, only when asked',
	async (splitInto) => {
		const clear = JSON.stringify(
			jsonOf(await extract({ splitInto }, { includeFieldDetails: true })),
		);
		expect(clear).toContain('7000023');
		for (const mask of ['standard', 'strict']) {
			const masked = JSON.stringify(
				jsonOf(await extract({ splitInto, mask }, { includeFieldDetails: true })),
			);
			expect(masked).toContain('680229-*******');
			expect(masked).toContain('4000-00**-****-0002');
			expect(masked).not.toContain('7000023');
		}
	},
);

it('lays rows out as the eye sees them', async () => {
	const image = generalImage(wordsOfLines(['left right', 'below']));
	const [page] = jsonOf(await extract({}, { layout: 'spaced' }, [image]));
	expect(String(page.text).split('\n')[0]).toMatch(/^left +right$/);
});

it('shows file names as people write them', async () => {
	const [page] = jsonOf(await extract({}));
	expect((page.ocr as IDataObject).fileName).toBe('편지.tif');
});

it('says in a hint where nothing was found, and does not ask for review of a blank page among others', async () => {
	const images = [generalImage(wordsOfLines(['text']), 0), blankImage(1)];
	const result = await extract({}, {}, images);
	expect(jsonOf(result)[1]).toMatchObject({
		text: null,
		lines: [],
		ocr: { recognized: false, needsReview: false },
	});
	expect(result.hints.map(({ message }) => message).join()).toMatch(
		/편지\.tif', page 2: .*NO_TEXT/,
	);
});

it('gives a page without a table one item and a hint', async () => {
	simulator.control({ reset: true });
	simulator.control({
		faults: [
			{
				fault: { kind: 'json', body: answerOf([generalImage(wordsOfLines(['prose']))]) },
				times: 2,
			},
		],
	});
	for (const splitInto of ['table', 'row']) {
		const parameters = parametersFor('extractTables', { splitInto, output: 'detailed' });
		const result = await runOcr(simulator, parameters, [fileItem('page.png')]);
		expect(jsonOf(result)).toHaveLength(1);
		expect(result.hints.map(({ message }) => message).join()).toMatch(/No table was found/);
		if (splitInto === 'table') expect(jsonOf(result)[0].rows).toEqual([]);
	}
});
