import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

/** What a test decides of n8n's context; whatever else is asked of it fails. */
interface Decided {
	/** Parameters as the workflow holds them, expressions included. */
	raw?: IDataObject;
	/** What they come to for each item; an Error is thrown, as by an expression that fails. */
	items?: Array<Record<string, unknown>>;
	/** Type of the node. */
	type?: string;
	/** As n8n has it since it runs nodes as tools; absent in older ones. */
	isToolExecution?: () => boolean;
	helpers?: object;
}

/** n8n's context of an execution, as far as parameters and helpers go. */
export function contextOf({
	raw = {},
	items = [raw],
	type = 'n8n-nodes-clova-ocr.clovaOcr',
	...more
}: Decided = {}): IExecuteFunctions {
	const context = {
		getNode: () => ({ type, parameters: raw }),
		getInputData: () => items.map(() => ({ json: {} })),
		getNodeParameter(name: string, itemIndex: number, fallback?: unknown) {
			const value = items[itemIndex]?.[name];
			if (value instanceof Error) throw value;
			return value === undefined ? fallback : value;
		},
		getExecutionCancelSignal: () => undefined,
		...more,
	};
	return context as unknown as IExecuteFunctions;
}
