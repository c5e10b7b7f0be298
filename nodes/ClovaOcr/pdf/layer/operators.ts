const FIRST_SIZE = 65536;
/** Bytes that any number takes at most, with the blank behind it. */
const NUMBER_SIZE = 16;
/** No page is larger, and no such number has an exponent. */
const LARGEST = 1e9;
const HEX_DIGITS = Buffer.from('0123456789abcdef');

/**
 * A content stream in the making. All goes to bytes at once: kept as strings, the operators of a few
 * pages outlive V8's young generation, and joining and copying them takes longer than to make them.
 */
export class Operators {
	private bytes = Buffer.allocUnsafe(FIRST_SIZE);
	private end = 0;

	/** Adds Latin characters as they stand. */
	text(text: string): this {
		this.reserve(text.length);
		for (let at = 0; at < text.length; at++) this.bytes[this.end++] = text.charCodeAt(at);
		return this;
	}

	/** Adds a number to a hundredth and a blank. */
	number(value: number): this {
		return this.hundredths(hundredthsOf(value));
	}

	/** Adds a number and a blank as PDF allows it: no exponent, no "-0", no needless digits. */
	hundredths(value: number): this {
		this.reserve(NUMBER_SIZE);
		if (value < 0) this.bytes[this.end++] = 0x2d;
		const size = Math.abs(value);
		const fraction = size % 100;
		this.digits((size - fraction) / 100);
		if (fraction > 0) {
			this.bytes[this.end++] = 0x2e;
			this.bytes[this.end++] = 0x30 + Math.floor(fraction / 10);
			if (fraction % 10 > 0) this.bytes[this.end++] = 0x30 + (fraction % 10);
		}
		this.bytes[this.end++] = 0x20;
		return this;
	}

	/** Adds character codes as a string of four hexadecimal digits each. */
	codes(codes: number[]): this {
		this.reserve(4 * codes.length + 2);
		this.bytes[this.end++] = 0x3c;
		for (const code of codes) {
			for (let shift = 12; shift >= 0; shift -= 4) {
				this.bytes[this.end++] = HEX_DIGITS[(code >> shift) & 15];
			}
		}
		this.bytes[this.end++] = 0x3e;
		return this;
	}

	get isEmpty(): boolean {
		return this.end === 0;
	}

	/** What was added so far; valid until more is added. */
	get content(): Buffer {
		return this.bytes.subarray(0, this.end);
	}

	/** Begins another content. */
	clear(): void {
		this.end = 0;
	}

	private digits(value: number): void {
		let rest = value;
		let count = 1;
		for (let bound = 10; bound <= value; bound *= 10) count++;
		for (let at = this.end + count - 1; at >= this.end; at--) {
			const digit = rest % 10;
			this.bytes[at] = 0x30 + digit;
			rest = (rest - digit) / 10;
		}
		this.end += count;
	}

	private reserve(size: number): void {
		if (this.end + size <= this.bytes.length) return;
		const larger = Buffer.allocUnsafe(2 * (this.bytes.length + size));
		this.bytes.copy(larger, 0, 0, this.end);
		this.bytes = larger;
	}
}

/** A number in whole hundredths. */
export function hundredthsOf(value: number): number {
	const size = Math.min(LARGEST, Math.round(Math.abs(value) * 100)) || 0;
	return value < 0 ? -size : size;
}

/** A part of a direction, from -1 to 1, to a ten-thousandth. */
export function directionOf(value: number): number {
	return Math.round(value * 10000) / 10000 + 0;
}
