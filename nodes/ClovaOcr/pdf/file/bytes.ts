/** What the bytes of a PDF mean to a parser (ISO 32000-1, 7.2.2). */
const BLANK = 1;
const DELIMITER = 2;
const DIGIT = 4;
const NUMERIC = 8;

const KIND = new Uint8Array(256);
for (const byte of [0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]) KIND[byte] = BLANK;
for (const sign of '()<>[]{}/%') KIND[sign.charCodeAt(0)] = DELIMITER;
for (const sign of '+-.') KIND[sign.charCodeAt(0)] = NUMERIC;
for (const digit of '0123456789') KIND[digit.charCodeAt(0)] = DIGIT | NUMERIC;

export function isBlank(byte: number): boolean {
	return KIND[byte] === BLANK;
}

export function isDigit(byte: number): boolean {
	return (KIND[byte] & DIGIT) !== 0;
}

export function isNumeric(byte: number): boolean {
	return (KIND[byte] & NUMERIC) !== 0;
}

/** Whether the byte belongs to a name, a number or a word. */
export function isRegular(byte: number): boolean {
	return (KIND[byte] & (BLANK | DELIMITER)) === 0;
}

/** @returns where the blanks that begin at `at` end, but at most at `limit` */
export function skipBlanks(bytes: Buffer, at: number, limit = bytes.length): number {
	let end = at;
	while (end < limit && KIND[bytes[end]] === BLANK) end++;
	return end;
}

/** Like `skipBlanks`; a comment counts as blanks too, and is never left in its middle. */
export function skipBlanksAndComments(bytes: Buffer, at: number, limit = bytes.length): number {
	let end = skipBlanks(bytes, at, limit);
	while (end < limit && bytes[end] === 0x25) {
		while (end < bytes.length && bytes[end] !== 0x0a && bytes[end] !== 0x0d) end++;
		end = skipBlanks(bytes, end, limit);
	}
	return Math.min(end, bytes.length);
}

export function skipDigits(bytes: Buffer, at: number): number {
	let end = at;
	while (end < bytes.length && (KIND[bytes[end]] & DIGIT) !== 0) end++;
	return end;
}

/** Whether the word stands at that place, whatever follows it. */
export function startsWith(bytes: Buffer, word: string, at: number): boolean {
	for (let index = 0; index < word.length; index++) {
		if (bytes[at + index] !== word.charCodeAt(index)) return false;
	}
	return true;
}

/** An object's number and generation, and where its value begins. */
export interface ObjectHeader {
	number: number;
	generation: number;
	end: number;
}

/** The `12 0 obj` that stands at that place, or null. */
export function headerAt(bytes: Buffer, at: number): ObjectHeader | null {
	const number = skipDigits(bytes, at);
	const gap = skipBlanks(bytes, number, number + 64);
	const generation = skipDigits(bytes, gap);
	if (number === at || number - at > 10 || gap === number) return null;
	if (generation === gap || generation - gap > 5) return null;
	const word = skipBlanks(bytes, generation, generation + 64);
	if (!startsWith(bytes, 'obj', word)) return null;
	return {
		number: integer(bytes, at, number),
		generation: integer(bytes, gap, generation),
		end: word + 'obj'.length,
	};
}

/** The whole number whose digits stand there. */
export function integer(bytes: Buffer, from: number, to: number): number {
	let value = 0;
	for (let at = from; at < to; at++) value = 10 * value + bytes[at] - 0x30;
	return value;
}

const BACKSLASH = 0x5c;
const ESCAPED = new Map(
	[...'nrtbf'].map((letter, index) => [letter.charCodeAt(0), '\n\r\t\b\f'.charCodeAt(index)]),
);

/** The bytes that a string in round brackets stands for (ISO 32000-1, 7.3.4.2). */
export function stringBytes(written: string): Buffer {
	const bytes = Buffer.from(written, 'latin1');
	const result = Buffer.allocUnsafe(bytes.length);
	let size = 0;
	for (let at = 0; at < bytes.length; at++) {
		const byte = bytes[at];
		if (byte === 0x0d) {
			if (bytes[at + 1] === 0x0a) at++;
			result[size++] = 0x0a;
		} else if (byte !== BACKSLASH) result[size++] = byte;
		else {
			const next = bytes[++at];
			if (isOctal(next)) {
				const end = isOctal(bytes[at + 1]) ? (isOctal(bytes[at + 2]) ? at + 3 : at + 2) : at + 1;
				result[size++] = Number.parseInt(bytes.toString('latin1', at, end), 8) & 0xff;
				at = end - 1;
			} else if (next === 0x0d) at += bytes[at + 1] === 0x0a ? 1 : 0;
			else if (next !== undefined && next !== 0x0a) result[size++] = ESCAPED.get(next) ?? next;
		}
	}
	return result.subarray(0, size);
}

function isOctal(byte: number | undefined): boolean {
	return byte !== undefined && byte >= 0x30 && byte <= 0x37;
}
