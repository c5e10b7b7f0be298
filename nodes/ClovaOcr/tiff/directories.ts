/** An entry of a directory: where its values stand is not checked yet. */
export interface TiffEntry {
	type: number;
	count: number;
	/** Offset of the four bytes that hold the values, or the offset where they stand. */
	at: number;
}

/** One image of a TIFF: its tags. */
export type TiffDirectory = ReadonlyMap<number, TiffEntry>;

/** A TIFF of which nothing but the directories was looked at. */
export interface Tiff {
	bytes: Buffer;
	littleEndian: boolean;
	pages: TiffDirectory[];
}

export const TAG = {
	width: 256,
	height: 257,
	bits: 258,
	compression: 259,
	photometric: 262,
	fillOrder: 266,
	stripOffsets: 273,
	orientation: 274,
	samples: 277,
	rowsPerStrip: 278,
	stripLengths: 279,
	resolutionAcross: 282,
	resolutionDown: 283,
	planes: 284,
	faxOptions: 292,
	resolutionUnit: 296,
	predictor: 317,
	palette: 320,
	tileOffsets: 324,
	tileLengths: 325,
	extraSamples: 338,
	sampleFormat: 339,
	jpegTables: 347,
} as const;

const HEADER_BYTES = 8;
const ENTRY_BYTES = 12;

/** More directories than any scan has, and the same bound that PDFs have. */
const MOST_PAGES = 10_000;

/** Values and picture data may be shared by pages, but not so that work grows with their number. */
const SHARED_TIMES = 4;

/** Bytes of a value by type (TIFF 6.0, section 2); index 0 and what follows are no types. */
export const BYTES_OF_TYPE = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];

/**
 * Follows the chain of directories (TIFF 6.0, section 2). Thumbnails in directories of their own
 * count as pages, as they do for CLOVA. All work on the file is bounded by its size: directories may
 * not lie over one another, and their values only a little.
 * @returns null where the chain runs in a circle or passes a bound, or where there is no page
 */
export function readTiff(file: Uint8Array): Tiff | null {
	const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
	if (bytes.length < HEADER_BYTES) return null;
	const littleEndian = bytes[0] === 0x49;
	const tiff: Tiff = { bytes, littleEndian, pages: [] };
	const seen = new Set<number>();
	let room = bytes.length;
	let values = SHARED_TIMES * bytes.length;
	for (let at = u32(tiff, 4); at >= HEADER_BYTES && at + 2 <= bytes.length; ) {
		if (seen.has(at) || seen.size >= MOST_PAGES) return null;
		seen.add(at);
		const count = u16(tiff, at);
		room -= count * ENTRY_BYTES;
		if (room < 0) return null;
		const page = directoryAt(tiff, at + 2, count);
		for (const tag of page.keys()) values -= valueBytes(tiff, page, tag)?.length ?? 0;
		if (values < 0) return null;
		tiff.pages.push(page);
		const next = at + 2 + count * ENTRY_BYTES;
		// A file that was cut off shows what it has.
		at = next + 4 <= bytes.length ? u32(tiff, next) : 0;
	}
	return tiff.pages.length > 0 ? tiff : null;
}

function directoryAt(tiff: Tiff, start: number, count: number): TiffDirectory {
	const entries = new Map<number, TiffEntry>();
	for (let index = 0; index < count; index++) {
		const at = start + index * ENTRY_BYTES;
		if (at + ENTRY_BYTES > tiff.bytes.length) break;
		const [tag, type] = [u16(tiff, at), u16(tiff, at + 2)];
		if (!entries.has(tag)) entries.set(tag, { type, count: u32(tiff, at + 4), at: at + 8 });
	}
	return entries;
}

/** The bytes of a tag's values, or null where it is missing or leads out of the file. */
export function valueBytes(tiff: Tiff, page: TiffDirectory, tag: number): Buffer | null {
	const entry = page.get(tag);
	if (!entry) return null;
	const length = entry.count * (BYTES_OF_TYPE[entry.type] ?? 0);
	const start = length <= 4 ? entry.at : u32(tiff, entry.at);
	return length > 0 && start + length <= tiff.bytes.length
		? tiff.bytes.subarray(start, start + length)
		: null;
}

/** A tag's values as numbers; none where it is missing, leads out of the file or is of another type. */
export function numbersOf(tiff: Tiff, page: TiffDirectory, tag: number): number[] {
	const bytes = valueBytes(tiff, page, tag);
	const entry = page.get(tag);
	if (!bytes || !entry) return [];
	const size = BYTES_OF_TYPE[entry.type];
	const read = reader(entry.type, bytes, tiff.littleEndian);
	return read ? Array.from({ length: entry.count }, (_, index) => read(index * size)) : [];
}

/** A tag's first value, or what the specification takes where it is missing. */
export function numberOf(tiff: Tiff, page: TiffDirectory, tag: number, missing: number): number {
	return numbersOf(tiff, page, tag)[0] ?? missing;
}

function reader(type: number, bytes: Buffer, little: boolean): ((at: number) => number) | null {
	const long = (at: number) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
	switch (type) {
		case 1:
			return (at) => bytes[at];
		case 3:
			return (at) => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
		case 4:
			return long;
		case 5:
			return (at) => long(at) / long(at + 4);
		default:
			return null;
	}
}

/** A piece of a page's picture data. */
export interface DataPlace {
	offset: number;
	length: number;
}

/**
 * Where a page's tiles stand, or its strips where it has none; one that the end of the file cuts off is
 * shorter.
 * @returns null where any of them is outside the file, or there are none
 */
export function dataPlaces(tiff: Tiff, page: TiffDirectory): DataPlace[] | null {
	const tiles = page.has(TAG.tileOffsets);
	const offsets = numbersOf(tiff, page, tiles ? TAG.tileOffsets : TAG.stripOffsets);
	const lengths = numbersOf(tiff, page, tiles ? TAG.tileLengths : TAG.stripLengths);
	const end = tiff.bytes.length;
	// Some writers of a single strip leave its length out, or write 0.
	if (offsets.length === 1 && !lengths[0]) lengths[0] = end - offsets[0];
	if (offsets.length === 0 || lengths.length < offsets.length) return null;
	if (offsets.some((offset) => offset < HEADER_BYTES || offset >= end)) return null;
	return offsets.map((offset, index) => ({
		offset,
		length: Math.min(lengths[index], end - offset),
	}));
}

/** Whether pages name more picture data than the file can hold, so that copying it would know no end. */
export function sharesTooMuch(tiff: Tiff, pages: number[]): boolean {
	let room = SHARED_TIMES * tiff.bytes.length;
	for (const page of pages) {
		for (const { length } of dataPlaces(tiff, tiff.pages[page - 1]) ?? []) room -= length;
		if (room < 0) return true;
	}
	return false;
}

function u16({ bytes, littleEndian }: Tiff, at: number): number {
	return littleEndian ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at);
}

function u32({ bytes, littleEndian }: Tiff, at: number): number {
	return littleEndian ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);
}
