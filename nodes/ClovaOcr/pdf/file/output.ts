import { breathe } from '../tick';

const FIRST_SIZE = 4096;
const BYTES_PER_LOOK = 32768;

/** Decoded bytes that grow up to a bound and not beyond. */
export class Output {
	size = 0;
	private bytes: Buffer;
	private readonly room: number;
	private look = BYTES_PER_LOOK;

	/** @param room most bytes that it takes; what comes after them is dropped */
	constructor(room: number) {
		this.room = room;
		this.bytes = Buffer.allocUnsafe(Math.min(room, FIRST_SIZE));
	}

	get full(): boolean {
		return this.size >= this.room;
	}

	push(byte: number): void {
		if (this.size >= this.bytes.length && !this.grow(1)) return;
		this.bytes[this.size++] = byte;
	}

	append(bytes: Uint8Array): void {
		const length = Math.min(bytes.length, this.room - this.size);
		if (this.size + length > this.bytes.length) this.grow(length);
		this.bytes.set(bytes.subarray(0, length), this.size);
		this.size += length;
	}

	/** Says again what stands `distance` bytes before; the copy may run into itself. */
	repeat(distance: number, length: number): void {
		const end = Math.min(this.size + length, this.room);
		if (end > this.bytes.length) this.grow(length);
		for (; this.size < end; this.size++) this.bytes[this.size] = this.bytes[this.size - distance];
	}

	/** To be awaited often: lets others work where a good deal was written since the last time. */
	async breathe(): Promise<void> {
		if (this.size < this.look) return;
		this.look = this.size + BYTES_PER_LOOK;
		await breathe();
	}

	finish(): Buffer {
		return this.bytes.subarray(0, this.size);
	}

	private grow(by: number): boolean {
		if (this.full) return false;
		const larger = Buffer.allocUnsafe(
			Math.min(this.room, Math.max(2 * this.bytes.length, this.size + by)),
		);
		larger.set(this.bytes.subarray(0, this.size));
		this.bytes = larger;
		return true;
	}
}
