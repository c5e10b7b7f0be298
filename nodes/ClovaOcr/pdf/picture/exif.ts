/** What a photo's EXIF block says of how to show it. */
export interface Exif {
	/** 1 to 8; 1 where it is missing or makes no sense. */
	orientation: number;
	/** Pixels per inch, or null where the block does not say. */
	density: number | null;
}

const NOTHING: Exif = { orientation: 1, density: null };

const TAG = { orientation: 0x0112, density: 0x011a, unit: 0x0128 };
const CENTIMETRES = 3;

/**
 * Reads the main directory of an EXIF block (EXIF 2.32, a TIFF file in small).
 * @param block the data of an APP1 segment, `Exif\0\0` included
 */
export function readExif(block: Buffer): Exif {
	if (block.toString('latin1', 0, 6) !== 'Exif\0\0') return NOTHING;
	const tiff = block.subarray(6);
	const order = tiff.toString('latin1', 0, 2);
	if (order !== 'II' && order !== 'MM') return NOTHING;
	const little = order === 'II';
	const u16 = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
	const u32 = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
	try {
		const directory = u32(4);
		const entries = new Map<number, number>();
		for (let index = 0; index < u16(directory); index++) {
			const at = directory + 2 + index * 12;
			entries.set(u16(at), at + 8);
		}
		return readEntries(entries, u16, u32);
	} catch {
		// An offset beyond the block: the picture is shown as it is stored.
		return NOTHING;
	}
}

function readEntries(
	entries: Map<number, number>,
	u16: (at: number) => number,
	u32: (at: number) => number,
): Exif {
	const orientationAt = entries.get(TAG.orientation);
	const orientation = orientationAt === undefined ? 1 : u16(orientationAt);
	const densityAt = entries.get(TAG.density);
	const unitAt = entries.get(TAG.unit);
	const unit = unitAt === undefined ? 2 : u16(unitAt);
	const ratio = densityAt === undefined ? 0 : u32(u32(densityAt)) / u32(u32(densityAt) + 4);
	const usable = Number.isFinite(ratio) && ratio > 0;
	return {
		orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
		density: usable ? ratio * (unit === CENTIMETRES ? 2.54 : 1) : null,
	};
}
