import { textReadings, textSchema } from '../../reading/general/textReadings';
import type { Operation } from '../types';

/** Plain text of any picture or PDF, as pages, one text per file, lines or words. */
export const extractText: Operation = {
	resource: 'general',
	value: 'extractText',
	name: 'Extract Text',
	action: 'Extract text from document',
	description: 'Read the text of a picture, scan or PDF, line by line',
	path: '/general',
	pagesPerCall: 10,
	fetchesUrl: true,
	takesOwnText: true,
	splitInto: [
		{
			name: 'Pages',
			value: 'page',
			description: 'One item per page, with its text and the list of its lines',
		},
		{
			name: 'Files',
			value: 'file',
			description: 'One item per file, with the text of all its pages',
		},
		{ name: 'Lines', value: 'line', description: 'One item per line of text' },
		{
			name: 'Sections',
			value: 'section',
			description:
				'One item per heading with the text below it as Markdown, ready for a vector store',
		},
		{
			name: 'Pairs',
			value: 'pair',
			description: 'One item per label and value, guessed from colons, gaps and places',
		},
		{ name: 'Words', value: 'word', description: 'One item per word, as CLOVA split the text' },
	],
	masks: 'onRequest',
	sensitive: [],
	message: ({ layout, splitInto, detectTables }) => ({
		...((layout === 'markdown' || splitInto === 'section') && detectTables
			? { enableTableDetection: true }
			: null),
	}),
	valuesSchema: textSchema,
	read: textReadings,
};
