import type { Word } from '../text/words';
import type { Sheet } from '../tables/sheet';
import type { PageHeights } from './headings';
import type { Line } from './lines';

/** Printed lines of which each goes on in the next. */
export type Flow = string[];

/** A piece of a page between blank lines. */
export type Block =
	| { kind: 'heading'; ratio: number; text: string; words: Word[] }
	| { kind: 'list'; marker: string; items: Flow[]; words: Word[] }
	| { kind: 'paragraph'; lines: Flow[]; words: Word[] }
	| { kind: 'table'; sheet: Sheet; words: Word[] };

/** A table in its place, or a line. */
export type Piece = Line | { sheet: Sheet; words: Word[] };

/** Signs that only say that a list item begins; Markdown's own sign takes their place. */
const BULLET = /^([•·▪◦●*\-–])\s+(?=\S)/;
const NUMBER = /^([1-9]\d{0,2})([.)])\s+(?=\S)/;
/** How far lines of one paragraph lie apart, as a multiple of the page's usual distance. */
const APART = 1.35;
/** How far a first line is drawn in, in letter heights. */
const INDENT = 0.8;

/** The blocks of a page, its pieces in reading order. */
export function blocksOf(pieces: Piece[], { body, headings }: PageHeights): Block[] {
	const pitch = usualPitch(pieces, body);
	const blocks: Block[] = [];
	let previous: Line | null = null;
	for (const piece of pieces) {
		if ('sheet' in piece) {
			blocks.push({ kind: 'table', ...piece });
			previous = null;
			continue;
		}
		const goesOn = previous !== null && isNext(previous, piece, pitch, body);
		const ratio = headings.get(piece) ?? null;
		addLine(blocks, piece, goesOn ? previous : null, ratio);
		previous = piece;
	}
	return blocks;
}

function addLine(blocks: Block[], line: Line, previous: Line | null, ratio: number | null): void {
	const words = line.words.map(({ word }) => word);
	const last = blocks.at(-1);
	if (ratio !== null) {
		if (last?.kind === 'heading' && previous !== null) {
			last.text += ` ${line.text}`;
			last.words.push(...words);
		} else blocks.push({ kind: 'heading', ratio, text: line.text, words });
		return;
	}
	const item = itemOf(line.text, last);
	if (item !== null) {
		if (last?.kind === 'list' && last.marker === item.marker) {
			last.items.push([item.text]);
			last.words.push(...words);
		} else blocks.push({ kind: 'list', marker: item.marker, items: [[item.text]], words });
		return;
	}
	const goesOn = previous !== null && !NUMBER.test(line.text);
	if (last?.kind === 'list' && goesOn && isWrapped(previous, line)) {
		last.items.at(-1)?.push(line.text);
		last.words.push(...words);
	} else if (last?.kind === 'paragraph' && goesOn && !isIndented(previous, line)) {
		if (isWrapped(previous, line)) last.lines.at(-1)?.push(line.text);
		else last.lines.push([line.text]);
		last.words.push(...words);
	} else {
		blocks.push({ kind: 'paragraph', lines: [[line.text]], words });
	}
}

/** A list item without its sign. A number that does not follow the one before would be renumbered. */
function itemOf(text: string, last: Block | undefined): { marker: string; text: string } | null {
	const bullet = BULLET.exec(text);
	if (bullet !== null) return { marker: '-', text: text.slice(bullet[0].length) };
	const [whole, number, sign] = NUMBER.exec(text) ?? [];
	if (whole === undefined) return null;
	if (last?.kind === 'list' && last.marker !== '-') {
		const next = Number(last.marker.slice(0, -1)) + last.items.length;
		return Number(number) === next && last.marker.endsWith(sign)
			? { marker: last.marker, text: text.slice(whole.length) }
			: null;
	}
	return { marker: `${number}${sign}`, text: text.slice(whole.length) };
}

/** Whether a line follows the one before closely enough to belong to the same block. */
function isNext(previous: Line, line: Line, pitch: number, body: number): boolean {
	const distance = line.middle - previous.middle;
	const alike = line.height < previous.height * 1.25 && previous.height < line.height * 1.25;
	// Lines in larger print, such as a title of two lines, stand further apart by as much.
	const apart = APART * pitch * Math.max(1, line.height / body);
	return line.region === previous.region && distance > -body && distance <= apart && alike;
}

/** Whether a line was only ended because the next word had no room: the paragraph flows on. */
function isWrapped(previous: Line, next: Line): boolean {
	const first = next.words[0];
	const room = previous.regionRight - previous.right;
	return (
		next.middle - previous.middle > previous.height / 2 &&
		room < first.right - first.left + previous.height / 2
	);
}

function isIndented(previous: Line, line: Line): boolean {
	const [before, now] = [previous.left - line.regionLeft, line.left - line.regionLeft];
	return now > INDENT * line.height && now < 4 * line.height && before < now - line.height / 2;
}

/** Running text as one line; a Latin word that a hyphen parts over a line end is put together. */
export function flowing(flow: Flow): string {
	return flow
		.map((text, index) => {
			const next = flow[index + 1];
			if (next === undefined) return text;
			const isParted = /\p{Script=Latin}\p{Ll}-$/u.test(text) && /^\p{Ll}{2}/u.test(next);
			return isParted ? text.slice(0, -1) : `${text} `;
		})
		.join('');
}

/** The median distance between lines that follow each other, in pixels. */
function usualPitch(pieces: Piece[], body: number): number {
	const lines = pieces.filter((piece): piece is Line => 'text' in piece);
	const distances = lines
		.slice(1)
		.map((line, index) => line.middle - lines[index].middle)
		.filter((distance) => distance > body / 2 && distance < body * 3)
		.sort((a, b) => a - b);
	return distances[distances.length >> 1] ?? body;
}
