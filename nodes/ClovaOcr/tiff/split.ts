import {
	dataPlaces,
	numberOf,
	TAG,
	valueBytes,
	type DataPlace,
	type Tiff,
	type TiffDirectory,
} from './directories';

/**
 * Tags that are not copied: those that say where the data stands; those that lead to other directories
 * (sub-images, EXIF, GPS, interoperability); metadata that no reader of the page needs (XMP, IPTC,
 * Photoshop).
 */
const MOVED = new Set<number>([
	...[TAG.stripOffsets, TAG.stripLengths, TAG.tileOffsets, TAG.tileLengths],
	...[330, 700, 33723, 34377, 34665, 34853, 37724, 40965],
]);

/** Its tables stand at offsets of their own, each writer's in another way. */
const OLD_JPEG = 6;
const LONG = 4;
const ENTRY_BYTES = 12;

/**
 * Pages that cannot be taken out of the file: their data is outside of it, or they are of the JPEG
 * kind that TIFF gave up in 1995.
 * @param pages 1-based
 */
export function pagesNotToBeSplit(tiff: Tiff, pages: number[]): number[] {
	return pages.filter((page) => partOf(tiff, tiff.pages[page - 1]) === null);
}

/**
 * Some pages as a TIFF of their own. The picture data is copied as it is, whatever its compression,
 * so that nothing is decoded and nothing lost.
 * @param pages 1-based, each of which can be split off
 */
export function splitTiff(tiff: Tiff, pages: number[]): Buffer {
	const header = Buffer.from(tiff.bytes.subarray(0, 8));
	const pieces: Buffer[] = [header];
	let end = header.length;
	const append = (piece: Buffer) => {
		const start = end;
		pieces.push(piece);
		end += piece.length;
		// Directories and values stand at even offsets.
		if (end % 2 === 1) {
			pieces.push(Buffer.alloc(1));
			end += 1;
		}
		return start;
	};
	let link: { bytes: Buffer; at: number } = { bytes: header, at: 4 };
	for (const page of pages) {
		const part = partOf(tiff, tiff.pages[page - 1]);
		if (!part) continue;
		const directory = directoryOf(tiff, part, append);
		writeU32(tiff, link.bytes, append(directory), link.at);
		link = { bytes: directory, at: directory.length - 4 };
	}
	return Buffer.concat(pieces);
}

interface Part {
	page: TiffDirectory;
	places: DataPlace[];
}

function partOf(tiff: Tiff, page: TiffDirectory): Part | null {
	if (numberOf(tiff, page, TAG.compression, 1) === OLD_JPEG) return null;
	const places = dataPlaces(tiff, page);
	return places && { page, places };
}

/** The directory of a page whose values and data have been appended; its last four bytes are 0. */
function directoryOf(
	tiff: Tiff,
	{ page, places }: Part,
	append: (piece: Buffer) => number,
): Buffer {
	const offsets = places.map(({ offset, length }) =>
		append(tiff.bytes.subarray(offset, offset + length)),
	);
	const lengths = places.map(({ length }) => length);
	const tiles = page.has(TAG.tileOffsets);
	const entries = [...page].flatMap(([tag, { type, count }]) => {
		const bytes = MOVED.has(tag) ? null : valueBytes(tiff, page, tag);
		return bytes ? [{ tag, type, count, bytes }] : [];
	});
	entries.push(longs(tiff, tiles ? TAG.tileOffsets : TAG.stripOffsets, offsets));
	entries.push(longs(tiff, tiles ? TAG.tileLengths : TAG.stripLengths, lengths));
	entries.sort((a, b) => a.tag - b.tag);
	const directory = Buffer.alloc(2 + entries.length * ENTRY_BYTES + 4);
	writeU16(tiff, directory, entries.length, 0);
	entries.forEach(({ tag, type, count, bytes }, index) => {
		const at = 2 + index * ENTRY_BYTES;
		writeU16(tiff, directory, tag, at);
		writeU16(tiff, directory, type, at + 2);
		writeU32(tiff, directory, count, at + 4);
		if (bytes.length <= 4) directory.set(bytes, at + 8);
		else writeU32(tiff, directory, append(bytes), at + 8);
	});
	return directory;
}

function longs(tiff: Tiff, tag: number, values: number[]) {
	const bytes = Buffer.alloc(4 * values.length);
	values.forEach((value, index) => writeU32(tiff, bytes, value, 4 * index));
	return { tag, type: LONG, count: values.length, bytes };
}

function writeU16({ littleEndian }: Tiff, bytes: Buffer, value: number, at: number): void {
	if (littleEndian) bytes.writeUInt16LE(value, at);
	else bytes.writeUInt16BE(value, at);
}

function writeU32({ littleEndian }: Tiff, bytes: Buffer, value: number, at: number): void {
	if (littleEndian) bytes.writeUInt32LE(value, at);
	else bytes.writeUInt32BE(value, at);
}
