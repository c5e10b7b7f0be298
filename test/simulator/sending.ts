import type { http } from '../support/node';
import { GATEWAY_CODES, type Reply } from './wire/errors';

const JSON_TYPE = 'application/json;charset=UTF-8';

/** Sends a whole answer with its exact length. */
export function sendText(
	response: http.ServerResponse,
	status: number,
	text: string,
	contentType = JSON_TYPE,
	headers: Record<string, string> = {},
): void {
	const body = Buffer.from(text);
	response.writeHead(status, {
		'Content-Type': contentType,
		'Content-Length': body.length,
		...headers,
	});
	response.end(body);
}

/**
 * Sends a refusal. The gateway answers in XML to a client that does not ask for JSON.
 * @param accept the request's Accept header
 */
export function sendReply(response: http.ServerResponse, reply: Reply, accept = ''): void {
	const { status, body, reason, headers } = reply;
	if (isGateway(reason) && !accept.includes('application/json')) {
		sendText(response, status, gatewayXml(reply), 'application/xml;charset=UTF-8', headers);
		return;
	}
	sendText(response, status, JSON.stringify(body), JSON_TYPE, headers);
}

/** Announces the whole answer, sends half of it and ends the connection. */
export async function sendTruncated(response: http.ServerResponse, text: string): Promise<void> {
	const body = Buffer.from(text);
	response.writeHead(200, { 'Content-Type': JSON_TYPE, 'Content-Length': body.length });
	const half = body.subarray(0, Math.floor(body.length / 2));
	await new Promise<void>((resolve) => response.write(half, () => resolve()));
	response.destroy();
}

/** Sends valid JSON that does not end before so many bytes; stops when the client leaves. */
export async function sendHuge(response: http.ServerResponse, bytes: number): Promise<void> {
	response.writeHead(200, { 'Content-Type': JSON_TYPE });
	const piece = Buffer.from(`${JSON.stringify({ inferText: 'x'.repeat(1 << 16) })},`);
	response.write('{"version":"V2","images":[{"fields":[');
	for (let sent = 0; sent < bytes && !response.destroyed; sent += piece.length) {
		if (!response.write(piece)) await drained(response);
	}
	response.end('{}]}]}');
}

function drained(response: http.ServerResponse): Promise<void> {
	return new Promise((resolve) => {
		const done = () => {
			response.off('drain', done);
			response.off('close', done);
			resolve();
		};
		response.on('drain', done);
		response.on('close', done);
	});
}

function isGateway(reason: string): boolean {
	return GATEWAY_CODES.some((code) => reason === `gateway ${code}`);
}

function gatewayXml({ body }: Reply): string {
	const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : null;
	const members = Object.entries(error ?? {}).map(([name, value]) => `<${name}>${value}</${name}>`);
	return `<?xml version="1.0" encoding="UTF-8"?><error>${members.join('')}</error>`;
}
