import type { TableSpec } from './huffman';

/**
 * The example tables of ITU-T T.81, K.3.3 for luminance. They have a code for every symbol that a
 * picture of 8 bits can need, so they stand in where a file's own table lacks one.
 */
export const STANDARD_DC: TableSpec = {
	counts: Uint8Array.from([0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0]),
	symbols: Uint8Array.from([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]),
};

export const STANDARD_AC: TableSpec = {
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
