import { isObject, type Json, type JsonObject } from '../../nodes/ClovaOcr/shared/json';
import type { Random } from '../masking/random';

/** Names that mean something to JavaScript, to n8n or to the readers. */
const NAMES = [
	'__proto__ constructor prototype toString valueOf hasOwnProperty length then toJSON',
	'text inferText fields tables cells images image name value formatted result message title',
	'boundingPoly vertices boundingPolys maskingPolys x y rowIndex columnIndex rowSpan columnSpan',
	'inferResult convertedImageInfo pageIndex width height lineBreak inferConfidence confidenceScore',
	'subFields cellTextLines cellWords subResults items price unitPrice count personalNum ic dl',
].flatMap((line) => line.split(' '));

/** Stands in a value for a number that JSON can say and JavaScript cannot write back. */
const MARK = 'number:';
const NUMBERS = '0 -0 1 -1 0.5 1e400 -1e400 1e308 5e-324 9007199254740993 1e21 2147483648 -7.25';

const TEXTS = [
	'',
	' ',
	'\u0000',
	'\ud800',
	'\u200b',
	'ｆｕｌｌ １２３',
	'각',
	'ﬀ',
	'İ',
	'880101-1234567',
	'4111 1111 1111 1111',
	'٣٤٥',
	'1,234.56',
	'-',
	'∞',
	'NaN',
	'a\nb',
	'|',
	'***',
	'👨‍👩‍👧',
	'제1조',
	'P<KORHONG<<GILDONG<<<<<<<<<<<<<<<<<<<<<<<<<<',
	'2026-02-30',
	'29:99',
	'합계: 1000',
];

/** Any text: one with a history, one of any characters, a long one. */
export function oddText(random: Random): string {
	const kind = random.next();
	if (kind < 0.6) return random.pick(TEXTS);
	if (kind < 0.98) {
		const point = () => random.pick([0x7f, 0x3ff, 0xd7ff, 0xffff, 0x1ffff]);
		return Array.from({ length: random.int(1, 12) }, () =>
			String.fromCodePoint(random.int(0, point())),
		).join('');
	}
	return random.pick(TEXTS).repeat(random.int(20, random.chance(0.1) ? 3000 : 200));
}

/** Any JSON value, a few levels deep; sometimes very many. */
export function oddValue(random: Random, levels = 3): Json {
	const kind = random.next();
	if (kind < 0.1) return null;
	if (kind < 0.2) return random.chance(0.5);
	if (kind < 0.4) return MARK + random.pick(NUMBERS.split(' '));
	if (kind < 0.65 || levels === 0) return oddText(random);
	if (kind > 0.998) return nested(random);
	const members = Array.from({ length: random.int(0, 4) }, () => oddValue(random, levels - 1));
	if (kind < 0.82) return members;
	const object: JsonObject = {};
	for (const member of members) setOwn(object, oddName(random), member);
	return object;
}

function nested(random: Random): Json {
	let value: Json = 'deep';
	const name = oddName(random);
	for (let level = random.int(50, 2000); level > 0; level--) {
		if (random.chance(0.5)) value = [value];
		else value = Object.fromEntries([[name, value]]);
	}
	return value;
}

function oddName(random: Random): string {
	return random.chance(0.9) ? random.pick(NAMES) : oddText(random);
}

function setOwn(object: JsonObject, name: string, value: Json): void {
	Object.defineProperty(object, name, {
		value,
		configurable: true,
		enumerable: true,
		writable: true,
	});
}

/** Changes up to so many members of a value in place, wherever they stand. */
export function makeOdd(random: Random, value: Json, most: number): void {
	for (let left = random.int(0, most); left > 0; left--) {
		let at: Json = value;
		// Down by chance, so that no list of all members has to be made; more often deep than not.
		for (let level = random.int(1, 9); level > 0; level--) {
			const below: Json | undefined = memberOf(at, random);
			if (typeof below !== 'object' || below === null) break;
			at = below;
		}
		if (Array.isArray(at)) changeElement(random, at);
		else if (isObject(at)) changeMember(random, at);
	}
}

function memberOf(value: Json, random: Random): Json | undefined {
	if (Array.isArray(value)) return value.length === 0 ? undefined : random.pick(value);
	if (!isObject(value)) return undefined;
	const names = Object.keys(value);
	return names.length === 0 ? undefined : value[random.pick(names)];
}

function changeElement(random: Random, list: Json[]): void {
	const at = random.int(0, Math.max(0, list.length - 1));
	const kind = random.next();
	if (kind < 0.2) list.splice(at, 1);
	else if (kind < 0.4 && list.length > 0) list.push(list[at]);
	else if (kind < 0.5 && list.length > 0) list[at] = [list[at]];
	else list[at] = oddValue(random);
}

function changeMember(random: Random, object: JsonObject): void {
	const names = Object.keys(object);
	const name = names.length === 0 ? oddName(random) : random.pick(names);
	// Of the prototype nothing may be taken, or the next change would be one of it.
	const member = Object.hasOwn(object, name) ? object[name] : null;
	const kind = random.next();
	if (kind < 0.15) delete object[name];
	else if (kind < 0.3) setOwn(object, oddName(random), member);
	else if (kind < 0.4) setOwn(object, name, [member]);
	else if (kind < 0.5) setOwn(object, oddName(random), oddValue(random));
	else setOwn(object, name, oddValue(random));
}

/** The value as a server would send it, its odd numbers written out. */
export function wireText(value: Json): string {
	return JSON.stringify(value).replace(/"number:([^"]*)"/g, '$1');
}
