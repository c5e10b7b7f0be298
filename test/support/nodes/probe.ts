import { NodeConnectionTypes, NodeOperationError } from 'n8n-workflow';
import type {
	ICredentialType,
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
} from 'n8n-workflow';

import type { TestedPackage } from '../n8n';

/**
 * A node that does one thing per item as its parameter `action` says, to show that the harness
 * behaves like n8n: `echo` its text, `fail`, `wait` until cancelled, `call` an address.
 */
const probeNode: INodeType = {
	description: {
		displayName: 'Probe',
		name: 'probe',
		group: ['transform'],
		version: 1,
		description: 'Probes the harness',
		defaults: { name: 'Probe' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'probeApi', required: true }],
		properties: [
			{ displayName: 'Action', name: 'action', type: 'string', default: 'echo' },
			{ displayName: 'Text', name: 'text', type: 'string', default: 'default text' },
		],
	},

	async execute() {
		const items: INodeExecutionData[] = [];
		for (const index of this.getInputData().keys()) {
			try {
				items.push({ json: await act(this, index), pairedItem: { item: index } });
			} catch (error) {
				const failure = new NodeOperationError(this.getNode(), error as Error, {
					itemIndex: index,
				});
				if (!this.continueOnFail()) throw failure;
				const { message } = failure;
				const json = { error: message, message, details: { index } };
				items.push({ json, pairedItem: { item: index } });
			}
		}
		return [items];
	},
};

async function act(context: IExecuteFunctions, index: number): Promise<IDataObject> {
	const text = String(context.getNodeParameter('text', index));
	const action = context.getNodeParameter('action', index);
	if (action === 'fail') {
		throw new NodeOperationError(context.getNode(), `Refused ${text}`, { itemIndex: index });
	}
	if (action === 'wait') {
		const signal = context.getExecutionCancelSignal();
		await new Promise((resolve) => signal?.addEventListener('abort', resolve));
	}
	if (action === 'call') {
		const request = { url: text, method: 'POST' as const, body: { index }, json: true };
		const { httpRequestWithAuthentication } = context.helpers;
		return await httpRequestWithAuthentication.call(context, 'probeApi', request);
	}
	context.logger.warn(`Probed ${text}`);
	context.addExecutionHints({ message: `Probed ${text}` });
	return { text };
}

const probeCredential: ICredentialType = {
	name: 'probeApi',
	displayName: 'Probe API',
	properties: [
		{ displayName: 'URL', name: 'url', type: 'string', default: '' },
		{ displayName: 'Word', name: 'word', type: 'string', default: 'by default' },
	],
	authenticate: {
		type: 'generic',
		properties: { headers: { 'X-Word': '={{ $credentials.word.trim() }}' } },
	},
	test: {
		request: { url: '={{ $credentials.url }}', method: 'POST', body: { index: 0 }, json: true },
		rules: [
			{
				type: 'responseSuccessBody',
				properties: { key: 'inner.code', value: '0002', message: 'The word was refused' },
			},
		],
	},
};

/** The probe as a package; its node type is `probe.probe`. */
export const probePackage: TestedPackage = {
	nodes: new Map([['probe.probe', probeNode]]),
	credentials: new Map([['probeApi', probeCredential]]),
};
