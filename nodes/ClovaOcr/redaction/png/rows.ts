import { breathe } from '../../pdf/tick';
import { boundsOf, type Bar } from '../bar';
import { blacken, hiddenSpans, type Pass, type Raster } from '../raster';
import { insist } from '../unredactable';

/** Rows are handed on in pieces of about this many bytes. */
const PIECE = 65536;

/**
 * The rows of a picture with everything under the bars made black. A row that no bar touches is
 * handed on byte by byte as it came; one that is touched, and the one below it, lose their filter.
 * @param source the inflated rows
 * @param filtered whether each row begins with the number of its filter
 * @throws Unredactable where rows are missing; what stands behind the last row is dropped
 */
export async function* redactedRows(
	source: AsyncIterable<Uint8Array>,
	raster: Raster,
	passes: Pass[],
	filtered: boolean,
	bars: Bar[],
): AsyncGenerator<Uint8Array> {
	const rows = new RowReader(source);
	const bits = raster.black.length * raster.bitDepth;
	const step = Math.max(1, bits >> 3);
	const head = filtered ? 1 : 0;
	let pieces: Uint8Array[] = [];
	let size = 0;
	for (const pass of passes) {
		const columns = Math.ceil((raster.width - pass.x) / pass.dx);
		const lastTouched = Math.max(-1, ...bars.map((bar) => boundsOf(bar).bottom));
		const rowBytes = Math.ceil((columns * bits) / 8);
		if (columns <= 0) continue;
		let above: Uint8Array = new Uint8Array(rowBytes);
		let touchedAbove = false;
		for (let y = pass.y; y < raster.height; y += pass.dy) {
			const row = await rows.next(head + rowBytes);
			let line = row.subarray(head);
			let touched = false;
			// Below the last bar nothing is changed, so nothing need be known.
			if (y <= lastTouched + 2 * pass.dy) {
				line = new Uint8Array(line);
				if (filtered) unfilter(line, above, row[0], step);
				above = line;
				const spans = hiddenSpans(bars, y, pass, raster.width);
				touched = spans.length > 0;
				if (touched) line = new Uint8Array(line);
				for (const span of spans) blacken(line, raster, span);
			}
			if (touched || touchedAbove) pieces.push(new Uint8Array(head), line);
			else pieces.push(row);
			touchedAbove = touched;
			size += row.length;
			if (size >= PIECE) {
				yield Buffer.concat(pieces);
				[pieces, size] = [[], 0];
				await breathe();
			}
		}
	}
	yield Buffer.concat(pieces);
	await rows.drain();
}

/** Cuts pieces of any length into rows. */
class RowReader {
	private readonly pieces: AsyncIterator<Uint8Array>;
	private piece: Uint8Array = new Uint8Array(0);
	private at = 0;

	constructor(source: AsyncIterable<Uint8Array>) {
		this.pieces = source[Symbol.asyncIterator]();
	}

	/** @throws Unredactable where the source ends before */
	async next(length: number): Promise<Uint8Array> {
		if (this.piece.length - this.at >= length) {
			this.at += length;
			return this.piece.subarray(this.at - length, this.at);
		}
		const row = new Uint8Array(length);
		for (let filled = 0; filled < length; ) {
			if (this.at >= this.piece.length) {
				const { done, value } = await this.pieces.next();
				insist(done !== true);
				[this.piece, this.at] = [value, 0];
			}
			const part = this.piece.subarray(this.at, this.at + length - filled);
			row.set(part, filled);
			filled += part.length;
			this.at += part.length;
		}
		return row;
	}

	/** Reads to the end, so that a wrong checksum shows. What comes is dropped; too much of it is refused. */
	async drain(): Promise<void> {
		for (let pieces = 0; ; pieces++) {
			const { done } = await this.pieces.next();
			if (done === true) return;
			insist(pieces < 64);
		}
	}
}

/**
 * Undoes a row's filter in place (PNG specification, 9.2).
 * @param step bytes of a pixel, at least 1
 */
function unfilter(line: Uint8Array, above: Uint8Array, filter: number, step: number): void {
	insist(filter <= 4);
	const { length } = line;
	if (filter === 1) for (let at = step; at < length; at++) line[at] += line[at - step];
	else if (filter === 2) for (let at = 0; at < length; at++) line[at] += above[at];
	else if (filter === 3) {
		for (let at = 0; at < length; at++) {
			const left = at >= step ? line[at - step] : 0;
			line[at] += (left + above[at]) >> 1;
		}
	} else if (filter === 4) {
		for (let at = 0; at < step && at < length; at++) line[at] += above[at];
		for (let at = step; at < length; at++) {
			line[at] += paeth(line[at - step], above[at], above[at - step]);
		}
	}
}

function paeth(left: number, up: number, corner: number): number {
	const toLeft = Math.abs(up - corner);
	const toUp = Math.abs(left - corner);
	const toCorner = Math.abs(left + up - 2 * corner);
	if (toLeft <= toUp && toLeft <= toCorner) return left;
	return toUp <= toCorner ? up : corner;
}
