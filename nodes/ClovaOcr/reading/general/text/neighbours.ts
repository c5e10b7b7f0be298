import { medianHeight } from './tips';

/** The places of many words, number by number: objects would cost more than the work on them. */
export interface Places {
	count: number;
	x: Float64Array;
	y: Float64Array;
	width: Float64Array;
	height: Float64Array;
}

/** Words of a band from left to right, and the first of them that the sweep has not passed. */
interface Band {
	words: number[];
	next: number;
}

/** How far above or below, in text heights, a neighbour's middle may lie. */
const SPAN = 0.6;
/** Bounds of the search, far above what print needs: letters of a poster beside a footnote, boxes upon boxes. */
const MOST_BANDS = 16;
const MOST_TRIED = 16;

/**
 * The words of a page cut into level bands and swept from the left, so that the right neighbour of a
 * word is found without a walk over all of them.
 */
export class NeighbourBands {
	private readonly bandHeight: number;
	private readonly bands = new Map<number, Band>();

	/** @param order numbers of the places from left to right */
	constructor(
		private readonly places: Places,
		order: Uint32Array,
	) {
		this.bandHeight = SPAN * medianHeight(places.height);
		for (const at of order) {
			const number = this.bandOf(at);
			const band = this.bands.get(number);
			if (band === undefined) this.bands.set(number, { words: [at], next: 0 });
			else band.words.push(at);
		}
	}

	/** Begins at the left again. */
	rewind(): void {
		for (const band of this.bands.values()) band.next = 0;
	}

	/**
	 * The nearest word of like size that stands to the right at the same height, or null.
	 * To be asked for one word after the other from the left.
	 * @param reach how wide a gap may be, in text heights
	 */
	rightNeighbour(from: number, reach: number): number | null {
		const { x, y, height } = this.places;
		const span = height[from] * SPAN;
		const around = Math.min(Math.ceil(span / this.bandHeight), MOST_BANDS);
		const own = this.bandOf(from);
		let nearest: number | null = null;
		// Counted from 0: far enough out, one more makes no other number.
		for (let offset = -around; offset <= around; offset++) {
			const band = this.bands.get(own + offset);
			if (band === undefined) continue;
			const { words } = band;
			while (band.next < words.length && x[words[band.next]] <= x[from]) band.next++;
			const end = Math.min(band.next + MOST_TRIED, words.length);
			for (let i = band.next; i < end; i++) {
				const to = words[i];
				if (nearest !== null && x[to] >= x[nearest]) break;
				if (Math.abs(y[to] - y[from]) < span && this.mayFollow(from, to, reach)) nearest = to;
			}
		}
		return nearest;
	}

	private mayFollow(from: number, to: number, reach: number): boolean {
		const { x, width, height } = this.places;
		const gap = x[to] - width[to] / 2 - (x[from] + width[from] / 2);
		const likeSize = height[to] < height[from] * 1.5 && height[from] < height[to] * 1.5;
		return likeSize && gap >= -height[from] / 2 && gap <= reach * height[from];
	}

	private bandOf(at: number): number {
		return Math.floor(this.places.y[at] / this.bandHeight);
	}
}
