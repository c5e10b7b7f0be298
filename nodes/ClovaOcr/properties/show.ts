import type { IDisplayOptions } from 'n8n-workflow';

import type { Operation } from '../operations/types';

/** Shows a parameter under the given operations only. */
export function showFor(
	operations: Operation[],
	more: IDisplayOptions['show'] = {},
): IDisplayOptions {
	return { show: { ...namesOf(operations, ''), ...more } };
}

/**
 * The same for a member of a collection, whose paths begin at the node.
 * @param simplifiedOnly whether it means nothing where entries go out as CLOVA gave them
 */
export function showOptionFor(operations: Operation[], simplifiedOnly = false): IDisplayOptions {
	const hide = simplifiedOnly ? { hide: { '/simplify': [false] } } : {};
	return { show: namesOf(operations, '/'), ...hide };
}

// Operation values are unique over all resources, so the operation alone decides.
function namesOf(operations: Operation[], prefix: '' | '/'): NonNullable<IDisplayOptions['show']> {
	return { [`${prefix}operation`]: operations.map((operation) => operation.value) };
}
