import { cbc } from '@noble/ciphers/aes';

import { breathe } from '../tick';

const BLOCK = 16;
const BYTES_PER_LOOK = 65536;

/** RC4, which no library offers any more; files of PDF 1.1 to 1.5 are encrypted with it. */
export class Rc4 {
	private readonly state = Uint8Array.from({ length: 256 }, (_, index) => index);
	private i = 0;
	private j = 0;

	constructor(key: Uint8Array) {
		const { state } = this;
		for (let i = 0, j = 0; i < 256; i++) {
			j = (j + state[i] + key[i % key.length]) & 0xff;
			[state[i], state[j]] = [state[j], state[i]];
		}
	}

	/** En- and decrypts alike; goes on where the last call ended. */
	process(bytes: Uint8Array): Buffer {
		const { state } = this;
		const result = Buffer.allocUnsafe(bytes.length);
		let { i, j } = this;
		for (let at = 0; at < bytes.length; at++) {
			i = (i + 1) & 0xff;
			const first = state[i];
			j = (j + first) & 0xff;
			const second = state[j];
			state[i] = second;
			state[j] = first;
			result[at] = bytes[at] ^ state[(first + second) & 0xff];
		}
		this.i = i;
		this.j = j;
		return result;
	}
}

/** Decrypts a long text without holding the event loop. */
export async function rc4(key: Uint8Array, bytes: Uint8Array): Promise<Buffer> {
	const cipher = new Rc4(key);
	const pieces: Buffer[] = [];
	for (let at = 0; at < bytes.length; at += BYTES_PER_LOOK) {
		pieces.push(cipher.process(bytes.subarray(at, at + BYTES_PER_LOOK)));
		await breathe();
	}
	return Buffer.concat(pieces);
}

/**
 * AES in CBC mode as PDF has it: the first block is the initialisation vector, the last bytes say
 * how many of them are padding. A last block that is cut off is dropped.
 */
export async function aes(key: Uint8Array, bytes: Uint8Array): Promise<Buffer> {
	const end = bytes.length - (bytes.length % BLOCK);
	const pieces: Uint8Array[] = [];
	for (let at = BLOCK; at < end; at += BYTES_PER_LOOK) {
		const before = bytes.subarray(at - BLOCK, at);
		pieces.push(aesBlocks(key, before, bytes.subarray(at, Math.min(end, at + BYTES_PER_LOOK))));
		await breathe();
	}
	return withoutPadding(Buffer.concat(pieces));
}

/** The same for a short text. */
export function aesAtOnce(key: Uint8Array, bytes: Uint8Array): Buffer {
	const end = bytes.length - (bytes.length % BLOCK);
	if (end <= BLOCK) return Buffer.alloc(0);
	const plain = aesBlocks(key, bytes.subarray(0, BLOCK), bytes.subarray(BLOCK, end));
	return withoutPadding(Buffer.from(plain));
}

/** Whole blocks, without padding. */
export function aesBlocks(key: Uint8Array, before: Uint8Array, blocks: Uint8Array): Uint8Array {
	return cbc(key, before, { disablePadding: true }).decrypt(blocks);
}

/** Whole blocks, without padding. */
export function encryptAesBlocks(
	key: Uint8Array,
	before: Uint8Array,
	blocks: Uint8Array,
): Uint8Array {
	return cbc(key, before, { disablePadding: true }).encrypt(blocks);
}

function withoutPadding(plain: Buffer): Buffer {
	const padding = plain.at(-1) ?? 0;
	return padding >= 1 && padding <= BLOCK ? plain.subarray(0, plain.length - padding) : plain;
}
