import { boxAround, cornersOf, verticesOf, type Point } from '../../shared/geometry';
import { asList, asObject, isObject, type JsonObject } from '../../shared/json';
import { medianOf } from '../../shared/median';
import type { Path } from './answerCopy';
import type { SearchedWord } from './found';

/** A word of an entry, and where in the entry its text stands. */
export interface PageWord extends SearchedWord {
	readonly path: Path;
}

/**
 * The words of an `images[]` entry (its `fields` that have a text and no name), in CLOVA's reading
 * order, each with the number of the table cell that it stands in, where tables were detected.
 */
export function pageWords(image: JsonObject): PageWord[] {
	const cells = new Cells(image);
	const cellAt = (corners: Point[]) => cells.at(corners);
	const words: PageWord[] = [];
	const listed = Array.isArray(image.fields);
	asList(image.fields).forEach((member, index) => {
		if (!isObject(member) || isNamed(member)) return;
		const { lineBreak } = member;
		const endsLine = typeof lineBreak === 'boolean' ? lineBreak : null;
		const word = wordOf(member, listed ? index : ONLY_FIELD, endsLine, cellAt);
		if (word !== null) words.push(word);
	});
	return words;
}

/** CLOVA may send a lone object where a list is meant. */
const ONLY_FIELD: Path = ['fields'];

/** Whether a member of `fields` is a field of a template and no word of a page. */
export function isNamed(member: JsonObject): boolean {
	return typeof member.name === 'string' || member.subFields !== undefined;
}

/**
 * A member with `inferText` as a word, or null. Its place is worked out when it is asked for.
 * @param holder where the member stands; a number is its index in the list `fields`
 * @param cellAt the cell that lies at the word's corners
 */
export function wordOf(
	member: JsonObject,
	holder: Path | number,
	endsLine: boolean | null,
	cellAt: (corners: Point[]) => number | null,
): PageWord | null {
	const { inferText } = member;
	if (typeof inferText !== 'string') return null;
	return new AnsweredWord(inferText, endsLine, holder, member, cellAt);
}

class AnsweredWord implements PageWord {
	private knownCorners: Point[] | null = null;
	private knownCell: number | null | undefined;

	constructor(
		readonly text: string,
		readonly endsLine: boolean | null,
		private readonly holder: Path | number,
		private readonly member: JsonObject,
		private readonly cellAt: (corners: Point[]) => number | null,
	) {}

	get path(): Path {
		const { holder } = this;
		return typeof holder === 'number' ? ['fields', holder, 'inferText'] : [...holder, 'inferText'];
	}

	get corners(): Point[] {
		this.knownCorners ??= cornersOf(this.member);
		return this.knownCorners;
	}

	get cell(): number | null {
		if (this.knownCell === undefined) this.knownCell = this.cellAt(this.corners);
		return this.knownCell;
	}
}

/** The cells of a page's tables, found by a place within them. */
class Cells {
	private readonly corners: Point[][];
	/** Numbers of the cells by the strips of the page that they reach into. */
	private readonly strips = new Map<number, number[]>();
	private readonly height: number;

	constructor(image: JsonObject) {
		this.corners = asList(image.tables)
			.flatMap((table) => asList(asObject(table).cells))
			.map((cell) => verticesOf(asObject(cell).boundingPoly))
			.filter((corners) => corners.length > 2);
		const boxes = this.corners.map(boxAround).filter((box) => box !== null);
		this.height = Math.max(medianOf(boxes.map(({ height }) => height)), 1);
		boxes.forEach((box, number) => {
			const first = this.stripAt(box.y);
			const more = Math.min(this.stripAt(box.y + box.height) - first, MOST_STRIPS);
			// Counted from 0: far enough out, one more makes no other number.
			for (let down = 0; down <= more; down++) {
				const numbers = this.strips.get(first + down);
				if (numbers === undefined) this.strips.set(first + down, [number]);
				else numbers.push(number);
			}
		});
	}

	/** The cell in which the middle of a word lies. */
	at(corners: Point[]): number | null {
		const box = this.corners.length === 0 ? null : boxAround(corners);
		if (box === null) return null;
		const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
		const near = this.strips.get(this.stripAt(middle.y));
		return near?.find((number) => isWithin(middle, this.corners[number])) ?? null;
	}

	private stripAt(y: number): number {
		return Math.floor(y / this.height);
	}
}

/** More than a table on a page has rows. */
const MOST_STRIPS = 500;

/** Whether a point lies in a convex polygon whose corners go round clockwise, as the answer's do. */
function isWithin({ x, y }: Point, corners: Point[]): boolean {
	return corners.every((from, index) => {
		const to = corners[(index + 1) % corners.length];
		return (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x) >= 0;
	});
}
