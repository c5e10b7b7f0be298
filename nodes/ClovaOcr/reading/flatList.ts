import { asList, type Json } from '../shared/json';

/** A member's values without the lists around them, whether it is one value, a list or lists in a list. */
export function flatList(member: Json | undefined): Json[] {
	return asList(member).flatMap((value) => (Array.isArray(value) ? flatList(value) : [value]));
}
