import type { Deadline } from './deadline';
import type { ByteStream } from './readBody';

/** Where an upload's bytes come from; opened anew for every attempt, so a call can be sent again. */
export interface ByteSource {
	/** Exact number of bytes; becomes part of the upload's Content-Length. */
	size: number;
	open(): ByteStream | Promise<ByteStream>;
}

/**
 * A file of the platform's FormData that is never in memory whole: n8n's HTTP helper asks for its
 * `size` up front and pulls `stream()` while it sends. A File made from a buffer would copy it.
 * The helper does not always close what it pulls from when a request fails, so the deadline does.
 */
export class StreamedFile extends File {
	constructor(
		private readonly source: ByteSource,
		fileName: string,
		mimeType: string,
		private readonly deadline: Deadline,
	) {
		super([], fileName, { type: mimeType });
	}

	override get size(): number {
		return this.source.size;
	}

	override stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
		const { source, deadline } = this;
		const opened = new OpenedSource(source);
		return new ReadableStream({
			start(controller) {
				const giveUp = () => {
					controller.error(new Error('The upload was given up'));
					opened.close();
				};
				if (deadline.signal.aborted) giveUp();
				else deadline.signal.addEventListener('abort', giveUp);
			},
			async pull(controller) {
				const next = await opened.next();
				if (deadline.signal.aborted) return;
				deadline.heard();
				if (next.done === true) controller.close();
				// The platform's types want an unshared buffer; none of our sources hands out a shared one.
				else controller.enqueue(next.value as Uint8Array<ArrayBuffer>);
			},
			cancel: () => opened.close(),
		});
	}
}

/** A source that is opened when it is first read, and can be closed at any moment, even before. */
class OpenedSource {
	private bytes: ByteStream | undefined;
	private chunks: AsyncIterator<Uint8Array> | undefined;
	private closed = false;

	constructor(private readonly source: ByteSource) {}

	async next(): Promise<IteratorResult<Uint8Array>> {
		if (this.chunks === undefined) {
			this.bytes = await this.source.open();
			this.chunks = this.bytes[Symbol.asyncIterator]();
			if (this.closed) this.close();
		}
		return await this.chunks.next();
	}

	close(): void {
		this.closed = true;
		// An iterator that is asked to return waits for the read under way; a stream closes at once.
		if (this.bytes?.destroy !== undefined) this.bytes.destroy();
		else this.chunks?.return?.().catch(() => undefined);
	}
}

// A multiple of four characters (each four give three bytes), so that slices decode on their own.
const BASE64_SLICE = 256 * 1024;
// Each slice that leaves shows that the upload goes on; a part of 50 MB in one piece would look silent.
const BYTES_SLICE = 64 * 1024;

/** A source over base64 text, decoded slice by slice; the text must hold no blanks. */
export function base64Source(text: string): ByteSource {
	return {
		size: Buffer.byteLength(text, 'base64'),
		async *open() {
			for (let start = 0; start < text.length; start += BASE64_SLICE) {
				yield Buffer.from(text.slice(start, start + BASE64_SLICE), 'base64');
			}
		},
	};
}

/** A source over bytes that are in memory anyway, such as a part of a split PDF. */
export function bytesSource(bytes: Uint8Array): ByteSource {
	return {
		size: bytes.byteLength,
		async *open() {
			for (let start = 0; start < bytes.byteLength; start += BYTES_SLICE) {
				yield bytes.subarray(start, start + BYTES_SLICE);
			}
		},
	};
}
