import { insist } from '../unredactable';
import { Decoder, Encoder, type TableSpec } from './huffman';

/** The Huffman tables of a DHT segment (ITU-T T.81, B.2.4.2): class (0 DC, 1 AC), place and table. */
function readHuffmanTables(data: Buffer) {
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

/**
 * The example tables of ITU-T T.81, K.3.3 for luminance. They have a code for every symbol that a
 * picture of 8 bits can need, so they stand in where a file's own table lacks one.
 */
const STANDARD_DC: TableSpec = {
	counts: Uint8Array.from([0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0]),
	symbols: Uint8Array.from([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]),
};

const STANDARD_AC: TableSpec = {
	counts: Uint8Array.from([0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 125]),
	symbols: Buffer.from(
		'0102030004110512213141061351610722711432' +
			'8191a1082342b1c11552d1f02433627282090a16' +
			'1718191a25262728292a3435363738393a434445' +
			'464748494a535455565758595a63646566676869' +
			'6a737475767778797a838485868788898a929394' +
			'95969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6' +
			'b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8' +
			'd9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8' +
			'f9fa',
		'hex',
	),
};

/** The symbols that hiding blocks brings in: any difference of DCs, and the end of an empty block. */
const NEEDED = { dc: STANDARD_DC.symbols, ac: Uint8Array.of(0) };

interface Table {
	read: Decoder;
	written: TableSpec;
	write: Encoder;
}

/** The Huffman tables that hold at some place of a file, each with the one that its copy is written with. */
export class HuffmanTables {
	private readonly dc: Array<Table | undefined> = [];
	private readonly ac: Array<Table | undefined> = [];

	/** Takes the tables of a DHT segment. @throws Unredactable */
	read(data: Buffer): void {
		for (const { ac, place, spec } of readHuffmanTables(data)) {
			const written = fitting(spec, ac);
			const table = { read: new Decoder(spec), written, write: new Encoder(written) };
			(ac ? this.ac : this.dc)[place] = table;
		}
	}

	/** @throws Unredactable where the file has none at this place */
	table(ac: boolean, place: number): Table {
		const table = (ac ? this.ac : this.dc)[place];
		insist(table !== undefined);
		return table;
	}

	/** What the file's own codes are read with, by place. */
	get decoders() {
		const decoderOf = (table: Table | undefined) => table?.read;
		return { dc: this.dc.map(decoderOf), ac: this.ac.map(decoderOf) };
	}
}

/** The file's own table, or the standard one where it lacks a symbol that hiding blocks brings in. */
function fitting(spec: TableSpec, ac: boolean): TableSpec {
	const has = (symbol: number) => spec.symbols.includes(symbol);
	if ((ac ? NEEDED.ac : NEEDED.dc).every(has)) return spec;
	return ac ? STANDARD_AC : STANDARD_DC;
}
