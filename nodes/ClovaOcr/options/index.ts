import type { Problem } from '../problem';
import * as layout from './layout';
import type { Option, OptionProperty } from './option';
import * as pace from './pace';
import * as result from './result';
import * as sending from './sending';

/** Every option of the node by its name; types, defaults and the editor's collection follow from it. */
const OPTIONS = { ...sending, ...layout, ...result, ...pace };

type Options = typeof OPTIONS;

/** The value of every option, its default where the user did not add it. */
export type OptionValues = {
	[Name in keyof Options]: Options[Name] extends Option<infer Value> ? Value : never;
};

/** What the editor shows of every option. */
export const optionProperties: OptionProperty[] = Object.values(OPTIONS).map(
	({ property }) => property,
);

/**
 * Reads the collection as a workflow holds it, or as its expressions gave it.
 * @returns a value for every option, and why one of them cannot be used
 */
export function readOptions(given: Record<string, unknown>): {
	values: OptionValues;
	refusal: Problem | null;
} {
	const entries = Object.entries(OPTIONS) as Array<[string, Option<unknown>]>;
	const values = Object.fromEntries(
		entries.map(([name, option]) => [name, option.read(given[name])]),
	) as OptionValues;
	const refusals = entries.flatMap(([name, option]) => option.refuse?.(given[name]) ?? []);
	return { values, refusal: refusals[0] ?? null };
}
