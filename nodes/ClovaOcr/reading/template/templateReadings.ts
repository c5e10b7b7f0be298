import { freeName } from '../../shared/itemKeys';
import {
	asNumber,
	asObject,
	asText,
	flatList,
	isObject,
	type Json,
	type JsonObject,
} from '../../shared/json';
import { bareLeaf, textsByPath } from '../document/leaf';
import { takeApart } from '../document/walk';
import { confidenceOf, memberNames, type PageAnswer } from '../page';
import { hasSeveralPages, outcomeOf } from '../pageOutcome';
import type { Reading, ReadingOptions, ReviewReason } from '../reading';
import { readText } from '../values/printed';
import {
	combinedResultsOf,
	FIELD_MEMBERS,
	templateField,
	templateFieldsOf,
	type TemplateField,
} from './templateFields';

const NOTHING_FOUND = 'CLOVA found no field of a template on this page.';

/** CLOVA's word for a page that none of the deployed templates fits; the rest of the text varies. */
const NOT_MATCHED = /not[_ ]found/i;

/** What is read here of the members of an entry; everything else ends in `ocr.other`. */
const KNOWN = new Map([
	['combineResult', FIELD_MEMBERS],
	['fields', FIELD_MEMBERS],
	['matchedTemplate', ['id', 'name']],
	['title', FIELD_MEMBERS],
]);

/** Reads each page into the fields of the template that CLOVA matched to it. */
export function templateReadings(pages: PageAnswer[], options: ReadingOptions): Reading[] {
	const severalPages = hasSeveralPages(pages);
	return pages.map((page) => templateReading(page, options, severalPages));
}

function templateReading(
	page: PageAnswer,
	options: ReadingOptions,
	severalPages: boolean,
): Reading {
	const answered = page.image?.inferResult === 'SUCCESS' ? page.image.raw : null;
	const entry = answered ?? {};
	const own = templateFieldsOf(entry);
	const fields = groupByName(own, combinedResultsOf(entry));
	const unknown = answered === null ? null : unknownIn(answered, own);
	const outcome = outcomeOf(
		page,
		fields.size > 0,
		NOTHING_FOUND,
		severalPages && answered === null,
	);
	const all = [...fields.values()].flat();
	return {
		values: Object.fromEntries([...fields].map(([key, group]) => [key, valueOf(group)])),
		page: page.page,
		...outcome,
		message: unknown ?? outcome.message,
		...confidenceOf(all.map(({ confidence }) => confidence)),
		reviewReasons: [
			...outcome.reviewReasons.filter((reason) => unknown === null || reason !== 'notRecognized'),
			...(unknown === null ? [] : (['nothingRead'] as const)),
			...templateReasons(page),
		],
		checks: {},
		fields: options.includeFieldDetails ? detailsOf(fields) : null,
		other: otherTexts(entry, fields),
		width: page.width,
		height: page.height,
		detail: 'full',
		more: { template: templateOf(entry), title: titlesOf(entry)[0] ?? null },
	};
}

/** What of an answer that says SUCCESS is not known here, in words; null where all is as it should be. */
function unknownIn(answered: JsonObject, fields: TemplateField[]): string | null {
	const names = memberNames(answered) || 'none';
	if (fields.length === 0)
		return `CLOVA OCR reported success without any field. Members: ${names}.`;
	return fields.some(({ name, reshaped }) => name === null || reshaped)
		? `CLOVA OCR sent fields in a new form, part of which was not read. Members: ${names}.`
		: null;
}

/**
 * Output keys in the answer's order, each with the fields of that name. A combined result is a text
 * of its own, so a name that is taken gets a number.
 */
function groupByName(
	fields: TemplateField[],
	combined: TemplateField[],
): Map<string, TemplateField[]> {
	const named = sameNames(fields, 'field');
	const taken = new Set(named.keys());
	const keys = new Map<string, TemplateField[]>();
	for (const [name, group] of named) {
		taken.delete(name);
		const key = freeName(name, taken);
		taken.add(name).add(key);
		keys.set(key, group);
	}
	for (const [name, group] of sameNames(combined, 'combined')) {
		const key = freeName(name, taken);
		taken.add(key);
		keys.set(key, group);
	}
	return keys;
}

function sameNames(fields: TemplateField[], nameless: string): Map<string, TemplateField[]> {
	const named = new Map<string, TemplateField[]>();
	for (const [index, field] of fields.entries()) {
		const name = field.name ?? `${nameless}${index + 1}`;
		const group = named.get(name);
		if (group === undefined) named.set(name, [field]);
		else group.push(field);
	}
	return named;
}

function valueOf(group: TemplateField[]): Json {
	const values = group.map(({ checked, text }) => checked ?? readText(text));
	return values.length === 1 ? values[0] : values;
}

function templateReasons({ image }: PageAnswer): ReviewReason[] {
	if (image?.inferResult === 'FAILURE') {
		return NOT_MATCHED.test(image.message ?? '') ? ['templateNotMatched'] : [];
	}
	const validation = asText(asObject(image?.raw.validationResult).result);
	return validation === 'INVALID' ? ['validationFailed'] : [];
}

function templateOf(entry: JsonObject): Json {
	const [template] = flatList(entry.matchedTemplate);
	if (!isObject(template)) return null;
	return { id: asNumber(template.id) ?? asText(template.id), name: asText(template.name) };
}

/**
 * The template has one title area; if the answer holds several, the others are kept aside. Its text may
 * be empty, and so may its words.
 */
function titlesOf(entry: JsonObject): string[] {
	return flatList(entry.title).flatMap((title) => readText(templateField(title).text) ?? []);
}

function detailsOf(fields: Map<string, TemplateField[]>): Json {
	return Object.fromEntries(
		[...fields].flatMap(([key, group]) =>
			group.map((field, index) => [group.length === 1 ? key : `${key}[${index}]`, detailOf(field)]),
		),
	);
}

function detailOf({ text, checked, confidence, box, parts }: TemplateField): JsonObject {
	const detail: JsonObject = {
		text,
		keyText: null,
		confidence,
		boxes: box === null ? [] : [{ ...box }],
	};
	if (checked !== null) detail.checked = checked;
	if (parts.length > 0) detail.subFields = parts.map(detailOf);
	return detail;
}

/** What no value shows: members that are not known, and the print in a check box beside its state. */
function otherTexts(entry: JsonObject, fields: Map<string, TemplateField[]>): JsonObject {
	const unknown = Object.entries(entry).map(([name, member]): [string, Json] => {
		const known = KNOWN.get(name);
		return [
			name,
			known === undefined ? member : flatList(member).map((one) => without(one, known)),
		];
	});
	const printed = [...fields].flatMap(([key, group]) =>
		group
			.filter(({ checked, text }) => checked !== null && text !== '')
			.map(({ text }) => bareLeaf(text, ['fields', key])),
	);
	const [shown, ...others] = titlesOf(entry);
	const words = flatList(entry.title)
		.flatMap((title) => templateField(title).parts)
		.filter(({ text }) => text !== '' && !(shown ?? '').includes(text));
	const titles = [...others, ...words.map(({ text }) => text)].map((text) =>
		bareLeaf(text, ['title']),
	);
	return textsByPath([
		...printed,
		...titles,
		...takeApart(Object.fromEntries(unknown), '').strangers,
	]);
}

function without(value: Json, names: string[]): Json {
	const rest = Object.entries(asObject(value)).filter(([name]) => !names.includes(name));
	return Object.fromEntries(rest);
}
