import type { Point } from '../../shared/geometry';

/** A word with its corners in points as displayed, clockwise from the top-left of the text. */
export interface PageWord {
	text: string;
	corners: Point[];
}

/** A character as it stands on the page: its baseline from start to end, and the height of its em. */
export interface PlacedGlyph {
	text: string;
	start: Point;
	end: Point;
	up: Point;
}

/** Gaps in ems: from here on two words; poppler's and mupdf's bounds lie about it. */
const WORD_GAP = 0.15;
/** Further back, or higher and lower, than this begins another line. */
const STEP_BACK = 0.5;
const OFF_LINE = 0.5;

/** How far letters reach above and below the baseline, in ems. */
const ASCENT = 0.8;
const DESCENT = 0.2;

/** Puts characters together to words and lines, in the order in which the page draws them. */
export class WordBuilder {
	readonly lines: PageWord[][] = [];
	private line: PlacedGlyph[] = [];
	private word: PlacedGlyph | null = null;
	/** What stands where: bold print is often the same letter twice. */
	private readonly printed = new Set<string>();

	add(glyph: PlacedGlyph): void {
		const blank = glyph.text.trim() === '';
		const place = `${glyph.text}|${Math.round(glyph.start.x)}|${Math.round(glyph.start.y)}`;
		if (!blank && glyph.text !== '' && this.printed.has(place)) return;
		this.printed.add(place);
		const last = this.word ?? this.line.at(-1) ?? null;
		const gap = last && gapBetween(last, glyph);
		if (gap === 'line') this.endLine();
		else if (gap === 'word') this.endWord();
		if (glyph.text === '') return this.extend(glyph);
		if (blank) return this.endWord();
		if (this.word) this.word = { ...this.word, text: this.word.text + glyph.text, end: glyph.end };
		else this.word = glyph;
	}

	/** Ends the last line; to be called once, after the last character. */
	finish(): void {
		this.endLine();
	}

	/** A character whose text stands in one before it. */
	private extend({ end }: PlacedGlyph): void {
		if (this.word) this.word = { ...this.word, end };
	}

	private endWord(): void {
		if (this.word) this.line.push(this.word);
		this.word = null;
	}

	private endLine(): void {
		this.endWord();
		if (this.line.length > 0) this.lines.push(this.line.map(asWord));
		this.line = [];
	}
}

/** Whether a character goes on with the word or the line of the one before it. */
function gapBetween(last: PlacedGlyph, next: PlacedGlyph): 'line' | 'none' | 'word' {
	const height = Math.hypot(last.up.x, last.up.y);
	if (!(height > 0)) return 'line';
	const [upX, upY] = [last.up.x / height, last.up.y / height];
	// Along the baseline, as displayed (y runs downwards).
	const [alongX, alongY] = [-upY, upX];
	const [dx, dy] = [next.start.x - last.end.x, next.start.y - last.end.y];
	const along = (dx * alongX + dy * alongY) / height;
	const off = Math.abs(dx * upX + dy * upY) / height;
	if (off > OFF_LINE || along < -STEP_BACK) return 'line';
	return along > WORD_GAP ? 'word' : 'none';
}

function asWord({ text, start, end, up }: PlacedGlyph): PageWord {
	const at = ({ x, y }: Point, share: number) => ({ x: x + share * up.x, y: y + share * up.y });
	return {
		text: text.normalize('NFC'),
		corners: [at(start, ASCENT), at(end, ASCENT), at(end, -DESCENT), at(start, -DESCENT)],
	};
}
