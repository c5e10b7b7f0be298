import type { IHttpRequestOptions } from 'n8n-workflow';

import { finalProblem } from '../problem';
import type { JsonObject } from '../shared/json';
import { parseAnswer, type Parsed } from './answer';
import { Deadline, type Patience } from './deadline';
import { connectionProblem, deadlineProblem, MAY_BE_BILLED } from './problems/connection';
import { decodeText, isByteStream, readCapped, responseParts } from './readBody';

/** n8n's authenticated HTTP helper, with the credential already chosen. */
export type AuthenticatedRequest = (options: IHttpRequestOptions) => Promise<unknown>;

export interface SendSettings extends Patience {
	url: string;
	/** Texts that must never show in a problem, such as the secret: a server may echo them. */
	secrets: string[];
}

/** Largest answer that is read: a page of 900 words takes 0.2 MB, ten pages with tables about 3 MB. */
export const ANSWER_CAP = 64 * 1024 * 1024;

/**
 * Sends one request and reads its answer. Never throws: whatever happens becomes a problem, and
 * afterwards neither its socket nor its file is open.
 * HTTP status errors are ours to read, since n8n's helper would send a refused secret twice.
 * @param makeBody gives the body; what it uploads ends with the deadline
 */
export async function send(
	request: AuthenticatedRequest,
	makeBody: (deadline: Deadline) => FormData | JsonObject,
	settings: SendSettings,
): Promise<Parsed> {
	const deadline = new Deadline(settings);
	try {
		const response = await deadline.within(
			request({
				method: 'POST',
				url: settings.url,
				// Never a Content-Type: the helper has to add the multipart boundary itself.
				headers: { Accept: 'application/json' },
				body: makeBody(deadline),
				timeout: deadline.longest,
				abortSignal: deadline.signal,
				encoding: 'stream',
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				disableFollowRedirect: true,
			}),
		);
		deadline.heard();
		return await readAnswer(responseParts(response), deadline, settings.secrets);
	} catch (error) {
		return failed(
			deadline.givenUp === null ? connectionProblem(error) : deadlineProblem(deadline.givenUp),
		);
	} finally {
		deadline.end();
	}
}

async function readAnswer(
	{ status, headers, body }: ReturnType<typeof responseParts>,
	deadline: Deadline,
	secrets: string[],
): Promise<Parsed> {
	const stream = isByteStream(body) ? body : empty();
	const { complete, bytes } = await readCapped(stream, ANSWER_CAP, deadline);
	if (!complete) return failed(tooLarge(status));
	const text = decodeText(bytes, headerOf(headers, 'content-type'));
	if (text === null) return failed(unreadableEncoding(status));
	const http = { status, retryAfter: headerOf(headers, 'retry-after'), text };
	return parseAnswer(http, secrets);
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

function unreadableEncoding(status: number) {
	return finalProblem(
		"CLOVA OCR's answer arrived in an encoding that cannot be read",
		`Something between n8n and CLOVA OCR, such as a proxy, has changed the text. ${MAY_BE_BILLED} Ask who runs it to let answers through unchanged.`,
		{ httpStatus: status, retry: 'unknown' },
	);
}

function headerOf(headers: unknown, name: string): string | null {
	if (typeof headers !== 'object' || headers === null) return null;
	const entry = Object.entries(headers).find(([key]) => key.toLowerCase() === name);
	return typeof entry?.[1] === 'string' ? entry[1] : null;
}

async function* empty(): AsyncGenerator<Uint8Array> {}
