import type { INodeProperties } from 'n8n-workflow';

import type { Operation } from '../operations/types';

const RESOURCES: Array<{ name: string; value: Operation['resource']; description: string }> = [
	{
		name: 'Document',
		value: 'document',
		description: 'Business cards, business registration certificates, credit cards and receipts',
	},
	{
		name: 'General',
		value: 'general',
		description: 'Text and tables of any document, and searchable PDFs',
	},
	{
		name: 'ID Card',
		value: 'idCard',
		description: 'Korean ID cards, Korean and foreign passports, with numbers hidden by default',
	},
	{
		name: 'Template',
		value: 'template',
		description: 'Forms whose fields you marked in the template builder of CLOVA OCR',
	},
];

/** The selectors 'Resource' and 'Operation', as far as there are operations. */
export function selectorProperties(operations: Operation[]): INodeProperties[] {
	const used = RESOURCES.filter(({ value }) =>
		operations.some(({ resource }) => resource === value),
	);
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: used,
			default: 'general',
		},
		...used.map(({ value }) =>
			operationProperty(
				value,
				operations.filter(({ resource }) => resource === value),
			),
		),
	];
}

function operationProperty(resource: string, operations: Operation[]): INodeProperties {
	const [{ value: byDefault }] = operations;
	const sorted = [...operations].sort((a, b) => (a.name < b.name ? -1 : 1));
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource] } },
		options: sorted.map(({ name, value, action, description }) => ({
			name,
			value,
			action,
			description,
		})),
		default: byDefault,
	};
}
