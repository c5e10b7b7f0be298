import { bareLeaf, textsByPath } from '../document/leaf';
import { takeApart } from '../document/walk';
import { flatList } from '../flatList';
import { freeName } from '../freeName';
import { confidenceOf } from '../confidence';
import { hasSeveralPages, outcomeOf } from '../pageOutcome';
import {
	asNumber,
	asObject,
	asText,
	isObject,
	type Json,
	type JsonObject,
} from '../../shared/json';
import type { PageAnswer } from '../page';
import type { Reading, ReviewReason } from '../reading';
import type { ReadingOptions } from '../options';
import { readText } from '../values/printed';
import {
	combinedResultsOf,
	FIELD_MEMBERS,
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
	const fields = groupByName(templateFieldsOf(entry), combinedResultsOf(entry));
	const found = fields.size > 0 || isObject(entry.matchedTemplate);
	const outcome = outcomeOf(page, found, NOTHING_FOUND, severalPages && answered === null);
	const all = [...fields.values()].flat();
	return {
		values: Object.fromEntries([...fields].map(([key, group]) => [key, valueOf(group)])),
		page: page.page,
		...outcome,
		...confidenceOf(all.map(({ confidence }) => confidence)),
		reviewReasons: [...outcome.reviewReasons, ...templateReasons(page)],
		checks: {},
		fields: options.includeFieldDetails ? detailsOf(fields) : null,
		other: otherTexts(entry, fields),
		width: page.width,
		height: page.height,
		detail: 'full',
		more: { template: templateOf(entry), title: titlesOf(entry)[0] ?? null },
	};
}

/**
 * Output keys in the answer's order, each with the fields of that name. A combined result is a text
 * of its own, so a name that is taken gets a number.
 */
function groupByName(
	fields: TemplateField[],
	combined: TemplateField[],
): Map<string, TemplateField[]> {
	const named = new Map<string, TemplateField[]>();
	for (const [index, field] of fields.entries()) {
		const name = field.name ?? `field${index + 1}`;
		named.set(name, [...(named.get(name) ?? []), field]);
	}
	const keys = new Map<string, TemplateField[]>();
	for (const [name, group] of named) {
		const others = new Set([...named.keys()].filter((other) => other !== name));
		keys.set(freeName(name, others), group);
	}
	for (const [index, result] of combined.entries()) {
		keys.set(freeName(result.name ?? `combined${index + 1}`, new Set(keys.keys())), [result]);
	}
	return keys;
}

function valueOf(group: TemplateField[]): Json {
	const values = group.map(({ checked, text }) => checked ?? readText(text));
	return values.length === 1 ? (values[0] ?? null) : values;
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

/** The template has one title area; if the answer holds several, the others are kept aside. */
function titlesOf(entry: JsonObject): string[] {
	return flatList(entry.title)
		.flatMap((title) => flatList(isObject(title) ? title.inferText : title))
		.flatMap((text) => readText(asText(text)) ?? []);
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
			.map(({ text }) => bareLeaf(text, ['fields', key], [])),
	);
	const titles = titlesOf(entry)
		.slice(1)
		.map((title) => bareLeaf(title, ['title'], []));
	return textsByPath([...printed, ...titles, ...takeApart(Object.fromEntries(unknown), '').leaves]);
}

function without(value: Json, names: string[]): Json {
	const rest = Object.entries(asObject(value)).filter(([name]) => !names.includes(name));
	return Object.fromEntries(rest);
}
