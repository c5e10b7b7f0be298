import { asList, isObject, type Json, type JsonObject } from '../../shared/json';
import type { AnswerCopy, Path } from './answerCopy';
import { pathOf } from './maskWords';
import { starred } from './maskText';
import { isNamed, wordOf, type PageWord } from './pageWords';
import { searchWords } from './search';
import type { FoundKind, HiddenSpan, Search } from './found';
import { mayHoldNumber } from './slots';

/**
 * Stars the numbers in the fields of a template (and in its title): each field is searched for itself,
 * and so are the words that it was read from. What is hidden in a field's text is hidden in its words
 * and the other way round.
 */
export function maskFields(copy: AnswerCopy, image: JsonObject, search: Search): FoundKind[] {
	return ['fields', 'title'].flatMap((name) =>
		asList(image[name]).flatMap((field, index) =>
			isObject(field) && isNamed(field)
				? maskField(copy, field, pathOf(image, name, index), search)
				: [],
		),
	);
}

function maskField(copy: AnswerCopy, field: JsonObject, path: Path, search: Search): FoundKind[] {
	const name = typeof field.name === 'string' ? field.name : '';
	const own = wordOf(field, path, null, () => null);
	const words = asList(field.subFields).flatMap((part, index) =>
		partOf(part, [...path, ...pathOf(field, 'subFields', index)]),
	);
	if (![own, ...words].some((word) => word !== null && mayHoldNumber(word.text))) return [];
	const named = { ...search, name };
	const inText = own === null ? [] : searchWords([own], named);
	const inWords = searchWords(words, named);
	const textSpans = inText.flatMap(({ spans }) => spans);
	const wordSpans = inWords.flatMap(({ spans }) => spans);
	const aligned = own === null ? null : aligning(own.text, words);
	if (own !== null) {
		const spans = [...textSpans, ...(aligned?.toText(wordSpans) ?? [])];
		write(copy, [own], spans);
	}
	write(copy, words, [...wordSpans, ...(aligned?.toWords(textSpans) ?? [])]);
	const most = inText.length >= inWords.length ? inText : inWords;
	return most.map(({ kind }) => kind);
}

function partOf(part: Json, path: Path): PageWord[] {
	if (!isObject(part)) return [];
	const endsLine = typeof part.lineBreak === 'boolean' ? part.lineBreak : null;
	const word = wordOf(part, path, endsLine, () => null);
	return word === null ? [] : [word];
}

function write(copy: AnswerCopy, words: PageWord[], spans: HiddenSpan[]): void {
	const texts = words.map(({ text }) => text);
	const masked = starred(texts, spans);
	if (masked === texts) return;
	words.forEach(({ path, text }, index) => {
		if (masked[index] !== text) copy.set(path, masked[index]);
	});
}

/** Takes places in a field's text to those in its words and back; null where the two differ but in blanks. */
function aligning(text: string, words: PageWord[]) {
	const inText = solidUnits([text]);
	const inWords = solidUnits(words.map((word) => word.text));
	const same =
		inText.length === inWords.length &&
		inText.every(({ unit }, index) => unit === inWords[index].unit);
	if (!same) return null;
	const moved = (from: Unit[], to: Unit[], spans: HiddenSpan[]) =>
		from.flatMap(({ word, at }, index) =>
			spans.some((span) => span.word === word && at >= span.from && at < span.to)
				? [{ word: to[index].word, from: to[index].at, to: to[index].at + 1 }]
				: [],
		);
	return {
		toText: (spans: HiddenSpan[]) => moved(inWords, inText, spans),
		toWords: (spans: HiddenSpan[]) => moved(inText, inWords, spans),
	};
}

interface Unit {
	unit: string;
	word: number;
	at: number;
}

function solidUnits(texts: string[]): Unit[] {
	return texts.flatMap((text, word) =>
		text
			.split('')
			.map((unit, at) => ({ unit, word, at }))
			.filter(({ unit }) => !/\s/.test(unit)),
	);
}
