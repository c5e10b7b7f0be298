import { breathe } from '../../pdf/tick';
import type { Frame } from './frame';
import type { Coefficients } from './progressive';

/** What was drawn in each block of the first component: how many coefficients it has beside its DC. */
export interface BlockInk {
	across: number;
	down: number;
	stride: number;
	/** Pixels of the picture that a block covers. */
	blockWidth: number;
	blockHeight: number;
	counts: Uint8Array;
}

/** A picture in which nothing has been counted yet. */
export function emptyInk(frame: Frame): BlockInk {
	const { across, down, stride, rows, h, v } = frame.components[0];
	const [blockWidth, blockHeight] = [(8 * frame.maxH) / h, (8 * frame.maxV) / v];
	return { across, down, stride, blockWidth, blockHeight, counts: new Uint8Array(stride * rows) };
}

/** Counts what is drawn in the blocks of the first component, where all coefficients are at hand. */
export async function countInk({ counts, stride }: BlockInk, plane: Coefficients): Promise<void> {
	for (let block = 0; block < counts.length; block++) {
		for (let index = 1; index < 64; index++) {
			if (plane[block * 64 + index] !== 0) counts[block] += 1;
		}
		if (block % stride === 0) await breathe();
	}
}
