import type { INodeProperties } from 'n8n-workflow';

import type { Operation } from '../operations/types';
import { showOptionFor } from './show';

/** Options on what an item says about the reading, and where doubtful ones go. */
export function readingOptions(operations: Operation[]): INodeProperties[] {
	const detailed = operations.filter(({ options }) => options.includes('includeFieldDetails'));
	return [
		{
			displayName: 'Confidence Threshold',
			name: 'confidenceThreshold',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 3 },
			default: 0,
			description:
				'Items whose lowest confidence (0 to 1) is below this number are flagged for review; 0 is off. Nothing is dropped.',
		},
		{
			displayName: 'Include Details',
			name: 'includeDetails',
			type: 'boolean',
			default: true,
			description:
				"Whether to add the object 'ocr' with file name, page, confidence, checks and review reasons. Line items and table rows leave it out unless this option is added, so that a sheet gets columns only.",
			displayOptions: { hide: { '/simplify': [false] } },
		},
		{
			displayName: 'Include Field Details',
			name: 'includeFieldDetails',
			type: 'boolean',
			default: false,
			description:
				'Whether to add text as printed, label, confidence and position of every value in ocr.fields',
			displayOptions: showOptionFor(detailed, true),
		},
		{
			displayName: 'Review Output',
			name: 'reviewOutput',
			type: 'boolean',
			noDataExpression: true,
			default: false,
			description:
				"Whether to add a second output 'Needs Review' for items that a person should look at. With it an error output becomes the third one: check its wires.",
			displayOptions: { hide: { '@tool': [true] } },
		},
	];
}
