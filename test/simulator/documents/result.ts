import type { Json, JsonObject } from '../../../nodes/ClovaOcr/shared/json';
import type { Drawing } from './drawing';
import type { DocumentSample } from '../../samples/types';
import { OTHER_MODEL, operationOf } from '../../support/apis';
import { leafOf, polygon } from './leaf';
import { VARIANTS, type Variant } from './variants';

/**
 * What the service says of a sample: `{ meta, result }`, every value with the place where it was
 * drawn, in the member of the entry that its kind of document has.
 * @param number which of the variants; past the last they start again
 */
export function documentOf(sample: DocumentSample, drawing: Drawing, number = 0): JsonObject {
	const variant = VARIANTS[number % VARIANTS.length];
	const result: JsonObject = sample.members?.(polygon(drawing.outline)) ?? {};
	for (const [key, mark] of drawing.marks) {
		const member = key.replace(/\[\d+\]/g, '');
		if (variant.has(member)) place(result, key, leafOf(sample.answer, member, mark, variant));
	}
	const content = {
		meta: { estimatedLanguage: sample.language },
		result: variant.reversed ? reversed(result) : result,
	};
	return { [wrapperOf(sample)]: content };
}

function wrapperOf({ resource, operation }: DocumentSample): string {
	const { path, wrapper } = operationOf(resource, operation);
	if (path === null) return OTHER_MODEL.wrapper;
	if (wrapper === undefined) throw new Error(`${operation} reads no kind of document`);
	return wrapper;
}

/** The names of the variants, for tests that walk through them. */
export function variantNames(): string[] {
	return VARIANTS.map(({ name }: Variant) => name);
}

/** Puts a leaf under a path such as `subResults[0].items[2].price.price`. */
function place(result: JsonObject, path: string, leaf: JsonObject): void {
	const steps = path.match(/[^.[\]]+/g) ?? [];
	const last = steps.pop() ?? '';
	let at: Json = result;
	steps.forEach((step, index) => {
		at = child(at, step, /^\d+$/.test(steps[index + 1] ?? last));
	});
	set(at, last, leaf);
}

function child(parent: Json, step: string, list: boolean): Json {
	const known = get(parent, step);
	if (known !== undefined) return known;
	const made: Json = list ? [] : {};
	set(parent, step, made);
	return made;
}

function get(parent: Json, step: string): Json | undefined {
	if (Array.isArray(parent)) return parent[Number(step)];
	return typeof parent === 'object' && parent !== null ? parent[step] : undefined;
}

function set(parent: Json, step: string, value: Json): void {
	if (Array.isArray(parent)) parent[Number(step)] = value;
	else if (typeof parent === 'object' && parent !== null) parent[step] = value;
}

function reversed(object: JsonObject): JsonObject {
	return Object.fromEntries(Object.entries(object).reverse());
}
