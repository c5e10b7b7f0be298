/** Where an upload's bytes come from; opened anew for every attempt, so a call can be sent again. */
export interface ByteSource {
	/** Exact number of bytes; becomes part of the upload's Content-Length. */
	size: number;
	open(): AsyncIterable<Uint8Array> | Promise<AsyncIterable<Uint8Array>>;
}

/**
 * A file of the platform's FormData that is never in memory whole: n8n's HTTP helper asks for its
 * `size` up front and pulls `stream()` while it sends. A File made from a buffer would copy it.
 */
export class StreamedFile extends File {
	constructor(
		private readonly source: ByteSource,
		fileName: string,
		mimeType: string,
	) {
		super([], fileName, { type: mimeType });
	}

	override get size(): number {
		return this.source.size;
	}

	override stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
		const { source } = this;
		let chunks: AsyncIterator<Uint8Array> | undefined;
		return new ReadableStream({
			async pull(controller) {
				chunks ??= (await source.open())[Symbol.asyncIterator]();
				const next = await chunks.next();
				if (next.done === true) controller.close();
				// The platform's types want an unshared buffer; none of our sources hands out a shared one.
				else controller.enqueue(next.value as Uint8Array<ArrayBuffer>);
			},
			async cancel() {
				await chunks?.return?.();
			},
		});
	}
}

// A multiple of four characters (each four give three bytes), so that slices decode on their own.
const BASE64_SLICE = 256 * 1024;

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
			yield bytes;
		},
	};
}
