import { breathe } from '../../pdf/tick';
import { insist } from '../unredactable';
import { bitsOf, categoryOf, type JpegWriter } from './bits';
import { layoutOf, type Component, type Frame, type Scan } from './frame';
import { bestTable, Encoder } from './huffman';
import type { Coefficients } from './progressive';
import { writeDc } from './sequential';
import { huffmanData } from './tables';

const DHT = 0xc4;
const SOS = 0xda;
/** Units that may be interleaved hold at most this many blocks (ITU-T T.81, B.2.3). */
const MOST_BLOCKS = 10;
const BLOCK_BYTES = 64 * 8;

/** Takes one block: its table, the difference of its DC, and its AC symbols (see `symbolsOf`). */
type Sink = (table: number, difference: number, symbols: Int32Array, count: number) => void;

/** Writes coefficients as sequential scans, with the Huffman tables that suit them best. */
export async function writeScans(
	writer: JpegWriter,
	frame: Frame,
	planes: Map<Component, Coefficients>,
): Promise<void> {
	const all = frame.components.map((component, index) => {
		const table = index === 1 || index === 2 ? 1 : 0;
		return { component, dc: table, ac: table };
	});
	const blocks = all.reduce((sum, { component: { h, v } }) => sum + h * v, 0);
	const groups = blocks <= MOST_BLOCKS ? [all] : all.map((each) => [each]);
	for (const components of groups) {
		const scan = { components, spectralStart: 0, spectralEnd: 63, high: 0, low: 0 };
		await writeScan(writer, scan, frame, planes);
	}
}

async function writeScan(
	writer: JpegWriter,
	scan: Scan,
	frame: Frame,
	planes: Map<Component, Coefficients>,
): Promise<void> {
	const used = [...new Set(scan.components.map(({ dc }) => dc))];
	const counts = [0, 1].map(() => ({ dc: new Uint32Array(256), ac: new Uint32Array(256) }));
	await eachBlock(scan, frame, planes, (table, difference, symbols, count) => {
		const { dc, ac } = counts[table];
		dc[categoryOf(difference)] += 1;
		for (let index = 0; index < count; index++) ac[symbols[index] >> 16] += 1;
	});
	const specs = counts.map(({ dc, ac }) => ({ dc: bestTable(dc), ac: bestTable(ac) }));
	for (const place of used) {
		writer.segment(DHT, huffmanData(false, place, specs[place].dc));
		writer.segment(DHT, huffmanData(true, place, specs[place].ac));
	}
	const heads = scan.components.flatMap(({ component, dc, ac }) => [component.id, (dc << 4) | ac]);
	writer.segment(SOS, Buffer.from([scan.components.length, ...heads, 0, 63, 0]));
	const encoders = specs.map(({ dc, ac }) => ({ dc: new Encoder(dc), ac: new Encoder(ac) }));
	await eachBlock(scan, frame, planes, (table, difference, symbols, count) => {
		const { dc, ac } = encoders[table];
		writer.reserve(BLOCK_BYTES);
		writeDc(writer, dc, difference);
		for (let index = 0; index < count; index++) {
			const symbol = symbols[index] >> 16;
			writer.symbol(ac, symbol);
			if ((symbol & 15) > 0) writer.put(symbols[index] & 0xffff, symbol & 15);
		}
	});
	writer.flush();
}

async function eachBlock(
	scan: Scan,
	frame: Frame,
	planes: Map<Component, Coefficients>,
	sink: Sink,
): Promise<void> {
	const { unitsAcross, unitsDown, blocks, steps } = layoutOf(scan, frame);
	const parts = scan.components.map(({ component, dc }) => {
		const plane = planes.get(component);
		insist(plane !== undefined);
		return { plane, stride: component.stride, table: dc, before: 0 };
	});
	const symbols = new Int32Array(64);
	for (let row = 0; row < unitsDown; row++) {
		for (let column = 0; column < unitsAcross; column++) {
			for (const { index, x, y } of blocks) {
				const part = parts[index];
				const step = steps[index];
				const at = ((row * step.y + y) * part.stride + column * step.x + x) * 64;
				const count = symbolsOf(part.plane, at, symbols);
				sink(part.table, part.plane[at] - part.before, symbols, count);
				part.before = part.plane[at];
			}
		}
		await breathe();
	}
}

/**
 * The AC coefficients of a block as symbols (T.81, F.1.2.2), each with its bits: symbol << 16 | bits.
 * @returns how many
 */
function symbolsOf(plane: Coefficients, at: number, symbols: Int32Array): number {
	let count = 0;
	let run = 0;
	for (let index = 1; index < 64; index++) {
		const value = plane[at + index];
		if (value === 0) {
			run += 1;
			continue;
		}
		for (; run > 15; run -= 16) symbols[count++] = 0xf0 << 16;
		const size = categoryOf(value);
		insist(size <= 10);
		symbols[count++] = (((run << 4) | size) << 16) | bitsOf(value, size);
		run = 0;
	}
	if (run > 0) symbols[count++] = 0;
	return count;
}
