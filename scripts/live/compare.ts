import { isObject, type Json, type JsonObject } from '../../nodes/ClovaOcr/shared/json';
import type { Shape } from '../../test/samples/answers/shape';

export type DeviationKind = 'missing' | 'type' | 'unknown' | 'value';

/** A place where an answer is not as expected. Holds names and kinds alone, never a value. */
export interface Deviation {
	kind: DeviationKind;
	/** Member names from the top, lists as `[]`. */
	path: string;
	/** e.g. `list instead of object` */
	detail: string;
}

export interface Comparison {
	deviations: Deviation[];
	/** Every text of the answer: a member that is named like one of them is not named in the report. */
	texts: ReadonlySet<string>;
	/** Paths of uncertain members that came, with the kind that they had. */
	confirmed: Map<string, string>;
}

/** The service names its members like this; another name could be a value that serves as a key. */
const MEMBER_NAME = /^[a-z][A-Za-z]{1,39}\d?$/;

/**
 * Holds an answer against the shape that it should have.
 * @param path what stands in front of every path of the result
 */
export function compare(value: Json, shape: Shape, path: string): Comparison {
	const comparison: Comparison = {
		deviations: [],
		confirmed: new Map(),
		texts: new Set(textsIn(value)),
	};
	visit(value, shape, path, comparison);
	return comparison;
}

/** The kind of a value in the report's words. */
export function kindOf(value: Json): string {
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'list';
	if (typeof value === 'string') return 'text';
	return typeof value;
}

function visit(value: Json, shape: Shape, path: string, comparison: Comparison): void {
	const kind = kindOf(value);
	if (kind !== shape.kind) {
		const detail = `${kind} instead of ${shape.kind}`;
		comparison.deviations.push({ kind: 'type', path, detail });
	} else if (shape.kind === 'text' && shape.oneOf?.every((known) => known !== value)) {
		comparison.deviations.push({ kind: 'value', path, detail: 'none of the known values' });
	} else if (shape.kind === 'list' && Array.isArray(value)) {
		for (const entry of value) visit(entry, shape.of, `${path}[]`, comparison);
	} else if (shape.kind === 'object' && isObject(value)) {
		visitMembers(value, shape, path, comparison);
	}
}

function visitMembers(
	value: JsonObject,
	{ members }: Extract<Shape, { kind: 'object' }>,
	path: string,
	comparison: Comparison,
): void {
	const { deviations, confirmed, texts } = comparison;
	for (const [name, inner] of Object.entries(value)) {
		const member = Object.hasOwn(members, name) ? members[name] : null;
		const plain = member !== null || (MEMBER_NAME.test(name) && !texts.has(name));
		const place = `${path}.${plain ? name : '(name not shown)'}`;
		if (member === null) {
			deviations.push({ kind: 'unknown', path: place, detail: kindOf(inner) });
			continue;
		}
		if (member.uncertain) confirmed.set(place, kindOf(inner));
		visit(inner, member.shape, place, comparison);
	}
	for (const [name, member] of Object.entries(members)) {
		if (!member.always || Object.hasOwn(value, name)) continue;
		deviations.push({ kind: 'missing', path: `${path}.${name}`, detail: member.shape.kind });
	}
}

function textsIn(value: Json): string[] {
	if (typeof value === 'string') return [value];
	if (Array.isArray(value)) return value.flatMap(textsIn);
	return isObject(value) ? Object.values(value).flatMap(textsIn) : [];
}

/** The paths of all uncertain members of a shape. */
export function uncertainPaths(shape: Shape, path: string): string[] {
	if (shape.kind === 'list') return uncertainPaths(shape.of, `${path}[]`);
	if (shape.kind !== 'object') return [];
	return Object.entries(shape.members).flatMap(([name, member]) => {
		const place = `${path}.${name}`;
		return [...(member.uncertain ? [place] : []), ...uncertainPaths(member.shape, place)];
	});
}
