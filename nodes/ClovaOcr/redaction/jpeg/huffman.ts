import { insist } from '../unredactable';

/** A Huffman table as a DHT segment holds it (ITU-T T.81, B.2.4.2). */
export interface TableSpec {
	/** Number of codes of each length, 1 to 16 bits. */
	counts: Uint8Array;
	/** Symbols in the order of their codes. */
	symbols: Uint8Array;
}

/** Codes up to this length are decoded in one look. */
const LOOK = 9;

/** A table ready for decoding: T.81, F.2.2.3, with a look-up table for the short codes. */
export class Decoder {
	/** For every pattern of `LOOK` bits: length << 8 | symbol, or 0 where the code is longer. */
	readonly look = new Uint16Array(1 << LOOK);
	private readonly largest = new Int32Array(18).fill(-1);
	private readonly offset = new Int32Array(17);
	private readonly symbols: Uint8Array;

	constructor({ counts, symbols }: TableSpec) {
		this.symbols = symbols;
		let code = 0;
		let index = 0;
		for (let length = 1; length <= 16; length++) {
			this.offset[length] = index - code;
			for (let number = 0; number < counts[length - 1]; number++, code++, index++) {
				if (length > LOOK) continue;
				const first = code << (LOOK - length);
				this.look.fill((length << 8) | symbols[index], first, first + (1 << (LOOK - length)));
			}
			if (counts[length - 1] > 0) this.largest[length] = code - 1;
			insist(code <= 1 << length);
			code <<= 1;
		}
	}

	/**
	 * The symbol of a code longer than `LOOK` bits.
	 * @param bits the next 16 bits
	 * @returns length << 8 | symbol
	 */
	long(bits: number): number {
		for (let length = LOOK + 1; length <= 16; length++) {
			const code = bits >> (16 - length);
			if (code > this.largest[length]) continue;
			return (length << 8) | this.symbols[code + this.offset[length]];
		}
		insist(false);
	}
}

/** A table ready for encoding: code and length by symbol; length 0 where there is no code. */
export class Encoder {
	readonly codes = new Uint16Array(256);
	readonly lengths = new Uint8Array(256);

	constructor({ counts, symbols }: TableSpec) {
		let code = 0;
		let index = 0;
		for (let length = 1; length <= 16; length++, code <<= 1) {
			for (let number = 0; number < counts[length - 1]; number++, code++, index++) {
				this.codes[symbols[index]] = code;
				this.lengths[symbols[index]] = length;
			}
		}
	}
}

/**
 * The best table for symbols that occur this often (T.81, K.2): no code longer than 16 bits, none of
 * nothing but ones.
 * @param frequencies by symbol, 256 of them
 */
export function bestTable(frequencies: Uint32Array): TableSpec {
	const weights = [...frequencies, 1];
	const lengths = new Array<number>(257).fill(0);
	let trees = weights
		.map((weight, symbol) => ({ weight, symbols: [symbol] }))
		.filter(({ weight }) => weight > 0);
	while (trees.length > 1) {
		trees = trees.sort((a, b) => b.weight - a.weight || a.symbols[0] - b.symbols[0]);
		const pair = trees.splice(-2);
		const symbols = pair.flatMap((tree) => tree.symbols);
		for (const symbol of symbols) lengths[symbol] += 1;
		trees.push({ weight: pair[0].weight + pair[1].weight, symbols });
	}
	const counts = shortened(lengths);
	const order = lengths
		.map((length, symbol) => ({ length, symbol }))
		.filter(({ length, symbol }) => length > 0 && symbol < 256)
		.sort((a, b) => a.length - b.length || a.symbol - b.symbol);
	return { counts, symbols: Uint8Array.from(order, ({ symbol }) => symbol) };
}

/** Counts by length with the codes beyond 16 bits moved up (T.81, figure K.3), the spare one left out. */
function shortened(lengths: number[]): Uint8Array {
	const counts = new Array<number>(258).fill(0);
	for (const length of lengths) if (length > 0) counts[length] += 1;
	for (let length = 257; length > 16; length--) {
		while (counts[length] > 0) {
			let shorter = length - 2;
			while (counts[shorter] === 0) shorter -= 1;
			counts[length] -= 2;
			counts[length - 1] += 1;
			counts[shorter + 1] += 2;
			counts[shorter] -= 1;
		}
	}
	let longest = 16;
	while (longest > 0 && counts[longest] === 0) longest -= 1;
	if (longest > 0) counts[longest] -= 1;
	return Uint8Array.from(counts.slice(1, 17));
}
