import type { ApiPath } from '../../nodes/ClovaOcr/clova/endpoint';
import { isObject, type Json } from '../../nodes/ClovaOcr/shared/json';
import type { http } from '../support/node';
import { type CallFacts, type Claim, endsUpload, needsRecognition } from './faults';
import { sniffFormat } from './pictures/format';
import { type OpenedPages, openPages } from './pictures/pages';
import { BrokenPicture } from './pictures/renderer';
import type { Service } from './service';
import { checkFile, checkPageCount, fileFromBase64, fileFromUrl } from './source';
import type { CallRecord } from './statistics';
import type { Domain } from './types';
import { type Body, drain, MAX_BODY_BYTES, readBody } from './wire/body';
import { BadBody, gatewayError, Refusal, serviceError } from './wire/errors';
import { readMessage, type RequestMessage } from './wire/message';
import type { ReceivedFile } from './wire/spool';

/** A call's place: where it came in and what is known of it. */
export interface Visit {
	service: Service;
	request: http.IncomingMessage;
	response: http.ServerResponse;
	call: CallRecord;
	calledPath: string;
}

/** A call that passed every check. */
export interface Intake {
	domain: Domain;
	api: ApiPath;
	message: RequestMessage;
	/** Null where the file cannot be fetched or opened. */
	pages: OpenedPages | null;
	claim: Claim | null;
}

/** The file was not read to its end, as a fault asked for; the message is its kind. */
export class ConnectionEnded extends Error {}

/**
 * Checks domain, secret and kind. The body is read all the same when they are wrong, so that the
 * client gets to read the refusal.
 * @param expected the domain that id and key name, or null
 * @throws Refusal
 */
export async function checkAccess(
	{ request, call, calledPath }: Visit,
	expected: Domain | null,
	api: ApiPath,
): Promise<Domain> {
	const code =
		expected === null
			? '0001'
			: request.headers['x-ocr-secret'] !== expected.secret
				? '0002'
				: expected.kind === api
					? null
					: '0022';
	if (expected !== null && code === null) return expected;
	await drain(request, { onBytes: (count) => (call.bytesReceived += count) });
	throw new Refusal(serviceError(code ?? '0001', calledPath));
}

/**
 * Reads a call and checks it in the service's order: body, version, fields, file, pages, tables.
 * A fault is claimed on the way, and given back when the call is refused on its own account.
 * @throws Refusal, BadBody, ConnectionEnded
 */
export async function takeIn(visit: Visit, domain: Domain, api: ApiPath): Promise<Intake> {
	const claims = new Claims(visit, domain, api);
	try {
		if (claims.tryAtHead()) {
			claims.used = true;
			visit.request.socket.resetAndDestroy();
			throw new ConnectionEnded('reset');
		}
		const body = await readCall(visit, claims);
		const message = readMessage(body.message, api, body.file !== null, visit.calledPath);
		claims.tryFor([message.name]);
		const pages = await openChecked(visit, body, message, api);
		if (message.tables && !domain.tables) {
			await pages?.close();
			throw new Refusal(serviceError('0028', visit.calledPath));
		}
		claims.used = true;
		return { domain, api, message, pages, claim: claims.claim };
	} finally {
		if (!claims.used) claims.claim?.release();
	}
}

async function readCall({ service, request, call }: Visit, claims: Claims): Promise<Body> {
	const body = await readBody(request, {
		onBytes: (count) => (call.bytesReceived += count),
		onFile: (fileName) => {
			claims.tryFor([fileName]);
			const fault = claims.claim?.fault ?? null;
			if (!endsUpload(fault)) return;
			claims.used = true;
			if (fault?.kind === 'reset') request.socket.resetAndDestroy();
			else request.pause();
			throw new ConnectionEnded(fault?.kind);
		},
		keepFile: (head) => {
			const format = sniffFormat(head);
			const pagesCount = format === 'pdf' || format === 'tiff';
			return pagesCount || (service.keepsPictures && needsRecognition(claims.claim?.fault ?? null));
		},
	}).catch((error: unknown) => {
		const tooLarge = error instanceof BadBody && call.bytesReceived > MAX_BODY_BYTES;
		throw tooLarge ? new Refusal(gatewayError('413/430')) : error;
	});
	call.message = withoutData(body.message);
	return body;
}

/** @returns null where the file cannot be fetched or is damaged: an answer, not a refusal */
async function openChecked(
	{ service, call }: Visit,
	body: Body,
	message: RequestMessage,
	api: ApiPath,
): Promise<OpenedPages | null> {
	const file = await fileOf(body, message);
	if (file === null) return null;
	const { fileName, contentType, size, sha256 } = file;
	call.file = { fileName, contentType, size, sha256 };
	checkFile(file, message.format);
	const opened = await openPages(file, message.format, message.name, service.renderer).catch(
		(error: unknown) => {
			if (!(error instanceof BrokenPicture)) throw error;
			return null;
		},
	);
	if (opened !== null) checkPageCount(api, opened.pages.length);
	return opened;
}

async function fileOf({ file }: Body, { data, url }: RequestMessage): Promise<ReceivedFile | null> {
	if (file !== null) return file;
	return data === null ? await fileFromUrl(url ?? '') : fileFromBase64(data);
}

/** The one fault a call may take. */
class Claims {
	claim: Claim | null = null;
	/** Whether the fault happens; a call that is refused on its own account gives it back. */
	used = false;

	constructor(
		private readonly visit: Visit,
		private readonly domain: Domain,
		private readonly path: ApiPath,
	) {}

	/** Looks for a rule that ends the call before its body, whose names nobody knows yet. */
	tryAtHead(): boolean {
		this.claim ??= this.visit.service.faults.claim(
			this.facts(),
			(fault) => fault.kind === 'reset' && fault.when === 'head',
		);
		return this.claim !== null;
	}

	/** Looks for a rule again, with more names known. */
	tryFor(names: string[]): void {
		this.visit.call.names.push(...names);
		this.claim ??= this.visit.service.faults.claim(this.facts());
	}

	private facts(): CallFacts {
		const { number, names } = this.visit.call;
		return { number, domain: this.domain.id, path: this.path, names };
	}
}

function withoutData(message: Json): Json {
	if (!isObject(message) || !Array.isArray(message.images)) return message;
	const images = message.images.map((image) =>
		isObject(image) && typeof image.data === 'string'
			? { ...image, data: `(${image.data.length} characters)` }
			: image,
	);
	return { ...message, images };
}
