/**
 * The shortest repeat that is looked for: in text of digits, shorter ones take more bits than what they
 * repeat. The longest that can be said, and the farthest (RFC 1951, 3.2.5).
 */
const SHORTEST = 6;
const LONGEST = 258;
const FARTHEST = 32768;

const HASH_BITS = 14;
/** How many earlier places with the same beginning are looked at. */
const TRIES = 4;
/** From this length on no other place is looked for. */
const LONG = 32;

/** Where bytes with a hash stood last, and where those with the same hash as these stood before. */
const last = new Int32Array(1 << HASH_BITS);
let earlier = new Int32Array(0);
let tokens = new Uint32Array(0);

/** Data as bytes below 256, and repeats of what stood before: `length << 16 | distance`. */
export interface Tokens {
	/** Valid until other data is looked at. */
	tokens: Uint32Array;
	count: number;
}

/** Finds what the data says again. Not the shortest way to say it, but a quick one. */
export function findRepeats(data: Buffer): Tokens {
	if (tokens.length < data.length) {
		tokens = new Uint32Array(2 * data.length);
		earlier = new Int32Array(2 * data.length);
	}
	last.fill(-1);
	let count = 0;
	/** Behind the repeat that was found last. */
	let end = 0;
	// What is hashed has another byte behind it, which the next hash takes in.
	const hashed = data.length - SHORTEST;
	// The six bytes that begin here: each is loaded once.
	let low = hashed > 0 ? data.readInt32LE(0) : 0;
	let high = hashed > 0 ? data.readUInt16LE(4) : 0;
	for (let at = 0; at < hashed; at++) {
		const hash = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> (32 - HASH_BITS);
		const place = last[hash];
		earlier[at] = place;
		last[hash] = at;
		if (at >= end) {
			const repeat = place < 0 ? 0 : longestFrom(data, at, place);
			tokens[count++] = repeat === 0 ? data[at] : repeat;
			end = repeat === 0 ? at + 1 : at + (repeat >>> 16);
		}
		low = (low >>> 8) | (high << 24);
		high = (high >>> 8) | (data[at + SHORTEST] << 8);
	}
	for (let at = Math.max(end, hashed, 0); at < data.length; at++) tokens[count++] = data[at];
	return { tokens, count };
}

/** The longest repeat at this place and some before it, or 0. */
function longestFrom(data: Buffer, at: number, first: number): number {
	const most = Math.min(LONGEST, data.length - at);
	const from = Math.max(0, at - FARTHEST);
	let longest = SHORTEST - 1;
	let distance = 0;
	let place = first;
	for (let tries = TRIES; tries > 0 && place >= from; tries--) {
		if (data[place + longest] === data[at + longest]) {
			let length = 0;
			while (length < most && data[place + length] === data[at + length]) length++;
			if (length > longest) {
				longest = length;
				distance = at - place;
				if (length >= LONG || length === most) break;
			}
		}
		place = earlier[place];
	}
	return distance > 0 ? (longest << 16) | distance : 0;
}
