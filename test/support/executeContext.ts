import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

/** What a test says of the surroundings of an execution. */
export interface Surroundings {
	/** As an item sees them; one that is an error throws it, as an expression that fails. */
	parameters?: Record<string, unknown>;
	/** As the workflow holds them. */
	raw?: Record<string, unknown>;
	items?: number;
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
	items = 1,
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
		stored: [] as Array<{ text: string; fileName: unknown; mimeType: unknown }>,
	};
	const helpers = {
		async httpRequestWithAuthentication(
			this: IExecuteFunctions,
			name: string,
			options: IHttpRequestOptions,
		) {
			asked.credentials.push(name);
			asked.requests.push(options);
			asked.signals.push(this.getExecutionCancelSignal());
			return respond(options);
		},
		async prepareBinaryData(bytes: Buffer, fileName: unknown, mimeType: unknown) {
			asked.stored.push({ text: bytes.toString(), fileName, mimeType });
			return { data: 'id', mimeType };
		},
	};
	// Made of nothing, so that whatever else is asked fails the test.
	const context: IExecuteFunctions = Object.assign(Object.create(null), {
		helpers,
		getNode: () => ({ name: 'CLOVA OCR', type: 'clovaOcr', parameters: raw }),
		getInputData: () => Array.from({ length: items }, () => ({ json: {} })),
		getNodeParameter: (name: string, _: number, byDefault: unknown) => {
			const value = parameters[name] ?? byDefault;
			if (value instanceof Error) throw value;
			return value;
		},
		getCredentials: async (name: string) => {
			asked.credentials.push(name);
			return credential;
		},
		getExecutionCancelSignal: () => signal,
		continueOnFail: () => continueOnFail,
		isToolExecution: () => false,
	});
	return { context, asked };
}
