import { asList, asObject, type Json, type JsonObject } from '../../nodes/ClovaOcr/shared/json';
import { sample } from '../samples';
import type { Execution } from './support/execution';
import { startFakeModel, type FakeModel } from './support/fakeModel';
import { pathOf } from '../support/apis';
import { openSession, type Session } from './support/session';
import { startWebSite, type WebSite } from './support/webSite';
import { CLOVA_OCR_TOOL, manualTrigger, node, readFiles } from './support/workflow';

let session: Session;
let model: FakeModel;
let site: WebSite;

beforeAll(async () => {
	model = await startFakeModel();
	site = await startWebSite();
	session = await openSession();
});

afterAll(async () => {
	await model.close();
	await site.close();
	await session.close();
});

/** Runs "Start, Read, AI Agent" with our node as the agent's only tool. */
async function runAgent(
	resource: string,
	operation: string,
	parameters: JsonObject,
	file: string,
): Promise<Execution> {
	const { api } = session;
	const ocr = await session.credential(pathOf(resource, operation));
	const openAi = await api.createCredential('Fake model', 'openAiApi', {
		apiKey: 'none',
		url: model.url,
	});
	const tool = node(
		'CLOVA OCR',
		CLOVA_OCR_TOOL,
		{ toolDescription: 'Reads a document', resource, operation, options: {}, ...parameters },
		{ credentials: { clovaOcrApi: { id: ocr.id, name: ocr.name } } },
	);
	const chat = node(
		'Model',
		'@n8n/n8n-nodes-langchain.lmChatOpenAi',
		{ model: { __rl: true, mode: 'id', value: 'fake' }, responsesApiEnabled: false, options: {} },
		{ typeVersion: 1.3, credentials: { openAiApi: { id: openAi.id, name: openAi.name } } },
	);
	const agent = node(
		'Agent',
		'@n8n/n8n-nodes-langchain.agent',
		{ promptType: 'define', text: 'Read the document.', options: {} },
		{ typeVersion: 3.1 },
	);
	const wire = (name: string, type: string) => ({ [type]: [[{ node: name, type, index: 0 }]] });
	const workflowId = await api.createWorkflow({
		name: `Agent ${operation}`,
		nodes: [manualTrigger(), readFiles(file), agent, chat, tool],
		connections: {
			Start: wire('Read', 'main'),
			Read: wire('Agent', 'main'),
			Model: wire('Agent', 'ai_languageModel'),
			'CLOVA OCR': wire('Agent', 'ai_tool'),
		},
		settings: { executionOrder: 'v1' },
	});
	return await api.runByHand(workflowId, 'Start');
}

/** The items that the model was shown. */
function shown(): JsonObject[] {
	return asList(JSON.parse(model.toolResult) as Json).map((each) => {
		const object = asObject(each);
		return asObject(object.json ?? object);
	});
}

const receipt = sample('receipt');

test('reads a document at a URL that the model names', async () => {
	const file = session.putFile('any.txt', Buffer.from('any'));
	site.offer('receipt.jpg', receipt.mimeType, await receipt.picture());
	model.toolArguments = { URL: `${site.url}/receipt.jpg` };
	const parameters = {
		output: 'detailed',
		inputType: 'url',
		url: "={{ $fromAI('URL', 'Address of the receipt') }}",
	};
	const execution = await runAgent('document', 'readReceipt', parameters, file);
	expect(execution.status).toBe('success');
	expect(model.tools).toEqual(['CLOVA_OCR(URL)']);
	expect(shown()).toMatchObject(receipt.expected);
	expect(model.toolResult.length).toBeLessThan(4000);
});

test('reads the binary file of the item that the agent works on, and hides personal numbers', async () => {
	const card = sample('resident-card');
	const file = session.putFile(card.fileName, await card.picture());
	model.toolArguments = {};
	const parameters = { binaryPropertyName: "={{ $('Read').item.binary.data }}" };
	const execution = await runAgent('idCard', 'readResidentRegistrationCard', parameters, file);
	expect(execution.status).toBe('success');
	expect(shown()).toMatchObject(card.expected);
	expect(model.toolResult).not.toMatch(/\d{6}-?[1-8]\d{6}/);
});

test('a missing file is explained so that the model can go on', async () => {
	const file = session.putFile('any.txt', Buffer.from('any'));
	model.toolArguments = {};
	const execution = await runAgent('document', 'readReceipt', {}, file);
	expect(execution.status).toBe('success');
	expect(model.toolResult).toMatch(/'data'|"data"/);
	expect(model.toolResult).not.toMatch(/TypeError|undefined/);
});
