import { insist } from '../unredactable';
import type { TableSpec } from './huffman';

/** The Huffman tables of a DHT segment (ITU-T T.81, B.2.4.2): class (0 DC, 1 AC), place and table. */
export function readHuffmanTables(data: Buffer) {
	const tables: Array<{ ac: boolean; place: number; spec: TableSpec }> = [];
	for (let at = 0; at < data.length; ) {
		insist(at + 17 <= data.length && data[at] >> 4 < 2 && (data[at] & 15) < 4);
		const counts = data.subarray(at + 1, at + 17);
		const total = counts.reduce((sum, count) => sum + count, 0);
		insist(total <= 256 && at + 17 + total <= data.length);
		const symbols = data.subarray(at + 17, at + 17 + total);
		tables.push({ ac: data[at] >> 4 === 1, place: data[at] & 15, spec: { counts, symbols } });
		at += 17 + total;
	}
	return tables;
}

export function huffmanData(ac: boolean, place: number, { counts, symbols }: TableSpec): Buffer {
	return Buffer.concat([Buffer.from([(ac ? 0x10 : 0) | place]), counts, symbols]);
}

/** The quantization tables of a DQT segment (T.81, B.2.4.1): place, whole entry, and step of the DC. */
export function readQuantizationTables(data: Buffer) {
	const tables: Array<{ place: number; entry: Buffer; dcStep: number }> = [];
	for (let at = 0; at < data.length; ) {
		const wide = data[at] >> 4;
		const length = 1 + 64 * (wide + 1);
		insist(wide < 2 && (data[at] & 15) < 4 && at + length <= data.length);
		const entry = data.subarray(at, at + length);
		const dcStep = wide === 1 ? entry.readUInt16BE(1) : entry[1];
		insist(dcStep > 0);
		tables.push({ place: data[at] & 15, entry, dcStep });
		at += length;
	}
	return tables;
}
