import { deflate as deflateAtOnce } from 'pako';
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
 * Data up to this size is deflated at once: it holds the event loop for no longer than a turn, and setting
 * up streams would take as long again.
 */
const SHORT = 256 * 1024;
/** A text layer comes out a tenth larger than with most effort, in less than half the time. */
const LEAST_EFFORT = { level: 1 } as const;

/** Deflates text and the like: at once where there is little of it, else off the event loop. */
export async function deflated(data: Buffer): Promise<Buffer> {
	if (data.length > SHORT) return await deflate(data);
	const { buffer, byteOffset, byteLength } = deflateAtOnce(data, LEAST_EFFORT);
	return Buffer.from(buffer, byteOffset, byteLength);
}

/**
 * Puts data into a document, deflated.
 * @param data is not kept
 * @param members further members of the stream's dictionary
 */
export async function addDeflated(
	context: PDFContext,
	data: Buffer,
	members: Record<string, number> = {},
): Promise<PDFRef> {
	const dict = context.obj({ ...members, Filter: 'FlateDecode' });
	return context.register(PDFRawStream.of(dict, await deflated(data)));
}
