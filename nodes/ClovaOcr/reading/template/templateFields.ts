import { boxAround, cornersOf, type Box } from '../../shared/geometry';
import {
	asObject,
	asText,
	flatList,
	isObject,
	type Json,
	type JsonObject,
} from '../../shared/json';
import { readConfidence } from '../page';

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
	/** Whether a line ends behind a word; null where the answer does not say, as on fields. */
	lineBreak: boolean | null;
	/** The words of a field, or its single boxes. */
	parts: TemplateField[];
	/** Its text does not stand where every field has had it so far. */
	reshaped: boolean;
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

/** One of an answer's fields, words or title areas; a bare text counts as one without a name. */
export function templateField(value: Json): TemplateField {
	const member = isObject(value) ? value : { inferText: value };
	const parts = flatList(member.subFields).map(templateField);
	const own = flatList(member.inferText ?? member.text).flatMap((one) => asText(one) ?? []);
	const text = own.join('\n') || joined(parts, member.type === 'MULTI_BOX');
	const checked = typeof member.checked === 'boolean' ? member.checked : null;
	return {
		name: asText(member.name),
		text: text.normalize('NFC'),
		checked,
		confidence: text === '' && checked === null ? null : readConfidence(member.inferConfidence),
		box: boxAround(cornersOf(asObject(member))),
		lineBreak: typeof member.lineBreak === 'boolean' ? member.lineBreak : null,
		parts,
		reshaped: isReshaped(member, checked),
	};
}

/** Single boxes hold one character each; the words of a line are parted by blanks. */
function joined(parts: TemplateField[], boxes: boolean): string {
	const words = !boxes && parts.some(({ lineBreak }) => lineBreak !== null);
	return parts
		.map(({ text, lineBreak }, index) => {
			if (!words || index === parts.length - 1) return text;
			return `${text}${lineBreak === true ? '\n' : ' '}`;
		})
		.join('');
}

/** A field has always had its text, be it empty; only boxes could do without. */
function isReshaped(member: JsonObject, checked: boolean | null): boolean {
	if (member.inferText !== undefined || member.text !== undefined) return false;
	return checked === null && member.type !== 'MULTI_BOX';
}
