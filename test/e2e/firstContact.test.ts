import {
	asList,
	asNumber,
	asObject,
	asText,
	type JsonObject,
} from '../../nodes/ClovaOcr/shared/json';
import { sample } from '../samples';
import { path } from '../support/node';
import { blankPng } from '../support/tinyPictures';
import type { Execution } from './support/execution';
import { waitFor } from './support/processes';
import { openSession, type Session } from './support/session';
import { postForm } from './support/upload';
import { chain, clovaOcr, manualTrigger, node, readFiles } from './support/workflow';

/** What a new user does in the first hour, in real n8n, with the calls counted. */
let session: Session;
let calls = 0;

beforeAll(async () => {
	session = await openSession();
});

beforeEach(() => {
	calls = session.simulator.stats.calls.length;
});

afterAll(async () => {
	await session.close();
});

const HEIC = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1');

function sent(): number {
	return session.simulator.stats.calls.length - calls;
}

async function receiptNode(parameters: JsonObject = {}) {
	return clovaOcr(
		'document',
		'readReceipt',
		await session.credential('/document/receipt'),
		parameters,
	);
}

/** Reads the files on disk whose names match with the given parameters. */
async function readReceipts(pattern: string, parameters: JsonObject = {}): Promise<Execution> {
	const files = readFiles(path.join(session.home.files, pattern));
	const nodes = [manualTrigger(), files, await receiptNode(parameters)];
	const id = await session.api.createWorkflow(chain(`Read ${pattern}`, nodes));
	return await session.api.runByHand(id, 'Start');
}

/** Fills in a form of n8n whose only field has that label; waits for the execution. */
async function submitForm(label: string, fileCount: number): Promise<Execution> {
	const { api, server } = session;
	const values = [{ fieldLabel: label, fieldType: 'file', multipleFiles: true }];
	const form = node(
		'Form',
		'n8n-nodes-base.formTrigger',
		{ formTitle: 'Receipts', formFields: { values }, options: {} },
		{ typeVersion: 2.2, webhookId: `korean-label-${fileCount}` },
	);
	const id = await api.createWorkflow(
		chain('Form with a Korean label', [form, await receiptNode()]),
	);
	await api.activate(id);
	const stored = asObject(await api.call('GET', `/rest/workflows/${id}`));
	const [trigger] = asList(stored.nodes)
		.map(asObject)
		.filter(({ webhookId }) => webhookId);
	const { fileName, mimeType, picture } = sample('receipt');
	const body = new FormData();
	const bytes = new Uint8Array(await picture());
	for (let count = 0; count < fileCount; count++) {
		body.append('field-0', new File([bytes], fileName, { type: mimeType }));
	}
	await postForm(`${server.url}/form/${asText(trigger?.webhookId)}`, body);
	const executionId = await waitFor('the execution', 60_000, async () => {
		const [newest] = await api.executionIds(id);
		return newest;
	});
	return await api.execution(executionId);
}

test('a form whose label is Korean needs no field name', async () => {
	const execution = await submitForm('영수증 사진', 1);
	const [field] = Object.keys(execution.items('Form')[0]?.binary ?? {});
	expect(field).toBe('______');
	expect(execution.error).toEqual({});
	expect(execution.items('OCR')[0]?.json).toMatchObject({
		total: sample('receipt').expected[0]?.total,
	});
	expect(sent()).toBe(1);
});

test('of two files in such a form the names are listed, and nothing is sent', async () => {
	const execution = await submitForm('영수증 사진', 2);
	const names = Object.keys(execution.items('Form')[0]?.binary ?? {});
	expect(names).toEqual(['_______0', '_______1']);
	const { message, description } = execution.nodeError('OCR');
	for (const name of names) expect(`${asText(message)} ${asText(description)}`).toContain(name);
	expect(sent()).toBe(0);
});

test('a threshold typed as 80 is 80 per cent, not off and not never', async () => {
	session.putFile('threshold.jpg', await sample('receipt').picture());
	const flagged = async (confidenceThreshold: number) => {
		const options = { confidenceThreshold, reviewOutput: true };
		const execution = await readReceipts('threshold.jpg', { output: 'detailed', options });
		const [item] = [...execution.items('OCR', 0), ...execution.items('OCR', 1)];
		const { reviewReasons, lowestConfidence } = asObject(item?.json.ocr);
		return {
			lowest: asNumber(lowestConfidence) ?? 0,
			low: asList(reviewReasons).includes('lowConfidence'),
			forReview: execution.items('OCR', 1).length,
		};
	};
	const { lowest, low } = await flagged(80);
	expect(low).toBe(lowest < 0.8);
	expect(await flagged(Math.ceil(lowest * 100) + 1)).toMatchObject({ low: true, forReview: 1 });
	expect(await flagged(Math.floor(lowest * 100))).toMatchObject({ low: false, forReview: 0 });
});

test('a mail without attachment gives no item, no error and one hint', async () => {
	const mail = node(
		'Mail',
		'n8n-nodes-base.set',
		{ mode: 'raw', jsonOutput: '{"subject":"hello"}', options: {} },
		{ typeVersion: 3.4 },
	);
	const nodes = [manualTrigger(), mail, await receiptNode({ binaryPropertyName: '*' })];
	const id = await session.api.createWorkflow(chain('Mail without attachment', nodes));
	const execution = await session.api.runByHand(id, 'Start');
	expect(execution.status).toBe('success');
	expect(execution.items('OCR')).toEqual([]);
	expect(asList(execution.run('OCR').hints)).toHaveLength(1);
	expect(sent()).toBe(0);
});

test("a mail's tracking pixel is not sent", async () => {
	session.putFile('pixel.png', blankPng(9, 9));
	const execution = await readReceipts('pixel.png', { binaryPropertyName: '*' });
	expect(execution.status).toBe('success');
	expect(execution.items('OCR')).toEqual([]);
	expect(sent()).toBe(0);
});

test('a picture of nine pixels given by name is refused with its size', async () => {
	session.putFile('nine.png', blankPng(9, 9));
	const execution = await readReceipts('nine.png');
	expect(execution.status).toBe('error');
	expect(asText(execution.error.message)).toMatch(/nine\.png.*9/);
	expect(sent()).toBe(0);
});

test('of five files under Stop, two of which cannot be read, none is paid', async () => {
	const receipt = await sample('receipt').picture();
	for (const number of [1, 2, 4]) session.putFile(`five-${number}.jpg`, receipt);
	for (const number of [3, 5]) session.putFile(`five-${number}.jpg`, HEIC);
	const execution = await readReceipts('five-*.jpg');
	expect(execution.status).toBe('error');
	expect(asText(execution.error.message)).toContain('five-');
	expect(sent()).toBe(0);
});

test('an estimate counts without sending', async () => {
	session.putFile('estimate.jpg', await sample('receipt').picture());
	const execution = await readReceipts('estimate.jpg', { output: 'estimate' });
	expect(execution.items('OCR')[0]?.json).toMatchObject({ fileName: 'estimate.jpg', calls: 1 });
	expect(sent()).toBe(0);
});
