import { createHash } from '../../support/node';

const HEAD_BYTES = 65536;

/** A file as far as it was kept. */
export interface ReceivedFile {
	/** File name of the part; null in the JSON variant. */
	fileName: string | null;
	contentType: string | null;
	size: number;
	/** Hex. */
	sha256: string;
	/** The first 64 KB at most. */
	head: Buffer;
	/** All bytes, or null where they were not kept. */
	bytes: Buffer | null;
}

/**
 * Takes a file's bytes chunk by chunk: hashes and counts them all, keeps those of a file over 64 KB
 * only when asked to. Kept bytes are held once, in a buffer sized by what the request announced.
 */
export class Spool {
	private readonly hash = createHash('sha256');
	private readonly head = Buffer.allocUnsafeSlow(HEAD_BYTES);
	private kept: Buffer | null = null;
	private size = 0;

	/**
	 * @param keep asked once, with the first 64 KB of a file that is larger
	 * @param limit files larger than this are never kept
	 * @param expected upper bound of the size, if the request announced one
	 */
	constructor(
		private readonly keep: (head: Buffer) => boolean,
		private readonly limit: number,
		private readonly expected?: number,
	) {}

	write(chunk: Buffer): void {
		this.hash.update(chunk);
		const intoHead = Math.min(chunk.length, Math.max(0, HEAD_BYTES - this.size));
		chunk.copy(this.head, this.size, 0, intoHead);
		const after = this.size + chunk.length;
		if (this.size <= HEAD_BYTES && after > HEAD_BYTES) this.startKeeping();
		if (this.kept !== null) this.store(chunk, intoHead, after);
		this.size = after;
	}

	/** Ends the hash: can be called once. */
	finish(fileName: string | null, contentType: string | null): ReceivedFile {
		const head = this.head.subarray(0, Math.min(this.size, HEAD_BYTES));
		const bytes = this.size <= HEAD_BYTES ? head : (this.kept?.subarray(0, this.size) ?? null);
		const sha256 = this.hash.digest('hex');
		return { fileName, contentType, size: this.size, sha256, head, bytes };
	}

	private startKeeping(): void {
		if (!this.keep(this.head)) return;
		const room = Math.min(this.expected ?? 1 << 20, this.limit);
		this.kept = Buffer.allocUnsafeSlow(Math.max(room, HEAD_BYTES));
		this.head.copy(this.kept);
	}

	private store(chunk: Buffer, from: number, needed: number): void {
		if (this.kept !== null && needed > this.kept.length) this.kept = this.grown(this.kept, needed);
		if (this.kept !== null) chunk.copy(this.kept, this.size + from, from);
	}

	private grown(kept: Buffer, needed: number): Buffer | null {
		if (needed > this.limit) return null;
		const larger = Buffer.allocUnsafeSlow(Math.min(Math.max(needed, kept.length * 2), this.limit));
		kept.copy(larger, 0, 0, this.size);
		return larger;
	}
}
