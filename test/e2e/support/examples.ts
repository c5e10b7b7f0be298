import type { ApiPath } from '../../../nodes/ClovaOcr/clova/endpoint';
import {
	asList,
	asObject,
	asText,
	type Json,
	type JsonObject,
} from '../../../nodes/ClovaOcr/shared/json';
import { fs, path, repositoryRoot } from '../../support/node';
import type { CredentialRecord } from './api';
import { pathOf } from '../../support/apis';
import { CLOVA_OCR } from './workflow';

const FOLDER = path.join(repositoryRoot, 'examples');

/** The folder that the examples read and write: where n8n's Docker image allows it. */
const ALLOWED_FOLDER = '/home/node/.n8n-files';

/** Folders below the allowed one that the examples use. */
export const exampleFolders = ['photos', 'scans', 'searchable'];

/** File names of the example workflows. */
export function exampleNames(): string[] {
	return fs.readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
}

/**
 * Reads an example, sets our node's credentials in it and moves its files to another folder.
 * @param files the folder that this n8n may touch
 * @param credential gives the credential for an API of CLOVA OCR
 */
export async function readExample(
	name: string,
	files: string,
	credential: (kind: ApiPath) => Promise<CredentialRecord>,
): Promise<JsonObject> {
	const text = fs.readFileSync(path.join(FOLDER, name), 'utf8').replaceAll(ALLOWED_FOLDER, files);
	const workflow = asObject(JSON.parse(text) as Json);
	for (const node of asList(workflow.nodes).map(asObject)) {
		if (node.type !== CLOVA_OCR) continue;
		const { resource, operation } = asObject(node.parameters);
		const record = await credential(pathOf(asText(resource) ?? '', asText(operation) ?? ''));
		node.credentials = { clovaOcrApi: { id: record.id, name: record.name } };
	}
	return workflow;
}
