import type { Frame } from './frame';

/** What the application segments say of the colours (JFIF 1.02; Adobe technical note 5116). */
export interface ColorMarks {
	jfif: boolean;
	/** The transform of Adobe's segment: 0 none, 1 YCbCr, 2 YCCK; null without the segment. */
	adobe: number | null;
}

/**
 * The sample of black in each component: 0 to 255, or 128 for a colour difference. Adobe stores
 * print colours upside down (0 is full ink).
 */
export function blackOf({ components }: Frame, { jfif, adobe }: ColorMarks): number[] {
	if (components.length === 1) return [0];
	if (components.length === 4) {
		if (adobe === null) return [255, 255, 255, 255];
		return adobe === 2 ? [0, 128, 128, 0] : [0, 0, 0, 0];
	}
	const letters = components.map(({ id }) => id).join() === '82,71,66';
	return adobe === 0 || (adobe === null && !jfif && letters) ? [0, 0, 0] : [0, 128, 128];
}

/** The quantized DC coefficient of a block of nothing but this sample; at the ends it overshoots. */
export function flatDc(sample: number, step: number): number {
	if (sample === 128) return 0;
	return sample < 128 ? -Math.ceil(1024 / step) : Math.floor(1016 / step);
}
