import type { Deadline } from './deadline';

/** What Node's files and HTTP answers are: bytes piece by piece, and a way to stop them. */
export interface ByteStream extends AsyncIterable<Uint8Array> {
	destroy?(error?: Error): void;
}

/** Whether n8n's helper really gave a stream, as it was asked to. */
export function isByteStream(value: unknown): value is ByteStream {
	return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

export interface CappedContent {
	/** False where more bytes came than were asked for. */
	complete: boolean;
	/** At most `cap` of them. */
	bytes: Uint8Array;
}

/**
 * Reads a stream to its end, but never more than `cap` bytes: n8n's helper knows no bound of its own.
 * What is left unread goes with the deadline's end.
 * @throws what the stream throws, or when the deadline is over
 */
export async function readCapped(
	stream: ByteStream,
	cap: number,
	deadline: Deadline,
): Promise<CappedContent> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	const iterator = stream[Symbol.asyncIterator]();
	for (;;) {
		const next = await deadline.within(iterator.next());
		if (next.done === true) return { complete: true, bytes: Buffer.concat(chunks) };
		deadline.heard();
		chunks.push(next.value);
		size += next.value.byteLength;
		if (size > cap) return { complete: false, bytes: Buffer.concat(chunks).subarray(0, cap) };
	}
}
