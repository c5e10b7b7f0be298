import type { IDisplayOptions } from 'n8n-workflow';

import type { Operation } from '../operations/types';

/** Shows a parameter under the given operations only. */
export function showFor(
	operations: Operation[],
	more: IDisplayOptions['show'] = {},
): IDisplayOptions {
	// Operation values are unique over all resources, so the operation alone decides.
	return { show: { operation: operations.map(({ value }) => value), ...more } };
}
