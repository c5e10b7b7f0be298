import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { nodeProperties } from './properties';

/** The operations' names as the panel has them, by the value that the workflow holds. */
const operationNames = Object.fromEntries(
	nodeProperties
		.filter(({ name }) => name === 'operation')
		.flatMap(({ options = [] }) => options)
		.map((option) => ['value' in option ? option.value : '', option.name]),
);

export class ClovaOcr implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'CLOVA OCR',
		name: 'clovaOcr',
		icon: { light: 'file:../../icons/clovaOcr.svg', dark: 'file:../../icons/clovaOcr.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: `={{ (${JSON.stringify(operationNames)})[$parameter["operation"]] }}`,
		description:
			'Read text, tables, receipts, business documents and ID cards with NAVER CLOVA OCR',
		defaults: { name: 'CLOVA OCR' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: `={{ $parameter["options"]?.["reviewOutput"] === true ? [{ type: "${NodeConnectionTypes.Main}", displayName: "Accepted" }, { type: "${NodeConnectionTypes.Main}", displayName: "Needs Review" }] : [{ type: "${NodeConnectionTypes.Main}" }] }}`,
		credentials: [
			{
				name: 'clovaOcrApi',
				required: true,
				// An answer that is there already is read without a call.
				displayOptions: { hide: { inputType: ['answer'] } },
			},
		],
		properties: nodeProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		// Loaded on first use, so that n8n's start does not wait for it.
		const { run } = await import('./run');
		return await run(this);
	}
}
