import type { Random } from '../masking/random';

/** A copy of a file with some of its bytes changed, left out, doubled or cut off. */
export function flipped(random: Random, file: Uint8Array): Uint8Array {
	let bytes = Buffer.from(file);
	for (let left = random.int(1, random.chance(0.3) ? 40 : 4); left > 0; left--) {
		bytes = changed(random, bytes);
	}
	return bytes;
}

function changed(random: Random, bytes: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> {
	if (bytes.length === 0) return bytes;
	const at = random.int(0, bytes.length - 1);
	const kind = random.next();
	if (kind < 0.35) bytes[at] ^= 1 << random.int(0, 7);
	else if (kind < 0.6) bytes[at] = random.pick([0, 1, 0x7f, 0x80, 0xff, random.int(0, 255)]);
	else if (kind < 0.8) return changedNumber(random, bytes, at);
	else if (kind < 0.87)
		return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + random.int(1, 64))]);
	else if (kind < 0.94) {
		const piece = bytes.subarray(at, at + random.int(1, 200));
		const to = random.int(0, bytes.length);
		return Buffer.concat([bytes.subarray(0, to), piece, bytes.subarray(to)]);
	} else if (kind < 0.97) bytes.subarray(at, at + random.int(1, 64)).fill(random.int(0, 255));
	else return bytes.subarray(0, at);
	return bytes;
}

/** Makes a printed digit from here on another one, or four bytes a number that is too large. */
function changedNumber(
	random: Random,
	bytes: Buffer<ArrayBuffer>,
	at: number,
): Buffer<ArrayBuffer> {
	const digit = bytes.subarray(at, at + 200).findIndex((byte) => byte >= 0x30 && byte <= 0x39);
	if (digit >= 0) bytes[at + digit] = 0x30 + random.int(0, 9);
	else if (at + 4 <= bytes.length)
		bytes.writeUInt32BE(random.pick([0, 0x7fffffff, 0xffffffff, 0x10000]), at);
	return bytes;
}
