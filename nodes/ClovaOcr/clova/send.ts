import type { IHttpRequestOptions } from 'n8n-workflow';

import type { JsonObject } from '../shared/json';
import { parseAnswer, type Parsed } from './answer';
import { connectionProblem, silenceProblem } from './problems/connection';
import { finalProblem, withoutSecrets } from '../problem';
import { isByteStream, readCapped, type ByteStream } from './readCapped';

/** n8n's authenticated HTTP helper, with the credential already chosen. */
export type AuthenticatedRequest = (options: IHttpRequestOptions) => Promise<unknown>;

export interface SendSettings {
	url: string;
	/** Milliseconds of silence after which the attempt is given up. */
	timeout: number;
	signal: AbortSignal | undefined;
	/** Texts that must never show in a problem, such as the secret: a server may echo them. */
	secrets: string[];
}

/** Largest answer that is read: a page of 900 words takes 0.2 MB, ten pages with tables about 3 MB. */
export const ANSWER_CAP = 64 * 1024 * 1024;

/**
 * Sends one request and reads its answer. Never throws: whatever happens becomes a problem.
 * HTTP status errors are ours to read, since n8n's helper would send a refused secret twice.
 */
export async function send(
	request: AuthenticatedRequest,
	body: FormData | JsonObject,
	settings: SendSettings,
): Promise<Parsed> {
	try {
		const response = await request({
			method: 'POST',
			url: settings.url,
			// Never a Content-Type: the helper has to add the multipart boundary itself.
			headers: { Accept: 'application/json' },
			body,
			timeout: settings.timeout,
			encoding: 'stream',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		});
		const { status, retryAfter, stream } = readResponse(response);
		const content = await readCapped(stream, ANSWER_CAP, settings);
		if (content.state === 'tooLarge') return failed(tooLarge(status));
		if (content.state === 'silent') return failed(silenceProblem());
		if (content.state === 'broken') return failed(connectionProblem(content.cause));
		const text = new TextDecoder().decode(content.bytes);
		const parsed = parseAnswer({ status, retryAfter, text });
		return parsed.ok ? parsed : failed(withoutSecrets(parsed.problem, settings.secrets));
	} catch (error) {
		return failed(connectionProblem(error));
	}
}

function failed(problem: ReturnType<typeof finalProblem>): Parsed {
	return { ok: false, problem };
}

function tooLarge(status: number) {
	return finalProblem(
		'The answer is larger than 64 MB and was not read to its end',
		"A recognition result is never that large. Check that 'Invoke URL' is the domain's 'APIGW Invoke URL'.",
		{ httpStatus: status },
	);
}

function readResponse(response: unknown): {
	status: number;
	retryAfter: string | null;
	stream: ByteStream;
} {
	if (typeof response !== 'object' || response === null)
		return { status: 0, retryAfter: null, stream: empty() };
	const status = 'statusCode' in response ? Number(response.statusCode) : 0;
	const headers = 'headers' in response ? response.headers : undefined;
	const body = 'body' in response ? response.body : undefined;
	return {
		status,
		retryAfter: headerOf(headers, 'retry-after'),
		stream: isByteStream(body) ? body : empty(),
	};
}

function headerOf(headers: unknown, name: string): string | null {
	if (typeof headers !== 'object' || headers === null) return null;
	const entry = Object.entries(headers).find(([key]) => key.toLowerCase() === name);
	return typeof entry?.[1] === 'string' ? entry[1] : null;
}

async function* empty(): AsyncGenerator<Uint8Array> {}
