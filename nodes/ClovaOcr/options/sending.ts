import { choice, textsIn, under, unusable, whereSent, type Option } from './option';

/** Languages of the document, in CLOVA's codes; empty for the domain's own. */
export const languages: Option<string[]> = {
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
		...whereSent({ '/resource': ['general', 'template'] }),
	},
	read: textsIn,
};

/** Version of the API that General and Template are asked with. */
export const engineVersion = choice({
	displayName: 'Engine Version',
	name: 'engineVersion',
	options: [
		{ name: 'V1', value: 'V1', description: 'The older engine; gives no line breaks' },
		{ name: 'V2', value: 'V2', description: 'The current engine' },
	],
	default: 'V2',
	description: "Version of CLOVA's API. V2 is right unless your domain only knows V1.",
	...whereSent({
		'/operation': ['createMaskedCopy', 'createSearchablePdf', 'extractFields', 'extractText'],
	}),
});

/** Templates to compare with; empty for all that are released. */
export const templateIds: Option<number[]> = {
	property: {
		displayName: 'Template IDs',
		name: 'templateIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. 12345, 12346',
		description:
			'Numbers of the released templates to compare with, separated by commas. Empty for all of the domain.',
		...whereSent({ '/operation': ['extractFields'] }),
	},
	read: (given) => textsIn(given).map(Number),
	refuse: (given) =>
		textsIn(given).every((id) => Number.isInteger(Number(id)) && Number(id) > 0)
			? null
			: unusable(
					'Template IDs',
					'holds something else than numbers',
					'Write the numbers that the template builder shows, separated by commas, e.g. 12345, 12346. Empty means all released templates.',
				),
};

/** Page range of a PDF as the user typed it; empty for all pages. */
export const pages: Option<string> = {
	property: {
		displayName: 'Pages',
		name: 'pages',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1-3,7,10-',
		description:
			'Pages of a PDF or TIFF to read: numbers and ranges. Empty for all pages. Other pictures are always read whole.',
	},
	read: (given) => String(given ?? '').trim(),
};

/** What becomes of pages of a PDF that have text of their own. */
export const existingText = choice({
	displayName: 'Existing Text',
	name: 'existingText',
	options: [
		{
			name: 'Add',
			value: 'add',
			description: 'Read such pages, and lay the new text over them beside their own',
		},
		{
			name: 'Keep',
			value: 'keep',
			description: 'Read such pages; on a searchable PDF they keep their own text alone',
		},
		{
			name: 'Skip',
			value: 'skip',
			description: 'Do not send such pages, which costs nothing: their text is taken from the file',
		},
	],
	default: 'keep',
	description:
		'What to do with pages of a PDF that already have text, other than a stamp, a header or a page number',
	...under(['createSearchablePdf', 'extractText']),
});

/** What opens a protected PDF; empty for files that anybody may open. */
export const pdfPassword: Option<string> = {
	property: {
		displayName: 'PDF Password',
		name: 'pdfPassword',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		description:
			'Password of a protected PDF, which is sent without its protection. PDFs that open without a password need none.',
	},
	read: (given) => String(given ?? ''),
};
