import { flatList } from '../flatList';
import { boxAround, cornersOf } from '../../shared/geometry';
import {
	asNumber,
	asObject,
	asText,
	isObject,
	type Json,
	type JsonObject,
} from '../../shared/json';
import type { Box } from '../../shared/geometry';

/** A field of the user's template, as it was read. */
export interface TemplateField {
	/** As named in the template; null where the answer gives no name. */
	name: string | null;
	/** Line feeds kept, NFC; empty where nothing was read. */
	text: string;
	/** State of a check box, where the answer gives one. */
	checked: boolean | null;
	/** 0 to 1; null where unknown. An empty field's score says nothing. */
	confidence: number | null;
	box: Box | null;
	/** The single boxes of a field of several. */
	parts: TemplateField[];
}

/** Members of a field that are read, or that say nothing about the document. */
export const FIELD_MEMBERS = [
	'bounding',
	'boundingPoly',
	'checked',
	'inferConfidence',
	'inferText',
	'lineBreak',
	'name',
	'subFields',
	'text',
	'type',
	'valueType',
];

/** The fields of an `images[]` entry in its order, V1 and V2 alike. */
export function templateFieldsOf(entry: JsonObject): TemplateField[] {
	return flatList(entry.fields).map(templateField);
}

/**
 * The texts that the template joins out of several fields. Their form on the wire is unproven:
 * an object or a list of objects with `name` and `text` is expected, `inferText` understood.
 */
export function combinedResultsOf(entry: JsonObject): TemplateField[] {
	return flatList(entry.combineResult).map((result) => templateField(result));
}

function templateField(value: Json): TemplateField {
	const member = isObject(value) ? value : { inferText: value };
	const parts = flatList(member.subFields).map(templateField);
	const own = flatList(member.inferText ?? member.text).flatMap((one) => asText(one) ?? []);
	const text = own.join('\n') || parts.map((part) => part.text).join('');
	const checked = typeof member.checked === 'boolean' ? member.checked : null;
	return {
		name: asText(member.name),
		text: text.normalize('NFC'),
		checked,
		confidence: text === '' && checked === null ? null : confidenceOf(member.inferConfidence),
		box: boxAround(cornersOf(asObject(member))),
		parts,
	};
}

function confidenceOf(value: Json | undefined): number | null {
	const confidence = asNumber(value);
	return confidence !== null && confidence >= 0 && confidence <= 1 ? confidence : null;
}
