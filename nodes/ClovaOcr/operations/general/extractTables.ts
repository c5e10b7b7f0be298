import { tableReadings, tablesSchema } from '../../reading/general/tableReadings';
import type { Operation } from '../types';

/** The tables of any picture or PDF; the domain must have table extraction switched on. */
export const extractTables: Operation = {
	resource: 'general',
	value: 'extractTables',
	name: 'Extract Tables',
	action: 'Extract tables from document',
	description:
		'Read tables as rows. Needs table extraction on in the domain, which raises the price.',
	path: '/general',
	pagesPerCall: 10,
	fetchesUrl: true,
	splitInto: [
		{
			name: 'Rows',
			value: 'row',
			description: 'One item per row, with its columns as a sheet takes them',
		},
		{
			name: 'Tables',
			value: 'table',
			description: 'One item per table, with its size and its text as Markdown',
		},
	],
	masks: 'onRequest',
	sensitive: [],
	message: () => ({ enableTableDetection: true }),
	valuesSchema: tablesSchema,
	read: tableReadings,
};
