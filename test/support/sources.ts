import { bytesSource } from '../../nodes/ClovaOcr/clova/streamedFile';
import type { FileSource } from '../../nodes/ClovaOcr/input/fileSource';
import { openSource } from '../../nodes/ClovaOcr/input/open';

/** A file of an item that holds these bytes. */
export function sourceOf(bytes: Uint8Array, more: Partial<FileSource> = {}): FileSource {
	const { fileName = 'scan' } = more;
	return {
		fileName,
		binary: null,
		skipUnreadable: false,
		distant: false,
		open: async () => await openSource(bytesSource(bytes), fileName),
		...more,
	};
}

/** The beginning of a PNG of this size, which is all that is looked at before a call. */
export function pngHead(width: number, height: number): Buffer {
	const bytes = Buffer.alloc(24);
	bytes.write('\x89PNG\r\n\x1a\n', 'latin1');
	bytes.writeUInt32BE(width, 16);
	bytes.writeUInt32BE(height, 20);
	return bytes;
}

/** A TIFF whose pages have few bytes, and 20 by 20 pixels by what they say. */
export function tiffOf(pageCount: number): Buffer {
	const pageBytes = 2 + 8 * 12 + 4 + 2;
	const bytes = Buffer.alloc(8 + pageCount * pageBytes);
	bytes.write('II*\0', 'latin1');
	bytes.writeUInt32LE(8, 4);
	for (let page = 0; page < pageCount; page += 1) {
		const at = 8 + page * pageBytes;
		const data = at + pageBytes - 2;
		const tags = [
			[256, 20],
			[257, 20],
			[259, 1],
			[262, 1],
			[273, data],
			[277, 1],
			[278, 1],
			[279, 2],
		];
		bytes.writeUInt16LE(tags.length, at);
		tags.forEach(([tag, value], index) => {
			const entry = at + 2 + index * 12;
			bytes.writeUInt16LE(tag, entry);
			bytes.writeUInt16LE(4, entry + 2);
			bytes.writeUInt32LE(1, entry + 4);
			bytes.writeUInt32LE(value, entry + 8);
		});
		bytes.writeUInt32LE(page === pageCount - 1 ? 0 : at + pageBytes, data - 4);
		bytes.set([page, 255 - page], data);
	}
	return bytes;
}
