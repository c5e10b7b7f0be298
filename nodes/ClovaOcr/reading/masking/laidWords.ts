import { medianOf } from '../../shared/median';
import type { Joint } from './characters';
import type { SearchedWord } from './found';

/** Edges on the levelled page, in pixels. */
export interface Place {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** Widest gap, in text heights, over which a number goes on within a line. */
const WIDEST_GAP = 1.5;
/** How far boxes of neighbours may reach into each other. */
const PADDING = 0.8;
/** How much, in text heights, the middles of two words of one line may differ. */
const SAME_LINE = 0.6;
/** The next line begins at most so many text heights below. */
const NEXT_LINE = 2.2;

/** What is known of a word's place. */
const [UNKNOWN, UNPLACED, PLACED] = [0, 1, 2];

/** Words of a page with their places, worked out as they are asked for. */
export class LaidWords {
	/** Four edges a word, in one piece of memory: thousands of objects that live long cost more than they hold. */
	private readonly edges: Float64Array;
	private readonly known: Uint8Array;
	private readonly cos: number;
	private readonly sin: number;

	/** @param given places that are known without boxes: those of the cells of a table */
	constructor(
		readonly words: SearchedWord[],
		private readonly given: Array<Place | null> | null = null,
	) {
		const angle = given === null ? angleOf(words) : 0;
		this.cos = Math.cos(angle);
		this.sin = Math.sin(angle);
		this.edges = new Float64Array(given === null ? words.length * 4 : 0);
		this.known = new Uint8Array(words.length);
	}

	place(index: number): Place | null {
		if (this.given !== null) return this.given[index] ?? null;
		if (this.known[index] === UNKNOWN) this.measure(index);
		if (this.known[index] === UNPLACED) return null;
		const at = index * 4;
		const { edges } = this;
		return { left: edges[at], top: edges[at + 1], right: edges[at + 2], bottom: edges[at + 3] };
	}

	/** What stands between a word and one that comes after it. */
	joint(from: number, to: number): Joint {
		const [first, second] = [this.words[from], this.words[to]];
		if (first.cell !== second.cell) return 'column';
		const [a, b] = [this.place(from), this.place(to)];
		if (this.given !== null || a === null || b === null)
			return first.endsLine === true ? 'line' : 'near';
		const height = heightOf(a, b);
		if (areBeside(a, b, height)) {
			const gap = b.left - a.right;
			return gap >= -PADDING * height && gap <= WIDEST_GAP * height ? 'near' : 'column';
		}
		const below = b.top - a.bottom;
		const follows = below > -height && below <= NEXT_LINE * height && b.left < a.right;
		return follows && first.endsLine !== false ? 'line' : 'column';
	}

	/** Whether the second word stands in the same line or row as the first; true where nothing is known. */
	sameRow(first: number, second: number): boolean {
		const [a, b] = [this.place(first), this.place(second)];
		if (a === null || b === null) return true;
		return areBeside(a, b, heightOf(a, b));
	}

	private measure(index: number): void {
		const { corners } = this.words[index];
		this.known[index] = corners.length === 0 ? UNPLACED : PLACED;
		let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
		for (const { x, y } of corners) {
			const across = x * this.cos + y * this.sin;
			const down = y * this.cos - x * this.sin;
			left = Math.min(left, across);
			right = Math.max(right, across);
			top = Math.min(top, down);
			bottom = Math.max(bottom, down);
		}
		this.edges.set([left, top, right, bottom], index * 4);
	}
}

/** The smaller height of two places. */
export function heightOf(a: Place, b: Place): number {
	return Math.max(Math.min(a.bottom - a.top, b.bottom - b.top), 1e-6);
}

function areBeside(a: Place, b: Place, height: number): boolean {
	return Math.abs(a.top + a.bottom - b.top - b.bottom) / 2 <= SAME_LINE * height;
}

/** So many words tell how the page is turned. */
const SAMPLE = 60;
const LEAST_LETTERS = 4;

/** The direction of the text, in radians: the median over longer words, in which it is certain. */
function angleOf(words: SearchedWord[]): number {
	const angles: number[] = [];
	const step = Math.max(1, Math.floor(words.length / (SAMPLE * 4)));
	for (let index = 0; index < words.length && angles.length < SAMPLE; index += step) {
		const { text, corners } = words[index];
		if (text.length < LEAST_LETTERS || corners.length < 2) continue;
		angles.push(Math.atan2(corners[1].y - corners[0].y, corners[1].x - corners[0].x));
	}
	return angles.length === 0 ? 0 : medianOf(angles);
}
