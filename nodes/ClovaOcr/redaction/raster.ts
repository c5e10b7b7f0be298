import type { ScanPicture } from '../pdf/pdf';
import { boundsOf, columnsOf, type Bar } from './bar';

/** How the samples of a picture lie in its rows. */
export interface Raster {
	width: number;
	height: number;
	/** 1, 2, 4, 8 or 16. */
	bitDepth: number;
	/** The samples of a black, opaque pixel, one for each channel. */
	black: number[];
}

/** Pixels of every `dx`-th column and `dy`-th row: the whole picture, or one pass of an interlaced one. */
export interface Pass {
	x: number;
	y: number;
	dx: number;
	dy: number;
}

/** A picture that is not interlaced. */
export const WHOLE: Pass[] = [{ x: 0, y: 0, dx: 1, dy: 1 }];

/** Columns of a pass's row that lie under any bar: first and last, counted within the pass. */
export function hiddenSpans(
	bars: Bar[],
	row: number,
	{ x, dx }: Pass,
	width: number,
): Array<{ first: number; last: number }> {
	const spans: Array<{ first: number; last: number }> = [];
	for (const bar of bars) {
		const { top, bottom } = boundsOf(bar);
		if (top > row + 1 || bottom < row) continue;
		const columns = columnsOf(bar, row, width);
		if (columns === null) continue;
		const first = Math.max(0, Math.ceil((columns.first - x) / dx));
		const last = Math.floor((columns.last - x) / dx);
		if (first <= last) spans.push({ first, last });
	}
	return spans;
}

/** Makes pixels of an unfiltered row black. */
export function blacken(
	line: Uint8Array,
	{ bitDepth, black }: Raster,
	{ first, last }: { first: number; last: number },
): void {
	const channels = black.length;
	for (let index = first * channels; index < (last + 1) * channels; index++) {
		const sample = black[index % channels];
		if (bitDepth === 8) line[index] = sample;
		else if (bitDepth === 16) {
			line[index * 2] = sample >> 8;
			line[index * 2 + 1] = sample & 255;
		} else {
			const bit = index * bitDepth;
			const shift = 8 - bitDepth - (bit & 7);
			const mask = ((1 << bitDepth) - 1) << shift;
			line[bit >> 3] = (line[bit >> 3] & ~mask) | (sample << shift);
		}
	}
}

/** The samples of black in a picture of a PDF, in each channel. */
export function blackSamples({ color, stencil, decode, bitDepth }: ScanPicture): number[] {
	const full = 2 ** bitDepth - 1;
	const turned = decode !== null && decode[0] > decode[1];
	if (stencil || color === null) return [turned ? full : 0];
	const { space, palette } = color;
	if (palette !== null) return [darkestOf(palette, space)];
	const ink = space === 'cmyk' ? full : 0;
	const channels = { cmyk: 4, gray: 1, rgb: 3 }[space];
	return new Array<number>(channels).fill(turned ? full - ink : ink);
}

/** The place of the darkest colour of a palette. */
export function darkestOf(palette: Uint8Array, space: 'cmyk' | 'gray' | 'rgb'): number {
	const channels = { cmyk: 4, gray: 1, rgb: 3 }[space];
	const sign = space === 'cmyk' ? -1 : 1;
	let darkest = 0;
	let least = Infinity;
	for (let index = 0; index * channels < palette.length; index++) {
		const entry = palette.subarray(index * channels, (index + 1) * channels);
		const light = sign * entry.reduce((sum, value) => sum + value, 0);
		if (light < least) [darkest, least] = [index, light];
	}
	return darkest;
}
