import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

import { finalProblem, type Problem } from '../problem';

/** One entry of the collection 'Options': what the editor shows of it and how its value is read. */
export interface Option<Value> {
	property: INodeProperties;
	/** @param given the parameter's value; undefined where the user did not add the option */
	read(given: unknown): Value;
	/** Why a value cannot be used, or null. */
	refuse?(given: unknown): Problem | null;
}

/** Outputs that hold values read from the answer: on the others options on reading mean nothing. */
export const READ_OUTPUTS = ['detailed', 'selectedFields', 'simplified'];

/** Shows an option under these operations only. */
export function under(
	operations: string[],
	more: IDisplayOptions['show'] = {},
): { displayOptions: IDisplayOptions } {
	return { displayOptions: { show: { '/operation': operations, ...more } } };
}

/** Hides an option of calls beside an answer that is there already: nothing is sent then. */
export function whereSent(show?: IDisplayOptions['show']): { displayOptions: IDisplayOptions } {
	const hide = { '/inputType': ['answer'] };
	return { displayOptions: show === undefined ? { hide } : { show, hide } };
}

/** A switch; anything but its opposite is the default. */
export function flag(
	property: Omit<INodeProperties, 'default' | 'type'> & { default: boolean },
): Option<boolean> {
	const byDefault = property.default;
	return {
		property: { ...property, type: 'boolean' },
		read: (given) => (given === !byDefault ? !byDefault : byDefault),
	};
}

/** One of several values; anything else is the default. */
export function choice<Value extends string>(
	property: Omit<INodeProperties, 'default' | 'options' | 'type'> & {
		default: Value;
		options: Array<{ name: string; value: Value; description: string }>;
	},
): Option<Value> {
	return {
		property: { ...property, type: 'options' },
		read: (given) =>
			property.options.find(({ value }) => value === given)?.value ?? property.default,
	};
}

/** A number within its least and greatest value; anything else is the default. */
export function amount(
	property: Omit<INodeProperties, 'default' | 'type' | 'typeOptions'> & {
		default: number;
		typeOptions: { minValue: number; maxValue?: number; numberPrecision: number };
	},
): Option<number> {
	const { minValue, maxValue = Infinity } = property.typeOptions;
	return {
		property: { ...property, type: 'number' },
		read: (given) => {
			const number = numberIn(given);
			return number === null ? property.default : Math.min(maxValue, Math.max(minValue, number));
		},
	};
}

/** The value as a finite number, also where an expression gave it as text; else null. */
export function numberIn(given: unknown): number | null {
	const number = typeof given === 'string' && given.trim() === '' ? NaN : Number(given ?? NaN);
	return Number.isFinite(number) ? number : null;
}

/** A list, or a text with commas, as trimmed texts. */
export function textsIn(given: unknown): string[] {
	const parts: unknown[] = Array.isArray(given) ? given : String(given ?? '').split(',');
	return parts.map((part) => String(part).trim()).filter((part) => part !== '');
}

/** The refusal of an option's value, by the option's name. */
export function unusable(displayName: string, what: string, description: string): Problem {
	return finalProblem(`The option '${displayName}' ${what}`, description);
}
