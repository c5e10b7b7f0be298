import fc from 'fast-check';

import { readTiff } from '../../../nodes/ClovaOcr/tiff/directories';

/** A TIFF of nothing but directories with one entry each. */
function tiff(pages: number, order: 'II' | 'MM', circle = false): Buffer {
	const little = order === 'II';
	const bytes = Buffer.alloc(8 + pages * 18);
	bytes.write(order, 'latin1');
	const word = (value: number, at: number) =>
		little ? bytes.writeUInt16LE(value, at) : bytes.writeUInt16BE(value, at);
	const long = (value: number, at: number) =>
		little ? bytes.writeUInt32LE(value, at) : bytes.writeUInt32BE(value, at);
	word(42, 2);
	long(pages > 0 ? 8 : 0, 4);
	for (let page = 0; page < pages; page++) {
		const at = 8 + page * 18;
		word(1, at);
		const last = page === pages - 1;
		long(last ? (circle ? 8 : 0) : at + 18, at + 14);
	}
	return bytes;
}

const countPages = (bytes: Uint8Array) => readTiff(bytes)?.pages.length ?? 0;

describe('readTiff', () => {
	it.each([
		[0, 'II'],
		[1, 'II'],
		[1, 'MM'],
		[7, 'MM'],
		[300, 'II'],
	] as const)('counts %i pages of %s', (pages, order) => {
		expect(countPages(tiff(pages, order))).toBe(pages);
	});

	it('refuses a chain that runs in a circle, and ends on any bytes', () => {
		expect(readTiff(tiff(3, 'II', true))).toBeNull();
		fc.assert(
			fc.property(
				fc.uint8Array(),
				(bytes) => void expect(countPages(bytes)).toBeGreaterThanOrEqual(0),
			),
		);
	});

	it('counts what a cut-off file still shows', () => {
		expect(countPages(tiff(3, 'II').subarray(0, 30))).toBeGreaterThanOrEqual(1);
	});
});
