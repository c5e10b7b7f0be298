import { isObject, type Json } from '../../nodes/ClovaOcr/shared/json';

/**
 * A copy of an answer with a text planted somewhere: in place of a text, in a member that nobody
 * knows, or as the name of one.
 * @param at which of the places; any number, counted around
 * @param except paths (without indices) below an image where it must not go
 */
export function plantAt(value: Json, at: number, text: string, except: string[] = []): Json {
	const copy: Json = structuredClone(value);
	const places: Array<() => void> = [];
	const avoided = except.map((place) => place.replace(/^\*\*\./, ''));
	const walk = (member: Json, path: string): void => {
		if (avoided.some((place) => path.endsWith(place) || path.includes(`${place}.`))) return;
		if (Array.isArray(member)) {
			member.forEach((inner, index) => {
				if (typeof inner === 'string') places.push(() => (member[index] = text));
				else walk(inner, path);
			});
			return;
		}
		if (!isObject(member)) return;
		places.push(() => (member.unknownMember = { text }));
		places.push(() => (member[text] = 'value'));
		for (const [key, inner] of Object.entries(member)) {
			if (key === 'vertices' || key === 'inferResult') continue;
			if (typeof inner === 'string') places.push(() => (member[key] = text));
			else walk(inner, `${path}.${key}`);
		}
	};
	walk(copy, '');
	places[at % places.length]?.();
	return copy;
}
