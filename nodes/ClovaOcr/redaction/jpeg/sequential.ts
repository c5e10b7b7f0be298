import { breathe } from '../../pdf/tick';
import { insist } from '../unredactable';
import { bitsOf, categoryOf, extended, type BitReader, type JpegWriter } from './bits';
import { layoutOf, type Frame, type HiddenBlocks, type Scan } from './frame';
import type { Decoder, Encoder } from './huffman';

/** A component of a scan with everything that its blocks need. */
export interface Channel {
	stride: number;
	dc: { read: Decoder; write: Encoder };
	ac: { read: Decoder; write: Encoder };
	hidden: HiddenBlocks;
	/** The DC of a hidden block. */
	black: number;
	/** Where the number of coefficients of each block is noted, or null. */
	ink: Uint8Array | null;
	/** The DC of the block before: as it was read, and as it is written. */
	wasDc: number;
	isDc: number;
}

/** Most bytes that the blocks of one unit can take: 10 blocks of 64 coefficients, zeros stuffed in. */
const UNIT_BYTES = 10 * 64 * 8;

/**
 * Copies a scan of a sequential picture unit by unit. A hidden block becomes black; of every other
 * one the coefficients stay as they are, only the difference of its DC is written anew, since the
 * block before may have changed.
 * @param interval units between restart markers; 0 for none
 */
export async function copyScan(
	reader: BitReader,
	writer: JpegWriter,
	scan: Scan,
	frame: Frame,
	channels: Channel[],
	interval: number,
): Promise<void> {
	const { unitsAcross, unitsDown, blocks, steps } = layoutOf(scan, frame);
	for (let row = 0, unit = 0; row < unitsDown; row++) {
		for (let column = 0; column < unitsAcross; column++, unit++) {
			if (interval > 0 && unit > 0 && unit % interval === 0) {
				restart(reader, writer, channels, unit / interval - 1);
			}
			writer.reserve(UNIT_BYTES);
			for (const { index, x, y } of blocks) {
				const channel = channels[index];
				const step = steps[index];
				const place = (row * step.y + y) * channel.stride + column * step.x + x;
				copyBlock(reader, writer, channel, place);
			}
		}
		reader.checkEnd();
		await breathe();
	}
	writer.flush();
}

function restart(reader: BitReader, writer: JpegWriter, channels: Channel[], number: number): void {
	reader.restart(number);
	writer.flush();
	writer.marker(0xd0 + (number & 7));
	for (const channel of channels) channel.wasDc = channel.isDc = 0;
}

function copyBlock(reader: BitReader, writer: JpegWriter, channel: Channel, place: number): void {
	const { dc, ac } = channel;
	const hide = channel.hidden[place] === 1;
	const category = reader.symbol(dc.read);
	insist(category <= 11);
	channel.wasDc += extended(reader.bits(category), category);
	const value = hide ? channel.black : channel.wasDc;
	writeDc(writer, dc.write, value - channel.isDc);
	channel.isDc = value;
	let coefficients = 0;
	for (let index = 1; index < 64; index++) {
		const symbol = reader.symbol(ac.read);
		const size = symbol & 15;
		const bits = reader.bits(size);
		if (!hide) {
			writer.symbol(ac.write, symbol);
			if (size > 0) writer.put(bits, size);
		}
		if (size > 0) coefficients += 1;
		else if (symbol !== 0xf0) break;
		index += symbol >> 4;
		insist(index < 64);
	}
	if (hide) writer.symbol(ac.write, 0);
	if (channel.ink !== null) channel.ink[place] = coefficients;
}

/** Writes a difference of DCs; of a sound picture of 8 bits it has at most 11 bits. */
export function writeDc(writer: JpegWriter, table: Encoder, difference: number): void {
	const category = categoryOf(difference);
	insist(category <= 11);
	writer.symbol(table, category);
	if (category > 0) writer.put(bitsOf(difference, category), category);
}
