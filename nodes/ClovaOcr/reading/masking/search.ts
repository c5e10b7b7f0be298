import { cardEvidence, hiddenOfCard } from './cards';
import { charactersOf, jointCharacter, type Character, type Strip } from './characters';
import { digitsFrom, groupsOf, isBarcode, startsOf, type Digits } from './digits';
import { CARD_WEIGHTS, ENOUGH, PERSON_WEIGHTS, type LabelKind } from './evidence';
import type { FoundNumber, HiddenSpan, Search, SearchedWord } from './found';
import { LabelSearch } from './labelSearch';
import { LaidWords } from './laidWords';
import {
	findLicenses,
	findPassportNumbers,
	findPatterns,
	findZones,
	type Hidden,
} from './patterns';
import { hiddenOfPerson, personEvidence } from './persons';
import { wordStrips } from './wordStrips';

/**
 * Finds what has to be hidden among the words of one page. Pure; what is found for the level does not
 * overlap, a pattern may overlap anything. Time grows with the number of words, not faster.
 * @param words in CLOVA's reading order
 */
export function searchWords(words: SearchedWord[], search: Search): FoundNumber[] {
	return searchLaid(new LaidWords(words), search);
}

/** The same for words whose places are known from elsewhere, such as the cells of a table. */
export function searchLaid(laid: LaidWords, search: Search): FoundNumber[] {
	const { words } = laid;
	const hidden = search.level === 'none' ? [] : findHidden(laid, search);
	const found = hidden.map(
		({ kind, characters }): FoundNumber => ({ kind, spans: spansOf(characters) }),
	);
	return [...found, ...findPatterns(words, search.patterns)];
}

function findHidden(laid: LaidWords, search: Search): Hidden[] {
	const strict = search.level === 'strict';
	const hidden = withoutOverlap(candidatesOf(laid, search));
	const zones = laid.words.some(({ text }) => text.includes('<'));
	if (zones || strict) {
		const all = laid.words.flatMap(({ text }, index) => [
			...charactersOf(text, index),
			jointCharacter('near'),
		]);
		if (zones) hidden.push(...findZones(all, strict));
		if (strict) hidden.push(...findPassportNumbers(all), ...findLicenses(all));
	}
	return hidden.filter(({ characters }) => characters.length > 0);
}

interface Candidate extends Hidden {
	digits: Digits;
	score: number;
}

function candidatesOf(laid: LaidWords, search: Search): Candidate[] {
	const labels = new LabelSearch(laid, search.name ?? '');
	const candidates: Candidate[] = [];
	for (const strip of wordStrips(laid)) {
		for (const start of startsOf(strip)) {
			candidates.push(...candidatesAt(strip, start, labels, search.barcodes === true));
		}
	}
	return candidates;
}

const FRONT = 6;

function candidatesAt(
	strip: Strip,
	start: number,
	labels: LabelSearch,
	barcodes: boolean,
): Candidate[] {
	const row = digitsFrom(strip, start);
	const found: Candidate[] = [];
	const consider = (
		kind: 'card' | 'personal',
		evidence: { digits: Digits; score: number } | null,
		weights: Record<LabelKind, number>,
	) => {
		if (evidence === null) return;
		const { digits } = evidence;
		if (evidence.score + Math.max(...Object.values(weights)) < ENOUGH) return;
		const { word, from } = digits.places[0];
		const label = labels.labelOf(word, from);
		if (barcodes && label !== (kind === 'card' ? 'card' : 'person') && holdsBarcode(digits)) return;
		const score = evidence.score + (label === null ? 0 : weights[label]);
		if (score < ENOUGH) return;
		const characters = kind === 'card' ? hiddenOfCard(digits) : hiddenOfPerson(digits);
		found.push({ kind, digits, score, characters });
	};
	consider('personal', personEvidence(row), PERSON_WEIGHTS.label);
	// A misread dash looks like a digit too many.
	if (row.printed[FRONT] === false && !row.gaps.some(({ at }) => at === FRONT)) {
		consider('personal', personEvidence(digitsFrom(strip, start, FRONT)), PERSON_WEIGHTS.label);
	}
	consider('card', cardEvidence(row), CARD_WEIGHTS.label);
	return found;
}

function holdsBarcode(digits: Digits): boolean {
	let from = 0;
	return groupsOf(digits).some((length) => {
		from += length;
		return isBarcode(digits.text.slice(from - length, from));
	});
}

/** The best of those that claim the same digits. */
function withoutOverlap(candidates: Candidate[]): Hidden[] {
	const taken = new Set<string>();
	const kept: Candidate[] = [];
	for (const candidate of [...candidates].sort((a, b) => b.score - a.score)) {
		const keys = candidate.digits.places.map(({ word, from }) => `${word}:${from}`);
		if (keys.some((key) => taken.has(key))) continue;
		keys.forEach((key) => taken.add(key));
		kept.push(candidate);
	}
	return kept
		.sort(
			(a, b) =>
				a.characters[0].word - b.characters[0].word || a.characters[0].from - b.characters[0].from,
		)
		.map(({ kind, characters }) => ({ kind, characters }));
}

/** Characters as spans, those that touch in one. */
function spansOf(characters: Character[]): HiddenSpan[] {
	const spans: HiddenSpan[] = [];
	for (const { word, from, to } of characters) {
		const last = spans.at(-1);
		if (last?.word === word && from >= last.from && from <= last.to)
			last.to = Math.max(last.to, to);
		else spans.push({ word, from, to });
	}
	return spans;
}
