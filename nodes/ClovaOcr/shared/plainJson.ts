import type { Json } from './json';

/** Bounds on what is taken over from an item: an answer has about twelve levels. */
export interface Bounds {
	levels: number;
	values: number;
}

/**
 * A plain copy of whatever an expression gave: n8n hands out items wrapped in proxies, and a Code node
 * may put anything into them. What JSON cannot hold, or lies deeper than the bound, becomes null.
 * @returns undefined where there is more than the bound on values allows
 */
export function plainJson(value: unknown, bounds: Bounds): Json | undefined {
	const left = { values: bounds.values };
	const copy = copyOf(value, bounds.levels, left);
	return left.values < 0 ? undefined : copy;
}

function copyOf(value: unknown, levels: number, left: { values: number }): Json {
	left.values -= 1;
	if (left.values < 0) return null;
	if (typeof value === 'string' || typeof value === 'boolean') return value;
	if (typeof value === 'number') return Number.isFinite(value) ? value : null;
	if (typeof value !== 'object' || value === null || levels === 0) return null;
	if (Array.isArray(value)) {
		const copies: Json[] = [];
		for (const member of value) {
			if (left.values < 0) break;
			copies.push(copyOf(member, levels - 1, left));
		}
		return copies;
	}
	const entries: Array<[string, Json]> = [];
	for (const [name, member] of Object.entries(value)) {
		if (left.values < 0) break;
		if (member !== undefined) entries.push([name, copyOf(member, levels - 1, left)]);
	}
	// Defines members of its own, whatever they are called: `__proto__` too.
	return Object.fromEntries(entries);
}
