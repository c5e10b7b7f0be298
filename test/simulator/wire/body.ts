import type { Json } from '../../../nodes/ClovaOcr/shared/json';
import type { http } from '../../support/node';
import { BadBody } from './errors';
import {
	boundaryOf,
	MultipartError,
	MultipartParser,
	type PartHead,
	type PartSink,
} from './multipart';
import { type ReceivedFile, Spool } from './spool';

/** The largest picture, and the largest body that the gateway lets through (our choice). */
export const MAX_FILE_BYTES = 52_428_800;
export const MAX_BODY_BYTES = 100 * 1024 * 1024;
const MAX_MESSAGE_BYTES = 1024 * 1024;

export interface Body {
	message: Json;
	/** The uploaded part; null in the JSON variant. */
	file: ReceivedFile | null;
}

export interface BodyHooks {
	/** Told of every chunk's size, before it is looked at. */
	onBytes(count: number): void;
	/** Told when an uploaded file begins; may throw. */
	onFile(fileName: string): void;
	/** Whether a file over 64 KB, beginning like this, has to be kept. */
	keepFile(head: Buffer): boolean;
}

/**
 * Reads a request's body to its end, whatever is wrong with it, so that the client gets to read
 * the refusal.
 * @throws BadBody when it is neither of the two forms
 */
export async function readBody(request: http.IncomingMessage, hooks: BodyHooks): Promise<Body> {
	const contentType = request.headers['content-type'] ?? '';
	const boundary = boundaryOf(contentType);
	if (boundary !== null) return await readMultipart(request, boundary, hooks);
	if (/^application\/json\s*(;|$)/i.test(contentType)) return await readJson(request, hooks);
	await drain(request, hooks);
	throw new BadBody(`Content-Type '${contentType}' not supported`);
}

/** Reads to the end and keeps nothing. */
export async function drain(
	request: http.IncomingMessage,
	hooks: Pick<BodyHooks, 'onBytes'>,
): Promise<void> {
	await eachChunk(request, hooks, () => undefined);
}

async function readJson(request: http.IncomingMessage, hooks: BodyHooks): Promise<Body> {
	const spool = new Spool(() => true, MAX_BODY_BYTES, announced(request));
	await eachChunk(request, hooks, (chunk) => spool.write(chunk));
	const { bytes } = spool.finish(null, null);
	return { message: parseMessage(bytes ?? Buffer.alloc(0)), file: null };
}

async function readMultipart(
	request: http.IncomingMessage,
	boundary: string,
	hooks: BodyHooks,
): Promise<Body> {
	const parts = new Parts(hooks, announced(request));
	const parser = new MultipartParser(boundary, (head) => parts.open(head));
	let problem: unknown = null;
	await eachChunk(request, hooks, (chunk) => {
		if (problem !== null) return;
		try {
			parser.write(chunk);
		} catch (error) {
			problem = error;
		}
	}).catch((error: unknown) => {
		problem ??= error;
	});
	if (problem === null && !parser.complete) {
		problem = new MultipartError('the closing boundary is missing');
	}
	if (problem instanceof MultipartError) throw new BadBody(`multipart: ${problem.message}`);
	if (problem !== null) throw problem;
	return parts.body();
}

/** The two parts of a multipart request: `message` as text, exactly one `file`. */
class Parts {
	private message: Buffer[] | null = null;
	private file: ReceivedFile | null = null;

	constructor(
		private readonly hooks: BodyHooks,
		private readonly bodyLength: number | undefined,
	) {}

	open(head: PartHead): PartSink {
		if (head.name === 'message') return this.openMessage(head);
		if (head.name === 'file') return this.openFile(head);
		throw new BadBody(`unexpected part '${head.name}'`);
	}

	body(): Body {
		if (this.message === null) throw new BadBody("Required request part 'message' is not present");
		if (this.file === null) throw new BadBody("Required request part 'file' is not present");
		return { message: parseMessage(Buffer.concat(this.message)), file: this.file };
	}

	private openMessage(head: PartHead): PartSink {
		if (this.message !== null) throw new BadBody("more than one part 'message'");
		if (head.fileName !== null) throw new BadBody("part 'message' must be text, not a file");
		if (!/^(text\/plain|application\/json)\s*(;|$)/i.test(head.contentType ?? 'text/plain')) {
			throw new BadBody(`part 'message' has Content-Type '${head.contentType}'`);
		}
		const chunks: Buffer[] = [];
		let size = 0;
		this.message = chunks;
		return {
			write: (chunk) => {
				size += chunk.length;
				if (size > MAX_MESSAGE_BYTES) throw new BadBody("part 'message' is too long");
				chunks.push(Buffer.from(chunk));
			},
			end: () => undefined,
		};
	}

	private openFile({ fileName, contentType }: PartHead): PartSink {
		if (this.file !== null) throw new BadBody("more than one part 'file'");
		if (fileName === null) throw new BadBody("part 'file' has no file name");
		this.hooks.onFile(fileName);
		const spool = new Spool((head) => this.hooks.keepFile(head), MAX_FILE_BYTES, this.bodyLength);
		return {
			write: (chunk) => spool.write(chunk),
			end: () => {
				this.file = spool.finish(fileName, contentType);
			},
		};
	}
}

function parseMessage(bytes: Buffer): Json {
	const message = parsed(bytes);
	if (message === undefined) throw new BadBody('Request body invalid.', '');
	return message;
}

function parsed(bytes: Buffer): Json | undefined {
	try {
		return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch {
		return undefined;
	}
}

function announced(request: http.IncomingMessage): number | undefined {
	const length = request.headers['content-length'];
	return length === undefined ? undefined : Number(length);
}

async function eachChunk(
	request: http.IncomingMessage,
	{ onBytes }: Pick<BodyHooks, 'onBytes'>,
	use: (chunk: Buffer) => void,
): Promise<void> {
	for await (const chunk of request) {
		if (!Buffer.isBuffer(chunk)) throw new Error('The request was given an encoding');
		onBytes(chunk.length);
		use(chunk);
	}
}
