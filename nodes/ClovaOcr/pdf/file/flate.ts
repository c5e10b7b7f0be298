import { PDFRawStream, type PDFContext, type PDFRef } from 'pdf-lib';

import { deflateShort } from './deflate';

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

/** Data up to this size is deflated at once: it holds the event loop for no longer than a turn. */
const SHORT = 256 * 1024;

/**
 * Puts data into a document, deflated: text at once, more of it off the event loop.
 * @param data is not kept
 * @param members further members of the stream's dictionary
 */
export async function addDeflated(
	context: PDFContext,
	data: Uint8Array,
	members: Record<string, number> = {},
): Promise<PDFRef> {
	const bytes = data.length <= SHORT ? deflateShort(data) : await deflate(data);
	return context.register(
		PDFRawStream.of(context.obj({ ...members, Filter: 'FlateDecode' }), bytes),
	);
}
