import { PDFRawStream, type PDFContext, type PDFRef } from 'pdf-lib';

/**
 * Inflates off the event loop. Null where the native decoder refuses the data: it is stricter than
 * pdf-lib's, which reads past a wrong check sum and stray bytes at the end.
 * @param room most bytes that come back; more of them are cut off
 */
export async function inflate(bytes: Uint8Array, room: number): Promise<Buffer | null> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	const reader = pipe(bytes, new DecompressionStream('deflate'));
	try {
		while (size < room) {
			const { done, value } = await reader.read();
			if (done) return Buffer.concat(chunks);
			chunks.push(value);
			size += value.length;
		}
		await reader.cancel();
		return Buffer.concat(chunks).subarray(0, room);
	} catch {
		return null;
	}
}

/** Deflates off the event loop. */
export async function deflate(bytes: Uint8Array): Promise<Buffer> {
	const reader = pipe(bytes, new CompressionStream('deflate'));
	const chunks: Uint8Array[] = [];
	for (;;) {
		const { done, value } = await reader.read();
		if (done) return Buffer.concat(chunks);
		chunks.push(value);
	}
}

function pipe(bytes: Uint8Array, through: CompressionStream | DecompressionStream) {
	const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
		start(controller) {
			controller.enqueue(new Uint8Array(bytes));
			controller.close();
		},
	});
	return source.pipeThrough(through).getReader();
}

/**
 * Puts deflated data into a document. pdf-lib's own deflating runs on the event loop and takes ten
 * times as long.
 */
export class DeflatedStreams {
	private readonly context: PDFContext;
	private running: Promise<void> = Promise.resolve();

	constructor(context: PDFContext) {
		this.context = context;
	}

	/**
	 * The reference of a stream whose data is deflated meanwhile. Waits for the one before, so that
	 * no more than two are under way.
	 * @param data is copied
	 * @param members further members of the stream's dictionary
	 */
	async add(data: Uint8Array, members: Record<string, number> = {}): Promise<PDFRef> {
		const ref = this.context.nextRef();
		const dict = this.context.obj({ ...members, Filter: 'FlateDecode' });
		const deflated = deflate(data);
		await this.running;
		this.running = deflated.then((bytes) => {
			this.context.assign(ref, PDFRawStream.of(dict, bytes));
		});
		return ref;
	}

	/** Waits until every stream is in the document. */
	async finish(): Promise<void> {
		await this.running;
	}
}
