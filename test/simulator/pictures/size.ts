export interface Size {
	width: number;
	height: number;
}

/** Size in the PNG header, or null. */
export function pngSize(head: Buffer): Size | null {
	if (head.length < 24) return null;
	return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) };
}

/**
 * Size of a JPEG as it is to be seen: sides are swapped where the EXIF orientation turns it.
 * @param bytes the file or its beginning
 * @returns null where the frame header does not come within the bytes
 */
export function jpegSize(bytes: Buffer): Size | null {
	let turned = false;
	for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; ) {
		const marker = bytes[at + 1];
		const length = bytes.readUInt16BE(at + 2);
		if (marker === 0xe1) turned = exifOrientation(bytes.subarray(at + 4, at + 2 + length)) >= 5;
		if (isFrame(marker)) {
			const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)];
			return turned ? { width: height, height: width } : { width, height };
		}
		at += 2 + length;
	}
	return null;
}

/** SOF0 to SOF15 but for the three codes in that range that mean something else. */
function isFrame(marker: number): boolean {
	return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/**
 * The orientation (1 to 8) in an APP1 segment's EXIF block; 1 where it says none.
 * EXIF 2.3: tag 0x0112 of the first image directory.
 */
export function exifOrientation(segment: Buffer): number {
	if (segment.toString('latin1', 0, 6) !== 'Exif\0\0') return 1;
	const tiff = segment.subarray(6);
	if (tiff.length < 8) return 1;
	const little = tiff.toString('latin1', 0, 2) === 'II';
	const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
	const start = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
	const count = start + 2 <= tiff.length ? short(start) : 0;
	for (
		let entry = start + 2;
		entry + 12 <= tiff.length && entry < start + 2 + count * 12;
		entry += 12
	) {
		if (short(entry) === 0x0112) return short(entry + 8);
	}
	return 1;
}
