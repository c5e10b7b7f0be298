import { choice, flag, textsIn, under, whereSent, READ_OUTPUTS, type Option } from './option';

/** How the text of a page is put together. */
export const layout = choice({
	displayName: 'Layout',
	name: 'layout',
	options: [
		{
			name: 'Columns',
			value: 'columns',
			description: 'Column by column where the page has columns, else as Text',
		},
		{
			name: 'Markdown',
			value: 'markdown',
			description: 'Headings, paragraphs, lists and tables, for language models and wikis',
		},
		{
			name: 'Spaced',
			value: 'spaced',
			description: 'Rows as the eye sees them, columns kept apart by spaces',
		},
		{ name: 'Text', value: 'text', description: "CLOVA's own lines, in its reading order" },
	],
	default: 'text',
	description: 'How the text of a page is put together',
	...under(['extractText'], { '/output': READ_OUTPUTS }),
});

/** Whether the first row of a table names its columns. */
export const headerRow = flag({
	displayName: 'Header Row',
	name: 'headerRow',
	default: true,
	description: 'Whether the first row of a table gives the names of its columns',
	...under(['extractTables'], { '/output': READ_OUTPUTS }),
});

/** Whether all places of a merged cell get its text. */
export const fillMergedCells = flag({
	displayName: 'Fill Merged Cells',
	name: 'fillMergedCells',
	default: true,
	description: 'Whether every row and column that a merged cell covers gets its text',
	...under(['extractTables'], { '/output': READ_OUTPUTS }),
});

/** Further forms of a table. */
export const tableFormats: Option<string[]> = {
	property: {
		displayName: 'Table Formats',
		name: 'tableFormats',
		type: 'multiOptions',
		options: [
			{ name: 'CSV', value: 'csv' },
			{ name: 'HTML', value: 'html' },
		],
		default: [],
		description: 'Further forms in which each table is put out, beside Markdown',
		...under(['extractTables'], { '/output': READ_OUTPUTS, '/splitInto': ['table'] }),
	},
	read: textsIn,
};

/** Whether columns of plain numbers become numbers. */
export const convertNumbers = flag({
	displayName: 'Convert Numbers',
	name: 'convertNumbers',
	default: true,
	description:
		'Whether a column that holds nothing but plain numbers is put out as numbers, so that a sheet can add them up. Columns with dates, phone numbers, leading zeros or any other text stay text.',
	...under(['extractTables'], { '/output': READ_OUTPUTS }),
});

/** Whether CLOVA is asked for the tables of a page that is put out as Markdown. */
export const detectTables = flag({
	displayName: 'Detect Tables',
	name: 'detectTables',
	default: false,
	description:
		"Whether CLOVA finds the tables of a page for Layout 'Markdown'. Needs Table Extraction switched on in the domain, and raises the price of a call.",
	...whereSent({ '/operation': ['extractText'], '/output': READ_OUTPUTS }),
});
