import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { JsonObject } from '../../nodes/ClovaOcr/shared/json';
import { runWorkflow, type SourceItem, type WorkflowResult } from './n8n';
import { parametersFor } from './ocrRun';
import { ocrWorkflow, type OcrWorkflowOptions } from './workflowJson';

/** The item of an answer, as a step before gave it. */
export const itemOf = (json: JsonObject): SourceItem => ({ json: json as IDataObject });

/** Runs the node with 'Input Type' `answer` in a workflow that has no credential at all. */
export async function readAnswer(
	operation: string,
	items: SourceItem[],
	more: INodeParameters = {},
	options: OcrWorkflowOptions = {},
): Promise<WorkflowResult> {
	const parameters = parametersFor(operation, {
		inputType: 'answer',
		answer: '={{ $json }}',
		...more,
	});
	const workflow = ocrWorkflow(parameters, options);
	workflow.nodes.forEach((node) => delete node.credentials);
	return await runWorkflow(workflow, { items, credentials: {} });
}
