import type {
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	INodeExecutionData,
} from 'n8n-workflow';

import { contextOf } from './nodeContext';

/** What a test says of the surroundings of an execution. */
export interface Surroundings {
	/** As each item sees them, by name and its place; what is an error is thrown, as by an expression that fails. */
	parameters?: Record<string, unknown> | ((itemIndex: number) => Record<string, unknown>);
	/** As the workflow holds them. */
	raw?: IDataObject;
	items?: INodeExecutionData[];
	credential?: Record<string, unknown>;
	continueOnFail?: boolean;
	signal?: AbortSignal;
	/** What n8n's authenticated helper gives for a request. */
	respond?(options: IHttpRequestOptions): unknown;
}

/** The part of n8n's context that one execution of the node asks, and what was asked of it. */
export function executeContext({
	parameters = {},
	raw = {},
	items = [{ json: {} }],
	credential = { invokeUrl: 'https://example.test/general', secretKey: 'secret' },
	continueOnFail = false,
	signal,
	respond = () => undefined,
}: Surroundings = {}) {
	const asked = {
		credentials: [] as string[],
		requests: [] as IHttpRequestOptions[],
		/** The signals that the helper would cancel requests by. */
		signals: [] as unknown[],
		hints: [] as unknown[],
		stored: [] as Array<{ text: string; fileName: unknown; mimeType: unknown }>,
	};
	const helpers = {
		async httpRequestWithAuthentication(
			this: IExecuteFunctions,
			name: string,
			options: IHttpRequestOptions,
		) {
			asked.credentials.push(name, this.getNode().type);
			asked.requests.push(options);
			asked.signals.push(this.getExecutionCancelSignal());
			return respond(options);
		},
		async prepareBinaryData(bytes: Buffer, fileName: unknown, mimeType: unknown) {
			asked.stored.push({ text: bytes.toString(), fileName, mimeType });
			return { data: 'id', mimeType };
		},
	};
	const ofItem = (itemIndex: number) =>
		typeof parameters === 'function' ? parameters(itemIndex) : parameters;
	const context = Object.assign(
		contextOf({
			raw,
			items: items.map((_, itemIndex) => ofItem(itemIndex)),
			helpers,
			isToolExecution: () => false,
		}),
		{
			getInputData: () => items,
			getCredentials: async (name: string) => {
				asked.credentials.push(name);
				return credential;
			},
			getExecutionCancelSignal: () => signal,
			continueOnFail: () => continueOnFail,
			addExecutionHints: (...hints: unknown[]) => asked.hints.push(...hints),
		},
	);
	return { context, asked };
}
