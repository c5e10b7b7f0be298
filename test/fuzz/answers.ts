import type * as Answers from '../../nodes/ClovaOcr/clova/answer';
import type * as Given from '../../nodes/ClovaOcr/clova/given';
import type * as Pages from '../../nodes/ClovaOcr/clova/pages';
import type * as AnswerPages from '../../nodes/ClovaOcr/input/answerPages';
import type { ItemSettings } from '../../nodes/ClovaOcr/input/settings';
import type * as Operations from '../../nodes/ClovaOcr/operations/index';
import type { Operation } from '../../nodes/ClovaOcr/operations/types';
import type * as Failures from '../../nodes/ClovaOcr/output/failures';
import type * as FileItems from '../../nodes/ClovaOcr/output/fileItems';
import type * as ReadAnswer from '../../nodes/ClovaOcr/readAnswer';
import type * as HiddenWords from '../../nodes/ClovaOcr/reading/masking/hiddenWords';
import type { PageAnswer } from '../../nodes/ClovaOcr/reading/page';
import { asList, asText, isObject, type Json } from '../../nodes/ClovaOcr/shared/json';
import { documents } from '../masking/documents';
import type { Random } from '../masking/random';
import { answer, answerNames, PLAIN } from '../support/answers';
import { built } from '../support/built';
import { answerOf, blankImage, generalImage, wordsOfLines } from '../support/generalAnswer';
import { itemSettings } from '../support/settings';
import { insist, insistClean, type Kind } from './kind';
import { makeOdd, oddText, oddValue, wireText } from './odd';

const { parseAnswer } = built<typeof Answers>('clova/answer');
const { readGiven } = built<typeof Given>('clova/given');
const { placeAnswer } = built<typeof AnswerPages>('input/answerPages');
const { pagesOfAnswer } = built<typeof Pages>('clova/pages');
const { operations } = built<typeof Operations>('operations/index');
const { errorItem } = built<typeof Failures>('output/failures');
const { fileItems } = built<typeof FileItems>('output/fileItems');
const { readAnswer } = built<typeof ReadAnswer>('readAnswer');
const { hiddenWords } = built<typeof HiddenWords>('reading/masking/hiddenWords');

/** What is longer takes longer, without a fault. */
const MOST_LETTERS = 300_000;

export const answers: Kind = {
	name: 'answers',
	what: 'Answers of the service, changed beyond recognition, through every reader, masking and output.',
	share: 40,
	run(random) {
		const body = baseAnswer(random);
		makeOdd(random, body, 14);
		const operation = random.pick(operations);
		const settings = anySettings(random, operation);
		const text = wireText(body);
		if (text.length > MOST_LETTERS) return;
		if (random.chance(0.2)) return givenAnswer(random, text, operation, settings);
		const parsed = parseAnswer({ status: 200, retryAfter: null, text }, ['secret']);
		if (!parsed.ok) {
			const failure = { problem: parsed.problem, itemIndex: 0, fileName: 'a.png', pages: null };
			return insistClean(errorItem(failure).json, text);
		}
		const sent = random.chance(0.3) ? null : [1, 2, 5].slice(0, random.int(1, 3));
		const { pages, failed } = pagesOfAnswer(parsed.answer.images, sent);
		insistClean(failed, text);
		if (pages.length > 0) output(pages, text, operation, settings);
	},
};

/** The same as the parameter 'Answer' takes it, as text or as the object that n8n makes of it. */
function givenAnswer(random: Random, text: string, operation: Operation, settings: ItemSettings) {
	const given = readGiven(random.chance(0.5) ? text : JSON.parse(text));
	if (!given.ok) return insistClean(given.problem, text);
	const range = random.pick(['', '', '1', '2-3', '1-']);
	const placed = placeAnswer(given.answer, range, random.pick([null, null, 1, 3]), 'file.png');
	if (!placed.ok) return insistClean(placed.problem, text);
	const { pages, failed } = placed.given;
	insistClean(failed, text);
	if (pages.length > 0) output(pages, text, operation, settings);
}

/** Everything that the pages become under these settings. */
function output(pages: PageAnswer[], text: string, operation: Operation, settings: ItemSettings) {
	const before = JSON.stringify(pages);
	const file = {
		pages,
		failed: [],
		skipped: false,
		fromFile: new Set<number>(),
		given: false,
		pageCount: pages.length,
		requestIds: new Map([[1, 'request']]),
		calls: new Map([[1, 1]]),
	};
	const read = readAnswer(file, operation, settings, 'file.png');
	const { items, hints } = fileItems({ ...file, ...read }, 'file.png', operation, settings, 0);
	for (const { item } of items) insistClean(item.json, text);
	insistClean(hints, text);
	insist(JSON.stringify(pages) === before, 'the answer was changed');
	insist(items.length >= (settings.output === 'raw' ? pages.length : 1), 'no item came out');
	if (operation.value === 'extractText') insistNoWordLost(read, settings);
	const { mask: level, alsoHide: patterns } = settings;
	for (const [index, page] of pages.entries()) {
		const masked = read.pages[index].image;
		if (page.image === null || masked === null) continue;
		insistClean(hiddenWords(page.image.raw, masked.raw, { level, patterns }), text);
	}
}

/** Letter by letter: nothing but blanks may be added or left out on the way to `text`. */
function insistNoWordLost({ pages, readings }: ReadAnswer.ReadAnswer, settings: ItemSettings) {
	const { splitInto, layout } = settings.reading;
	if (!['file', 'line', 'page', 'word'].includes(splitInto) || layout === 'markdown') return;
	const given = pages.flatMap(({ image }) =>
		image?.inferResult === 'SUCCESS' ? asList(image.raw.fields).map(wordIn) : [],
	);
	const texts = readings.map(({ values }) => asText(values.text) ?? '');
	insist(letters(given) === letters(texts), 'text has not the letters of the words');
}

function wordIn(field: Json): string {
	return isObject(field) ? (asText(field.inferText) ?? '') : '';
}

function letters(texts: string[]): string {
	const solid = texts.map((text) => text.replace(/\s+/g, ' ').trim().normalize('NFC')).join('');
	const digits = solid.replace(/[０-９]/g, (digit) =>
		String.fromCharCode(digit.charCodeAt(0) - 0xff10 + 0x30),
	);
	return Array.from(digits.replace(/\s/g, '')).sort().join('');
}

const KNOWN = answerNames().map(answer);

function baseAnswer(random: Random): Json {
	const kind = random.next();
	if (kind < 0.45) return structuredClone(random.pick(KNOWN));
	if (kind < 0.48) {
		const made = documents(random.int(0, 2 ** 30), 1).map(({ image }) => image);
		return structuredClone(answerOf(made));
	}
	if (kind < 0.9) {
		const line = () =>
			Array.from({ length: random.int(1, 6) }, () => oddText(random).slice(0, 20)).join(' ');
		const page = (_: unknown, index: number) =>
			random.chance(0.1)
				? blankImage(index)
				: generalImage(wordsOfLines(Array.from({ length: random.int(0, 8) }, line)), index);
		return answerOf(Array.from({ length: random.int(1, 3) }, page));
	}
	return random.chance(0.8) ? { images: oddValue(random, 5) } : oddValue(random, 5);
}

function anySettings(random: Random, operation: Operation): ItemSettings {
	const flag = () => random.chance(0.5);
	const reading = {
		...PLAIN,
		splitInto: operation.splitInto.length > 0 ? random.pick(operation.splitInto).value : '',
		layout: random.pick(['columns', 'markdown', 'spaced', 'text'] as const),
		detectTables: flag(),
		headerRow: flag(),
		fillMergedCells: flag(),
		convertNumbers: flag(),
		tableFormats: ['csv', 'html', 'markdown'].filter(flag),
		includeFieldDetails: flag(),
		expectedTotal: random.pick([null, 1000, 0.1]),
	};
	const mask = random.pick(['none', 'standard', 'strict'] as const);
	return itemSettings({
		reading,
		includeFieldDetails: reading.includeFieldDetails,
		mask: mask === 'none' && operation.masks === 'always' ? 'standard' : mask,
		output: random.pick(['detailed', 'raw', 'selectedFields', 'simplified'] as const),
		fields: ['text', 'page', 'ocr', 'total', '__proto__'].filter(flag),
		confidenceThreshold: random.pick([null, 0.5, 1]),
		alsoHide: random.chance(0.2) ? [oddText(random).slice(0, 100)] : [],
	});
}
