/** More directories than any scan has: a file that names more runs in a circle. */
const MOST_PAGES = 10_000;
const ENTRY_BYTES = 12;

/**
 * Pages of a TIFF: the length of its chain of image file directories (TIFF 6.0, section 2).
 * Thumbnails in directories of their own count as pages, as they do for CLOVA.
 * @returns 0 where the first directory cannot be found
 */
export function countTiffPages(bytes: Uint8Array): number {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const littleEndian = bytes[0] === 0x49;
	const fits = (offset: number, length: number) =>
		offset > 0 && offset + length <= bytes.byteLength;
	let pages = 0;
	for (
		let at = fits(4, 4) ? view.getUint32(4, littleEndian) : 0;
		fits(at, 2) && pages < MOST_PAGES;

	) {
		pages += 1;
		const next = at + 2 + view.getUint16(at, littleEndian) * ENTRY_BYTES;
		at = fits(next, 4) ? view.getUint32(next, littleEndian) : 0;
	}
	return pages;
}
