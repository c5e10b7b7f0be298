import type { ApiPath } from '../../nodes/ClovaOcr/clova/endpoint';
import type { Json, JsonObject } from '../../nodes/ClovaOcr/shared/json';
import { randomUUID } from '../../test/support/node';
import { samples, type Sample } from '../../test/samples';
import { operationOf } from '../../test/support/apis';

/** Where calls go and what opens the door. */
export interface Access {
	url: string;
	secret: string;
}

/** What came back; `answer` is null where it is not JSON. */
export interface Reply {
	status: number;
	answer: Json;
	/** Whether it came as UTF-8, as every answer did that is known; the node decodes others as well. */
	utf8: boolean;
}

const FORMATS: Record<Sample['mimeType'], string> = {
	'application/pdf': 'pdf',
	'image/jpeg': 'jpg',
	'image/png': 'png',
	'image/tiff': 'tiff',
};

/** No answer of the service takes longer than half a minute. */
const PATIENCE = 90_000;

/** The samples that a domain of this API can be asked to read, no picture twice. */
export function samplesFor(path: ApiPath): Sample[] {
	return samples.filter((sample) => {
		const operation = operationOf(sample.resource, sample.operation);
		return operation.path === path && operation.fileMaker === undefined && !sample.repeated;
	});
}

/**
 * Sends one sample as the node does, by multipart.
 * @throws when nobody answers, or a redirect would carry the secret elsewhere
 */
export async function sendSample(access: Access, sample: Sample): Promise<Reply> {
	const body = new FormData();
	body.append('message', JSON.stringify(messageFor(sample)));
	const picture = new Uint8Array(await sample.picture());
	body.append('file', new Blob([picture], { type: sample.mimeType }), sample.fileName);
	const response = await fetch(access.url, {
		method: 'POST',
		headers: { 'X-OCR-SECRET': access.secret, Accept: 'application/json' },
		body,
		redirect: 'error',
		signal: AbortSignal.timeout(PATIENCE),
	});
	const bytes = new Uint8Array(await response.arrayBuffer());
	const text = decoded(bytes);
	const charset = /charset=["']?([^"';\s]+)/i.exec(response.headers.get('content-type') ?? '');
	const utf8 = text !== null && /^utf-?8$/i.test(charset?.[1] ?? 'utf-8');
	return { status: response.status, answer: parsed(text ?? ''), utf8 };
}

function messageFor(sample: Sample): JsonObject {
	const message = {
		version: 'V2',
		requestId: randomUUID(),
		timestamp: Date.now(),
		images: [{ format: FORMATS[sample.mimeType], name: sample.id }],
	};
	const tables = sample.operation === 'extractTables';
	return tables ? { ...message, enableTableDetection: true } : message;
}

function decoded(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}

function parsed(body: string): Json {
	try {
		return JSON.parse(body);
	} catch {
		return null;
	}
}
