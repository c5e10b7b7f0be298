import { asObject, type JsonObject } from '../../nodes/ClovaOcr/shared/json';
import type { http } from '../support/node';
import { imageEntry } from './answer/image';
import type { Fault } from './faults';
import { sendHuge, sendReply, sendText } from './sending';
import { gatewayError, rateLimitError, type Reply, serviceError } from './wire/errors';

const HUGE_BYTES = 65 * 1024 * 1024;
const PROXY_PAGE =
	'<!DOCTYPE html><html><head><title>Proxy</title></head><body><h1>The page cannot be displayed</h1></body></html>';

export interface FaultyCall {
	request: http.IncomingMessage;
	response: http.ServerResponse;
	/** For the error body. */
	calledPath: string;
	/** The domain's limit, which 0025 names. */
	concurrency: number;
}

/** Answers instead of the service. @returns when the answer has been handed over or the client left */
export async function performFault(fault: Fault, call: FaultyCall): Promise<void> {
	const { request, response } = call;
	switch (fault.kind) {
		case 'reset':
			request.socket.resetAndDestroy();
			return;
		case 'stall':
			await left(response);
			return;
		case 'html':
			sendText(response, fault.status ?? 502, PROXY_PAGE, 'text/html; charset=utf-8');
			return;
		case 'brokenJson':
			sendText(response, 200, fault.text ?? '{"version":"V2","images":[{"uid":');
			return;
		case 'json':
			sendText(response, fault.status ?? 200, JSON.stringify(fault.body));
			return;
		case 'redirect':
			sendText(response, 302, '', 'text/html', { Location: fault.location ?? followed(request) });
			return;
		case 'huge':
			await sendHuge(response, fault.bytes ?? HUGE_BYTES);
			return;
		case 'service':
		case 'gateway':
			sendReply(response, refusal(fault, call), request.headers.accept);
			return;
		default:
			throw new Error(`${fault.kind} changes an answer, it does not give one`);
	}
}

/** The answer with what the fault does to its pages. */
export function spoilAnswer(fault: Fault, answer: JsonObject): JsonObject {
	const images = Array.isArray(answer.images) ? answer.images : [];
	switch (fault.kind) {
		case 'missingPages':
			return { ...answer, images: images.filter((_, index) => !fault.pages.includes(index)) };
		case 'shuffledPages':
			return { ...answer, images: [...images].reverse() };
		case 'page':
			return {
				...answer,
				images: images.map((image, index) =>
					index === fault.page ? failed(asObject(image), fault) : image,
				),
			};
		default:
			return answer;
	}
}

function failed(
	{ name, convertedImageInfo }: JsonObject,
	{ inferResult, message }: Extract<Fault, { kind: 'page' }>,
): JsonObject {
	const more: JsonObject = convertedImageInfo === undefined ? {} : { convertedImageInfo };
	return imageEntry(String(name), inferResult, message, more);
}

function refusal(
	fault: Extract<Fault, { kind: 'service' | 'gateway' }>,
	{ calledPath, concurrency }: FaultyCall,
): Reply {
	const reply = reject(fault, calledPath, concurrency);
	return fault.retryAfter === undefined
		? reply
		: { ...reply, headers: { 'Retry-After': fault.retryAfter } };
}

function reject(
	fault: Extract<Fault, { kind: 'service' | 'gateway' }>,
	calledPath: string,
	concurrency: number,
): Reply {
	if (fault.kind === 'gateway') return gatewayError(fault.code);
	if (fault.code === '0025' && fault.message === undefined) {
		return rateLimitError(calledPath, concurrency);
	}
	return serviceError(fault.code, calledPath, fault.message);
}

/** Another name of the same machine, so that it is another origin. */
function followed({ socket }: http.IncomingMessage): string {
	return `http://localhost:${socket.localPort}/followed`;
}

function left(response: http.ServerResponse): Promise<void> {
	return new Promise((resolve) => {
		if (response.destroyed) resolve();
		else response.on('close', () => resolve());
	});
}
