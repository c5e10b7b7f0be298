import { reversed } from './deflateFormat';

/** Code lengths and codes of an alphabet, the codes as they stand in the data: lowest bit first. */
export interface Huffman {
	lengths: Uint8Array;
	codes: Uint16Array;
}

const LONGEST = 15;

/**
 * The shortest prefix codes for symbols that occur so often (RFC 1951, 3.2.2).
 * @param counts by symbol; what never occurs gets no code
 * @param longest most bits of a code
 */
export function huffmanOf(counts: Uint32Array, longest: number): Huffman {
	const lengths = lengthsOf(counts, longest);
	return { lengths, codes: codesOf(lengths) };
}

/** Codes that come out too long are made anew from flatter counts, which costs next to nothing. */
function lengthsOf(counts: Uint32Array, longest: number): Uint8Array {
	const lengths = new Uint8Array(counts.length);
	const symbols: number[] = [];
	for (let symbol = 0; symbol < counts.length; symbol++) if (counts[symbol] > 0) symbols.push(symbol);
	if (symbols.length < 2) {
		for (const symbol of symbols) lengths[symbol] = 1;
		return lengths;
	}
	let weights = counts;
	for (;;) {
		const current = weights;
		symbols.sort((a, b) => current[a] - current[b]);
		if (measure(symbols, current, lengths) <= longest) return lengths;
		weights = current.map((count) => (count + 1) >> 1);
	}
}

/**
 * Joins the two rarest until one is left: those that were joined come out in order of their weight,
 * so that they need no sorting in between.
 * @param symbols the rarest first; there are two at least
 * @returns the length of the longest code
 */
function measure(symbols: number[], weights: Uint32Array, lengths: Uint8Array): number {
	const leaves = symbols.length;
	const nodes = 2 * leaves - 1;
	const weight = new Float64Array(nodes);
	const parent = new Uint16Array(nodes);
	for (let leaf = 0; leaf < leaves; leaf++) weight[leaf] = weights[symbols[leaf]];
	let leaf = 0;
	let joined = leaves;
	for (let node = leaves; node < nodes; node++) {
		for (let half = 0; half < 2; half++) {
			const isLeaf = leaf < leaves && (joined >= node || weight[leaf] <= weight[joined]);
			const rarest = isLeaf ? leaf++ : joined++;
			weight[node] += weight[rarest];
			parent[rarest] = node;
		}
	}
	const depth = new Uint16Array(nodes);
	let deepest = 0;
	for (let node = nodes - 2; node >= 0; node--) {
		depth[node] = depth[parent[node]] + 1;
		if (node >= leaves) continue;
		lengths[symbols[node]] = depth[node];
		if (depth[node] > deepest) deepest = depth[node];
	}
	return deepest;
}

function codesOf(lengths: Uint8Array): Uint16Array {
	const next = new Uint16Array(LONGEST + 2);
	for (let symbol = 0; symbol < lengths.length; symbol++) {
		if (lengths[symbol] > 0) next[lengths[symbol] + 1]++;
	}
	for (let length = 1; length <= LONGEST; length++) {
		next[length] = (next[length] + next[length - 1]) << 1;
	}
	const codes = new Uint16Array(lengths.length);
	for (let symbol = 0; symbol < lengths.length; symbol++) {
		if (lengths[symbol] > 0) codes[symbol] = reversed(next[lengths[symbol]]++, lengths[symbol]);
	}
	return codes;
}
