import { breathe } from '../../pdf/tick';
import { insist } from '../unredactable';
import { extended, type BitReader } from './bits';
import { layoutOf, type Component, type Frame, type Scan } from './frame';
import type { Decoder } from './huffman';

/** The quantized coefficients of a component, 64 a block in zigzag order, stored blocks row by row. */
export type Coefficients = Int16Array;

/** The tables that a progressive scan reads with, by place. */
export interface ScanTables {
	dc: Array<Decoder | undefined>;
	ac: Array<Decoder | undefined>;
}

/** Room for the coefficients of every component. */
export function emptyCoefficients(frame: Frame): Map<Component, Coefficients> {
	return new Map(
		frame.components.map((each) => [each, new Int16Array(each.stride * each.rows * 64)]),
	);
}

/**
 * Adds what a scan of a progressive picture holds to the coefficients (ITU-T T.81, G.1.2).
 * @param interval units between restart markers; 0 for none
 */
export async function readProgressiveScan(
	reader: BitReader,
	scan: Scan,
	frame: Frame,
	tables: ScanTables,
	planes: Map<Component, Coefficients>,
	interval: number,
): Promise<void> {
	const { unitsAcross, unitsDown, blocks, steps } = layoutOf(scan, frame);
	const decoders = scan.components.map((each) => blockDecoder(reader, scan, each, tables));
	const parts = scan.components.map(({ component }) => ({
		component,
		plane: planes.get(component),
	}));
	for (let row = 0, unit = 0; row < unitsDown; row++) {
		for (let column = 0; column < unitsAcross; column++, unit++) {
			if (interval > 0 && unit > 0 && unit % interval === 0) {
				reader.restart(unit / interval - 1);
				for (const decoder of decoders) decoder.reset();
			}
			for (const { index, x, y } of blocks) {
				const { component, plane } = parts[index];
				const step = steps[index];
				const block = (row * step.y + y) * component.stride + column * step.x + x;
				insist(plane !== undefined);
				decoders[index].decode(plane, block * 64);
			}
		}
		reader.checkEnd();
		await breathe();
	}
}

interface BlockDecoder {
	decode(plane: Coefficients, at: number): void;
	/** Forgets what goes from block to block: at restart markers. */
	reset(): void;
}

function blockDecoder(
	reader: BitReader,
	scan: Scan,
	{ dc, ac }: { dc: number; ac: number },
	tables: ScanTables,
): BlockDecoder {
	const { spectralStart, high, low } = scan;
	insist(low <= 13 && (high === 0 || high === low + 1));
	if (spectralStart === 0) {
		insist(scan.spectralEnd === 0);
		if (high > 0) return dcRefinement(reader, low);
		const table = tables.dc[dc];
		insist(table !== undefined);
		return firstDc(reader, table, low);
	}
	const table = tables.ac[ac];
	insist(scan.components.length === 1 && table !== undefined);
	return high === 0 ? firstAc(reader, table, scan) : acRefinement(reader, table, scan);
}

function firstDc(reader: BitReader, table: Decoder, low: number): BlockDecoder {
	let before = 0;
	return {
		decode(plane, at) {
			const category = reader.symbol(table);
			insist(category <= 11);
			before += extended(reader.bits(category), category);
			plane[at] = before << low;
		},
		reset: () => void (before = 0),
	};
}

function dcRefinement(reader: BitReader, low: number): BlockDecoder {
	return {
		decode(plane, at) {
			if (reader.bits(1) === 1) plane[at] |= 1 << low;
		},
		reset: () => undefined,
	};
}

function firstAc(reader: BitReader, table: Decoder, scan: Scan): BlockDecoder {
	const { spectralStart, spectralEnd, low } = scan;
	/** Blocks, this one included, of which nothing more comes. */
	let ended = 0;
	return {
		decode(plane, at) {
			if (ended > 0) return void (ended -= 1);
			for (let index = spectralStart; index <= spectralEnd; index++) {
				const symbol = reader.symbol(table);
				const [run, size] = [symbol >> 4, symbol & 15];
				if (size === 0 && run < 15) {
					ended = (1 << run) + reader.bits(run) - 1;
					return;
				}
				index += run;
				insist(index <= spectralEnd || size === 0);
				if (size > 0) plane[at + index] = extended(reader.bits(size), size) << low;
			}
		},
		reset: () => void (ended = 0),
	};
}

function acRefinement(reader: BitReader, table: Decoder, scan: Scan): BlockDecoder {
	const { spectralStart, spectralEnd, low } = scan;
	const plus = 1 << low;
	let ended = 0;
	const refine = (plane: Coefficients, at: number) => {
		if (reader.bits(1) === 0 || (plane[at] & plus) !== 0) return;
		plane[at] += plane[at] > 0 ? plus : -plus;
	};
	/** Passes over `run` zeros, refining what is not zero on the way. @returns where it stopped */
	const pass = (plane: Coefficients, at: number, from: number, run: number) => {
		let index = from;
		for (let zeros = run; index <= spectralEnd; index++) {
			if (plane[at + index] !== 0) refine(plane, at + index);
			else if (zeros-- === 0) break;
		}
		return index;
	};
	return {
		decode(plane, at) {
			let index = spectralStart;
			while (ended === 0 && index <= spectralEnd) {
				const symbol = reader.symbol(table);
				const [run, size] = [symbol >> 4, symbol & 15];
				if (size === 0 && run < 15) {
					ended = (1 << run) + reader.bits(run);
					break;
				}
				insist(size <= 1);
				const value = size === 0 ? 0 : reader.bits(1) === 1 ? plus : -plus;
				index = pass(plane, at, index, run);
				insist(index <= spectralEnd || value === 0);
				if (value !== 0) plane[at + index] = value;
				index += 1;
			}
			if (ended > 0) {
				pass(plane, at, index, 64);
				ended -= 1;
			}
		},
		reset: () => void (ended = 0),
	};
}
