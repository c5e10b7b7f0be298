import type { INodeProperties } from 'n8n-workflow';

import type { Operation } from '../operations/types';
import { showFor } from './show';

/** How answers become items: splitting, simplifying, masking. */
export function outputProperties(operations: Operation[]): INodeProperties[] {
	const personal = operations.filter(isPersonal);
	const open = operations.filter((operation) => !isPersonal(operation));
	const makers = operations.filter(({ fileMaker }) => fileMaker !== undefined);
	const simplifiable = operations.filter(({ fileMaker }) => fileMaker === undefined);
	return [
		...makers.map(outputField),
		simplify(simplifiable),
		...operations.filter(({ splitInto }) => splitInto.length > 0).map(splitInto),
		...(open.length > 0 ? [mask(open, 'none')] : []),
		...(personal.length > 0 ? [mask(personal, 'standard')] : []),
	];
}

// Documents and ID cards carry personal numbers by nature; there hiding is the default.
function isPersonal({ resource }: Operation): boolean {
	return resource === 'document' || resource === 'idCard';
}

function outputField(operation: Operation): INodeProperties {
	return {
		displayName: 'Put Output File in Field',
		name: 'outputBinaryField',
		type: 'string',
		default: 'data',
		required: true,
		placeholder: 'e.g. data',
		hint: 'The name of the output field to put the file in',
		displayOptions: showFor([operation]),
	};
}

function simplify(operations: Operation[]): INodeProperties {
	return {
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
		displayOptions: showFor(operations),
	};
}

function splitInto(operation: Operation): INodeProperties {
	const choices = operation.splitInto;
	const [{ value: byDefault }] = choices;
	return {
		displayName: 'Split Into',
		name: 'splitInto',
		type: 'options',
		options: [...choices].sort((a, b) => (a.name < b.name ? -1 : 1)),
		default: byDefault,
		description: 'What becomes an item of its own',
		displayOptions: showFor(
			[operation],
			operation.fileMaker !== undefined ? {} : { simplify: [true] },
		),
	};
}

function mask(operations: Operation[], byDefault: 'none' | 'standard'): INodeProperties {
	return {
		displayName: 'Mask Numbers',
		name: 'mask',
		type: 'options',
		options: [
			{
				name: 'None',
				value: 'none',
				description:
					'Numbers as read. Mind that n8n stores them with the execution, and an AI agent passes them to its model.',
			},
			{
				name: 'Standard',
				value: 'standard',
				description:
					'Resident and alien registration numbers keep the first six digits, card numbers the first six and last four',
			},
			{
				name: 'Strict',
				value: 'strict',
				description:
					"As Standard, and the last four digits of passport and driver's license numbers are hidden too",
			},
		],
		default: byDefault,
		description:
			'Which numbers are starred in everything that this node puts out. The pictures themselves are not changed; of a searchable PDF only the text layer is masked.',
		displayOptions: showFor(operations),
	};
}
