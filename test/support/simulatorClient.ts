import type { Json, JsonObject } from '../../nodes/ClovaOcr/shared/json';
import type { Simulator } from '../simulator';

/** What comes back, as far as tests look at it. */
export interface Answered {
	status: number;
	json: Json;
	text: string;
	headers: Headers;
}

/** A correct message, with changes. */
export function messageFor(
	format: string,
	changes: JsonObject = {},
	image: JsonObject = {},
): JsonObject {
	return {
		version: 'V2',
		requestId: 'request-1',
		timestamp: 1790000000123,
		images: [{ format, name: 'page', ...image }],
		...changes,
	};
}

/** Sends JSON or a multipart body to one of the simulator's domains, as a correct client does. */
export async function callSimulator(
	simulator: Simulator,
	body: BodyInit,
	options: { domain?: string; headers?: Record<string, string>; url?: string } = {},
): Promise<Answered> {
	const { domain = '/general', headers = {} } = options;
	const response = await fetch(options.url ?? simulator.url(domain), {
		method: 'POST',
		headers: {
			'X-OCR-SECRET': simulator.secret(domain),
			Accept: 'application/json',
			...(typeof body === 'string' ? { 'Content-Type': 'application/json' } : {}),
			...headers,
		},
		body,
		redirect: 'manual',
	});
	const text = await response.text();
	return { status: response.status, json: parsed(text), text, headers: response.headers };
}

/** A multipart body with the two parts. */
export function formOf(message: Json, file: Uint8Array, fileName = 'page.png'): FormData {
	const form = new FormData();
	form.append('message', JSON.stringify(message));
	form.append('file', new Blob([Uint8Array.from(file)]), fileName);
	return form;
}

function parsed(text: string): Json {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
