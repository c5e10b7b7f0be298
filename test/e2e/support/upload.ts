import { asList, asObject, type Json, type JsonObject } from '../../../nodes/ClovaOcr/reading/json';
import { randomUUID } from '../../support/node';
import type { Session } from './session';
import { chain, clovaOcr, node } from './workflow';

export interface UploadedFile {
	field: string;
	name: string;
	type: string;
	bytes: Uint8Array;
}

/** Uploads files to a new workflow "webhook, Read Receipt"; returns the items that the caller gets. */
export async function uploadReceipts(
	{ api, server, credential }: Session,
	files: UploadedFile[],
	parameters: JsonObject,
	settings: JsonObject = {},
): Promise<JsonObject[]> {
	// A path of its own each time: n8n refuses a second workflow on the same one.
	const path = randomUUID();
	const respond = { responseMode: 'lastNode', responseData: 'allEntries' };
	const hook = node(
		'Hook',
		'n8n-nodes-base.webhook',
		{ path, httpMethod: 'POST', ...respond, options: {} },
		{ typeVersion: 2, webhookId: path },
	);
	const ocr = clovaOcr(
		'document',
		'readReceipt',
		await credential('/document/receipt'),
		parameters,
	);
	const id = await api.createWorkflow(chain(`upload ${path}`, [hook, ocr], settings));
	await api.activate(id);
	const form = new FormData();
	for (const { field, name, type, bytes } of files) {
		form.append(field, new File([new Uint8Array(bytes)], name, { type }));
	}
	const answer = await fetch(`${server.url}/webhook/${path}`, { method: 'POST', body: form });
	const text = await answer.text();
	if (!answer.ok) throw new Error(`webhook: HTTP ${answer.status} ${text}`);
	return asList(JSON.parse(text) as Json).map(asObject);
}
