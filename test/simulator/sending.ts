import { gzipSync, sleep, type http } from '../support/node';
import { encoded, type Encoding } from './wire/encodings';
import { GATEWAY_CODES, type Reply } from './wire/errors';

const BOMB_PIECE = 1024 * 1024;
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

export function sendGzip(response: http.ServerResponse, text: string): void {
	const body = gzipSync(text);
	response.writeHead(200, {
		'Content-Type': JSON_TYPE,
		'Content-Encoding': 'gzip',
		'Content-Length': body.length,
	});
	response.end(body);
}

/** Sends few bytes that unpack to many: a compressed piece of blanks, again and again. */
export async function sendGzipBomb(response: http.ServerResponse, bytes: number): Promise<void> {
	response.writeHead(200, { 'Content-Type': JSON_TYPE, 'Content-Encoding': 'gzip' });
	const piece = gzipSync(Buffer.alloc(BOMB_PIECE, ' '));
	for (let sent = 0; sent < bytes && !response.destroyed; sent += BOMB_PIECE) {
		if (!response.write(piece)) await drained(response);
	}
	response.end();
}

/** Sends the text in another encoding; undeclared under the usual content type. */
export function sendEncoded(
	response: http.ServerResponse,
	text: string,
	{ encoding, declared }: { encoding: Encoding; declared: boolean },
): void {
	const body = encoded(text, encoding);
	response.writeHead(200, {
		'Content-Type': declared ? `application/json; charset=${encoding}` : JSON_TYPE,
		'Content-Length': body.length,
	});
	response.end(body);
}

/**
 * Sends the beginning of an answer and nothing more until the client leaves.
 * @param where whether already the head stays incomplete
 */
export async function sendBeginning(
	response: http.ServerResponse,
	where: 'head' | 'body',
): Promise<void> {
	beginRaw(response, where);
	await left(response);
}

/** Sends an answer byte by byte that never ends. */
export async function sendDrip(
	response: http.ServerResponse,
	where: 'head' | 'body',
	milliseconds: number,
): Promise<void> {
	const { socket } = response;
	beginRaw(response, where);
	const piece = where === 'head' ? 'X-Drip: 0\r\n' : ' ';
	for (let sent = 0; socket?.writable === true; sent += 1) {
		socket.write(piece[sent % piece.length]);
		await sleep(milliseconds);
	}
}

/** Sends header lines until the client has enough. */
export async function sendEndlessHead(response: http.ServerResponse): Promise<void> {
	const { socket } = response;
	beginRaw(response, 'head');
	for (let line = 0; socket?.writable === true; line += 1) {
		socket.write(`X-Line-${line}: ${'x'.repeat(200)}\r\n`);
		if (line % 100 === 0) await sleep(1);
	}
}

/** Past Node's own way of writing answers, which sends no half heads. */
function beginRaw({ socket }: http.ServerResponse, where: 'head' | 'body'): void {
	socket?.on('error', () => undefined);
	socket?.write(`HTTP/1.1 200 OK\r\nContent-Type: ${JSON_TYPE}\r\n`);
	if (where === 'body') socket?.write('Content-Length: 1000000\r\n\r\n{"version":"V2","images":[');
}

export function left(response: http.ServerResponse): Promise<void> {
	return new Promise((resolve) => {
		if (response.destroyed) resolve();
		else response.on('close', () => resolve());
	});
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
