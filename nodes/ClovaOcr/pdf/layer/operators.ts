/**
 * A content stream in the making. Its text goes to bytes at once: kept as strings, the operators of
 * a few pages outlive V8's young generation and double the memory that a document takes.
 */
export class Operators {
	private bytes = Buffer.allocUnsafe(16384);
	private end = 0;

	/** Adds a line of operators, Latin characters only. */
	add(line: string): void {
		if (this.end + line.length + 1 > this.bytes.length) {
			const larger = Buffer.allocUnsafe(2 * (this.bytes.length + line.length));
			this.bytes.copy(larger, 0, 0, this.end);
			this.bytes = larger;
		}
		this.end += this.bytes.write(line, this.end, 'latin1');
		this.bytes[this.end++] = 0x0a;
	}

	get isEmpty(): boolean {
		return this.end === 0;
	}

	/** What was added so far; valid until more is added. */
	get content(): Buffer {
		return this.bytes.subarray(0, this.end);
	}
}
