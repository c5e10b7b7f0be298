import { CODE_LENGTH_ORDER, DISTANCES, END_OF_BLOCK, LENGTHS, type Span } from './deflateFormat';
import { huffmanOf, type Huffman } from './huffman';
import { findRepeats, type Tokens } from './repeats';

const FIRST_LENGTH = END_OF_BLOCK + 1;
const LONGEST_CODE = 15;
/** Of the codes that say the lengths of the others. */
const LONGEST_CODE_OF_LENGTHS = 7;
const LAST_BLOCK_WITH_OWN_CODES = 0b101;
/** Bytes that header, codes and check sum take at most. */
const FRAME = 512;

const codeOfLength = codesOf(LENGTHS);
const codeOfDistance = codesOf(DISTANCES);

/**
 * Deflates data in one go (RFC 1950, 1951): of a text layer's forty thousand bytes the native deflater
 * takes twice as long, and setting up its streams half as long again.
 */
export function deflateShort(data: Buffer): Buffer {
	const found = findRepeats(data);
	const { literals, distances } = uses(found);
	const literal = huffmanOf(literals, LONGEST_CODE);
	const distance = huffmanOf(distances, LONGEST_CODE);
	const bits = new Bits(2 * data.length + FRAME);
	bits.put(0x9c78, 16);
	bits.put(LAST_BLOCK_WITH_OWN_CODES, 3);
	putLengths(bits, literal.lengths, distance.lengths);
	putTokens(bits, found, literal, distance);
	return bits.finish(adler32(data));
}

/** How often each code is needed. */
function uses({ tokens, count }: Tokens) {
	const literals = new Uint32Array(FIRST_LENGTH + LENGTHS.length);
	const distances = new Uint32Array(DISTANCES.length);
	literals[END_OF_BLOCK] = 1;
	for (let index = 0; index < count; index++) {
		const token = tokens[index];
		if (token < END_OF_BLOCK) literals[token]++;
		else {
			literals[FIRST_LENGTH + codeOfLength[token >>> 16]]++;
			distances[codeOfDistance[token & 0xffff]]++;
		}
	}
	return { literals, distances };
}

function putTokens(
	bits: Bits,
	{ tokens, count }: Tokens,
	literal: Huffman,
	distance: Huffman,
): void {
	for (let index = 0; index < count; index++) {
		const token = tokens[index];
		if (token < END_OF_BLOCK) bits.put(literal.codes[token], literal.lengths[token]);
		else {
			const length = token >>> 16;
			const lengthCode = codeOfLength[length];
			putSpan(bits, literal, FIRST_LENGTH + lengthCode, LENGTHS[lengthCode], length);
			const distanceCode = codeOfDistance[token & 0xffff];
			putSpan(bits, distance, distanceCode, DISTANCES[distanceCode], token & 0xffff);
		}
	}
	bits.put(literal.codes[END_OF_BLOCK], literal.lengths[END_OF_BLOCK]);
}

function putSpan(bits: Bits, huffman: Huffman, symbol: number, span: Span, value: number): void {
	bits.put(huffman.codes[symbol], huffman.lengths[symbol]);
	bits.put(value - span.least, span.extra);
}

/**
 * Says how long each code is (RFC 1951, 3.2.7), from which the reader makes the codes. To say runs of
 * lengths at once would save 20 bytes.
 */
function putLengths(bits: Bits, literals: Uint8Array, distances: Uint8Array): void {
	const literalCount = usedOf(literals, FIRST_LENGTH);
	const distanceCount = usedOf(distances, 1);
	const said = Buffer.concat([
		literals.subarray(0, literalCount),
		distances.subarray(0, distanceCount),
	]);
	const counts = new Uint32Array(CODE_LENGTH_ORDER.length);
	for (let at = 0; at < said.length; at++) counts[said[at]]++;
	const { lengths, codes } = huffmanOf(counts, LONGEST_CODE_OF_LENGTHS);
	const ordered = Uint8Array.from(CODE_LENGTH_ORDER, (symbol) => lengths[symbol]);
	const orderedCount = usedOf(ordered, 4);
	bits.put(literalCount - FIRST_LENGTH, 5);
	bits.put(distanceCount - 1, 5);
	bits.put(orderedCount - 4, 4);
	for (let at = 0; at < orderedCount; at++) bits.put(ordered[at], 3);
	for (let at = 0; at < said.length; at++) bits.put(codes[said[at]], lengths[said[at]]);
}

/** How many of the lengths have to be said: up to the last that is not 0, but at least so many. */
function usedOf(lengths: Uint8Array, least: number): number {
	let used = lengths.length;
	while (used > least && lengths[used - 1] === 0) used--;
	return used;
}

/** The code of each value. */
function codesOf(spans: readonly Span[]): Uint8Array {
	const { least, extra } = spans[spans.length - 1];
	const codes = new Uint8Array(least + (1 << extra));
	for (const [code, span] of spans.entries()) codes.fill(code, span.least);
	return codes;
}

function adler32(data: Buffer): number {
	let low = 1;
	let high = 0;
	for (let at = 0; at < data.length; ) {
		// So many sums fit into 31 bits.
		const end = Math.min(data.length, at + 3800);
		for (; at < end; at++) high += low += data[at];
		low %= 65521;
		high %= 65521;
	}
	return high * 65536 + low;
}

/** Puts bits from the lowest of each byte on. */
class Bits {
	private readonly bytes: Buffer;
	private end = 0;
	private held = 0;
	private count = 0;

	constructor(size: number) {
		this.bytes = Buffer.allocUnsafe(size);
	}

	/** @param length at most 16 */
	put(value: number, length: number): void {
		this.held |= value << this.count;
		this.count += length;
		while (this.count >= 8) {
			this.bytes[this.end++] = this.held;
			this.held >>>= 8;
			this.count -= 8;
		}
	}

	/** A copy of all bytes, with the check sum at their end. */
	finish(checkSum: number): Buffer {
		if (this.count > 0) this.put(0, 8 - this.count);
		this.end = this.bytes.writeUInt32BE(checkSum, this.end);
		return Buffer.from(this.bytes.subarray(0, this.end));
	}
}
