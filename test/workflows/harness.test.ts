import type { IBinaryData, INodeParameters } from 'n8n-workflow';

import { readBinary, runWorkflow, testCredential } from '../support/n8n';
import type { RunOptions, SourceItem } from '../support/n8n';
import { n8nHome } from '../support/n8nHome';
import { fs, http, nodeProcess, path, startTimer } from '../support/node';
import type { AddressInfo } from '../support/node';
import { probePackage as tested } from '../support/nodes/probe';
import { ocrWorkflow, toolWorkflow } from '../support/workflowJson';
import type { OcrWorkflowOptions } from '../support/workflowJson';

const probe = { type: 'probe.probe', credentialType: 'probeApi' };
const credentials = { Credential: { word: ' right ' } };
const bytes = Buffer.from('file \u0000\u00ff 파일');
const withFile: SourceItem[] = [{ json: { row: 1 }, binary: { data: { data: bytes } } }];
const threeRows: SourceItem[] = [1, 2, 3].map((row) => ({ json: { row } }));
const secondFails: INodeParameters = {
	action: '={{ $json.row === 2 ? "fail" : "echo" }}',
	text: '={{ "row " + $json.row }}',
};

async function run(
	parameters: INodeParameters,
	options: RunOptions = {},
	workflow: OcrWorkflowOptions = {},
) {
	const json = ocrWorkflow(parameters, { ...probe, ...workflow });
	return await runWorkflow(json, { tested, credentials, ...options });
}

async function sourceFile(options: RunOptions, workflow?: OcrWorkflowOptions) {
	const result = await run({}, { items: withFile, ...options }, workflow);
	return result.items('Source')[0];
}

describe('files', () => {
	test('stand inside the items in memory mode', async () => {
		const { binary } = await sourceFile({ binaryMode: 'default' });
		expect(binary?.data).toMatchObject({ data: bytes.toString('base64'), bytes: bytes.length });
		expect(binary?.data.id).toBeUndefined();
	});

	test('are really on disk in filesystem mode', async () => {
		const { binary } = await sourceFile({ binaryMode: 'filesystem' });
		const [kind, file] = String(binary?.data.id).split(':');
		expect(kind).toBe('filesystem-v2');
		expect(fs.readFileSync(path.join(n8nHome, '.n8n', 'storage', file))).toEqual(bytes);
		expect(await readBinary(binary?.data as IBinaryData)).toEqual(bytes);
	});

	test('stand in the JSON in combined mode', async () => {
		const settings = { binaryMode: 'combined' as const };
		const item = await sourceFile({ binaryMode: 'filesystem' }, { settings });
		expect(item.binary).toBeUndefined();
		expect(item.json).toMatchObject({ row: 1, _files: { data: { bytes: bytes.length } } });
	});
});

describe('a failing item', () => {
	test('stops the workflow', async () => {
		const result = await run(secondFails, { items: threeRows });
		expect(result.status).toBe('error');
		expect(result.error?.message).toBe('Refused row 2');
		expect(result.error?.context?.itemIndex).toBe(1);
		expect(result.runData).not.toHaveProperty('Accepted');
	});

	test('stays among the items with "continue"', async () => {
		const workflow = { onError: 'continueRegularOutput' as const };
		const result = await run(secondFails, { items: threeRows }, workflow);
		expect(result.status).toBe('success');
		expect(result.items('Accepted').map(({ json }) => json)).toEqual([
			{ text: 'row 1' },
			{ error: 'Refused row 2', message: 'Refused row 2', details: { index: 1 } },
			{ text: 'row 3' },
		]);
	});

	test('goes to the error output, merged with the item it came from', async () => {
		const workflow = { onError: 'continueErrorOutput' as const };
		const result = await run(secondFails, { items: threeRows }, workflow);
		expect(result.items('Accepted').map(({ json }) => json.text)).toEqual(['row 1', 'row 3']);
		expect(result.items('CLOVA OCR', 1)).toMatchObject([
			{ json: { row: 2, error: 'Refused row 2', details: { index: 1 } }, pairedItem: { item: 1 } },
		]);
		expect(result.items('Second')).toHaveLength(1);
	});
});

test('cancelling reaches the node and ends the execution', async () => {
	const result = await run({ action: 'wait' }, { onStart: (cancel) => startTimer(cancel, 50) });
	expect(result.cancelled).toBe(true);
	expect(result.runData).toHaveProperty('CLOVA OCR');
	expect(result.runData).not.toHaveProperty('Accepted');
});

test('defaults fill in, hints and logs are seen', async () => {
	const result = await run({});
	expect(result.items('Accepted')[0].json).toEqual({ text: 'default text' });
	expect(result.hints).toEqual([{ message: 'Probed default text' }]);
	expect(result.logs.join('\n')).toContain('warn: Probed default text');
	expect((await run({ text: 'again' })).logs.join('\n')).not.toContain('default text');
});

describe('credentials', () => {
	let server: http.Server;
	let url = '';
	const words: unknown[] = [];

	beforeAll(async () => {
		server = http.createServer((request, response) => {
			words.push(request.headers['x-word']);
			const code = request.headers['x-word'] === 'right' ? '0000' : '0002';
			response.statusCode = request.url === '/missing' ? 404 : 200;
			response.setHeader('Content-Type', 'application/json').end(`{"inner":{"code":"${code}"}}`);
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	});

	afterAll(async () => await new Promise((resolve) => server.close(resolve)));

	test('are applied to requests, with expressions and defaults resolved', async () => {
		await run({ action: 'call', text: url });
		await run({ action: 'call', text: url }, { credentials: { Credential: {} } });
		await run(
			{ action: 'call', text: url },
			{
				items: [{ json: { row: 7 } }],
				credentials: { Credential: { word: '={{ String($json.row) }}' } },
			},
		);
		expect(words.splice(0)).toEqual(['right', 'by default', '7']);
	});

	test.each([
		['right', '', 'OK', 'Connection successful!'],
		['wrong', '', 'Error', 'The word was refused'],
		['right', '/missing', 'Error', 'Not Found'],
	])('test with the %s word at "%s": %s', async (word, place, status, message) => {
		const verdict = await testCredential('probeApi', { url: url + place, word }, tested);
		expect(verdict).toEqual({ status, message });
	});

	test('test of an address where nothing listens', async () => {
		const verdict = await testCredential('probeApi', { url: 'http://127.0.0.1:1' }, tested);
		expect(verdict).toEqual({ status: 'Error', message: 'ECONNREFUSED' });
	});
});

describe.each(['invoke', 'engine'] as const)('as an agent tool, by %s', (via) => {
	const parameters = {
		action: 'echo',
		text: "={{ $fromAI('topic') }} {{ $('Source').item.json.row }}",
	};
	const items = [{ json: { row: 5 } }];

	test('the model fills parameters and reads the JSON of the items', async () => {
		const json = toolWorkflow(parameters, { topic: 'cards' }, via, probe);
		const result = await runWorkflow(json, { tested, credentials, items });
		expect(result.error).toBeUndefined();
		expect(result.items('Agent')[0].json.response).toBe('[{"text":"cards 5"}]');
	});

	test('a failure reaches the agent', async () => {
		const json = toolWorkflow({ ...parameters, action: 'fail' }, { topic: 'cards' }, via, probe);
		const result = await runWorkflow(json, { tested, credentials, items });
		expect(JSON.stringify([result.error?.message, result.items('Agent')])).toContain(
			'Refused cards',
		);
	});
});

test('n8n lives in a home of its own', () => {
	expect(nodeProcess.env.N8N_USER_FOLDER).toBe(n8nHome);
	expect(fs.existsSync(path.join(n8nHome, '.n8n', 'config'))).toBe(true);
});
