import { PDFName, PDFNumber, type PDFDict } from 'pdf-lib';

import { isBlank } from './bytes';
import { Output } from './output';

const TILDE = 0x7e;

/** ISO 32000-1, 7.4.2; signs that are no digits are passed over. */
export async function decodeAsciiHex(bytes: Buffer, room: number): Promise<Buffer> {
	const output = new Output(room);
	let high = -1;
	for (let at = 0; at < bytes.length && bytes[at] !== 0x3e && !output.full; at++) {
		const digit = hexDigit(bytes[at]);
		if (digit < 0) continue;
		if (high < 0) high = digit;
		else {
			output.push(16 * high + digit);
			high = -1;
		}
		if (at % 4096 === 0) await output.breathe();
	}
	if (high >= 0) output.push(16 * high);
	return output.finish();
}

function hexDigit(byte: number): number {
	if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
	const lower = byte | 0x20;
	return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

/** ISO 32000-1, 7.4.3: five signs are four bytes; `z` is four zeros. */
export async function decodeAscii85(bytes: Buffer, room: number): Promise<Buffer> {
	const output = new Output(room);
	let group: number[] = [];
	let at = bytes[0] === 0x3c && bytes[1] === TILDE ? 2 : 0;
	for (; at < bytes.length && bytes[at] !== TILDE && !output.full; at++) {
		const byte = bytes[at];
		if (byte === 0x7a && group.length === 0) output.append(new Uint8Array(4));
		else if (!isBlank(byte) && byte >= 0x21 && byte <= 0x75) group.push(byte - 0x21);
		if (group.length === 5) {
			output.append(fourBytes(group));
			group = [];
		}
		if (at % 4096 === 0) await output.breathe();
	}
	if (group.length > 1) {
		const length = group.length - 1;
		while (group.length < 5) group.push(84);
		output.append(fourBytes(group).subarray(0, length));
	}
	return output.finish();
}

function fourBytes(group: number[]): Uint8Array {
	const value = group.reduce((sum, digit) => sum * 85 + digit, 0);
	return Uint8Array.of(value / 2 ** 24, value / 2 ** 16, value / 2 ** 8, value);
}

/** ISO 32000-1, 7.4.5. */
export async function decodeRunLength(bytes: Buffer, room: number): Promise<Buffer> {
	const output = new Output(room);
	let at = 0;
	while (at < bytes.length && bytes[at] !== 128 && !output.full) {
		const length = bytes[at];
		if (length < 128) {
			output.append(bytes.subarray(at + 1, at + 2 + length));
			at += 2 + length;
		} else {
			if (at + 1 < bytes.length) output.append(new Uint8Array(257 - length).fill(bytes[at + 1]));
			at += 2;
		}
		await output.breathe();
	}
	return output.finish();
}

const CLEAR = 256;
const END = 257;
const TABLE = 4096;

/**
 * ISO 32000-1, 7.4.4. Every entry of the table is a piece of what was written already, so that it
 * is kept as place and length.
 * @param early whether codes grow one entry before they have to, which is usual
 */
export async function decodeLzw(bytes: Buffer, room: number, early: boolean): Promise<Buffer> {
	const output = new Output(room);
	const starts = new Uint32Array(TABLE);
	const lengths = new Uint32Array(TABLE);
	let next = END + 1;
	let width = 9;
	let bits = 0;
	let held = 0;
	let previous = 0;
	for (let at = 0; at < bytes.length && !output.full; ) {
		while (held < width && at < bytes.length) {
			bits = ((bits << 8) | bytes[at++]) & 0xfffff;
			held += 8;
		}
		if (held < width) break;
		const code = (bits >> (held - width)) & ((1 << width) - 1);
		held -= width;
		if (code === END) break;
		if (code === CLEAR) {
			next = END + 1;
			width = 9;
			previous = 0;
			continue;
		}
		const start = output.size;
		if (code < CLEAR) output.push(code);
		else if (code < next) output.repeat(start - starts[code], lengths[code]);
		else if (code === next && previous > 0) output.repeat(previous, previous + 1);
		else break;
		if (previous > 0 && next < TABLE) {
			starts[next] = start - previous;
			lengths[next++] = previous + 1;
		}
		previous = output.size - start;
		const full = next + (early ? 1 : 0);
		width = full >= 2048 ? 12 : full >= 1024 ? 11 : full >= 512 ? 10 : 9;
		await output.breathe();
	}
	return output.finish();
}

const LONGEST_ROW = 1024 * 1024;

/**
 * Undoes PNG's row filters (predictors from 10 on, ISO 32000-1, 7.4.4.4), which some producers put
 * on object streams too. Others are for pictures, whose data is never read.
 */
export async function undoPredictor(bytes: Buffer, parameters: PDFDict | null): Promise<Buffer> {
	if ((numberIn(parameters, 'Predictor') ?? 1) < 10) return bytes;
	const colors = numberIn(parameters, 'Colors') ?? 1;
	const bits = numberIn(parameters, 'BitsPerComponent') ?? 8;
	const columns = numberIn(parameters, 'Columns') ?? 1;
	const step = Math.max(1, (colors * bits) >> 3);
	const length = Math.ceil((colors * bits * columns) / 8);
	if (!(length > 0 && length <= LONGEST_ROW && step <= length)) return bytes;
	const output = new Output(bytes.length);
	let above: Uint8Array = new Uint8Array(length);
	for (let at = 0; at < bytes.length; at += length + 1) {
		const row = new Uint8Array(length);
		row.set(bytes.subarray(at + 1, at + 1 + length));
		undoRow(bytes[at], row, above, step);
		output.append(row.subarray(0, Math.min(length, bytes.length - at - 1)));
		above = row;
		await output.breathe();
	}
	return output.finish();
}

function undoRow(filter: number, row: Uint8Array, above: Uint8Array, step: number): void {
	for (let index = 0; index < row.length; index++) {
		const left = index < step ? 0 : row[index - step];
		const corner = index < step ? 0 : above[index - step];
		if (filter === 1) row[index] += left;
		else if (filter === 2) row[index] += above[index];
		else if (filter === 3) row[index] += (left + above[index]) >> 1;
		else if (filter === 4) row[index] += paeth(left, above[index], corner);
	}
}

function paeth(left: number, above: number, corner: number): number {
	const guess = left + above - corner;
	const [byLeft, byAbove, byCorner] = [left, above, corner].map((value) => Math.abs(guess - value));
	if (byLeft <= byAbove && byLeft <= byCorner) return left;
	return byAbove <= byCorner ? above : corner;
}

/** A whole number of a dictionary, or null. */
export function numberIn(dict: PDFDict | null, member: string): number | null {
	const value = dict?.lookup(PDFName.of(member));
	return value instanceof PDFNumber ? Math.trunc(value.asNumber()) : null;
}
