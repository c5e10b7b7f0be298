import { PDFName, PDFNumber, type PDFDict } from 'pdf-lib';

import { Output } from './output';

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
