import { charactersOf, isSeparator } from './characters';
import type { FoundKind, HiddenSpan, Search } from './found';
import type { MaskLevel } from '../reading';
import { searchWords } from './search';

/** Texts with their numbers starred, and what was found. */
export interface MaskedTexts {
	texts: string[];
	found: FoundKind[];
}

/** Stars the numbers of persons and cards in a text; every other character stays as it is. */
export function maskText(text: string, level: MaskLevel): string {
	return maskTexts([text], { level, patterns: [] }).texts[0];
}

// Shorter ones are no real secrets, and could be words of our own sentences.
const SHORTEST_SECRET = 8;

/**
 * A text for errors and hints, which end up in logs and mails: the one place that hides what nobody may
 * see there, whatever 'Mask Numbers' says. An ellipsis stands for each secret, stars for numbers.
 * @param secrets such as the credential's: a server may echo them
 */
export function withoutPrivate(
	text: string,
	level: Exclude<MaskLevel, 'none'>,
	secrets: readonly string[] = [],
): string {
	const long = secrets.filter(({ length }) => length >= SHORTEST_SECRET);
	return maskText(
		long.reduce((rest, secret) => rest.replaceAll(secret, '…'), text),
		level,
	);
}

/**
 * The same for texts that stand in one list: a number goes on from one into the next only where a
 * separator says so.
 */
export function maskTexts(texts: string[], search: Search): MaskedTexts {
	const masked: string[] = [];
	const found: FoundKind[] = [];
	for (const group of joinedGroups(texts)) {
		const words = group.map((text) => ({ text, corners: [], endsLine: true, cell: null }));
		const numbers = searchWords(words, search);
		const spans = numbers.flatMap((number) => number.spans);
		masked.push(...starred(group, spans));
		found.push(...numbers.map(({ kind }) => kind));
	}
	return { texts: found.length === 0 ? texts : masked, found };
}

/** The list cut wherever no separator leads from one text into the next. */
function joinedGroups(texts: string[]): string[][] {
	const groups: string[][] = [];
	texts.forEach((text, index) => {
		const last = charactersOf(texts[index - 1]?.trimEnd().slice(-1) ?? '', 0)[0]?.value ?? '';
		const first = charactersOf(text.trimStart().slice(0, 1), 0)[0]?.value ?? '';
		if (index > 0 && (isSeparator(last) || isSeparator(first)))
			groups[groups.length - 1].push(text);
		else groups.push([text]);
	});
	return groups;
}

/** The texts with a star for each hidden character; the same list where nothing is hidden. */
export function starred(texts: string[], spans: HiddenSpan[]): string[] {
	if (spans.length === 0) return texts;
	const hidden = new Map<number, Set<number>>();
	for (const { word, from, to } of spans) {
		const units = hidden.get(word) ?? new Set();
		hidden.set(word, units);
		for (let unit = from; unit < to; unit++) units.add(unit);
	}
	return texts.map((text, word) => {
		const units = hidden.get(word);
		if (units === undefined) return text;
		let at = 0;
		return Array.from(text, (point) => {
			const star = units.has(at);
			at += point.length;
			return star ? '*' : point;
		}).join('');
	});
}
