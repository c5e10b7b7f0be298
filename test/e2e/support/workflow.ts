import type { Json, JsonObject } from '../../../nodes/ClovaOcr/shared/json';
import type { CredentialRecord } from './api';

/** The node's type as users' workflows hold it. */
export const CLOVA_OCR = 'n8n-nodes-clova-ocr.clovaOcr';
/** The same node as the agent's tool; n8n makes this type by itself. */
export const CLOVA_OCR_TOOL = `${CLOVA_OCR}Tool`;

export interface WorkflowNode {
	[member: string]: Json;
	name: string;
	type: string;
}

/** A node of a workflow; `more` takes credentials, onError and the like. */
export function node(
	name: string,
	type: string,
	parameters: JsonObject = {},
	more: JsonObject = {},
): WorkflowNode {
	return {
		id: name,
		name,
		type,
		typeVersion: 1,
		position: [0, 0],
		parameters,
		...more,
	};
}

/** The manual trigger, always named "Start". */
export function manualTrigger(): WorkflowNode {
	return node('Start', 'n8n-nodes-base.manualTrigger');
}

/** Reads every file that matches the path from disk, one item a file. */
export function readFiles(path: string): WorkflowNode {
	return node('Read', 'n8n-nodes-base.readWriteFile', { fileSelector: path, options: {} });
}

/** The node under test, named "OCR". */
export function clovaOcr(
	resource: string,
	operation: string,
	credential: CredentialRecord,
	parameters: JsonObject = {},
	more: JsonObject = {},
): WorkflowNode {
	const { id, name } = credential;
	return node(
		'OCR',
		CLOVA_OCR,
		{ resource, operation, options: {}, ...parameters },
		{ credentials: { clovaOcrApi: { id, name } }, ...more },
	);
}

/** A workflow of nodes in one line, each wired to the next. */
export function chain(name: string, nodes: WorkflowNode[], settings: JsonObject = {}): JsonObject {
	const connections: JsonObject = {};
	nodes.slice(1).forEach((next, index) => {
		const previous = nodes[index];
		if (previous)
			connections[previous.name] = { main: [[{ node: next.name, type: 'main', index: 0 }]] };
	});
	const placed = nodes.map((each, index) => ({ ...each, position: [index * 220, 0] }));
	return { name, nodes: placed, connections, settings: { executionOrder: 'v1', ...settings } };
}
