import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { sample } from '../samples';
import { startSimulator, type Simulator } from '../simulator';
import { sampleReaders } from '../simulator/documents';
import { answer } from '../support/answers';
import { OTHER_MODEL } from '../support/apis';
import { itemOf, readAnswer } from '../support/answerRun';
import { fileItem, jsonOf, parametersFor, runOcr } from '../support/ocrRun';
import { asObject } from '../../nodes/ClovaOcr/shared/json';

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator(sampleReaders());
});

beforeEach(() => simulator.control({ reset: true }));

afterAll(async () => await simulator.close());

const note = sample('delivery-note');

async function read(more: INodeParameters = {}, credential: IDataObject = {}) {
	const item = fileItem(note.fileName, await note.picture());
	return await runOcr(simulator, parametersFor('readOther', more), [item], { credential });
}

it('reads a model that it does not know', async () => {
	const [item] = jsonOf(await read());
	const single = { ...note.expected[0] };
	delete single.items;
	expect(item).toEqual({
		...single,
		fileName: note.fileName,
		page: 1,
		needsReview: false,
		reviewReasons: null,
	});
	expect(simulator.stats.calls).toHaveLength(1);
});

it('gives its lists within lists as records, and as items of their own', async () => {
	const [item] = jsonOf(await read({ output: 'detailed' }));
	expect(item.items).toEqual(note.expected[0].items);
	expect(item.ocr).toMatchObject({ recognized: true, calls: 1, source: 'service', masked: 1 });
	const rows = jsonOf(await read({ splitInto: 'row' }));
	expect(rows.map((row) => row.goods_name)).toEqual(['견본 볼트', '견본 너트', '견본 상자']);
	expect(rows[2]).toMatchObject({
		sums_total: 61500,
		remark: '인수자 900101-*******',
		needsReview: false,
	});
});

it('stars numbers wherever they stand, unless they are wanted', async () => {
	expect(JSON.stringify(jsonOf(await read({ output: 'raw' })))).not.toContain('1234568');
	const [plain] = jsonOf(await read({ mask: 'none' }));
	expect(plain.remark).toBe('인수자 900101-1234568');
});

it.each([
	['/document/receipt', 'Choose the operation Read Receipt'],
	['/document/id-card', 'Choose the operation Detect Type'],
	['/general', 'Pick that operation'],
])('refuses a URL that ends in %s, and sends nothing', async (path, advice) => {
	const result = await read({}, { invokeUrl: simulator.url(path) });
	expect(result.error?.message).toContain(path);
	expect(JSON.stringify(result.error?.description ?? '')).toContain(advice);
	expect(simulator.stats.calls).toEqual([]);
});

it('refuses a URL that does not say which model', async () => {
	const bare = simulator.url(OTHER_MODEL.path).replace(OTHER_MODEL.path, '');
	const result = await read({}, { invokeUrl: bare });
	expect(result.error?.message).toContain('does not say which document');
	expect(simulator.stats.calls).toEqual([]);
});

it('is what the refusal of another operation names for such a URL', async () => {
	const credential = { invokeUrl: simulator.url(OTHER_MODEL.path) };
	const item = fileItem(note.fileName, await note.picture());
	const result = await runOcr(simulator, parametersFor('readReceipt'), [item], { credential });
	expect(JSON.stringify(result.error?.description ?? '')).toContain('Read Other Document');
});

it('reads an answer that is there already, but not of a model that has an operation', async () => {
	const [raw] = jsonOf(await read({ output: 'raw', mask: 'none' }));
	const called = jsonOf(await read());
	expect(jsonOf(await readAnswer('readOther', [{ json: raw }]))).toEqual(called);
	const known = await readAnswer('readOther', [itemOf(asObject(answer('receipt-full')))]);
	expect(JSON.stringify(known.error?.description)).toContain('Read Receipt');
});
