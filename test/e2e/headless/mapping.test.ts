import { operations } from '../../../nodes/ClovaOcr/operations';
import type { Json, JsonObject } from '../../../nodes/ClovaOcr/shared/json';
import { sample, samples } from '../../samples';
import { drawnTable, wireTable } from '../../support/drawnTable';
import { generalImage, wordsOfLines } from '../../support/generalAnswer';
import { pathOf } from '../../support/apis';
import { path } from '../../support/node';
import { createDataTable } from '../support/dataTable';
import type { Execution } from '../support/execution';
import { readSample } from '../support/reading';
import { openSession, type Session } from '../support/session';
import { chain, clovaOcr, manualTrigger, node, readFiles } from '../support/workflow';

const SIMPLIFIED = { output: 'simplified' };

let session: Session;

beforeAll(async () => {
	session = await openSession();
});

beforeEach(() => session.simulator.control({ reset: true }));

let tables = 0;

afterAll(async () => {
	await session.close();
});

/** Every operation in every way of splitting. */
const cases = operations.flatMap(({ value, splitInto }) =>
	(splitInto.length > 0 ? splitInto.map((choice) => choice.value) : [null]).map((split) => ({
		operation: value,
		split,
	})),
);

/** Answers whose keys are the document's own, with names that n8n's tables take as columns. */
const OWN_KEYS: Record<string, JsonObject> = {
	extractTables: {
		...generalImage(wordsOfLines(['prose'])),
		tables: [
			wireTable(
				drawnTable([
					['item', 'amount'],
					['pen', '1,000'],
					['ink', '△500'],
				]),
			),
		],
	},
	extractFields: {
		inferResult: 'SUCCESS',
		matchedTemplate: { id: 7, name: 'form' },
		fields: ['name', 'note', 'note'].map((name) => ({
			name,
			inferText: `the ${name}`,
			inferConfidence: 0.9,
		})),
	},
};

const printed = (text: string, value = text): JsonObject => ({ text, formatted: { value } });

/** Members as the service names them; the sample's own are odd on purpose. */
OWN_KEYS.readOther = {
	inferResult: 'SUCCESS',
	deliveryNote: {
		result: {
			sender: { name: printed('Example Co.') },
			issue: {
				date: { text: '2026-09-15', formatted: { year: '2026', month: '09', day: '15' } },
			},
			goods: [
				{ name: printed('pen'), price: printed('1,000', '1000') },
				{ name: printed('ink'), price: printed('500') },
			],
		},
	},
};

/** Runs an operation with nothing but the next nodes behind it: a data table, a CSV and a spreadsheet. */
async function mapped(operation: string, split: string | null, parameters: JsonObject = {}) {
	const { resource } = operations.find(({ value }) => value === operation)!;
	const document =
		samples.find((each) => each.operation === operation && each.mimeType.startsWith('image/')) ??
		sample(operation === 'createSearchablePdf' ? 'scan' : 'resident-card');
	const answer = OWN_KEYS[operation];
	if (answer !== undefined) {
		const body: Json = { requestId: 'r', images: [answer] };
		session.simulator.control({ faults: [{ fault: { kind: 'json', body }, times: 2 }] });
	}
	const own = { ...SIMPLIFIED, ...(split === null ? {} : { splitInto: split }), ...parameters };
	const first = await readSample(session, document, { operation, resource, parameters: own });
	const items = first.items('OCR').map(({ json }) => json);
	const columns: JsonObject = Object.assign({}, ...items.map(withoutNulls));
	const table = await createDataTable(session.api, `${operation} ${++tables}`, {
		...items[0],
		...columns,
	});
	const ocr = clovaOcr(
		resource,
		operation,
		await session.credential(pathOf(resource, operation)),
		own,
	);
	const csv = node('CSV', 'n8n-nodes-base.convertToFile', { operation: 'csv', options: {} });
	const xlsx = node('XLSX', 'n8n-nodes-base.convertToFile', { operation: 'xlsx', options: {} });
	const from = { operation: 'xlsx', options: {} };
	const back = node('Back', 'n8n-nodes-base.extractFromFile', from);
	const files = readFiles(path.join(session.home.files, document.fileName));
	const nodes = [manualTrigger(), files, ocr, table.append];
	const workflow = chain(`map ${operation} ${split}`, nodes);
	const behind = [table.append.name, 'CSV', 'XLSX'].map((name) => ({
		node: name,
		type: 'main',
		index: 0,
	}));
	const id = await session.api.createWorkflow({
		...workflow,
		nodes: [...nodes, { ...csv, typeVersion: 1.1 }, { ...xlsx, typeVersion: 1.1 }, back],
		connections: {
			...(workflow.connections as JsonObject),
			OCR: { main: [behind] },
			XLSX: { main: [[{ node: 'Back', type: 'main', index: 0 }]] },
		},
	});
	return { items, table, execution: await session.api.runByHand(id, 'Start') };
}

function withoutNulls(json: JsonObject): JsonObject {
	return Object.fromEntries(Object.entries(json).filter(([, value]) => value !== null));
}

async function textOfFile(execution: Execution, name: string): Promise<string> {
	const [item] = execution.items(name);
	return (await session.api.file(item.binary.data as JsonObject)).toString('utf8');
}

test.each(cases)(
	'$operation, split $split, goes into a data table, a CSV and a spreadsheet as it is',
	async ({ operation, split }) => {
		const { items, table, execution } = await mapped(operation, split);
		expect(execution.error).toEqual({});
		expect(items.length).toBeGreaterThan(0);
		for (const value of items.flatMap((item) => Object.values(item))) {
			expect(value === null || typeof value !== 'object').toBe(true);
		}
		const rows = await table.rows();
		expect(rows.map(withoutNulls)).toEqual(items.map(withoutNulls));
		const [head] = (await textOfFile(execution, 'CSV')).replace(/^\uFEFF/, '').split(/\r?\n/);
		expect(head.split(',').sort()).toEqual(Object.keys(items[0]).sort());
		expect(head.split(',').length).toBeLessThanOrEqual(28);
		expect(execution.items('Back')).toHaveLength(items.length);
	},
);

test('a receipt has at most 24 columns', async () => {
	const execution = await readSample(session, sample('receipt'), { parameters: SIMPLIFIED });
	expect(Object.keys(execution.items('OCR')[0].json).length).toBeLessThanOrEqual(24);
});

test('amounts of a scanned table add up in the spreadsheet', async () => {
	const { items, execution } = await mapped('extractTables', 'row');
	expect(items.map(({ amount }) => amount)).toEqual([1000, -500]);
	const cells = execution.items('Back').map(({ json }) => json.amount);
	expect(cells.every((cell) => typeof cell === 'number')).toBe(true);
	expect(cells.reduce((sum: number, cell) => sum + Number(cell), 0)).toBe(500);
});

test('the numbers of the sample table reach the spreadsheet as numbers', async () => {
	const document = sample('table');
	const read = await readSample(session, document, {
		parameters: { ...SIMPLIFIED, splitInto: 'row' },
	});
	const rows = read.items('OCR').map(({ json }) => json);
	const expected = document.expected.map((row) => row['합계']);
	expect(rows.map((row) => row['합계'])).toEqual(expected);
});
