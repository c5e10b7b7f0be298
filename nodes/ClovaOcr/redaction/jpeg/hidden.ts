import { boundsOf, touches, type Bar } from '../bar';
import type { Component, Frame } from './frame';

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
