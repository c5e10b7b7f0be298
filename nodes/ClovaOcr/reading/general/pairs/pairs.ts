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

/** The pairs of a page: first those of its tables, then those of what stands outside of them. */
export function pagePairs(words: Word[], tables: Table[]): Pair[] {
	const areas = tables.flatMap((table) => table.areas);
	const outside = areas.length > 0 ? words.filter((word) => !isInside(word, areas)) : words;
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
	const found: Array<Pair & { at: Segment }> = [];
	const add = (by: Pair['by'], label: Segment, value: Segment) => {
		taken.add(label).add(value);
		const words = [...label.words, ...value.words];
		found.push({ label: shownLabel(label.text), value: value.text, by, words, at: label });
	};
	for (const row of rows) {
		row.forEach((segment, index) => {
			const next = row[index + 1];
			const colons = colonPairs(segment);
			if (colons.length > 0) {
				taken.add(segment);
				found.push(...colons.map((pair) => ({ ...pair, at: segment })));
			} else if (next !== undefined && !taken.has(segment) && belongsBeside(segment, next, row)) {
				add(/[:：]$/.test(segment.text) ? 'colon' : 'beside', segment, next);
			}
		});
	}
	rows.forEach((row, index) => {
		for (const label of row.filter((each) => !taken.has(each) && isLabel(each.text))) {
			const value = below(label, rows.slice(index + 1, index + 3), taken);
			if (value !== null) add('below', label, value);
		}
	});
	const order = new Map(rows.flat().map((segment, index) => [segment, index]));
	return found
		.sort((a, b) => (order.get(a.at) ?? 0) - (order.get(b.at) ?? 0))
		.map(({ label, value, by, words }) => ({ label, value, by, words }));
}

/** The pairs of a table: a label's cell with the value right of it, else with the one below it. */
export function tablePairs({ cells, places }: Grid): Pair[] {
	const labels = cells.filter((cell) => isLabel(cell.text));
	return labels.flatMap((cell) => {
		const { row, column, rowSpan, columnSpan } = cell;
		const beside = places[row]?.[column + columnSpan] ?? null;
		const under = places[row + rowSpan]?.[column] ?? null;
		const value = [beside, under].find(isValueCell);
		if (value === undefined || value === null) return [];
		if (value === under && beside !== null && !isLabel(beside.text)) return [];
		const words = [...cell.words, ...value.words];
		const text = value.text.replaceAll('\n', ' ');
		return [
			{ label: shownLabel(cell.text.replaceAll('\n', ' ')), value: text, by: 'table', words },
		];
	});
}

function isValueCell(cell: GridCell | null): boolean {
	return cell !== null && isValue(cell.text);
}

function isValue(text: string): boolean {
	return text.length <= LONGEST_VALUE && /[\p{L}\d]/u.test(text) && !isLabel(text);
}

function belongsBeside(label: Segment, value: Segment, row: Segment[]): boolean {
	if (!isValue(value.text) || hasColon(value)) return false;
	if (/[:：]$/.test(label.text)) return mayBeLabel(label.text) || isLabel(label.text);
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
	const cut = words.map(({ text }) => cutAtColon(text));
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
	for (const [index, word] of words.entries()) {
		const [before, after] = cut[index] ?? [];
		if (before === undefined || after === undefined) {
			value.push({ text: word.text, word });
			continue;
		}
		// In front of a first colon all words are the label, behind one only the word that bears it.
		const wanted: number = label === null ? value.length : before === '' ? 1 : 0;
		const leading: Array<{ text: string; word: Word }> = wanted > 0 ? value.splice(-wanted) : [];
		const text: string = [...leading.map((part) => part.text), before].join(' ').trim();
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
