import { insist } from '../unredactable';

export interface Chunk {
	type: string;
	data: Buffer;
}

export const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

/** The chunks up to and with IEND; what stands behind it is no part of the picture. */
export function chunksOf(file: Buffer): Chunk[] {
	insist(file.subarray(0, 8).equals(SIGNATURE));
	const chunks: Chunk[] = [];
	for (let at = 8; at + 12 <= file.length; ) {
		const length = file.readUInt32BE(at);
		const type = file.toString('latin1', at + 4, at + 8);
		insist(at + 12 + length <= file.length);
		chunks.push({ type, data: file.subarray(at + 8, at + 8 + length) });
		if (type === 'IEND') break;
		at += 12 + length;
	}
	return chunks;
}

/** A chunk with its length and checksum (PNG specification, 5.3). */
export function chunk(type: string, data: Uint8Array): Buffer {
	const bytes = Buffer.alloc(12 + data.length);
	bytes.writeUInt32BE(data.length, 0);
	bytes.write(type, 4, 'latin1');
	bytes.set(data, 8);
	bytes.writeUInt32BE(checksum(bytes.subarray(4, 8 + data.length)), 8 + data.length);
	return bytes;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
	let value = byte;
	for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
	return value;
});

/** CRC-32 as ISO 3309 has it. */
function checksum(bytes: Uint8Array): number {
	let value = 0xffffffff;
	for (const byte of bytes) value = TABLE[(value ^ byte) & 255] ^ (value >>> 8);
	return ~value >>> 0;
}
