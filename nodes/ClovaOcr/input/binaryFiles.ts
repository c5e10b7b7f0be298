import type { IBinaryData, IDataObject, INodeExecutionData } from 'n8n-workflow';

import { finalProblem, type Problem } from '../problem';

export interface NamedBinary {
	/** Name of the field that holds the file; shown in messages. */
	field: string;
	data: IBinaryData;
}

export type Chosen =
	| { ok: true; files: NamedBinary[]; everyFile: boolean }
	| { ok: false; problem: Problem };

/** What 'Input Binary Field' holds unless the user changed it. */
export const DEFAULT_FIELD = 'data';

// n8n's combined binary mode keeps the files of an item here instead of in `binary`.
const COMBINED_FILES = '_files';

/**
 * The files that the parameter 'Input Binary Field' names.
 * @param parameter one field name, several separated by commas, `*` for every file of the item,
 *   or a binary object that an expression gave. The default name also stands for the only file of an
 *   item, since triggers name files after form labels and attachments; a name that was typed does not.
 */
export function chooseBinaryFiles(item: INodeExecutionData, parameter: unknown): Chosen {
	if (typeof parameter === 'object' && parameter !== null) return fromExpression(item, parameter);
	const names = String(parameter ?? '')
		.split(',')
		.map((name) => name.trim())
		.filter((name) => name !== '');
	if (names.length === 0) {
		return missing("The parameter 'Input Binary Field' is empty", item);
	}
	if (names.includes('*')) {
		const files = Object.entries(filesOf(item)).map(([field, data]) => ({ field, data }));
		return { ok: true, files, everyFile: true };
	}
	if (names.join() === DEFAULT_FIELD && filesOf(item)[DEFAULT_FIELD] === undefined) {
		const only = Object.entries(filesOf(item));
		if (only.length === 1 && atPath(item.json, DEFAULT_FIELD) === undefined) {
			const [[field, data]] = only;
			return { ok: true, files: [{ field, data }], everyFile: false };
		}
	}
	const files: NamedBinary[] = [];
	// A name written twice must not be paid twice.
	for (const field of new Set(names)) {
		const data = filesOf(item)[field] ?? atPath(item.json, field);
		if (data === undefined) return missing(`The item has no file in the field '${field}'`, item);
		files.push({ field, data });
	}
	return { ok: true, files, everyFile: false };
}

function fromExpression(item: INodeExecutionData, given: object): Chosen {
	if (isBinary(given)) {
		return { ok: true, files: [{ field: 'expression', data: given }], everyFile: false };
	}
	// `$binary.data` leaves the content out when n8n keeps files in memory: find the item's own by its description.
	const twins = Object.entries(filesOf(item)).filter(([, data]) => sameDescription(data, given));
	if (twins.length === 1) {
		const [field, data] = twins[0];
		return { ok: true, files: [{ field, data }], everyFile: false };
	}
	return {
		ok: false,
		problem: finalProblem(
			"The expression in 'Input Binary Field' gives no file",
			"Use an expression that gives the whole file, e.g. {{ $('Read File').item.binary.data }} or {{ $input.item.binary.data }}, or just the field's name.",
		),
	};
}

/** Every file of the item by its field, those of the combined mode included. */
export function filesOf(item: INodeExecutionData): Record<string, IBinaryData> {
	const combined = item.json[COMBINED_FILES];
	const files: Record<string, IBinaryData> = { ...item.binary };
	for (const [field, value] of Object.entries(isPlainObject(combined) ? combined : {})) {
		if (isBinary(value)) files[field] = value;
	}
	return files;
}

function atPath(json: IDataObject, path: string): IBinaryData | undefined {
	let value: unknown = json;
	for (const key of path.split('.')) {
		value = isPlainObject(value) ? value[key] : undefined;
	}
	return isBinary(value) ? value : undefined;
}

function missing(message: string, item: INodeExecutionData): Chosen {
	const fields = Object.keys(filesOf(item));
	const description =
		fields.length > 0
			? `The item's files are in: ${fields.join(', ')}. Put that name into 'Input Binary Field', or * for all of them.`
			: "Place a node that delivers a file before this one (an e-mail trigger with attachments, a form, Read/Write Files from Disk, HTTP Request with response format 'File'), or set 'Input Type' to 'URL'.";
	return { ok: false, problem: finalProblem(message, description) };
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isBinary(value: unknown): value is IBinaryData {
	return (
		isPlainObject(value) &&
		typeof value.mimeType === 'string' &&
		(typeof value.data === 'string' || typeof value.id === 'string')
	);
}

function sameDescription(file: IBinaryData, given: object): boolean {
	const wanted = { ...given } as Record<string, unknown>;
	if (typeof wanted.mimeType !== 'string') return false;
	return (['fileName', 'fileExtension', 'fileSize', 'mimeType'] as const).every(
		(key) => wanted[key] === undefined || wanted[key] === file[key],
	);
}
