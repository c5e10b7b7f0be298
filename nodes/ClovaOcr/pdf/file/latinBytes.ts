/**
 * Latin text in the making, as bytes from the first: kept as strings, the operators of a few pages
 * outlive V8's young generation, and joining and copying them takes longer than to make them.
 */
export class LatinBytes {
	protected bytes: Buffer;
	protected end = 0;

	/** @param room bytes to begin with */
	constructor(room: number) {
		this.bytes = Buffer.allocUnsafe(room);
	}

	get size(): number {
		return this.end;
	}

	/** What was added so far; valid until more is added. */
	get content(): Buffer {
		return this.bytes.subarray(0, this.end);
	}

	/** Adds text as it stands. */
	text(text: string): this {
		this.reserve(text.length);
		for (let at = 0; at < text.length; at++) this.bytes[this.end++] = text.charCodeAt(at);
		return this;
	}

	/** Adds a whole number that is not negative. */
	digits(value: number): this {
		let rest = value;
		let count = 1;
		for (let bound = 10; bound <= value; bound *= 10) count++;
		this.reserve(count);
		for (let at = this.end + count - 1; at >= this.end; at--) {
			const digit = rest % 10;
			this.bytes[at] = 0x30 + digit;
			rest = (rest - digit) / 10;
		}
		this.end += count;
		return this;
	}

	/** Begins anew. */
	clear(): void {
		this.end = 0;
	}

	protected reserve(size: number): void {
		if (this.end + size <= this.bytes.length) return;
		const larger = Buffer.allocUnsafe(2 * (this.bytes.length + size));
		this.bytes.copy(larger, 0, 0, this.end);
		this.bytes = larger;
	}
}
