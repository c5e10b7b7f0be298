import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Operation } from '../operations/types';
import { isFlat, ITEM_KEYS } from '../shared/itemKeys';
import { masks } from './mask';
import { showFor } from './showFor';

/** How answers become items: splitting, what an item says, masking. */
export function outputProperties(operations: Operation[]): INodeProperties[] {
	const makers = operations.filter(({ fileMaker }) => fileMaker !== undefined);
	return [
		...makers.map((operation) => outputField(operation, operations)),
		...operations
			.filter((operation) => operation.splitInto.length > 0)
			.map((operation) => splitInto(operation, operations)),
		...outputs(operations),
		...operations
			.filter(({ hidesAlso }) => hidesAlso === true)
			.map((operation) => alsoHide(operation, operations)),
		...operations.flatMap((operation) => fields(operation, operations)),
		...masks(operations),
	];
}

function outputField(operation: Operation, all: Operation[]): INodeProperties {
	return {
		displayName: 'Put Output File in Field',
		name: 'outputBinaryField',
		type: 'string',
		default: 'data',
		required: true,
		placeholder: 'e.g. data',
		hint: 'The name of the output field to put the file in',
		displayOptions: showFor([operation], all, ['estimate']),
	};
}

function alsoHide(operation: Operation, all: Operation[]): INodeProperties {
	return {
		displayName: 'Also Hide',
		name: 'alsoHide',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		placeholder: 'e.g. ###-##-#####',
		description:
			'Words or patterns to black out too, one a line; # stands for one digit. In the text they are starred as well.',
		displayOptions: showFor([operation], all, ['estimate']),
	};
}

function splitInto(operation: Operation, all: Operation[]): INodeProperties {
	const choices = operation.splitInto;
	const [{ value: byDefault }] = choices;
	return {
		displayName: 'Split Into',
		name: 'splitInto',
		type: 'options',
		options: [...choices].sort((a, b) => (a.name < b.name ? -1 : 1)),
		default: byDefault,
		description: 'What becomes an item of its own',
		displayOptions: showFor([operation], all, ['estimate', 'raw']),
	};
}

const SELECTED: INodePropertyOptions = {
	name: 'Selected Fields',
	value: 'selectedFields',
	description: 'Only the fields that you choose',
};

/** 'Selected Fields' is offered only where the keys are known beforehand. */
function outputs(operations: Operation[]): INodeProperties[] {
	const known = operations.filter(hasKnownKeys);
	const free = operations.filter((operation) => !hasKnownKeys(operation));
	return [
		...(known.length === 0 ? [] : [output(known, operations, [SELECTED])]),
		...free.map((operation) => output([operation], operations, [])),
	];
}

function output(
	operations: Operation[],
	all: Operation[],
	more: INodePropertyOptions[],
): INodeProperties {
	const choices: INodePropertyOptions[] = [
		{
			name: 'Detailed',
			value: 'detailed',
			description:
				"Lists and objects too, and the object 'ocr' with page, confidence, checks and review reasons",
		},
		{
			name: 'Estimate',
			value: 'estimate',
			description: 'Nothing is sent: one item per file with the number of calls it would take',
		},
		{ name: 'Raw', value: 'raw', description: "CLOVA's answer as it came, numbers masked" },
		...more,
		{
			name: 'Simplified',
			value: 'simplified',
			description: 'Plain columns, ready for a sheet or a table',
		},
	];
	return {
		displayName: 'Output',
		name: 'output',
		type: 'options',
		options: choices,
		default: 'simplified',
		description: 'What the items say',
		displayOptions: showFor(operations, all, []),
	};
}

function hasKnownKeys({ splitInto: choices, valuesSchema }: Operation): boolean {
	const splits = choices.length > 0 ? choices.map(({ value }) => value) : [''];
	return splits.some((split) => valuesSchema(split) !== null);
}

/** The multi-select of an operation's keys, for each way of splitting that has keys of its own. */
function fields(operation: Operation, all: Operation[]): INodeProperties[] {
	const splits = operation.splitInto.map(({ value }) => value);
	return (splits.length > 0 ? splits : [null]).flatMap((split) => {
		const schema = operation.valuesSchema(split ?? '');
		if (schema === null) return [];
		const keys = [...Object.keys(schema), ...ITEM_KEYS, 'ocr'];
		return [
			{
				displayName: 'Fields',
				name: 'fields',
				type: 'multiOptions',
				options: keys.map((key) => ({
					name: isFlat(schema[key]) && key !== 'ocr' ? key : `${key} (List or Object)`,
					value: key,
				})),
				default: [],
				description: 'The fields that an item has, in this order whatever you choose first',
				displayOptions: showFor([operation], all, [], {
					output: ['selectedFields'],
					...(split === null ? {} : { splitInto: [split] }),
				}),
			} satisfies INodeProperties,
		];
	});
}
