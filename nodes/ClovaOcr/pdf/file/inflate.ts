import { Output } from './output';

/** Order in which the lengths of the code lengths' own codes are given (RFC 1951, 3.2.7). */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const SYMBOLS_PER_LOOK = 4096;
const END_OF_BLOCK = 256;

/** Least lengths and distances of the codes, and how many further bits say how much more (3.2.5). */
const LENGTHS = series(
	3,
	[0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5],
);
const DISTANCES = series(1, [
	0,
	0,
	0,
	0,
	...Array.from({ length: 26 }, (_, index) => 1 + (index >> 1)),
]);

/** All codes of an alphabet, looked up by the next `width` bits: `length << 16 | symbol`. */
interface Codes {
	table: Uint32Array;
	width: number;
}

/**
 * Inflates what the native decoder refuses (RFC 1951): data that is cut off or has a wrong check
 * sum or stray bytes behind it gives what can be read of it, as in viewers. Short data takes less
 * time here than it takes to set up the native decoder.
 * @param room most bytes that come back
 */
export async function inflateLeniently(bytes: Uint8Array, room: number): Promise<Buffer> {
	const output = new Output(room);
	const bits = new Bits(bytes, hasHeader(bytes) ? 2 : 0);
	for (let last = false; !last && !bits.broken && !output.full; ) {
		last = bits.take(1) === 1;
		const kind = bits.take(2);
		if (kind === 0) output.append(bits.takeStored());
		else if (kind === 1) await inflateBlock(bits, output, FIXED);
		else if (kind === 2) await inflateBlock(bits, output, readCodes(bits));
		else break;
		await output.breathe();
	}
	return output.finish();
}

function hasHeader(bytes: Uint8Array): boolean {
	return (bytes[0] & 0x0f) === 8 && ((bytes[0] << 8) | bytes[1]) % 31 === 0;
}

async function inflateBlock(
	bits: Bits,
	output: Output,
	[literals, distances]: readonly [Codes, Codes],
): Promise<void> {
	for (let count = 1; !output.full; count++) {
		if (count % SYMBOLS_PER_LOOK === 0) await output.breathe();
		const symbol = bits.takeSymbol(literals);
		if (bits.broken || symbol === END_OF_BLOCK) return;
		if (symbol < END_OF_BLOCK) output.push(symbol);
		else {
			const length = symbol === 285 ? 258 : bits.takeSpan(LENGTHS[symbol - 257]);
			const distance = bits.takeSpan(DISTANCES[bits.takeSymbol(distances)]);
			if (distance > output.size) bits.broken = true;
			if (bits.broken) return;
			output.repeat(distance, length);
		}
	}
}

function readCodes(bits: Bits): readonly [Codes, Codes] {
	const literals = bits.take(5) + 257;
	const distances = bits.take(5) + 1;
	const own = new Uint8Array(19);
	const count = bits.take(4) + 4;
	for (let index = 0; index < count; index++) own[ORDER[index]] = bits.take(3);
	const codes = codesOf(own);
	const lengths = new Uint8Array(literals + distances);
	for (let at = 0; at < lengths.length && !bits.broken; ) {
		const symbol = bits.takeSymbol(codes);
		if (symbol < 16) {
			lengths[at++] = symbol;
			continue;
		}
		const value = symbol === 16 && at > 0 ? lengths[at - 1] : 0;
		const times =
			symbol === 16 ? 3 + bits.take(2) : symbol === 17 ? 3 + bits.take(3) : 11 + bits.take(7);
		lengths.fill(value, at, at + times);
		at += times;
	}
	return [codesOf(lengths.subarray(0, literals)), codesOf(lengths.subarray(literals))];
}

/** @param lengths of each symbol's code, 0 where it has none (3.2.2) */
function codesOf(lengths: Uint8Array): Codes {
	const width = Math.max(1, ...lengths);
	const table = new Uint32Array(1 << width);
	for (let length = 1, code = 0; length <= width; length++, code <<= 1) {
		for (let symbol = 0; symbol < lengths.length; symbol++) {
			if (lengths[symbol] !== length) continue;
			const step = 1 << length;
			for (let at = reversed(code, length); at < table.length; at += step) {
				table[at] = (length << 16) | symbol;
			}
			code++;
		}
	}
	return { table, width };
}

function reversed(code: number, length: number): number {
	let result = 0;
	for (let bit = 0; bit < length; bit++) result |= ((code >> bit) & 1) << (length - 1 - bit);
	return result;
}

function series(first: number, extra: number[]): Array<{ least: number; extra: number }> {
	let least = first;
	return extra.map((bits) => {
		const entry = { least, extra: bits };
		least += 1 << bits;
		return entry;
	});
}

const FIXED = [
	codesOf(
		Uint8Array.from({ length: 288 }, (_, symbol) =>
			symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8,
		),
	),
	codesOf(new Uint8Array(30).fill(5)),
] as const;

/** Takes bits from the lowest of each byte on. */
class Bits {
	/** The data ends or makes no sense from here on: what was taken last does not count. */
	broken = false;
	private held = 0;
	private count = 0;
	private at: number;
	private readonly bytes: Uint8Array;

	constructor(bytes: Uint8Array, at: number) {
		this.bytes = bytes;
		this.at = at;
	}

	take(count: number): number {
		this.fill(count);
		if (this.count < count) this.broken = true;
		const value = this.held & ((1 << count) - 1);
		this.held >>>= count;
		this.count -= count;
		return value;
	}

	takeSymbol({ table, width }: Codes): number {
		this.fill(width);
		const entry = table[this.held & (table.length - 1)];
		const length = entry >>> 16;
		if (length === 0 || length > this.count) this.broken = true;
		this.held >>>= length;
		this.count -= length;
		return entry & 0xffff;
	}

	takeSpan(span: { least: number; extra: number } | undefined): number {
		if (!span) {
			this.broken = true;
			return 1;
		}
		return span.least + this.take(span.extra);
	}

	/** The bytes of a block that is not compressed (3.2.4). */
	takeStored(): Uint8Array {
		this.at -= this.count >> 3;
		this.held = 0;
		this.count = 0;
		const { bytes, at } = this;
		if (at + 4 > bytes.length) this.broken = true;
		const length = bytes[at] | (bytes[at + 1] << 8);
		this.at = at + 4 + length;
		return bytes.subarray(at + 4, this.at);
	}

	private fill(count: number): void {
		while (this.count < count && this.at < this.bytes.length) {
			this.held |= this.bytes[this.at++] << this.count;
			this.count += 8;
		}
	}
}
