import type { Grid, GridCell } from '../tables/grid';
import type { Word } from '../text/words';
import { isInside } from '../tables/outside';
import type { Table } from '../tables/tables';
import { isLabel, isTyped, mayBeLabel, shownLabel } from './labels';
import { segmentRows, type Segment } from './segments';

/** A label and its value, guessed from the layout. */
export interface Pair {
	label: string;
	value: string;
	/** What told that they belong together. */
	by: 'below' | 'beside' | 'colon' | 'table';
	words: Word[];
}

/** How far below a label its value may stand, in heights of the label. */
const BELOW = 2.2;
/** A label is a few words, and so is a value. */
const LABEL_WORDS = 4;
const LONGEST_VALUE = 80;
const COLON_END = /[:：]$/;

/** The pairs of a page: first those of its tables, then those of what stands outside of them. */
export function pagePairs(words: Word[], tables: Table[]): Pair[] {
	const areas = tables.flatMap((table) => table.areas);
	const outside = words.filter((word) => !isInside(word, areas));
	return [...tables.flatMap(({ grid }) => tablePairs(grid)), ...pairsOf(segmentRows(outside))];
}

/**
 * Label and value by a colon, by standing beside each other with a gap, or above each other. Right
 * pairs matter more than all pairs: without a colon the label's word has to be known, or the value be
 * a number, a date or the like and alone beside it.
 * @param rows the page's rows, cut at wide gaps
 */
export function pairsOf(rows: Segment[][]): Pair[] {
	const taken = new Set<Segment>();
	const found = new Map<Segment, Pair[]>();
	const add = (by: Pair['by'], label: Segment, value: Segment) => {
		taken.add(label).add(value);
		const words = [...label.words, ...value.words];
		found.set(label, [{ label: shownLabel(label.text), value: value.text, by, words }]);
	};
	for (const row of rows) {
		row.forEach((segment, index) => {
			const next = row[index + 1];
			const colons = colonPairs(segment);
			if (colons.length > 0) {
				taken.add(segment);
				found.set(segment, colons);
			} else if (next !== undefined && belongsBeside(segment, next, row)) {
				add(COLON_END.test(segment.text) ? 'colon' : 'beside', segment, next);
			}
		});
	}
	rows.forEach((row, index) => {
		for (const label of row.filter((each) => !taken.has(each) && isLabel(each.text))) {
			const value = below(label, rows.slice(index + 1, index + 3), taken);
			if (value !== null) add('below', label, value);
		}
	});
	return rows.flat().flatMap((segment) => found.get(segment) ?? []);
}

/** The pairs of a table: a label's cell with the value right of it, else with the one below it. */
export function tablePairs({ cells, places }: Grid): Pair[] {
	const labels = cells.filter((cell) => isLabel(cell.text));
	return labels.flatMap((cell) => {
		const { row, column, rowSpan, columnSpan } = cell;
		const beside = places[row][column + columnSpan] ?? null;
		const under = places[row + rowSpan]?.[column] ?? null;
		const value = [beside, under].find(isValueCell);
		if (value === undefined) return [];
		if (value === under && beside !== null && !isLabel(beside.text)) return [];
		const words = [...cell.words, ...value.words];
		const text = value.text.replaceAll('\n', ' ');
		return [
			{ label: shownLabel(cell.text.replaceAll('\n', ' ')), value: text, by: 'table', words },
		];
	});
}

function isValueCell(cell: GridCell | null): cell is GridCell {
	return cell !== null && isValue(cell.text);
}

/** What ends with a colon is a label without a value, whether its word is known or not. */
function isValue(text: string): boolean {
	const isShort = text.length <= LONGEST_VALUE;
	return isShort && /[\p{L}\d]/u.test(text) && !isLabel(text) && !COLON_END.test(text);
}

function belongsBeside(label: Segment, value: Segment, row: Segment[]): boolean {
	if (!isValue(value.text) || hasColon(value)) return false;
	if (COLON_END.test(label.text)) return mayBeLabel(label.text) || isLabel(label.text);
	if (isLabel(label.text)) return true;
	return row.length === 2 && mayBeLabel(label.text) && isTyped(value.text);
}

/** The nearest segment under a label, neither taken nor a label itself. */
function below(label: Segment, rows: Segment[][], taken: Set<Segment>): Segment | null {
	const reach = label.bottom + BELOW * (label.bottom - label.top);
	for (const row of rows) {
		const under = row.filter((each) => each.left < label.right && each.right > label.left);
		const [first] = under;
		if (first === undefined) continue;
		const fits = under.length === 1 && first.top < reach && !taken.has(first);
		return fits && isValue(first.text) && !hasColon(first) ? first : null;
	}
	return null;
}

function hasColon(segment: Segment): boolean {
	return colonPairs(segment).length > 0;
}

/** The pairs of one segment: a label, a colon and words up to the next label with a colon. */
function colonPairs({ words }: Segment): Pair[] {
	const pairs: Pair[] = [];
	let label: { text: string; words: Word[] } | null = null;
	let value: Array<{ text: string; word: Word }> = [];
	const finish = () => {
		const text = value.map((part) => part.text).join(' ');
		if (label !== null && isValue(text)) {
			const own = [...label.words, ...value.map(({ word }) => word)];
			pairs.push({ label: shownLabel(label.text), value: text, by: 'colon', words: own });
		}
	};
	for (const word of words) {
		const cut = cutAtColon(word.text);
		if (cut === null) {
			value.push({ text: word.text, word });
			continue;
		}
		const [before, after] = cut;
		// In front of a first colon all words are the label, behind one only the word that bears it.
		const wanted: number = label === null ? value.length : before === '' ? 1 : 0;
		const leading = value.splice(value.length - wanted);
		const text = [...leading.map((part) => part.text), before].join(' ').trim();
		if (!(mayBeLabel(text) || isLabel(text)) || leading.length >= LABEL_WORDS) {
			value.push(...leading, { text: word.text, word });
			continue;
		}
		finish();
		label = { text, words: [...leading.map((part) => part.word), word] };
		value = after === '' ? [] : [{ text: after, word }];
	}
	finish();
	return pairs;
}

/** A word in two at its colon; null where it has none that parts label and value (12:30, http://…). */
function cutAtColon(text: string): [string, string] | null {
	const at = text.search(/[:：]/);
	if (at === -1 || text.startsWith('//', at + 1) || /\d[:：]\d/.test(text)) return null;
	return [text.slice(0, at), text.slice(at + 1)];
}
