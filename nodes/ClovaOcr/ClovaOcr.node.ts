import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { operations } from './operations';
import { inputProperties } from './properties/input';
import { optionsProperty } from './properties/options';
import { outputProperties } from './properties/output';
import { selectorProperties } from './properties/selectors';
import { run } from './run';

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
		properties: [
			...selectorProperties(operations),
			...inputProperties,
			...operations.flatMap(({ properties }) => properties ?? []),
			...outputProperties(operations),
			optionsProperty(operations),
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await run(this);
	}
}
