import { sleep } from 'n8n-workflow';

/** What Node's HTTP answers are: bytes piece by piece, and a way to stop them. */
export interface ByteStream extends AsyncIterable<Uint8Array> {
	destroy?(error?: Error): void;
}

/** Whether n8n's helper really gave a stream, as it was asked to. */
export function isByteStream(value: unknown): value is ByteStream {
	return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

export type CappedContent =
	| { state: 'complete'; bytes: Uint8Array }
	/** More bytes than the cap came, or silence lasted longer than allowed; the stream was stopped. */
	| { state: 'silent' }
	/** `bytes` are the first ones, up to the cap. */
	| { state: 'tooLarge'; bytes: Uint8Array }
	/** The connection broke, or the execution was cancelled. */
	| { state: 'broken'; cause: unknown };

export interface Patience {
	/** Milliseconds of silence. */
	timeout: number;
	signal: AbortSignal | undefined;
}

const LOOK_EVERY = 200;

/**
 * Reads a stream to its end, but never more than `cap` bytes: n8n's helper knows no bound of its own,
 * and its timeout ends with the answer's headers.
 * Never throws.
 */
export async function readCapped(
	stream: ByteStream,
	cap: number,
	patience: Patience,
): Promise<CappedContent> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	const watch = { heard: Date.now(), done: false, silent: false };
	void watchSilence(stream, watch, patience);
	try {
		for await (const chunk of stream) {
			watch.heard = Date.now();
			chunks.push(chunk);
			size += chunk.byteLength;
			if (size > cap) {
				stream.destroy?.();
				return { state: 'tooLarge', bytes: Buffer.concat(chunks).subarray(0, cap) };
			}
		}
	} catch (cause) {
		return watch.silent ? { state: 'silent' } : { state: 'broken', cause };
	} finally {
		watch.done = true;
	}
	return { state: 'complete', bytes: Buffer.concat(chunks) };
}

async function watchSilence(
	stream: ByteStream,
	watch: { heard: number; done: boolean; silent: boolean },
	patience: Patience,
): Promise<void> {
	while (!watch.done) {
		await sleep(LOOK_EVERY);
		if (watch.done) return;
		if (patience.signal?.aborted === true) {
			stream.destroy?.(new Error('The execution was cancelled'));
			return;
		}
		if (Date.now() - watch.heard > patience.timeout) {
			watch.silent = true;
			stream.destroy?.();
			return;
		}
	}
}
