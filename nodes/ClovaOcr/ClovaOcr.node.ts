import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { nodeProperties } from './properties';

export class ClovaOcr implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'CLOVA OCR',
		name: 'clovaOcr',
		icon: { light: 'file:../../icons/clovaOcr.svg', dark: 'file:../../icons/clovaOcr.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Read text, tables, receipts, business documents and ID cards with NAVER CLOVA OCR',
		defaults: { name: 'CLOVA OCR' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: `={{ $parameter["options"]?.["reviewOutput"] === true ? [{ type: "${NodeConnectionTypes.Main}", displayName: "Accepted" }, { type: "${NodeConnectionTypes.Main}", displayName: "Needs Review" }] : [{ type: "${NodeConnectionTypes.Main}" }] }}`,
		credentials: [{ name: 'clovaOcrApi', required: true }],
		properties: nodeProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		// Loaded on first use, so that n8n's start does not wait for it.
		const { run } = await import('./run');
		return await run(this);
	}
}
