import { PDFArray, PDFDict, PDFName, type PDFObject } from 'pdf-lib';

import { inflate } from './flate';
import { inflateLeniently } from './inflate';
import {
	decodeAscii85,
	decodeAsciiHex,
	decodeLzw,
	decodeRunLength,
	numberIn,
	undoPredictor,
} from './simpleFilters';

/** Most filters that a stream is put through; more are no use to anybody but an attacker. */
const MOST_FILTERS = 8;

/** Bytes up to which the native inflater is not worth its setting up (measured: 5 to 20 times as long). */
const SHORT = 8192;

/** How a filter is undone. @param room most bytes that come back; more are cut off */
type Decoder = (bytes: Buffer, room: number, parameters: PDFDict | null) => Promise<Buffer | null>;

const undoFlate: Decoder = async (bytes, room, parameters) => {
	const native = bytes.length > SHORT ? await inflate(bytes, room) : null;
	return await undoPredictor(native ?? (await inflateLeniently(bytes, room)), parameters);
};

const undoLzw: Decoder = async (bytes, room, parameters) => {
	const early = numberIn(parameters, 'EarlyChange') !== 0;
	return await undoPredictor(await decodeLzw(bytes, room, early), parameters);
};

/** The filters of text (ISO 32000-1, table 6), by full name and the short one of inline pictures. */
const DECODERS = new Map<string, Decoder>([
	['FlateDecode', undoFlate],
	['Fl', undoFlate],
	['LZWDecode', undoLzw],
	['LZW', undoLzw],
	['ASCIIHexDecode', decodeAsciiHex],
	['AHx', decodeAsciiHex],
	['ASCII85Decode', decodeAscii85],
	['A85', decodeAscii85],
	['RunLengthDecode', decodeRunLength],
	['RL', decodeRunLength],
	// What is encrypted was decrypted when the file was opened.
	['Crypt', async (bytes) => bytes],
]);

/**
 * A stream's data with all its filters undone, or null where one is unknown (those of pictures are)
 * or the data makes no sense. Broken data gives what could be read.
 * @param room most bytes that come back, and that any filter on the way may give; more are cut off
 */
export async function decodeFilters(
	dict: PDFDict,
	data: Uint8Array,
	room: number,
): Promise<Buffer | null> {
	const filters = listOf(dict.lookup(PDFName.of('Filter')) ?? dict.lookup(PDFName.of('F')));
	const parameters = listOf(
		dict.lookup(PDFName.of('DecodeParms')) ?? dict.lookup(PDFName.of('DP')),
	);
	let decoded: Buffer | null = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
	if (filters.length > MOST_FILTERS) return null;
	for (const [index, filter] of filters.entries()) {
		const decoder = filter instanceof PDFName ? DECODERS.get(filter.decodeText()) : undefined;
		const own = parameters[index];
		decoded = decoder ? await decoder(decoded, room, own instanceof PDFDict ? own : null) : null;
		if (decoded === null) return null;
	}
	return decoded.subarray(0, room);
}

function listOf(value: PDFObject | undefined): Array<PDFObject | undefined> {
	if (value instanceof PDFArray) {
		// A list of a million filters is not walked to its end.
		const count = Math.min(value.size(), MOST_FILTERS + 1);
		return Array.from({ length: count }, (_, index) => value.lookup(index));
	}
	return value instanceof PDFName || value instanceof PDFDict ? [value] : [];
}
