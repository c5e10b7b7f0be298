import type { INodeProperties } from 'n8n-workflow';

import type { Operation, OptionName } from '../operations/types';
import { showOptionFor } from './show';

/** Options that change what is sent to CLOVA or how a page is laid out. */
export function pageOptions(operations: Operation[]): INodeProperties[] {
	return PAGE_OPTIONS.flatMap(({ property, option }) => {
		const users = operations.filter(({ options }) => options.includes(option));
		return users.length > 0
			? [{ ...property, displayOptions: showOptionFor(users, SIMPLIFIED_ONLY.has(option)) }]
			: [];
	});
}

const SIMPLIFIED_ONLY = new Set<OptionName>([
	'fillMergedCells',
	'headerRow',
	'layout',
	'tableFormats',
]);

const PAGE_OPTIONS: Array<{ option: OptionName; property: INodeProperties }> = [
	{
		option: 'languages',
		property: {
			displayName: 'Languages',
			name: 'languages',
			type: 'multiOptions',
			options: [
				{ name: 'Chinese (Traditional)', value: 'zh-TW' },
				{ name: 'Japanese', value: 'ja' },
				{ name: 'Korean', value: 'ko' },
			],
			default: [],
			description: "Languages of the document. Without a choice the domain's own language is used.",
		},
	},
	{
		option: 'engineVersion',
		property: {
			displayName: 'Engine Version',
			name: 'engineVersion',
			type: 'options',
			options: [
				{ name: 'V1', value: 'V1', description: 'The older engine; gives no line breaks' },
				{ name: 'V2', value: 'V2', description: 'The current engine' },
			],
			default: 'V2',
			description: "Version of CLOVA's API. V2 is right unless your domain only knows V1.",
		},
	},
	{
		option: 'templateIds',
		property: {
			displayName: 'Template IDs',
			name: 'templateIds',
			type: 'string',
			default: '',
			placeholder: 'e.g. 12345, 12346',
			description:
				'Numbers of the released templates to compare with, separated by commas. Empty for all of the domain.',
		},
	},
	{
		option: 'pages',
		property: {
			displayName: 'Pages',
			name: 'pages',
			type: 'string',
			default: '',
			placeholder: 'e.g. 1-3,7,10-',
			description:
				'Pages of a PDF to read: numbers and ranges. Empty for all pages. Pictures and TIFF files are always read whole.',
		},
	},
	{
		option: 'layout',
		property: {
			displayName: 'Layout',
			name: 'layout',
			type: 'options',
			options: [
				{
					name: 'Spaced',
					value: 'spaced',
					description: 'Rows as the eye sees them, columns kept apart by spaces',
				},
				{ name: 'Text', value: 'text', description: "CLOVA's own lines, in its reading order" },
			],
			default: 'text',
			description: 'How the text of a page is put together',
		},
	},
	{
		option: 'headerRow',
		property: {
			displayName: 'Header Row',
			name: 'headerRow',
			type: 'boolean',
			default: true,
			description: 'Whether the first row of a table gives the names of its columns',
		},
	},
	{
		option: 'fillMergedCells',
		property: {
			displayName: 'Fill Merged Cells',
			name: 'fillMergedCells',
			type: 'boolean',
			default: true,
			description: 'Whether every row and column that a merged cell covers gets its text',
		},
	},
	{
		option: 'tableFormats',
		property: {
			displayName: 'Table Formats',
			name: 'tableFormats',
			type: 'multiOptions',
			options: [
				{ name: 'CSV', value: 'csv' },
				{ name: 'HTML', value: 'html' },
				{ name: 'Markdown', value: 'markdown' },
			],
			default: [],
			description: 'Further forms in which each table is put out, beside its rows',
		},
	},
	{
		option: 'highlight',
		property: {
			displayName: 'Highlight',
			name: 'highlight',
			type: 'boolean',
			default: false,
			description:
				'Whether to draw visible boxes around the words, coloured by how sure CLOVA was (green, amber, red; grey where it did not say), so that a person sees what to check',
		},
	},
];
