import {
	asList,
	asNumber,
	asObject,
	isObject,
	type Json,
	type JsonObject,
} from '../../shared/json';
import type { NumberKind, SensitivePath } from '../mask';
import type { MaskLevel } from '../options';
import { maskNumber } from './maskNumber';
import { maskText } from './maskText';

/** A text in the copy that is being masked. */
interface Slot {
	holder: JsonObject | Json[];
	key: number | string;
	text: string;
	/** Names on the way, without indices, joined by dots. */
	path: string;
}

/**
 * A copy of an `images[]` entry in which the numbers of persons and cards are starred. Everything
 * that the node puts out is read from such a copy, so that no way of output can go around it.
 * Boxes, sizes and the entry's id stay as they are.
 * @param sensitive places that hold such a number by their meaning; all other text is searched
 * @returns the entry itself under `none`
 */
export function maskImage(
	raw: JsonObject,
	sensitive: SensitivePath[],
	level: MaskLevel,
): JsonObject {
	if (level === 'none') return raw;
	const slots: Slot[] = [];
	const copy = asObject(copyOf(raw, '', slots, level));
	const words = new Set<JsonObject | Json[]>(
		wordSequences(copy).flatMap((holders) => maskWords(holders, level)),
	);
	const rest = groups(slots.filter(({ holder, key }) => key !== 'inferText' || !words.has(holder)));
	for (const [path, members] of rest) {
		const kind = kindAt(path, sensitive);
		const texts = members.map(({ text }) => text);
		const masked = kind === null ? maskText(texts, level, false) : maskNumber(texts, kind, level);
		members.forEach(({ holder, key }, index) => put(holder, key, masked[index]));
	}
	return copy;
}

const ENTRY_ID = /^[0-9a-f]{32}$/i;
function copyOf(value: Json, path: string, slots: Slot[], level: MaskLevel): Json {
	if (Array.isArray(value)) {
		const list: Json[] = [];
		value.forEach((member, index) => add(list, index, member, path, slots, level));
		return list;
	}
	if (!isObject(value)) return value;
	const object: JsonObject = {};
	for (const [name, member] of Object.entries(value)) {
		const [key] = /\p{N}/u.test(name) ? maskText([name], level, false) : [name];
		add(object, key, member, path === '' ? name : `${path}.${name}`, slots, level);
	}
	return object;
}

function add(
	holder: JsonObject | Json[],
	key: number | string,
	value: Json,
	path: string,
	slots: Slot[],
	level: MaskLevel,
): void {
	const bare = POLYGON.test(path) && !holdsText(value);
	put(holder, key, bare ? value : copyOf(value, path, slots, level));
	if (typeof value === 'string') {
		if (path !== 'uid' || !ENTRY_ID.test(value)) slots.push({ holder, key, text: value, path });
	} else if (typeof value === 'number' && /^\d{13,19}$/.test(String(value))) {
		const [text] = maskText([String(value)], level, false);
		if (text.includes('*')) put(holder, key, text);
	}
}

// There are thousands of them; as a rule they hold nothing but coordinates and need no copy.
const POLYGON = /(?:^|\.)(?:bounding|boundingPoly|boundingPolys|maskingPolys|rois)$/;

/** Whether anything in a value can be read: texts, names with digits, long numbers. */
function holdsText(value: Json): boolean {
	if (typeof value === 'string') return true;
	if (Array.isArray(value)) return value.some(holdsText);
	if (!isObject(value)) return false;
	return Object.entries(value).some(
		([key, member]) => /\d/.test(key) || holdsText(member) || Number(member) >= 1e12,
	);
}

function put(holder: JsonObject | Json[], key: number | string, value: Json): void {
	if (Array.isArray(holder)) holder[Number(key)] = value;
	// An answer may name a member so; assigning it would change the prototype and lose the member.
	else if (key === '__proto__') {
		Object.defineProperty(holder, key, {
			value,
			enumerable: true,
			writable: true,
			configurable: true,
		});
	} else holder[key] = value;
}

/** Texts at the same place of a list belong together: a number may be spread over its leaves. */
function groups(slots: Slot[]): Map<string, Slot[]> {
	const byPath = new Map<string, Slot[]>();
	for (const slot of slots) {
		const group = byPath.get(slot.path);
		if (group === undefined) byPath.set(slot.path, [slot]);
		else group.push(slot);
	}
	return byPath;
}

function kindAt(path: string, sensitive: SensitivePath[]): NumberKind | null {
	const place = sensitive.find((entry) => path === entry.path || path.startsWith(`${entry.path}.`));
	return place?.kind ?? null;
}

/** Objects with `inferText` in reading order: the words of the page, and those of each table row by row. */
function wordSequences(image: JsonObject): JsonObject[][] {
	const fields = asList(image.fields).filter(isObject);
	const words = fields.flatMap((field) => [field, ...asList(field.subFields).filter(isObject)]);
	const tables = asList(image.tables).map((table) =>
		asList(asObject(table).cells)
			.filter(isObject)
			.sort(
				(a, b) =>
					place(a, 'rowIndex') - place(b, 'rowIndex') ||
					place(a, 'columnIndex') - place(b, 'columnIndex'),
			)
			.flatMap((cell) => asList(cell.cellTextLines).filter(isObject))
			.flatMap((line) => asList(line.cellWords).filter(isObject)),
	);
	return [words, ...tables];
}

function place(cell: JsonObject, name: 'columnIndex' | 'rowIndex'): number {
	return asNumber(cell[name]) ?? 0;
}

/** @returns the objects whose `inferText` was masked in its sequence */
function maskWords(holders: JsonObject[], level: MaskLevel): JsonObject[] {
	const worded = holders.filter((holder) => typeof holder.inferText === 'string');
	const masked = maskText(
		worded.map(({ inferText }) => String(inferText)),
		level,
		true,
	);
	worded.forEach((holder, index) => put(holder, 'inferText', masked[index]));
	return worded;
}
