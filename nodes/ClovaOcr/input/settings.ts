import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { RetrySettings } from '../clova/call';
import type { Refusal } from '../clova/endpoint';
import type { Operation } from '../operations/types';
import type { MaskLevel, ReadingOptions } from '../reading/options';

/** What counts for the whole execution; read once. */
export interface ExecutionSettings {
	maxConcurrency: number;
	reviewOutput: boolean;
}

/** What one input item asks for. */
export interface ItemSettings {
	inputType: 'base64' | 'binary' | 'url';
	simplify: boolean;
	mask: MaskLevel;
	reading: ReadingOptions;
	retry: RetrySettings;
	/** Milliseconds of silence. */
	timeout: number;
	version: 'V1' | 'V2';
	languages: string[];
	templateIds: number[];
	/** Page range as the user typed it; empty for all pages. */
	pages: string;
	highlight: boolean;
	confidenceThreshold: number;
	includeDetails: boolean;
	outputBinaryField: string;
}

/** Reads `maxConcurrency` and `reviewOutput`, which cannot differ from item to item. */
export function readExecutionSettings(context: IExecuteFunctions): ExecutionSettings {
	const options = executionOptions(context);
	return {
		maxConcurrency: numberOf(options.maxConcurrency, 3, 1),
		// The branches follow from the raw parameter, so an expression here counts as off.
		reviewOutput: options.reviewOutput === true && !isToolCall(context),
	};
}

// An expression in another option that fails for the first item must not stop the others.
function executionOptions(context: IExecuteFunctions): IDataObject {
	try {
		return readOptions(context, 0);
	} catch {
		const { options } = context.getNode().parameters;
		return typeof options === 'object' && options !== null ? { ...options } : {};
	}
}

// n8n runs tools in two ways: one says so, the other only shows in the name of the node's type.
function isToolCall(context: IExecuteFunctions): boolean {
	const says = typeof context.isToolExecution === 'function' && context.isToolExecution();
	return says || context.getNode().type.endsWith('Tool');
}

/** Reads the parameters of one item; each once, since an expression costs n8n about 0.1 ms. */
export function readItemSettings(
	context: IExecuteFunctions,
	operation: Operation,
	itemIndex: number,
): ItemSettings {
	const options = readOptions(context, itemIndex);
	const parameter = (name: string): unknown => context.getNodeParameter(name, itemIndex, null);
	const simplify = operation.fileMaker !== undefined || parameter('simplify') !== false;
	const reading = readingOptions(operation, simplify ? parameter('splitInto') : null, options);
	const inputType = parameter('inputType');
	return {
		inputType: inputType === 'url' || inputType === 'base64' ? inputType : 'binary',
		simplify,
		mask: maskLevel(parameter('mask')),
		reading,
		retry: {
			rateLimitWait: numberOf(options.rateLimitWait, 120_000, 0),
			maxTries: numberOf(options.maxTries, 4, 1),
			retryOn: options.retryOn === 'all' ? 'all' : 'refused',
		},
		timeout: numberOf(options.timeout, 60_000, 1),
		version: options.engineVersion === 'V1' ? 'V1' : 'V2',
		languages: textsOf(options.languages),
		templateIds: textsOf(options.templateIds).map(Number),
		pages: typeof options.pages === 'string' ? options.pages.trim() : String(options.pages ?? ''),
		highlight: options.highlight === true,
		confidenceThreshold: numberOf(options.confidenceThreshold, 0, 0),
		includeDetails:
			typeof options.includeDetails === 'boolean'
				? options.includeDetails
				: !['lineItem', 'row'].includes(reading.splitInto),
		outputBinaryField: String(parameter('outputBinaryField') ?? '').trim() || 'data',
	};
}

/** What makes the parameters of an item unusable, or null. */
export function refuseSettings({ templateIds }: ItemSettings): Refusal | null {
	if (templateIds.every((id) => Number.isInteger(id) && id > 0)) return null;
	return {
		message: "The option 'Template IDs' holds something else than numbers",
		description:
			'Write the numbers that the template builder shows, separated by commas, e.g. 12345, 12346. Empty means all released templates.',
	};
}

function readingOptions(
	operation: Operation,
	splitInto: unknown,
	options: IDataObject,
): ReadingOptions {
	const choices = operation.splitInto.map(({ value }) => value);
	return {
		splitInto: choices.find((choice) => choice === splitInto) ?? choices[0] ?? 'page',
		layout: options.layout === 'spaced' ? 'spaced' : 'text',
		headerRow: options.headerRow !== false,
		fillMergedCells: options.fillMergedCells !== false,
		tableFormats: textsOf(options.tableFormats),
		includeFieldDetails: options.includeFieldDetails === true,
	};
}

// A value chosen under another operation stays in a workflow, so anything unknown counts as standard.
function maskLevel(value: unknown): MaskLevel {
	return value === 'none' || value === 'strict' ? value : 'standard';
}

function readOptions(context: IExecuteFunctions, itemIndex: number): IDataObject {
	const options: unknown = context.getNodeParameter('options', itemIndex, {});
	return typeof options === 'object' && options !== null ? { ...options } : {};
}

function numberOf(value: unknown, byDefault: number, least: number): number {
	const number = typeof value === 'string' && value.trim() === '' ? NaN : Number(value ?? NaN);
	return Number.isFinite(number) ? Math.max(least, number) : byDefault;
}

/** A list, or a text with commas, as trimmed texts. */
function textsOf(value: unknown): string[] {
	const parts: unknown[] = Array.isArray(value) ? value : String(value ?? '').split(',');
	return parts.map((part) => String(part).trim()).filter((part) => part !== '');
}
