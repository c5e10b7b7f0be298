import type { Point } from '../../shared/geometry';

/** Where on a page something has to be hidden. All corners in pixels of the picture as it was read. */
export interface HiddenPlaces {
	/** Corners of everything that was read. */
	read: Point[][];
	/** Corners of what has to be hidden. */
	hidden: Point[][];
	/** Whether something has to be hidden that the answer gives no place for. */
	unplaced: boolean;
}
