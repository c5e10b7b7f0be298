import { boundsOf, touches, type Bar } from '../bar';
import { insist, Unredactable } from '../unredactable';

/** One colour channel of a frame, and its blocks of 8 by 8 samples. */
export interface Component {
	id: number;
	/** Sampling factors: blocks of one unit (MCU) across and down. */
	h: number;
	v: number;
	quantization: number;
	/** Blocks that hold a part of the picture. */
	across: number;
	down: number;
	/** Blocks that are stored where units are interleaved: filled up to whole units. */
	stride: number;
	rows: number;
}

/** A frame header (ITU-T T.81, B.2.2). */
export interface Frame {
	marker: number;
	progressive: boolean;
	width: number;
	height: number;
	components: Component[];
	/** Largest sampling factors. */
	maxH: number;
	maxV: number;
	/** Units of interleaved scans. */
	unitsAcross: number;
	unitsDown: number;
}

const BASELINE = 0xc0;
const EXTENDED = 0xc1;
const PROGRESSIVE = 0xc2;
const MAX_BLOCKS = 8_000_000;

/** Whether a marker begins a frame of any coding: SOF0 to SOF15 without DHT, JPG and DAC. */
export function isFrameMarker(marker: number): boolean {
	return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/**
 * Reads a frame header.
 * @throws Unredactable for codings that are not done: arithmetic, lossless, hierarchical, 12 bits
 */
export function readFrame(marker: number, data: Buffer): Frame {
	if (marker > 0xc8) throw new Unredactable('arithmetic');
	if (![BASELINE, EXTENDED, PROGRESSIVE].includes(marker)) throw new Unredactable('lossless');
	insist(data.length >= 6 && data.length >= 6 + 3 * data[5]);
	if (data[0] !== 8) throw new Unredactable('deepColor');
	const height = data.readUInt16BE(1);
	const width = data.readUInt16BE(3);
	// A height of 0 stands in a segment behind the first scan, which no camera or scanner does.
	insist(width > 0 && height > 0 && [1, 3, 4].includes(data[5]));
	const sampled = Array.from({ length: data[5] }, (_, index) => {
		const at = 6 + 3 * index;
		const [h, v] = [data[at + 1] >> 4, data[at + 1] & 15];
		insist(h >= 1 && h <= 4 && v >= 1 && v <= 4 && data[at + 2] < 4);
		return { id: data[at], h, v, quantization: data[at + 2] };
	});
	insist(new Set(sampled.map(({ id }) => id)).size === sampled.length);
	const maxH = Math.max(...sampled.map(({ h }) => h));
	const maxV = Math.max(...sampled.map(({ v }) => v));
	const unitsAcross = Math.ceil(width / (8 * maxH));
	const unitsDown = Math.ceil(height / (8 * maxV));
	const components = sampled.map((component) => ({
		...component,
		across: Math.ceil(Math.ceil((width * component.h) / maxH) / 8),
		down: Math.ceil(Math.ceil((height * component.v) / maxV) / 8),
		stride: unitsAcross * component.h,
		rows: unitsDown * component.v,
	}));
	const blocks = components.reduce((sum, { stride, rows }) => sum + stride * rows, 0);
	if (blocks > MAX_BLOCKS) throw new Unredactable('tooLarge');
	return {
		marker,
		progressive: marker === PROGRESSIVE,
		width,
		height,
		components,
		maxH,
		maxV,
		unitsAcross,
		unitsDown,
	};
}

/** A frame header as it is written. */
export function frameData(frame: Frame): Buffer {
	const { width, height, components } = frame;
	const data = [8, height >> 8, height & 255, width >> 8, width & 255, components.length];
	for (const { id, h, v, quantization } of components) data.push(id, (h << 4) | v, quantization);
	return Buffer.from(data);
}

/** What a scan header says (T.81, B.2.3). */
export interface Scan {
	components: Array<{ component: Component; dc: number; ac: number }>;
	spectralStart: number;
	spectralEnd: number;
	/** Bit positions of successive approximation: the one before (0 in a first scan) and this one. */
	high: number;
	low: number;
}

export function readScan(data: Buffer, frame: Frame): Scan {
	const count = data[0];
	insist(count >= 1 && count <= 4 && data.length >= 4 + 2 * count);
	const components = Array.from({ length: count }, (_, index) => {
		const [id, tables] = [data[1 + 2 * index], data[2 + 2 * index]];
		const component = frame.components.find((each) => each.id === id);
		insist(component !== undefined && tables >> 4 < 4 && (tables & 15) < 4);
		return { component, dc: tables >> 4, ac: tables & 15 };
	});
	insist(new Set(components.map(({ component }) => component)).size === count);
	const [spectralStart, spectralEnd, bits] = data.subarray(1 + 2 * count);
	insist(spectralEnd < 64 && spectralStart <= spectralEnd);
	return { components, spectralStart, spectralEnd, high: bits >> 4, low: bits & 15 };
}

/** The blocks of a scan in the order of its data, unit by unit: rows of units, for each its blocks. */
export interface ScanLayout {
	unitsAcross: number;
	unitsDown: number;
	/** Blocks of one unit: which of the scan's components, and where within the unit. */
	blocks: Array<{ index: number; x: number; y: number }>;
	/** How many blocks a unit is wide and high, for each of the scan's components. */
	steps: Array<{ x: number; y: number }>;
}

/** A scan of one component holds its own blocks only, row by row; others hold whole units (T.81, A.2). */
export function layoutOf(scan: Scan, frame: Frame): ScanLayout {
	if (scan.components.length === 1) {
		const [{ component }] = scan.components;
		return {
			unitsAcross: component.across,
			unitsDown: component.down,
			blocks: [{ index: 0, x: 0, y: 0 }],
			steps: [{ x: 1, y: 1 }],
		};
	}
	const blocks: ScanLayout['blocks'] = [];
	scan.components.forEach(({ component: { h, v } }, index) => {
		for (let y = 0; y < v; y++) for (let x = 0; x < h; x++) blocks.push({ index, x, y });
	});
	const steps = scan.components.map(({ component: { h, v } }) => ({ x: h, y: v }));
	const { unitsAcross, unitsDown } = frame;
	return { unitsAcross, unitsDown, blocks, steps };
}

/** For every stored block of a component, row by row, whether it lies under a bar. */
export type HiddenBlocks = Uint8Array;

/**
 * The blocks of a component that any bar touches. A block of a coarser component covers more pixels,
 * so that a bar may reach further in it. Blocks beyond the picture's edge follow their neighbour
 * inside: what was cropped away may still stand in them.
 */
export function hiddenBlocks(component: Component, frame: Frame, bars: Bar[]): HiddenBlocks {
	const { across, down, stride, rows } = component;
	const width = (8 * frame.maxH) / component.h;
	const height = (8 * frame.maxV) / component.v;
	const hidden = new Uint8Array(stride * rows);
	for (const bar of bars) {
		const { left, right, top, bottom } = boundsOf(bar);
		const lastRow = Math.min(down - 1, Math.floor(bottom / height));
		const lastColumn = Math.min(across - 1, Math.floor(right / width));
		for (let y = Math.max(0, Math.floor(top / height) - 1); y <= lastRow; y++) {
			for (let x = Math.max(0, Math.floor(left / width) - 1); x <= lastColumn; x++) {
				if (touches(bar, x * width, y * height, width, height)) hidden[y * stride + x] = 1;
			}
		}
	}
	for (let y = 0; y < rows; y++) {
		for (let x = y < down ? across : 0; x < stride; x++) {
			hidden[y * stride + x] = hidden[Math.min(y, down - 1) * stride + Math.min(x, across - 1)];
		}
	}
	return hidden;
}
