import type { INodeProperties } from 'n8n-workflow';

import { optionProperties } from '../options';

/** The collection 'Options' of the editor, members by their shown names. */
export const optionsProperty: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [...optionProperties].sort((a, b) => (a.displayName < b.displayName ? -1 : 1)),
};
