import { workflowOf, type Step } from './workflow';
import type { WorkflowJson } from '../../support/n8n';

/** Ways to get a document to CLOVA OCR from n8n. */
export const CONTESTANTS = {
	node: 'This node',
	multipart: 'HTTP Request, multipart',
	base64: 'Extract From File + HTTP Request, base64 in JSON',
	base64Default: 'the same, Encoding left as it is',
	loop: 'Loop Over Items of 5 + HTTP Request',
	raw: 'raw Node.js, 5 at once',
} as const;

export type Contestant = keyof typeof CONTESTANTS;

/** What a contestant has to know of the service and of what comes in. */
export interface Setting {
	url: string;
	secret: string;
	/** What emits the items: files of these paths, or what the harness gives. */
	paths: string[] | null;
	maxConcurrency: number;
}

const MESSAGE = (data: string) =>
	`={{ JSON.stringify({ version: 'V2', requestId: 'bench', timestamp: Date.now(), images: [{ format: 'png', name: ${data} }] }) }}`;

/** The workflow of a contestant: source, Mark (where the measurement starts), its way, "End". */
export function workflowFor(contestant: Contestant, setting: Setting): WorkflowJson {
	switch (contestant) {
		case 'node':
			return workflowOf(setting.paths, [ocrStep(setting)]);
		case 'multipart':
			return workflowOf(setting.paths, [multipartStep(setting)]);
		case 'base64':
			return workflowOf(setting.paths, [extractStep({ encoding: 'utf8' }), jsonStep(setting)]);
		case 'base64Default':
			return workflowOf(setting.paths, [extractStep({}), jsonStep(setting)]);
		case 'loop':
			return workflowOf(setting.paths, [multipartStep(setting)], 5);
		case 'raw':
			throw new Error('Raw Node.js has no workflow');
	}
}

function ocrStep({ maxConcurrency }: Setting): Step {
	return {
		name: 'CLOVA OCR',
		type: 'n8n-nodes-clova-ocr.clovaOcr',
		typeVersion: 1,
		parameters: { resource: 'general', operation: 'extractText', options: { maxConcurrency } },
		credentials: { clovaOcrApi: { id: '1', name: 'Service' } },
		onError: 'continueRegularOutput',
	};
}

function request({ url, secret }: Setting, parameters: Step['parameters']): Step {
	return {
		name: 'HTTP Request',
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.5,
		parameters: {
			method: 'POST',
			url,
			sendHeaders: true,
			headerParameters: { parameters: [{ name: 'X-OCR-SECRET', value: secret }] },
			sendBody: true,
			options: {},
			...parameters,
		},
		onError: 'continueRegularOutput',
	};
}

function multipartStep(setting: Setting): Step {
	return request(setting, {
		contentType: 'multipart-form-data',
		bodyParameters: {
			parameters: [
				{ parameterType: 'formData', name: 'message', value: MESSAGE('$binary.data.fileName') },
				{ parameterType: 'formBinaryData', name: 'file', inputDataFieldName: 'data' },
			],
		},
	});
}

function extractStep(options: { encoding?: string }): Step {
	return {
		name: 'Extract From File',
		type: 'n8n-nodes-base.extractFromFile',
		typeVersion: 1.1,
		parameters: {
			operation: 'binaryToPropery',
			binaryPropertyName: 'data',
			destinationKey: 'base64',
			options: { ...options, keepSource: 'json' },
		},
	};
}

function jsonStep(setting: Setting): Step {
	return request(setting, {
		contentType: 'json',
		specifyBody: 'json',
		jsonBody: MESSAGE('$json.fileName, data: $json.base64'),
	});
}
