import { boxAround, verticesOf, type Box } from '../../shared/geometry';
import { asList, asObject, asText, isObject, type Json, type JsonObject } from '../../shared/json';
import { readConfidence } from '../page';

/** One recognised value of a document answer and where it stood. */
export interface Leaf {
	/** Member names on the way, lists left out: `subResults.items.price.price`. */
	path: string;
	/** The same names one by one: any of them may hold a point. */
	names: string[];
	/** For each name of the path, the number of the member within its list (0 for a lone one). */
	place: number[];
	/** For each name of the path, whether its member is a list. */
	lists: boolean[];
	/** As printed, NFC; empty where nothing is printed. */
	text: string;
	/** CLOVA's tidied parts (`value`; `year`, `month`, `day`; `hour`, `minute`, `second`), often absent. */
	formatted: JsonObject;
	keyText: string | null;
	/** 0 to 1; null where the service gave none. */
	confidence: number | null;
	boxes: Box[];
	/** Areas that the service advises to black out. */
	maskBoxes: Box[];
	/** Its form is new: part of what it says stands in members that no leaf has had so far. */
	reshaped: boolean;
}

/** The members of an answer's object that together make a leaf. */
export const LEAF_MEMBERS: ReadonlySet<string> = new Set([
	'boundingPolys',
	'confidenceScore',
	'formatted',
	'keyText',
	'maskingPolys',
	'rawText',
	'refinedText',
	'text',
]);

/**
 * Whether an object of an answer is a recognised value: it has a printable `text`, or `formatted`. The
 * foreign passport's API has `rawText` and `refinedText` for these two.
 */
export function isLeaf(member: JsonObject): boolean {
	return (
		asText(member.text) !== null ||
		asText(member.rawText) !== null ||
		scalarsOf(tidiedOf(member)).length > 0
	);
}

/**
 * Reads an object for which `isLeaf` holds.
 * @param path member names on the way to it
 * @param place number of each of those members within its list
 * @param lists whether each of those members is a list
 */
export function toLeaf(
	member: JsonObject,
	path: string[],
	place: number[],
	lists: boolean[] = [],
): Leaf {
	const printed = scalarsOf(asText(member.text) ?? asText(member.rawText));
	const texts = printed.length > 0 ? printed : scalarsOf(tidiedOf(member));
	return {
		path: path.join('.'),
		names: path,
		place,
		lists,
		text: texts.join(' ').normalize('NFC'),
		formatted: formattedOf(tidiedOf(member)),
		keyText: asText(member.keyText),
		// Zero is what CLOVA sends where it has no score (always so on certificates): unknown, not bad.
		confidence: readConfidence(member.confidenceScore) || null,
		boxes: boxesOf(member.boundingPolys),
		maskBoxes: boxesOf(member.maskingPolys),
		reshaped: isReshaped(member),
	};
}

/** A text that stands in no list, as a leaf. */
export function bareLeaf(text: string, path: string[]): Leaf {
	return toLeaf({ text }, path, []);
}

function formattedOf(formatted: Json | undefined): JsonObject {
	const first = asList(formatted)[0];
	return isObject(first) || first === undefined ? asObject(first) : { value: first };
}

/** What CLOVA made of the print. */
function tidiedOf(member: JsonObject): Json | undefined {
	return member.formatted ?? asText(member.refinedText);
}

/**
 * `text` has never been absent from a leaf, and `formatted` is an object: where one of them is gone and
 * an unknown object came, the names have changed. A member that is merely added says nothing.
 */
function isReshaped(member: JsonObject): boolean {
	if (member.text === undefined && member.rawText === undefined) return true;
	if (member.formatted !== undefined || member.refinedText !== undefined) return false;
	return Object.entries(member).some(
		([name, part]) =>
			!LEAF_MEMBERS.has(name) && isObject(part) && !isLeaf(part) && scalarsOf(part).length > 0,
	);
}

function boxesOf(polygons: Json | undefined): Box[] {
	return asList(polygons).flatMap((polygon) => boxAround(verticesOf(polygon)) ?? []);
}

function scalarsOf(value: Json | undefined): string[] {
	if (Array.isArray(value)) return value.flatMap(scalarsOf);
	if (isObject(value)) return Object.values(value).flatMap(scalarsOf);
	const text = asText(value);
	return text === null || text.trim() === '' ? [] : [text];
}

/** The printed texts by path, as `ocr.other` shows them: one text, or a list where a path repeats. */
export function textsByPath(leaves: Leaf[]): JsonObject {
	const texts = new Map<string, string[]>();
	for (const { path, text } of leaves) {
		const list = texts.get(path) ?? [];
		texts.set(path, list);
		list.push(text);
	}
	return Object.fromEntries(
		[...texts].map(([path, list]) => [path, list.length === 1 ? list[0] : list]),
	);
}
