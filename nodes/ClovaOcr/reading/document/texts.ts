import type { JsonObject } from '../../shared/json';
import type { Leaf } from './leaf';

/** The printed texts by path, as `ocr.other` shows them: one text, or a list where a path repeats. */
export function textsByPath(leaves: Leaf[]): JsonObject {
	const texts = new Map<string, string[]>();
	for (const { path, text } of leaves) {
		const list = texts.get(path) ?? [];
		texts.set(path, list);
		list.push(text);
	}
	return Object.fromEntries(
		[...texts].map(([path, list]) => [path, list.length === 1 ? (list[0] ?? null) : list]),
	);
}
