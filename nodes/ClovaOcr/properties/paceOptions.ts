import type { INodeProperties } from 'n8n-workflow';

/** Options on how hard and how long the node tries. */
export const paceOptions: INodeProperties[] = [
	{
		displayName: 'Max Concurrency',
		name: 'maxConcurrency',
		type: 'number',
		noDataExpression: true,
		typeOptions: { minValue: 1, maxValue: 50, numberPrecision: 0 },
		default: 3,
		description:
			'Calls at the same time, over all items of the execution. The node slows down by itself when CLOVA OCR says that the domain is busy.',
	},
	{
		displayName: 'Max Tries',
		name: 'maxTries',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 20, numberPrecision: 0 },
		default: 4,
		description:
			'How often one call is tried before it is given up; waiting for a busy domain does not count',
	},
	{
		displayName: 'Rate Limit Wait',
		name: 'rateLimitWait',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 120000,
		description:
			'How long, in milliseconds, a call is tried again while CLOVA OCR turns it away because the domain is busy. Such refusals are not billed.',
	},
	{
		displayName: 'Retry On',
		name: 'retryOn',
		type: 'options',
		options: [
			{
				name: 'All',
				value: 'all',
				description:
					'Also calls with an unknown outcome (timeout, broken connection, server fault), which may be billed twice',
			},
			{
				name: 'Refused',
				value: 'refused',
				description:
					'Only calls that were turned away before any work began, so nothing is billed twice',
			},
		],
		default: 'refused',
		description: 'Which unsuccessful calls are repeated',
	},
	{
		displayName: 'Timeout',
		name: 'timeout',
		type: 'number',
		typeOptions: { minValue: 1000, numberPrecision: 0 },
		default: 60000,
		description:
			'How long, in milliseconds, CLOVA OCR may stay silent before a call is given up. It often takes 5 to 20 seconds.',
	},
];
