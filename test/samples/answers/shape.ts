/** What an answer should look like; nothing in it says what its values are. */
export type Shape =
	| { kind: 'boolean' | 'number' }
	| { kind: 'text'; oneOf?: readonly string[] }
	| { kind: 'list'; of: Shape }
	| { kind: 'object'; members: Record<string, Member> };

export interface Member {
	shape: Shape;
	/** Present whenever the object is. */
	always: boolean;
	/** Not confirmed by any real answer yet: the report says whether it came. */
	uncertain: boolean;
}

export const text: Shape = { kind: 'text' };
export const number: Shape = { kind: 'number' };
export const boolean: Shape = { kind: 'boolean' };

/** A text that only ever has one of these values. */
export function oneOf(...values: string[]): Shape {
	return { kind: 'text', oneOf: values };
}

export function list(of: Shape): Shape {
	return { kind: 'list', of };
}

export function object(members: Record<string, Member>): Shape {
	return { kind: 'object', members };
}

/** A member that is there whenever its object is. */
export function always(shape: Shape): Member {
	return { shape, always: true, uncertain: false };
}

/** A member that real answers are known to have, and to lack. */
export function sometimes(shape: Shape): Member {
	return { shape, always: false, uncertain: false };
}

/** A member whose name or kind is a guess so far. */
export function perhaps(shape: Shape): Member {
	return { shape, always: false, uncertain: true };
}

/** The same kind of member for every name. */
export function each(names: readonly string[], member: Member): Record<string, Member> {
	return Object.fromEntries(names.map((name) => [name, member]));
}
