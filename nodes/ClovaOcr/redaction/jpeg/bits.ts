import type { Decoder, Encoder } from './huffman';
import { insist } from '../unredactable';

const LOOK_SHIFT = 9;

/** Reads the bits of entropy-coded data up to the next marker; stuffed zero bytes are passed over. */
export class BitReader {
	private held = 0;
	private count = 0;
	/** Bits given out or held that lie behind the end of the data. */
	private beyond = 0;

	constructor(
		private readonly bytes: Uint8Array,
		private at: number,
	) {}

	/** Where the marker stands that ended the data. To be asked once all bits were read. */
	get end(): number {
		let at = this.at;
		while (at + 1 < this.bytes.length && !this.isMarker(at)) at += 1;
		return at;
	}

	/** @throws Unredactable where more was read than there is */
	checkEnd(): void {
		insist(this.beyond <= this.count);
	}

	/** Goes on behind the restart marker that ended an interval. */
	restart(number: number): void {
		this.checkEnd();
		const at = this.end;
		insist(this.bytes[at + 1] === 0xd0 + (number & 7));
		this.at = at + 2;
		this.held = this.count = this.beyond = 0;
	}

	/** The next symbol of a table. */
	symbol(table: Decoder): number {
		if (this.count < 16) this.fill();
		const short = table.look[(this.held >> (this.count - LOOK_SHIFT)) & 0x1ff];
		const found = short !== 0 ? short : table.long((this.held >> (this.count - 16)) & 0xffff);
		this.count -= found >> 8;
		return found & 0xff;
	}

	/** The next 0 to 16 bits as a number. */
	bits(length: number): number {
		if (length === 0) return 0;
		if (this.count < length) this.fill();
		this.count -= length;
		return (this.held >> this.count) & ((1 << length) - 1);
	}

	private fill(): void {
		while (this.count <= 16) {
			let byte = this.bytes[this.at] ?? 0xff;
			if (byte === 0xff) {
				if (this.bytes[this.at + 1] === 0) this.at += 2;
				else {
					byte = 0;
					this.beyond += 8;
				}
			} else this.at += 1;
			this.held = (this.held << 8) | byte;
			this.count += 8;
		}
	}

	/** Fill bytes (0xff) may stand before a marker. */
	private isMarker(at: number): boolean {
		if (this.bytes[at] !== 0xff) return false;
		const next = this.bytes[at + 1];
		return next !== 0 && next !== 0xff;
	}
}

/** A growing file: whole segments, and entropy-coded data bit by bit. */
export class JpegWriter {
	private bytes: Buffer;
	private size = 0;
	private held = 0;
	private count = 0;

	/** @param expected about how many bytes it will become */
	constructor(expected: number) {
		this.bytes = Buffer.allocUnsafe(expected);
	}

	/** A marker without data. */
	marker(code: number): void {
		this.reserve(2);
		this.bytes[this.size++] = 0xff;
		this.bytes[this.size++] = code;
	}

	segment(code: number, data: Uint8Array): void {
		insist(data.length <= 0xfffd);
		this.marker(code);
		this.reserve(2 + data.length);
		this.size = this.bytes.writeUInt16BE(data.length + 2, this.size);
		this.bytes.set(data, this.size);
		this.size += data.length;
	}

	/** Makes room for a number of bytes, so that `put` need not look. */
	reserve(more: number): void {
		if (this.size + more <= this.bytes.length) return;
		const larger = Buffer.allocUnsafe(Math.ceil((this.size + more) * 1.25));
		this.bytes.copy(larger, 0, 0, this.size);
		this.bytes = larger;
	}

	/** @throws Unredactable where the table has no code for the symbol */
	symbol(table: Encoder, symbol: number): void {
		const length = table.lengths[symbol];
		insist(length > 0);
		this.put(table.codes[symbol], length);
	}

	/** Writes 1 to 16 bits; room for them must have been reserved. */
	put(value: number, length: number): void {
		this.held = (this.held << length) | value;
		this.count += length;
		while (this.count >= 8) {
			this.count -= 8;
			const byte = (this.held >> this.count) & 0xff;
			this.bytes[this.size++] = byte;
			if (byte === 0xff) this.bytes[this.size++] = 0;
		}
		this.held &= 0xff;
	}

	/** Ends entropy-coded data: the last byte is filled up with ones. */
	flush(): void {
		this.reserve(4);
		if (this.count > 0) this.put((1 << (8 - this.count)) - 1, 8 - this.count);
	}

	/** Everything that was written; the writer must not be used any more. */
	finish(): Buffer {
		return this.bytes.subarray(0, this.size);
	}
}

/** Bits that a signed number needs: its category (T.81, table F.1). */
export function categoryOf(value: number): number {
	return 32 - Math.clz32(Math.abs(value));
}

/** The bits behind a symbol as the signed number that they stand for (T.81, F.2.2.1). */
export function extended(bits: number, category: number): number {
	return category > 0 && bits < 1 << (category - 1) ? bits - (1 << category) + 1 : bits;
}

/** The bits that stand for a signed number of this category. */
export function bitsOf(value: number, category: number): number {
	return value < 0 ? value + (1 << category) - 1 : value;
}
