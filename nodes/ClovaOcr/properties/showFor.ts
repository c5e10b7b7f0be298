import type { IDisplayOptions } from 'n8n-workflow';

import type { Operation } from '../operations/types';

/**
 * Shows a parameter under the given operations only.
 *
 * Where another resource is chosen, n8n drops a value that the parameter does not offer there, but only
 * if the parameter depends on the resource and is shown while the operation, and whatever has its
 * default, is not set yet. So what a resource begins with is hidden under other operations rather than
 * shown under its own.
 * @param outputs values of 'Output' under which it means nothing
 */
export function showFor(
	operations: Operation[],
	all: Operation[],
	outputs: string[],
	more: IDisplayOptions['show'] = {},
): IDisplayOptions {
	const [operation] = operations;
	const [first, ...others] = all.filter(({ resource }) => resource === operation.resource);
	const begins = operations.length === 1 && operation === first;
	// Operation values are unique over all resources, so the operation alone decides.
	const show = begins ? { resource: [operation.resource] } : { operation: valuesOf(operations) };
	const hide = {
		...(begins && others.length > 0 ? { operation: valuesOf(others) } : {}),
		...(outputs.length > 0 ? { output: outputs } : {}),
	};
	return { show: { ...show, ...more }, ...(Object.keys(hide).length > 0 ? { hide } : {}) };
}

function valuesOf(operations: Operation[]): string[] {
	return operations.map(({ value }) => value);
}
