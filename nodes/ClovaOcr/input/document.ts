import type { Problem } from '../problem';
import type { ImageFormat } from '../clova/request';
import type { ByteSource } from '../clova/streamedFile';

/** A file that CLOVA can read, opened as far as needed: its bytes are still where they were. */
export interface Document {
	fileName: string;
	format: ImageFormat;
	source: ByteSource;
}

/** A file that only CLOVA will fetch. */
export interface RemoteDocument {
	fileName: string;
	format: ImageFormat;
	url: string;
}

export type Opened =
	| { ok: true; kind: 'local'; document: Document }
	| { ok: true; kind: 'remote'; document: RemoteDocument }
	| { ok: false; problem: Problem; unreadableKind: boolean };

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
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of await source.open()) {
		chunks.push(chunk);
		size += chunk.byteLength;
		if (size >= length) break;
	}
	return Buffer.concat(chunks).subarray(0, length);
}
