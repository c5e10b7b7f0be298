import type { ByteSource } from '../clova/streamedFile';

/** All bytes of a source in one piece; only for what has to be taken apart, such as a long PDF. */
export async function readAll(source: ByteSource): Promise<Uint8Array> {
	const bytes = Buffer.allocUnsafe(source.size);
	let filled = 0;
	for await (const chunk of await source.open()) {
		const room = bytes.length - filled;
		bytes.set(chunk.subarray(0, room), filled);
		filled += Math.min(chunk.byteLength, room);
	}
	return bytes.subarray(0, filled);
}

/** The first bytes of a source, at most `length`; the rest is not read. */
export async function readHead(source: ByteSource, length: number): Promise<Uint8Array> {
	return await readRange(source, 0, length);
}

/** Bytes from `start` on, at most `length`; what stands before is passed over, what follows not read. */
export async function readRange(
	source: ByteSource,
	start: number,
	length: number,
): Promise<Uint8Array> {
	const chunks: Uint8Array[] = [];
	let [at, size] = [0, 0];
	for await (const chunk of await source.open()) {
		const wanted = chunk.subarray(Math.max(0, start - at));
		at += chunk.byteLength;
		// An empty piece would keep its chunk in memory.
		if (wanted.byteLength > 0) chunks.push(wanted);
		size += wanted.byteLength;
		if (size >= length) break;
	}
	return Buffer.concat(chunks).subarray(0, length);
}
