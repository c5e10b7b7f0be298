import type { INodeProperties } from 'n8n-workflow';

import { DEFAULT_FIELD } from '../input/binaryFiles';
import type { Operation } from '../operations/types';

/** Where the document comes from; the same for every operation but for the file beside an answer. */
export function inputProperties(operations: Operation[]): INodeProperties[] {
	const makers = operations.filter(({ fileMaker }) => fileMaker !== undefined);
	return [...INPUT, fileBesideAnswer(makers)];
}

const FILE_FIELD = {
	displayName: 'Input Binary Field',
	name: 'binaryPropertyName',
	type: 'string',
	default: DEFAULT_FIELD,
	required: true,
	placeholder: 'e.g. data',
} as const;

// None of these is `required` that starts empty: where 'Input Type' is an expression, all are shown, and n8n
// would demand each of them. An empty one is refused in our own words.
const INPUT: INodeProperties[] = [
	{
		displayName: 'Input Type',
		name: 'inputType',
		type: 'options',
		options: [
			{
				name: 'Base64',
				value: 'base64',
				description: 'The document as Base64 text, with or without a data: prefix',
			},
			{
				name: 'Binary File',
				value: 'binary',
				description: 'A file that the item carries, e.g. an e-mail attachment or an upload',
			},
			{
				name: 'CLOVA Answer',
				value: 'answer',
				description:
					'An answer of CLOVA OCR that is there already: nothing is sent, and nothing billed',
			},
			{
				name: 'URL',
				value: 'url',
				description: 'The address of a file that can be opened without a log-in',
			},
		],
		default: 'binary',
		description: 'Where the document comes from',
	},
	{
		...FILE_FIELD,
		hint: 'The name of the field that holds the file; data also finds the only file of an item, * takes every file',
		description:
			'Field that holds a JPEG, PNG, PDF or TIFF file. Several names separated by commas, or * for every file of the item; files that CLOVA OCR cannot read, such as calendar invitations, are then skipped. An expression may also give the file itself.',
		displayOptions: { show: { inputType: ['binary'] } },
	},
	{
		displayName: 'URL',
		name: 'url',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com/receipt.jpg',
		description:
			'Address of a JPEG, PNG, PDF or TIFF file. General and Template pass it to CLOVA OCR, which fetches it; the other APIs take no addresses, so the node downloads the file first (at most 50 MB).',
		displayOptions: { show: { inputType: ['url'] } },
	},
	{
		displayName: 'Base64',
		name: 'base64',
		type: 'string',
		default: '',
		typeOptions: { rows: 3 },
		placeholder: 'e.g. {{ $json.image }}',
		description: 'The file as Base64 text. A prefix such as data:image/png;base64, is removed.',
		displayOptions: { show: { inputType: ['base64'] } },
	},
	{
		displayName: 'Answer',
		name: 'answer',
		type: 'json',
		default: '={{ $json }}',
		required: true,
		description:
			"CLOVA OCR's own answer as JSON: the output Raw of this node, or what an HTTP Request node got; the whole answer, its list of images or one of them, as object or text. Numbers that were starred in it stay so.",
		displayOptions: { show: { inputType: ['answer'] } },
	},
	{
		displayName: 'File Name',
		name: 'fileName',
		type: 'string',
		default: '',
		placeholder: 'e.g. receipt.jpg',
		description: 'Name of the file in the output and in messages',
		displayOptions: { show: { inputType: ['answer', 'base64'] } },
	},
];

/** The file that a searchable PDF or a masked copy is made of; nothing of it is sent. */
function fileBesideAnswer(makers: Operation[]): INodeProperties {
	return {
		...FILE_FIELD,
		hint: 'The name of the field that holds the file that the answer belongs to',
		displayOptions: {
			show: { inputType: ['answer'], operation: makers.map(({ value }) => value) },
		},
	};
}
