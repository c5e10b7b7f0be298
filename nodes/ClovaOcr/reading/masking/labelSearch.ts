import { medianOf } from '../../shared/median';
import { labelBefore, labelIn, type LabelKind } from './evidence';
import { heightOf, type LaidWords, type Place } from './laidWords';

/** How much of the text before a number is looked at, in words and code units. */
const WORDS_BEFORE = 12;
const LONGEST_BEFORE = 80;
/** A label stands at most so many text heights above its number, and a row above the next. */
const HIGHEST = 3.2;
/** A table may go on for so many rows below its head. */
const MOST_ROWS = 80;
/** Recognition may take each letter of a label for a word. */
const MOST_PIECES = 8;
/** A head of a column has so many words at most. */
const LONGEST_HEAD = 5;
/** Words nearer than this, in text heights, belong to one label. */
const WITHIN_LABEL = 0.9;

/** Finds the words that say what a number is: before it in its line, else above it. */
export class LabelSearch {
	private grid: Grid | null = null;
	private readonly above = new Map<number, LabelKind | null>();

	/** @param name what the whole list of words is called, such as the name of a template's field */
	constructor(
		private readonly laid: LaidWords,
		private readonly name: string,
	) {}

	/** @param word the word that the number begins in, and the code unit of it where it does */
	labelOf(word: number, from: number): LabelKind | null {
		const before = labelBefore(this.textBefore(word, from));
		return before ?? this.labelAbove(word) ?? labelIn(this.name.normalize('NFKC'))?.kind ?? null;
	}

	private textBefore(word: number, from: number): string {
		const { words } = this.laid;
		let text = words[word].text.slice(Math.max(0, from - LONGEST_BEFORE), from);
		for (let index = word - 1; index >= 0 && index >= word - WORDS_BEFORE; index--) {
			if (text.length > LONGEST_BEFORE || !this.isBefore(index, word)) break;
			text = `${words[index].text.slice(-LONGEST_BEFORE)} ${text}`;
		}
		return text;
	}

	/** Whether an earlier word stands in the same line; without places, whether no line ends between. */
	private isBefore(index: number, word: number): boolean {
		const { laid } = this;
		if (laid.place(index) === null || laid.place(word) === null)
			return laid.words[index].endsLine !== true;
		return laid.sameRow(index, word);
	}

	private labelAbove(word: number): LabelKind | null {
		const { words } = this.laid;
		const way: number[] = [];
		let kind: LabelKind | null = null;
		let above: number | null = null;
		for (let at: number | null = word; at !== null && way.length < MOST_ROWS; ) {
			const known = this.above.get(at);
			if (known !== undefined) {
				kind = known;
				above = at;
				break;
			}
			way.push(at);
			const next = this.wordAbove(at);
			if (next === null) break;
			if (!isFigure(words[next].text)) {
				kind = this.labelAt(next);
				break;
			}
			at = next;
		}
		for (const at of way.reverse()) {
			// The label of another kind goes down a column of numbers of one print, and no further, but for a table's.
			if (
				kind === 'other' &&
				above !== null &&
				words[at].cell === null &&
				printOf(words[above].text) !== printOf(words[at].text)
			)
				kind = null;
			this.above.set(at, kind);
			above = at;
		}
		return kind;
	}

	private wordAbove(word: number): number | null {
		const place = this.laid.place(word);
		if (place === null) return null;
		this.grid ??= new Grid(this.laid);
		let best: number | null = null;
		let least = Infinity;
		for (const index of this.grid.above(place)) {
			const other = this.laid.place(index);
			if (other === null || index === word) continue;
			const height = heightOf(place, other);
			const gap = place.top - other.bottom;
			if (gap < -0.4 * height || gap > HIGHEST * height || gap >= least) continue;
			const shared = Math.min(place.right, other.right) - Math.max(place.left, other.left);
			if (shared < 0.3 * Math.min(place.right - place.left, other.right - other.left)) continue;
			[best, least] = [index, gap];
		}
		return best;
	}

	/** What the words around one say together, unless they have their number in their own line. */
	private labelAt(word: number): LabelKind | null {
		const { words } = this.laid;
		let [first, last] = [word, word];
		const isMore = (index: number, beside: number) =>
			words[index] !== undefined &&
			this.areClose(Math.min(index, beside), Math.max(index, beside)) &&
			!isFigure(words[index].text);
		while (word - first < MOST_PIECES && isMore(first - 1, first)) first -= 1;
		while (last - word < MOST_PIECES && isMore(last + 1, last)) last += 1;
		const text = words
			.slice(first, last + 1)
			.map((one) => one.text)
			.join(' ');
		const next = words[last + 1];
		const owned = next !== undefined && this.laid.sameRow(last, last + 1) && isFigure(next.text);
		if (owned || /\d{4}/.test(text)) return null;
		const label = labelIn(text.normalize('NFKC'));
		// A line of text that happens to stand above names no number below it.
		const isHead = (text.match(/\p{L}{2,}/gu) ?? []).length <= LONGEST_HEAD;
		return label === null || (label.kind === 'other' && !isHead) ? null : label.kind;
	}

	private areClose(left: number, right: number): boolean {
		if (this.laid.words[left].cell !== this.laid.words[right].cell) return false;
		const [a, b] = [this.laid.place(left), this.laid.place(right)];
		if (a === null || b === null) return false;
		if (a.left === b.left && a.top === b.top) return true;
		const gap = b.left - a.right;
		return (
			this.laid.sameRow(left, right) && gap > -heightOf(a, b) && gap < WITHIN_LABEL * heightOf(a, b)
		);
	}
}

/** Whether a text is a number rather than words. */
function isFigure(text: string): boolean {
	return /\d/.test(text) && !/\p{L}{2}/u.test(text);
}

/** How a number is printed, whatever its digits. */
function printOf(text: string): string {
	return text.replace(/\d/g, '0');
}

/** Words by the squares of the page that they lie in. */
class Grid {
	private readonly squares = new Map<number, number[]>();
	private readonly size: number;

	constructor(laid: LaidWords) {
		const heights: number[] = [];
		laid.words.forEach((_, index) => {
			const place = laid.place(index);
			if (place !== null) heights.push(place.bottom - place.top);
		});
		this.size = Math.max(medianOf(heights), 1e-3) * 4;
		laid.words.forEach((_, index) => {
			const place = laid.place(index);
			if (place === null) return;
			this.visit(place.left, place.right, place.bottom, place.bottom, (key) => {
				const square = this.squares.get(key);
				if (square === undefined) this.squares.set(key, [index]);
				else square.push(index);
			});
		});
	}

	/** Words whose lower edge lies at most so far above a place, or a little below its upper edge. */
	above({ left, right, top, bottom }: Place): number[] {
		const height = bottom - top;
		const found: number[] = [];
		this.visit(left, right, top - HIGHEST * height, top + 0.4 * height, (key) => {
			const square = this.squares.get(key);
			if (square !== undefined) found.push(...square);
		});
		return found;
	}

	/** The squares of an area; of one that is larger than any word only the first. */
	private visit(
		left: number,
		right: number,
		top: number,
		bottom: number,
		see: (key: number) => void,
	): void {
		const at = (value: number) => Math.floor(value / this.size);
		const [column, row] = [at(left), at(top)];
		const columns = Math.min(at(right) - column, MOST_COLUMNS);
		const rows = Math.min(at(bottom) - row, MOST_SQUARES_DOWN);
		// Counted from 0: far enough out, one more makes no other number.
		for (let across = 0; across <= columns; across++) {
			for (let down = 0; down <= rows; down++) {
				see((column + across) * ROWS_OF_GRID + row + down);
			}
		}
	}
}

const MOST_COLUMNS = 60;
const MOST_SQUARES_DOWN = 20;
/** More than any page has; only makes a pair of numbers one. */
const ROWS_OF_GRID = 2 ** 24;
