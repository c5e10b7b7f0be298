import { asText, isObject, type Json, type JsonObject } from '../../nodes/ClovaOcr/shared/json';
import { maskImage } from '../../nodes/ClovaOcr/reading/masking/maskImage';
import { documents } from './documents';
import { NUMBERS, type Group, type MadeDocument, type Spot, type Truth } from './truth';

export interface Count {
	of: number;
	/** Numbers hidden whole, or decoys left whole. */
	good: number;
	/** Numbers of which nothing but their secret part was starred. */
	exact: number;
}

export interface Miss {
	form: string;
	wanted: string;
	got: string;
	/** The page around it, for the eye. */
	page: string;
}

export interface Measure {
	byGroup: Map<Group, Count>;
	byForm: Map<string, Count>;
	misses: Map<Group, Miss[]>;
}

/** Masks invented documents under `standard` and counts what became of their numbers and decoys. */
export function measure(seed: number, count: number): Measure {
	const result: Measure = { byGroup: new Map(), byForm: new Map(), misses: new Map() };
	for (const made of documents(seed, count)) measureDocument(made, result);
	return result;
}

function measureDocument(made: MadeDocument, { byGroup, byForm, misses }: Measure): void {
	const masked = masking(made);
	for (const truth of made.truths) {
		const { good, exact } = outcome(truth, masked);
		for (const count of [
			countOf(byGroup, truth.group),
			countOf(byForm, `${truth.group} | ${truth.form}`),
		]) {
			count.of += 1;
			if (good) count.good += 1;
			if (exact) count.exact += 1;
		}
		if (good) continue;
		const list = misses.get(truth.group) ?? [];
		misses.set(truth.group, list);
		const shown = (spots: Spot[], text: (spot: Spot) => string) => spots.map(text).join(' | ');
		list.push({
			form: truth.form,
			wanted: shown(truth.spots, starred),
			got: shown(truth.spots, (spot) => textAt(masked, spot.path)),
			page: JSON.stringify(textsOf(made.image)),
		});
	}
}

function masking({ image, sensitive }: MadeDocument): JsonObject {
	const masked: unknown = maskImage(image, sensitive, 'standard');
	const entry = masked as JsonObject | { raw: JsonObject };
	return 'raw' in entry ? (entry.raw as JsonObject) : entry;
}

function countOf<K>(counts: Map<K, Count>, key: K): Count {
	const count = counts.get(key) ?? { of: 0, good: 0, exact: 0 };
	counts.set(key, count);
	return count;
}

function outcome({ group, spots }: Truth, masked: JsonObject): { good: boolean; exact: boolean } {
	const texts = spots.map(({ path }) => textAt(masked, path));
	const exact = spots.every((spot, index) => texts[index] === starred(spot));
	if (!NUMBERS.includes(group)) return { good: exact, exact };
	const good = spots.every(({ hide }, index) => hide.every((at) => texts[index][at] === '*'));
	return { good, exact };
}

function starred({ text, hide }: Spot): string {
	const points = text.split('');
	for (const index of hide) points[index] = '*';
	return points.join('');
}

function textAt(image: Json, path: Spot['path']): string {
	let value: Json | undefined = image;
	for (const name of path) {
		if (Array.isArray(value)) value = value[Number(name)];
		else value = isObject(value) ? value[name] : undefined;
	}
	return asText(value) ?? '';
}

function textsOf(value: Json): string[] {
	if (Array.isArray(value)) return value.flatMap(textsOf);
	if (!isObject(value)) return [];
	return Object.entries(value).flatMap(([name, member]) =>
		(name === 'inferText' || name === 'text') && typeof member === 'string'
			? [member]
			: textsOf(member),
	);
}
