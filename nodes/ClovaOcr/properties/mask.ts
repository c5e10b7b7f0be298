import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Operation } from '../operations/types';
import { showFor } from './showFor';

/** 'Mask Numbers', which begins and offers what an operation allows. */
export function masks(operations: Operation[]): INodeProperties[] {
	const by = (
		masks: Operation['masks'],
		start: 'none' | 'standard',
		more: INodePropertyOptions[],
	) => {
		const found = operations.filter((each) => each.masks === masks);
		return found.length === 0 ? [] : [mask(found, operations, start, more)];
	};
	return [
		...by('onRequest', 'none', [NO_MASK]),
		...by('byDefault', 'standard', [NO_MASK]),
		...by('always', 'standard', []),
	];
}

const NO_MASK: INodePropertyOptions = {
	name: 'None',
	value: 'none',
	description:
		'Numbers as read. Mind that n8n stores them with the execution, and an AI agent passes them to its model.',
};

function mask(
	operations: Operation[],
	all: Operation[],
	byDefault: 'none' | 'standard',
	more: INodePropertyOptions[],
): INodeProperties {
	return {
		displayName: 'Mask Numbers',
		name: 'mask',
		type: 'options',
		options: [
			...more,
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
		displayOptions: showFor(operations, all, ['estimate']),
	};
}
