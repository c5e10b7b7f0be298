import { LatinBytes } from '../file/latinBytes';

const FIRST_SIZE = 65536;
/** Bytes that any number takes at most, with the blank behind it. */
const NUMBER_SIZE = 16;
/** No page is larger, and no such number has an exponent. */
const LARGEST = 1e9;
const HEX_DIGITS = Buffer.from('0123456789abcdef');

/** A content stream in the making. */
export class Operators extends LatinBytes {
	constructor() {
		super(FIRST_SIZE);
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
