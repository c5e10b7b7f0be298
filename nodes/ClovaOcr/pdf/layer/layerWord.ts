import type { Point } from '../../shared/geometry';

/** A word to lay over the page. */
export interface LayerWord {
	text: string;
	/** In pixels, clockwise from the top-left of the text; without four of them there is no place. */
	corners: Point[];
	/** 0 to 1, or null where it is unknown. */
	confidence: number | null;
}
