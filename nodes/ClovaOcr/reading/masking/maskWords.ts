import {
	asList,
	asNumber,
	asObject,
	isObject,
	type Json,
	type JsonObject,
} from '../../shared/json';
import type { AnswerCopy, Path } from './answerCopy';
import { LaidWords, type Place } from './laidWords';
import { starred } from './maskText';
import { pageWords, wordOf, type PageWord } from './pageWords';
import { searchLaid, searchWords } from './search';
import type { FoundKind, HiddenSpan, Search } from './found';
import { mayHoldNumber } from './slots';

/** Words of an answer that have been searched. */
interface Searched {
	words: PageWord[];
	hidden: HiddenSpan[];
}

/**
 * Stars the numbers among the words of a page and of its tables. The words of a table stand in `fields`
 * once more; what is hidden in one place is hidden in the other.
 * @returns the kinds of what was found, a number in a table counted once
 */
export function maskWords(copy: AnswerCopy, image: JsonObject, search: Search): FoundKind[] {
	const page = pageWords(image);
	const found = isWorth(page, search) ? searchWords(page, search) : [];
	const kinds = found.map(({ kind }) => kind);
	const pageHidden = found.flatMap(({ spans }) => spans);
	const tables = asList(image.tables).map((table, index) =>
		searchTable(table, pathOf(image, 'tables', index), search),
	);
	const twins = new Twins(page);
	const known = new Set(pageHidden.map(({ word }) => word));
	for (const table of tables) {
		for (const { kind, spans } of table.found) {
			const copies = spans.flatMap((span) => twins.spanOf(table.words[span.word], span) ?? []);
			if (!copies.some(({ word }) => known.has(word))) kinds.push(kind);
			pageHidden.push(...copies);
		}
	}
	writeStars(copy, { words: page, hidden: pageHidden });
	for (const { words, found: inTable } of tables) {
		const hidden = inTable.flatMap(({ spans }) => spans);
		writeStars(copy, { words, hidden: [...hidden, ...twins.spansBack(words, pageHidden)] });
	}
	return kinds;
}

/** Whether anything of the words can be hidden; most pages of prose hold no digit. */
function isWorth(words: PageWord[], { patterns }: Search): boolean {
	return patterns.length > 0 || words.some(({ text }) => mayHoldNumber(text));
}

function writeStars(copy: AnswerCopy, { words, hidden }: Searched): void {
	const texts = words.map(({ text }) => text);
	const masked = starred(texts, hidden);
	for (const word of new Set(hidden.map((span) => span.word))) {
		if (masked[word] !== texts[word]) copy.set(words[word].path, masked[word]);
	}
}

/** Path of a member's entry, whether CLOVA sent a list or a lone object. */
export function pathOf(holder: JsonObject, name: string, index: number): Path {
	return Array.isArray(holder[name]) ? [name, index] : [name];
}

/** Height and width of a cell, in any unit, where only rows and columns are known. */
const ROW = 10;
const COLUMN = 100;

function searchTable(table: Json, path: Path, search: Search) {
	const words: PageWord[] = [];
	const places: Place[] = [];
	const cells = membersAt(asObject(table), 'cells', path).map((cell) => ({
		...cell,
		place: placeOf(cell.value),
	}));
	cells.sort((a, b) => a.place.top - b.place.top || a.place.left - b.place.left);
	cells.forEach(({ value, path: at, place }, number) => {
		for (const line of membersAt(value, 'cellTextLines', at)) {
			const members = membersAt(line.value, 'cellWords', line.path);
			members.forEach((member, index) => {
				const word = wordOf(member.value, member.path, index === members.length - 1, () => number);
				if (word === null) return;
				words.push(word);
				places.push(place);
			});
		}
	});
	return {
		words,
		found: isWorth(words, search) ? searchLaid(new LaidWords(words, places), search) : [],
	};
}

function membersAt(
	holder: JsonObject,
	name: string,
	path: Path,
): Array<{ value: JsonObject; path: Path }> {
	return asList(holder[name]).flatMap((value, index) =>
		isObject(value) ? [{ value, path: [...path, ...pathOf(holder, name, index)] }] : [],
	);
}

function placeOf(cell: JsonObject): Place {
	const number = (name: string, least: number) => Math.max(asNumber(cell[name]) ?? least, least);
	const [top, left] = [number('rowIndex', 0) * ROW, number('columnIndex', 0) * COLUMN];
	const [down, across] = [number('rowSpan', 1) * ROW, number('columnSpan', 1) * COLUMN];
	return { left: left + 1, top: top + 1, right: left + across - 1, bottom: top + down - 1 };
}

/** Finds the words of a page that are those of a table's cells: the same text at the same place. */
class Twins {
	private byText: Map<string, number[]> | null = null;

	constructor(private readonly page: PageWord[]) {}

	spanOf(word: PageWord, span: HiddenSpan): HiddenSpan | null {
		this.byText ??= indexesByText(this.page);
		const twin = (this.byText.get(word.text) ?? []).find((index) =>
			areAtOnePlace(this.page[index], word),
		);
		return twin === undefined ? null : { ...span, word: twin };
	}

	/** What of a table's words is hidden because their twins on the page are. */
	spansBack(words: PageWord[], hidden: HiddenSpan[]): HiddenSpan[] {
		if (hidden.length === 0) return [];
		const byText = indexesByText(words);
		return hidden.flatMap((span) => {
			const word = this.page[span.word];
			const twin = (byText.get(word.text) ?? []).find((index) => areAtOnePlace(words[index], word));
			return twin === undefined ? [] : [{ ...span, word: twin }];
		});
	}
}

function indexesByText(words: PageWord[]): Map<string, number[]> {
	const byText = new Map<string, number[]>();
	words.forEach(({ text }, index) => {
		const indexes = byText.get(text);
		if (indexes === undefined) byText.set(text, [index]);
		else indexes.push(index);
	});
	return byText;
}

function areAtOnePlace(a: PageWord, b: PageWord): boolean {
	const [one, other] = [a.corners, b.corners];
	if (one.length === 0 || other.length === 0) return false;
	const reach = Math.hypot(one[0].x - one[one.length - 1].x, one[0].y - one[one.length - 1].y);
	return Math.hypot(one[0].x - other[0].x, one[0].y - other[0].y) <= reach / 2;
}
