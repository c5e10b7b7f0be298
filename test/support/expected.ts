import type { Json } from '../../nodes/ClovaOcr/shared/json';
import type { Sample } from '../samples';

/**
 * Where the items of a sample lack a value that its document has, one line each, e.g.
 * `item 1, items[0].price: 5000 expected, null came`. What items hold beside the expectation is free.
 */
export function missingValues({ expected, compared }: Sample, items: readonly Json[]): string[] {
	if (items.length !== expected.length)
		return [`${expected.length} items expected, ${items.length} came`];
	return expected.flatMap((values, at) =>
		compared === 'words'
			? missingWords(values, items[at], `item ${at + 1}`)
			: differences(values, items[at], '').map((line) => `item ${at + 1}, ${line}`),
	);
}

function differences(expected: Json, came: Json | undefined, place: string): string[] {
	if (typeof expected !== 'object' || expected === null) {
		return came === expected
			? []
			: [`${place}: ${JSON.stringify(expected)} expected, ${JSON.stringify(came)} came`];
	}
	if (typeof came !== 'object' || came === null || Array.isArray(came) !== Array.isArray(expected))
		return [`${place}: ${JSON.stringify(came)} came`];
	if (Array.isArray(expected) && Array.isArray(came) && came.length !== expected.length)
		return [`${place}: ${expected.length} entries expected, ${came.length} came`];
	const members: Array<[string, Json | undefined]> = Object.entries(came);
	const known = new Map(members);
	return Object.entries(expected).flatMap(([key, value]) => {
		const step = Array.isArray(expected) ? `[${key}]` : `${place === '' ? '' : '.'}${key}`;
		return differences(value, known.get(key), place + step);
	});
}

/** Words that are nowhere in an item, whatever their order. */
function missingWords(expected: Json, came: Json | undefined, place: string): string[] {
	const left = wordsIn(came ?? null);
	return wordsIn(expected)
		.filter((word) => {
			const at = left.indexOf(word);
			if (at >= 0) left.splice(at, 1);
			return at < 0;
		})
		.map((word) => `${place}: the word ${word} is missing`);
}

function wordsIn(value: Json): string[] {
	if (typeof value === 'string') return value.split(/\s+/).filter((word) => word !== '');
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(wordsIn);
}
