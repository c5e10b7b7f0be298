import type { INodeProperties } from 'n8n-workflow';

import type { Operation } from '../operations/types';
import { pageOptions } from './pageOptions';
import { paceOptions } from './paceOptions';
import { readingOptions } from './readingOptions';

/** The collection 'Options': each member is shown only where it means something. */
export function optionsProperty(operations: Operation[]): INodeProperties {
	const members = [...pageOptions(operations), ...readingOptions(operations), ...paceOptions].sort(
		(a, b) => (a.displayName < b.displayName ? -1 : 1),
	);
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: members,
	};
}
