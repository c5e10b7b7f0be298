import { asList, asObject, type Json, type JsonObject } from '../../../nodes/ClovaOcr/shared/json';
import { randomUUID } from '../../support/node';
import { waitFor } from './processes';
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
		{ output: 'detailed', ...parameters },
	);
	const id = await api.createWorkflow(chain(`upload ${path}`, [hook, ocr], settings));
	await api.activate(id);
	const form = new FormData();
	for (const { field, name, type, bytes } of files) {
		form.append(field, new File([new Uint8Array(bytes)], name, { type }));
	}
	const answer = await postForm(`${server.url}/webhook/${path}`, form);
	return asList(JSON.parse(answer) as Json).map(asObject);
}

/**
 * Posts to a webhook or form of n8n, which registers it a moment after the activation has been
 * answered: a 404 means that nobody has taken the body yet.
 * @throws Error with n8n's answer when it is not a 2xx
 */
export async function postForm(url: string, form: FormData): Promise<string> {
	const answer = await waitFor(`${url} to be registered`, 30_000, async () => {
		const response = await fetch(url, { method: 'POST', body: form });
		return response.status === 404 ? undefined : response;
	});
	const text = await answer.text();
	if (!answer.ok) throw new Error(`${url}: HTTP ${answer.status} ${text}`);
	return text;
}
