import { Unredactable } from '../unredactable';

/** Inflates off the event loop, piece by piece. @throws Unredactable where the data is damaged */
export async function* inflated(pieces: Uint8Array[]): AsyncGenerator<Uint8Array> {
	const through = new DecompressionStream('deflate');
	const reader = through.readable.getReader();
	const written = writeAll(through.writable, each(pieces));
	try {
		for (;;) {
			const { done, value } = await reader.read();
			if (done) break;
			yield value;
		}
		await written;
	} catch (error) {
		throw error instanceof Unredactable ? error : new Unredactable('damaged');
	} finally {
		await reader.cancel().catch(() => undefined);
		await written.catch(() => undefined);
	}
}

/** Deflates off the event loop. @throws what the source throws */
export async function deflated(source: AsyncIterable<Uint8Array>): Promise<Buffer[]> {
	const through = new CompressionStream('deflate');
	const written = writeAll(through.writable, source);
	const pieces: Buffer[] = [];
	const reader = through.readable.getReader();
	const read = async () => {
		for (;;) {
			const { done, value } = await reader.read();
			if (done) return;
			pieces.push(Buffer.from(value.buffer, value.byteOffset, value.byteLength));
		}
	};
	// A source that fails ends the reading too; its own error is the one that counts.
	const outcomes = await Promise.allSettled([written, read()]);
	for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
	return pieces;
}

async function writeAll(
	writable: WritableStream<BufferSource>,
	source: AsyncIterable<Uint8Array>,
): Promise<void> {
	const writer = writable.getWriter();
	let whole = false;
	try {
		for await (const piece of source) {
			await writer.ready;
			await writer.write(new Uint8Array(piece));
		}
		await writer.close();
		whole = true;
	} finally {
		if (!whole) await writer.abort().catch(() => undefined);
	}
}

async function* each(pieces: Uint8Array[]): AsyncGenerator<Uint8Array> {
	for (const piece of pieces) yield piece;
}
