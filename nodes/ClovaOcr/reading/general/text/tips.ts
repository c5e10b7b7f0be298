import { medianOf } from '../../../shared/median';
import type { Word } from './words';

/** A word with its edges on the levelled page, in pixels, and the number of its CLOVA line. */
export interface PlacedWord {
	word: Word;
	line: number;
	left: number;
	right: number;
	top: number;
	bottom: number;
}

/** A visual row as far as the sweep from the left has come. */
export interface Row {
	/** From left to right. */
	words: PlacedWord[];
	/** The last word so far as the sweep from the left has come: what stands beside the next one. */
	tip: PlacedWord;
	/** The word that reaches furthest to the right of those that the sweep has passed. */
	furthest: PlacedWord;
}

/**
 * Share of the smaller height that two words must have in common to stand side by side. Labels of a
 * real table that are centred between two of its rows share 0.57 and 0.60 with the nearer one.
 */
const OVERLAP_OF_STRANGERS = 0.61;
/** How far, in text heights, boxes of neighbours may reach into each other: CLOVA pads them. */
export const PADDING = 0.5;
/** Bounds of the search for a row, far above what print needs: tall letters, boxes upon boxes. */
const MOST_BANDS = 32;
const MOST_TRIED = 64;

/** The rows by the height at which their last word stands. */
export class Tips {
	private readonly bands = new Map<number, Set<Row>>();
	private readonly height: number;
	private tallest = 0;

	constructor(words: PlacedWord[]) {
		this.height = medianHeight(words.map(heightOf));
	}

	/** Makes a word the last one of its row. */
	move(row: Row, word: PlacedWord): void {
		const [before, number] = [this.numberOf(row.tip), this.numberOf(word)];
		if (before !== number) this.bands.get(before)?.delete(row);
		row.tip = word;
		if (word.right > row.furthest.right) row.furthest = word;
		const band = this.bands.get(number);
		if (band === undefined) this.bands.set(number, new Set([row]));
		else band.add(row);
		this.tallest = Math.max(this.tallest, heightOf(word));
	}

	/** The row that the stretch continues best: the one whose last word stands nearest to its height. */
	best(stretch: PlacedWord[]): Row | null {
		const [first] = stretch;
		const own = this.numberOf(first);
		const reach = (heightOf(first) + this.tallest) / 2;
		const around = Math.min(Math.ceil(reach / this.height), MOST_BANDS);
		let best: Row | null = null;
		let smallest = Infinity;
		let tried = 0;
		for (let step = 0; step <= around && (step - 1) * this.height < smallest; step++) {
			for (const number of step === 0 ? [own] : [own - step, own + step]) {
				for (const row of this.bands.get(number) ?? []) {
					if (tried++ >= MOST_TRIED) return best;
					const offset = Math.abs(middleOf(row.tip) - middleOf(first));
					if (offset < smallest && fits(row, stretch)) [best, smallest] = [row, offset];
				}
			}
		}
		return best;
	}

	private numberOf(word: PlacedWord): number {
		return Math.floor(middleOf(word) / this.height);
	}
}

function middleOf({ top, bottom }: PlacedWord): number {
	return (top + bottom) / 2;
}

/** Whether the stretch stands at the height of the row's last word and runs over no word of the row. */
function fits(row: Row, stretch: PlacedWord[]): boolean {
	if (overlap(row.tip, stretch[0]) < OVERLAP_OF_STRANGERS) return false;
	return stretch.every((word) => {
		const at = placeIn(row.words, word.left);
		const around = [row.furthest, row.words[at - 1], row.words[at]];
		return around.every((other) => other === undefined || !collide(word, other));
	});
}

export function insert(words: PlacedWord[], word: PlacedWord): void {
	const at = placeIn(words, word.left);
	if (at === words.length) words.push(word);
	else words.splice(at, 0, word);
}

/** Where a word belongs in a row: behind all that begin further left or at the same place. */
function placeIn(words: PlacedWord[], left: number): number {
	let [low, high] = [0, words.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (words[middle].left > left) high = middle;
		else low = middle + 1;
	}
	return low;
}

function collide(one: PlacedWord, other: PlacedWord): boolean {
	const shared = Math.min(one.right, other.right) - Math.max(one.left, other.left);
	return shared > PADDING * smallerHeight(one, other);
}

/** Height that both have in common, as a share of the smaller one's; negative when they are apart. */
export function overlap(one: PlacedWord, other: PlacedWord): number {
	const shared = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
	return shared / smallerHeight(one, other);
}

export function smallerHeight(one: PlacedWord, other: PlacedWord): number {
	return Math.max(Math.min(heightOf(one), heightOf(other)), Number.EPSILON);
}

export function heightOf({ top, bottom }: PlacedWord): number {
	return bottom - top;
}

/** The height of most text of a page, and a pixel at least. */
export function medianHeight(heights: ArrayLike<number>): number {
	return Math.max(medianOf(heights), 1);
}
