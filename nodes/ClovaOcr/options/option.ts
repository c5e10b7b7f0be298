import { finalProblem, type Problem } from '../problem';

/** When n8n shows a parameter: by the values of others, with `/` those beside the collection. */
interface Shown {
	show?: Record<string, Array<boolean | string>>;
	hide?: Record<string, Array<boolean | string>>;
}

/** A parameter as n8n describes it, as far as options need it: who reads an answer knows nothing of n8n. */
export interface OptionProperty {
	displayName: string;
	name: string;
	type: 'boolean' | 'multiOptions' | 'number' | 'options' | 'string';
	default: boolean | number | string | string[];
	description: string;
	options?: Array<{ name: string; value: string; description?: string }>;
	placeholder?: string;
	typeOptions?: {
		minValue?: number;
		maxValue?: number;
		numberPrecision?: number;
		password?: boolean;
	};
	noDataExpression?: boolean;
	displayOptions?: Shown;
}

/** One entry of the collection 'Options': what the editor shows of it and how its value is read. */
export interface Option<Value> {
	property: OptionProperty;
	/** @param given the parameter's value; undefined where the user did not add the option */
	read(given: unknown): Value;
	/** Why a value cannot be used, or null. */
	refuse?(given: unknown): Problem | null;
}

/** Outputs that hold values read from the answer: on the others options on reading mean nothing. */
export const READ_OUTPUTS = ['detailed', 'selectedFields', 'simplified'];

/** Shows an option under these operations only. */
export function under(operations: string[], more: Shown['show'] = {}): { displayOptions: Shown } {
	return { displayOptions: { show: { '/operation': operations, ...more } } };
}

/** Hides an option of calls beside an answer that is there already: nothing is sent then. */
export function whereSent(show?: Shown['show']): { displayOptions: Shown } {
	const hide = { '/inputType': ['answer'] };
	return { displayOptions: show === undefined ? { hide } : { show, hide } };
}

/** A switch; anything but its opposite is the default. */
export function flag(
	property: Omit<OptionProperty, 'default' | 'type'> & { default: boolean },
): Option<boolean> {
	const byDefault = property.default;
	return {
		property: { ...property, type: 'boolean' },
		read: (given) => (given === !byDefault ? !byDefault : byDefault),
	};
}

/** One of several values; anything else is the default. */
export function choice<Value extends string>(
	property: Omit<OptionProperty, 'default' | 'options' | 'type'> & {
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
	property: Omit<OptionProperty, 'default' | 'type' | 'typeOptions'> & {
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
