import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { startSimulator, type Simulator } from '../simulator';
import { answer } from '../support/answers';
import { runWorkflow } from '../support/n8n';
import { file, parametersFor, picture } from '../support/ocrRun';
import { toolWorkflow } from '../support/workflowJson';

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator({ recognizer: 'none' });
});

beforeEach(() => simulator.control({ reset: true }));

afterAll(async () => await simulator.close());

async function ask(
	parameters: INodeParameters,
	toolArguments: IDataObject,
	via: 'engine' | 'invoke',
	path = '/general',
) {
	const result = await runWorkflow(toolWorkflow(parameters, toolArguments, via), {
		items: [{ binary: { data: file('mail.png', picture(4)) } }],
		credentials: {
			Credential: { invokeUrl: simulator.url(path), secretKey: simulator.secret(path) },
		},
	});
	if (result.error !== undefined) throw result.error;
	return String(result.items('Agent')[0].json.response);
}

describe.each(['invoke', 'engine'] as const)('as the tool of an agent (%s)', (via) => {
	it('reads Base64 that the model hands over', async () => {
		const parameters = parametersFor('extractText', {
			inputType: 'base64',
			base64: "={{ $fromAI('Image') }}",
			fileName: 'shot.png',
		});
		const response = await ask(parameters, { Image: picture().toString('base64') }, via);
		expect(response).toContain('shot.png');
	});

	it('reads an address that the model hands over', async () => {
		simulator.control({ faults: [{ fault: { kind: 'json', body: answer('failure-no-text') } }] });
		const parameters = parametersFor('extractText', {
			inputType: 'url',
			url: "={{ $fromAI('URL') }}",
		});
		const response = await ask(parameters, { URL: 'http://127.0.0.1:9/a.png' }, via);
		expect(response).toContain('"needsReview":true');
		expect(simulator.stats.calls[0].message).toMatchObject({
			images: [{ url: 'http://127.0.0.1:9/a.png' }],
		});
	});

	it('reads a file by an expression', async () => {
		const parameters = parametersFor('extractText', {
			binaryPropertyName: "={{ $('Source').item.binary.data }}",
		});
		expect(await ask(parameters, {}, via)).toContain('mail.png');
	});

	it('says so when a plain field name finds no file, instead of failing raw', async () => {
		const response = await ask(parametersFor('extractText'), {}, via).catch(
			(error: Error) => error.message,
		);
		expect(response).toMatch(/carries no file|no file in the field|no file/);
	});

	it('has no second output, so that nothing is hidden from the model', async () => {
		simulator.control({ faults: [{ fault: { kind: 'json', body: answer('failure-no-text') } }] });
		const parameters = parametersFor('extractText', {
			inputType: 'base64',
			base64: "={{ $fromAI('Image') }}",
			options: { reviewOutput: true },
		});
		const response = await ask(parameters, { Image: picture().toString('base64') }, via);
		expect(response).toContain('"needsReview":true');
	});

	it('shows a model no personal number', async () => {
		simulator.control({ faults: [{ fault: { kind: 'json', body: answer('id-resident-full') } }] });
		const parameters = parametersFor('readResidentRegistrationCard', {
			inputType: 'base64',
			base64: "={{ $fromAI('Image') }}",
		});
		const response = await ask(
			parameters,
			{ Image: picture().toString('base64') },
			via,
			'/document/id-card',
		);
		expect(response).toMatch(/\d{6}-\*{7}/);
		expect(response).not.toMatch(/\d{6}-\d{7}/);
	});
});
