import { isObject, type Json, type JsonObject } from '../../shared/json';
import type { Path } from './answerCopy';
import { isPlainLetter } from './characters';

/** A text of an answer in which a number may stand. */
export interface Slot {
	path: Path;
	text: string;
	/** What the answer calls it: the name of its field, or the words before it. */
	label: string;
	kind: 'key' | 'number' | 'text';
}

/** No number that is hidden is shorter. */
const SHORTEST_KEY = 9;
const LEAST_NUMBER = 1e12;

// Members of every word; asked for a digit in their name thousands of times otherwise.
const USUAL_KEYS = new Set([
	'boundingPoly',
	'inferConfidence',
	'inferText',
	'lineBreak',
	'valueType',
	'cellTextLines',
	'cellWords',
]);

/**
 * Everything in a value in which a number may be read: texts, long numbers, names of members.
 * @param root where the value stands in the answer
 * @param skip members of the value itself that others look after
 */
export function slotsIn(value: Json, root: Path, skip?: (key: string) => boolean): Slot[] {
	const slots: Slot[] = [];
	const path = [...root];
	const visitMember = (key: number | string, member: Json, label: string) => {
		if (typeof member === 'number') {
			if (member < LEAST_NUMBER && member > -LEAST_NUMBER) return;
			slots.push({ path: [...path, key], text: String(member), label, kind: 'number' });
		} else if (typeof member === 'string') {
			if (mayHoldNumber(member))
				slots.push({ path: [...path, key], text: member, label, kind: 'text' });
		} else {
			path.push(key);
			visit(member, false);
			path.pop();
		}
	};
	const visit = (holder: Json, top: boolean) => {
		if (Array.isArray(holder)) {
			for (let index = 0; index < holder.length; index++) visitMember(index, holder[index], '');
			return;
		}
		if (!isObject(holder)) return;
		for (const key in holder) {
			if (top && skip?.(key) === true) continue;
			if (key.length >= SHORTEST_KEY && !USUAL_KEYS.has(key) && mayHoldNumber(key)) {
				slots.push({ path: [...path, key], text: key, label: '', kind: 'key' });
			}
			const member = holder[key];
			visitMember(key, member, typeof member === 'string' ? labelIn(holder, key) : '');
		}
	};
	visit(value, true);
	return slots;
}

/**
 * Whether a word of a page has nothing but what every word has, so that nothing but its text can hold
 * a number. Asked of thousands of words, of which hardly one has more.
 */
export function isUsualWord(word: JsonObject): boolean {
	for (const key in word) {
		const member = word[key];
		if (key === 'inferText') {
			if (typeof member !== 'string') return false;
		} else if (key === 'boundingPoly') {
			if (!isPolygon(member)) return false;
		} else if (typeof member === 'string') {
			if (key.length >= SHORTEST_KEY && !USUAL_KEYS.has(key)) return false;
			if (mayHoldNumber(member)) return false;
		} else if (typeof member === 'number') {
			if (!USUAL_KEYS.has(key) || member >= LEAST_NUMBER) return false;
		} else if (typeof member !== 'boolean') return false;
	}
	return true;
}

function isPolygon(member: Json): boolean {
	if (!isObject(member)) return false;
	for (const key in member) if (key !== 'vertices') return false;
	const { vertices } = member;
	return Array.isArray(vertices) && vertices.every(isVertex);
}

function isVertex(vertex: Json): boolean {
	if (!isObject(vertex)) return false;
	for (const key in vertex) {
		const value = vertex[key];
		if ((key !== 'x' && key !== 'y') || typeof value !== 'number' || value >= LEAST_NUMBER)
			return false;
	}
	return true;
}

function labelIn(holder: { [key: string]: Json }, key: string): string {
	if (key === 'name' || key === 'keyText') return '';
	const { name, keyText } = holder;
	if (typeof name === 'string') return name;
	return typeof keyText === 'string' ? keyText : '';
}

/** Whether a text has a digit of any script. */
export function mayHoldNumber(text: string): boolean {
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		if (code >= 0x30 && code <= 0x39) return true;
		if (code >= 0x80 && !isPlainLetter(code)) return /\p{N}/u.test(text);
	}
	return false;
}

/** The names of a path without indices, joined by dots. */
export function namesOf(path: Path): string {
	return path.filter((name) => typeof name === 'string').join('.');
}
