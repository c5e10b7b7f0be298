import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { RetrySettings } from '../clova/call';
import type { Operation } from '../operations/types';
import { readOptions, type OptionValues } from '../options';
import { finalProblem, type Problem } from '../problem';
import type { MaskLevel, ReadingOptions } from '../reading/reading';

const INPUT_TYPES = ['answer', 'base64', 'binary', 'url'] as const;
const OUTPUTS = ['detailed', 'estimate', 'raw', 'selectedFields', 'simplified'] as const;

/** What an item says: `simplified` is the default, `estimate` sends nothing. */
export type OutputMode = (typeof OUTPUTS)[number];

/** What counts for the whole execution; read once. */
export interface ExecutionSettings {
	maxConcurrency: number;
	/** The most calls that the execution may need; null for no limit. */
	maxCalls: number | null;
	rateLimitWait: number;
	reviewOutput: boolean;
}

/** What one input item asks for. */
export interface ItemSettings extends OptionValues {
	inputType: (typeof INPUT_TYPES)[number];
	output: OutputMode;
	/** Keys that 'Selected Fields' keeps. */
	fields: string[];
	mask: MaskLevel;
	outputBinaryField: string;
	reading: ReadingOptions;
	retry: RetrySettings;
	/** Texts and patterns to hide beside the numbers. */
	alsoHide: string[];
}

/**
 * Reads what cannot differ from item to item: `maxConcurrency`, `maxCalls`, `rateLimitWait` and
 * `reviewOutput`. An expression in another option that fails for the first item must not stop the others.
 */
export function readExecutionSettings(context: IExecuteFunctions): ExecutionSettings {
	const raw = objectOf(context.getNode().parameters.options);
	const { values } = readOptions(optionsOf(context, 0) ?? raw);
	return {
		maxConcurrency: values.maxConcurrency,
		maxCalls: values.maxCalls,
		rateLimitWait: values.rateLimitWait,
		// The branches follow from the raw parameter.
		reviewOutput: raw.reviewOutput === true && !isToolCall(context),
	};
}

// n8n runs tools in two ways: one says so, the other only shows in the name of the node's type.
function isToolCall(context: IExecuteFunctions): boolean {
	const says = typeof context.isToolExecution === 'function' && context.isToolExecution();
	return says || context.getNode().type.endsWith('Tool');
}

/**
 * Reads the parameters of one item; each once, since an expression costs n8n about 0.1 ms.
 * @throws what n8n throws for an expression that fails
 */
export function readItemSettings(
	context: IExecuteFunctions,
	operation: Operation,
	execution: ExecutionSettings,
	itemIndex: number,
): { settings: ItemSettings; refusal: Problem | null } {
	const parameter = (name: string): unknown => context.getNodeParameter(name, itemIndex, null);
	const { values, refusal } = readOptions(objectOf(parameter('options')));
	const raw = objectOf(context.getNode().parameters.options);
	const { retryOn, maxTries } = values;
	const alsoHide = linesOf(operation.hidesAlso ? parameter('alsoHide') : '');
	const settings: ItemSettings = {
		...values,
		inputType: oneOf(INPUT_TYPES, parameter('inputType'), 'binary'),
		output: oneOf(OUTPUTS, parameter('output'), 'simplified'),
		fields: listOf(parameter('fields')),
		alsoHide,
		mask: maskLevel(hidesAlways(operation, values), parameter('mask')),
		outputBinaryField: String(parameter('outputBinaryField') ?? '').trim() || 'data',
		reading: { ...values, splitInto: splitInto(operation, parameter('splitInto')) },
		retry: { rateLimitWait: execution.rateLimitWait, maxTries, retryOn },
	};
	const refusals = [
		refusal,
		readOptions({ reviewOutput: raw.reviewOutput }).refusal,
		tooLong(alsoHide),
	];
	return { settings, refusal: refusals.find((each) => each !== null) ?? null };
}

// Far above what anybody looks for; no engine takes an expression of any length.
const LONGEST_LINE = 1000;

function tooLong(alsoHide: string[]): Problem | null {
	if (alsoHide.every(({ length }) => length <= LONGEST_LINE)) return null;
	return finalProblem(
		`A line of 'Also Hide' has more than ${LONGEST_LINE} characters`,
		'Write one word or pattern on each line.',
	);
}

/**
 * Whether any item has a file to be sent: an answer that is there already needs no credential. An
 * expression that fails is that item's own affair.
 */
export function asksService(context: IExecuteFunctions): boolean {
	const isAnswer = (itemIndex: number) => {
		try {
			return context.getNodeParameter('inputType', itemIndex, null) === 'answer';
		} catch {
			return true;
		}
	};
	if (String(context.getNode().parameters.inputType).startsWith('=')) {
		return context.getInputData().some((_, itemIndex) => !isAnswer(itemIndex));
	}
	return !isAnswer(0);
}

function optionsOf(context: IExecuteFunctions, itemIndex: number): IDataObject | null {
	try {
		return objectOf(context.getNodeParameter('options', itemIndex, {}));
	} catch {
		return null;
	}
}

// What was chosen under another operation stays in a workflow, so anything unknown is the default.
function splitInto(operation: Operation, given: unknown): string {
	const choices = operation.splitInto.map(({ value }) => value);
	return choices.find((choice) => choice === given) ?? choices[0] ?? 'page';
}

/** Whether numbers as read would stand beside a picture in which they are hidden. */
export function hidesAlways(
	{ masks, fileMaker }: Operation,
	{ hideNumbers }: Pick<OptionValues, 'hideNumbers'>,
): boolean {
	return masks === 'always' || (fileMaker !== undefined && hideNumbers);
}

function maskLevel(always: boolean, given: unknown): MaskLevel {
	if (given === 'strict') return 'strict';
	return given === 'none' && !always ? 'none' : 'standard';
}

function oneOf<Value extends string>(
	values: readonly Value[],
	given: unknown,
	byDefault: Value,
): Value {
	return values.find((value) => value === given) ?? byDefault;
}

function listOf(given: unknown): string[] {
	return Array.isArray(given) ? given.map(String) : [];
}

function objectOf(given: unknown): IDataObject {
	return typeof given === 'object' && given !== null ? { ...given } : {};
}

/** The lines of a text, trimmed, without empty ones. */
function linesOf(given: unknown): string[] {
	return String(given ?? '')
		.split(/\r?\n/)
		.map((line) => line.trim())
		.filter((line) => line !== '');
}
