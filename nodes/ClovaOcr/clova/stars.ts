import { type Json } from '../shared/json';

/** Members that describe the call; a file's name may hold stars of its own. */
const CALL = new Set(['message', 'name', 'uid']);

/** A star of ours, or a row of what others hide digits with. */
const STARS = /\*|[＊●•■×Xx#]{4,}/;

/**
 * Whether something in the entries of an answer may have been starred before: of such a number nobody
 * knows how far it reaches. Printed stars look the same and count as well.
 */
export function starsIn(entries: Json): boolean {
	if (typeof entries === 'string') return STARS.test(entries);
	if (typeof entries !== 'object' || entries === null) return false;
	return Object.entries(entries).some(
		([name, member]) => STARS.test(name) || (!CALL.has(name) && starsIn(member)),
	);
}
