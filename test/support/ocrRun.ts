import { createCanvas } from '@napi-rs/canvas';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { operations } from '../../nodes/ClovaOcr/operations';
import type { Simulator } from '../simulator';
import {
	runWorkflow,
	type RunOptions,
	type SourceFile,
	type SourceItem,
	type WorkflowResult,
} from './n8n';
import { pathOf } from './apis';
import { ocrWorkflow, type OcrWorkflowOptions } from './workflowJson';

/** A small picture that the service takes; another number gives other bytes. */
export function picture(number = 0, side = 120): Buffer {
	const canvas = createCanvas(side, side);
	const context = canvas.getContext('2d');
	context.fillStyle = `rgb(${number % 256}, ${Math.floor(number / 256)}, 200)`;
	context.fillRect(0, 0, side, side);
	return canvas.toBuffer('image/png');
}

/** A file of an item. */
export function file(
	fileName: string,
	data: Buffer = picture(),
	mimeType = 'image/png',
): SourceFile {
	return { data, fileName, mimeType };
}

/** An item with one file in the field `data`. */
export function fileItem(fileName: string, data?: Buffer, json: IDataObject = {}): SourceItem {
	return { json, binary: { data: file(fileName, data) } };
}

/** Parameters of the node for an operation, as a saved workflow holds them. */
export function parametersFor(operation: string, more: INodeParameters = {}): INodeParameters {
	const found = operations.find(({ value }) => value === operation);
	if (found === undefined) throw new Error(`No operation ${operation}`);
	return { resource: found.resource, operation, ...more };
}

/** Runs one CLOVA OCR node in n8n's engine against the simulator, with the credential of its domain. */
export async function runOcr(
	simulator: Pick<Simulator, 'url' | 'secret'>,
	parameters: INodeParameters,
	items: SourceItem[],
	options: OcrWorkflowOptions &
		Omit<RunOptions, 'credentials' | 'items'> & { credential?: IDataObject } = {},
): Promise<WorkflowResult> {
	const operation = operations.find(({ value }) => value === parameters.operation);
	const path = operation === undefined ? '/general' : pathOf(operation.resource, operation.value);
	const { onError, settings, credential, ...run } = options;
	return await runWorkflow(ocrWorkflow(parameters, { onError, settings }), {
		...run,
		items,
		credentials: {
			Credential: {
				invokeUrl: simulator.url(path),
				secretKey: simulator.secret(path),
				...credential,
			},
		},
	});
}

/** The json of a node's items on one output. */
export function jsonOf(result: WorkflowResult, node = 'CLOVA OCR', output = 0): IDataObject[] {
	return result.items(node, output).map(({ json }) => json);
}
