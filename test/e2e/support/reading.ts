import { asObject, type JsonObject } from '../../../nodes/ClovaOcr/shared/json';
import type { Sample } from '../../samples';
import { pathOf } from '../../support/apis';
import type { Execution } from './execution';
import type { Session } from './session';
import { chain, clovaOcr, manualTrigger, readFiles } from './workflow';

export interface ReadingOptions {
	resource?: string;
	operation?: string;
	/** Parameters of the node beside resource and operation. */
	parameters?: JsonObject;
	/** Members of the node itself, such as `onError`. */
	more?: JsonObject;
	settings?: JsonObject;
}

/** Runs "manual trigger, file from disk, CLOVA OCR" on a sample document in real n8n. */
export async function readSample(
	session: Session,
	sample: Sample,
	options: ReadingOptions = {},
): Promise<Execution> {
	const file = session.putFile(sample.fileName, await sample.picture());
	const resource = options.resource ?? sample.resource;
	const operation = options.operation ?? sample.operation;
	const credential = await session.credential(pathOf(resource, operation));
	const parameters = { output: 'detailed', ...options.parameters };
	const ocr = clovaOcr(resource, operation, credential, parameters, options.more);
	const nodes = [manualTrigger(), readFiles(file), ocr];
	const name = `${operation} ${sample.id}`;
	const workflowId = await session.api.createWorkflow(chain(name, nodes, options.settings));
	return await session.api.runByHand(workflowId, 'Start');
}

/** The items of the node "OCR" without what is said about the reading. */
export function values(execution: Execution): JsonObject[] {
	return execution.items('OCR').map(({ json }) => {
		const { ocr, ...rest } = json;
		return ocr === undefined ? json : rest;
	});
}

/** The `ocr` object of the node's items. */
export function about(execution: Execution): JsonObject[] {
	return execution.items('OCR').map(({ json }) => asObject(json.ocr));
}
