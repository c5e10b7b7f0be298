import { asObject, type Json, type JsonObject } from '../../nodes/ClovaOcr/shared/json';
import type { http } from '../support/node';
import { imageEntry } from './answer/image';
import type { Fault } from './faults';
import {
	left,
	sendBeginning,
	sendDrip,
	sendEndlessHead,
	sendGzipBomb,
	sendHuge,
	sendReply,
	sendText,
} from './sending';
import { gatewayError, rateLimitError, type Reply, serviceError } from './wire/errors';

const HUGE_BYTES = 65 * 1024 * 1024;
const BOMB_BYTES = 1024 * 1024 * 1024;
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
			if (fault.when === 'head' || fault.when === 'body') await sendBeginning(response, fault.when);
			else await left(response);
			return;
		case 'drip':
			await sendDrip(response, fault.in, fault.milliseconds);
			return;
		case 'endlessHead':
			await sendEndlessHead(response);
			return;
		case 'gzipBomb':
			await sendGzipBomb(response, fault.bytes ?? BOMB_BYTES);
			return;
		case 'bare':
			sendText(response, fault.status, '', 'text/plain', retryAfter(fault));
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
			return withPages(
				answer,
				images.filter((_, index) => !fault.pages.includes(index)),
				fault.unindexed,
			);
		case 'shuffledPages':
			return withPages(answer, [...images].reverse(), fault.unindexed);
		case 'doubledPages':
			return withPages(answer, [...images.slice(0, 1), ...images], fault.unindexed);
		case 'unindexedPages':
			return withPages(answer, images, true);
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

function withPages(answer: JsonObject, images: Json[], unindexed = false): JsonObject {
	return { ...answer, images: unindexed ? images.map(withoutIndex) : images };
}

function withoutIndex(image: Json): JsonObject {
	const { convertedImageInfo, ...rest } = asObject(image);
	if (convertedImageInfo === undefined) return rest;
	const info = Object.entries(asObject(convertedImageInfo)).filter(([key]) => key !== 'pageIndex');
	return { ...rest, convertedImageInfo: Object.fromEntries(info) };
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
	return { ...reply, headers: retryAfter(fault) };
}

function retryAfter({ retryAfter: wish }: { retryAfter?: string }): Record<string, string> {
	return wish === undefined ? {} : { 'Retry-After': wish };
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
