import type { IDataObject, INodeParameters, IWorkflowSettings, OnError } from 'n8n-workflow';

import type { WorkflowJson } from './n8n';

const positions = { start: [0, 0], node: [200, 0], good: [400, -100], bad: [400, 100] } as const;

type Place = keyof typeof positions;

function nodeOf(name: string, type: string, place: Place, parameters: INodeParameters = {}) {
	const [x, y] = positions[place];
	const position: [number, number] = [x, y];
	return { id: name, name, type, typeVersion: 1, position, parameters };
}

function to(node: string, type: 'main' | 'ai_tool' = 'main') {
	return [{ node, type, index: 0 }];
}

export interface OcrWorkflowOptions {
	onError?: OnError;
	settings?: IWorkflowSettings;
	/** Name of the node type after another package's, for a probe. */
	type?: string;
	credentialType?: string;
}

function ocrNode(name: string, parameters: INodeParameters, options: OcrWorkflowOptions) {
	const { type = 'n8n-nodes-clova-ocr.clovaOcr', credentialType = 'clovaOcrApi' } = options;
	return {
		...nodeOf(name, type, 'node', parameters),
		...(options.onError ? { onError: options.onError } : {}),
		credentials: { [credentialType]: { id: 'credential', name: 'Credential' } },
	};
}

/**
 * Source -> "CLOVA OCR" -> "Accepted" (first output), "Second" and "Third" (further outputs, such as
 * the error output). The credential is called "Credential".
 */
export function ocrWorkflow(
	parameters: INodeParameters,
	options: OcrWorkflowOptions = {},
): WorkflowJson {
	return {
		name: 'CLOVA OCR under test',
		nodes: [
			nodeOf('Source', 'test.source', 'start'),
			ocrNode('CLOVA OCR', parameters, options),
			nodeOf('Accepted', 'test.pass', 'good'),
			nodeOf('Second', 'test.pass', 'bad'),
			nodeOf('Third', 'test.pass', 'bad'),
		],
		connections: {
			Source: { main: [to('CLOVA OCR')] },
			'CLOVA OCR': { main: [to('Accepted'), to('Second'), to('Third')] },
		},
		settings: options.settings,
	};
}

/**
 * Source -> "Agent", with the node as the agent's tool "CLOVA OCR". The agent's output holds in
 * `response` the text that a model would read.
 *
 * @param parameters of the tool, with `={{ $fromAI('name') }}` where the model decides
 * @param toolArguments what the model decided
 * @param via which of n8n's two ways of running a tool (see the agent node)
 */
export function toolWorkflow(
	parameters: INodeParameters,
	toolArguments: IDataObject,
	via: 'invoke' | 'engine',
	options: OcrWorkflowOptions = {},
): WorkflowJson {
	const { type = 'n8n-nodes-clova-ocr.clovaOcr' } = options;
	return {
		name: 'CLOVA OCR as a tool',
		nodes: [
			nodeOf('Source', 'test.source', 'start'),
			nodeOf('Agent', 'test.agent', 'node', { via, arguments: JSON.stringify(toolArguments) }),
			ocrNode('CLOVA OCR', parameters, { ...options, type: `${type}Tool` }),
		],
		connections: {
			Source: { main: [to('Agent')] },
			'CLOVA OCR': { ai_tool: [to('Agent', 'ai_tool')] },
		},
		settings: options.settings,
	};
}
