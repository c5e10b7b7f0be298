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

/** A number to a hundredth as PDF allows it: no exponent, no "-0", no needless digits. */
export function number(value: number): string {
	const hundredths = Math.round(Math.abs(value) * 100);
	const sign = value < 0 && hundredths > 0 ? '-' : '';
	return `${sign}${Math.floor(hundredths / 100)}${FRACTIONS[hundredths % 100]}`;
}

/** A part of a direction, from -1 to 1, to a ten-thousandth. */
export function direction(value: number): string {
	return String(Math.round(value * 10000) / 10000 + 0);
}

/** `.01` to `.99`, without a final zero. */
const FRACTIONS = Array.from({ length: 100 }, (_, hundredths) =>
	hundredths === 0 ? '' : `.${String(hundredths).padStart(2, '0').replace(/0$/, '')}`,
);
