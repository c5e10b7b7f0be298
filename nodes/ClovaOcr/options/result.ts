import { choice, flag, numberIn, under, unusable, type Option } from './option';

// From the practice of reviewing OCR: below this a person should look.
const USUAL_THRESHOLD = 0.8;

/** Lowest confidence (0 to 1) that needs no review; null where the option was not added. */
export const confidenceThreshold: Option<number | null> = {
	property: {
		displayName: 'Confidence Threshold',
		name: 'confidenceThreshold',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 3 },
		default: USUAL_THRESHOLD,
		description:
			'Items whose lowest confidence is below this number are flagged for review: 0.8, or 80 for per cent. Nothing is dropped.',
	},
	read: (given) => {
		const number = numberIn(given);
		return number === null ? null : number > 1 ? number / 100 : number;
	},
	refuse: (given) => {
		if (given === undefined) return null;
		const number = numberIn(given);
		return number !== null && number >= 0 && number <= 100
			? null
			: unusable(
					'Confidence Threshold',
					'is no number from 0 to 1, nor a percentage up to 100',
					'Enter 0.8, or 80 for 80 %. Remove the option to flag nothing by confidence.',
				);
	},
};

/** The total that a receipt should state; null where the option was not added. */
export const expectedTotal: Option<number | null> = {
	property: {
		displayName: 'Expected Total',
		name: 'expectedTotal',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 2 },
		default: 0,
		description:
			'The total that the receipt should state, such as the amount of an expense claim. A receipt with another total is flagged for review.',
		...under(['readReceipt']),
	},
	read: (given) => numberIn(given),
	refuse: (given) =>
		given === undefined || numberIn(given) !== null
			? null
			: unusable(
					'Expected Total',
					'is no number',
					'Enter digits without signs or commas, such as 57000, or an expression that gives a number.',
				),
};

/** Whether each value's printed text, confidence and position come out too. */
export const includeFieldDetails = flag({
	displayName: 'Include Field Details',
	name: 'includeFieldDetails',
	default: false,
	description:
		'Whether to add text as printed, label, confidence and position of every value in ocr.fields',
	displayOptions: { show: { '/output': ['detailed', 'selectedFields'] } },
});

/** What of the input goes on with the items. */
export const keepSource = choice({
	displayName: 'Keep Source',
	name: 'keepSource',
	options: [
		{ name: 'Binary', value: 'binary', description: 'The file that was read' },
		{ name: 'Both', value: 'both', description: 'The fields of the input item and the file' },
		{ name: 'JSON', value: 'json', description: 'The fields of the input item' },
		{ name: 'None', value: 'none', description: 'Only what was read' },
	],
	default: 'none',
	description:
		"What of the input item goes on with the output. A value of this node takes the place of an input field of the same name. Items on the output 'Needs Review' carry the file in any case.",
});

/** Whether words get visible boxes on the searchable PDF. */
export const highlight = flag({
	displayName: 'Highlight',
	name: 'highlight',
	default: false,
	description:
		'Whether to draw visible boxes around the words, coloured by how sure CLOVA was (green, amber, red; grey where it did not say), so that a person sees what to check',
	...under(['createSearchablePdf']),
});

/** Whether a searchable PDF hides numbers in its picture too. */
export const hideNumbers = flag({
	displayName: 'Hide Numbers',
	name: 'hideNumbers',
	default: false,
	description:
		"Whether to black out in the picture too what 'Mask Numbers' stars in the text layer (Standard where it says None). Only for pictures and scanned PDFs; where it cannot be done for certain, no PDF comes out.",
	...under(['createSearchablePdf']),
});

/** Whether pages of the searchable PDF are turned upright. */
export const rotatePages = flag({
	displayName: 'Rotate Pages',
	name: 'rotatePages',
	default: false,
	description: 'Whether to turn pages that lie on their side or stand on their head upright',
	...under(['createSearchablePdf']),
});

/** Whether items to look at leave by an output of their own; the node's outputs follow from the raw value. */
export const reviewOutput: Option<boolean> = {
	...flag({
		displayName: 'Review Output',
		name: 'reviewOutput',
		noDataExpression: true,
		default: false,
		description:
			"Whether to add a second output 'Needs Review' for items that a person should look at. Where 'On Error' gives failed items an output of their own, that becomes the third: check its wires.",
		displayOptions: { hide: { '@tool': [true] } },
	}),
	refuse: (given) =>
		given === undefined || typeof given === 'boolean'
			? null
			: unusable(
					'Review Output',
					'takes no expression',
					'Switch it on or off: the outputs of the node must stand before the workflow runs. For a choice by item put an IF node behind this one.',
				),
};
