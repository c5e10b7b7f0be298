import { extractText } from './extractText';
import type { Operation } from './types';

/** Every operation of the node. Selectors, parameters, output schemas and `run` follow from this list. */
export const operations: Operation[] = [extractText];

/** The operation that a workflow chose, or undefined for a value that is not ours. */
export function findOperation(resource: string, value: string): Operation | undefined {
	return operations.find(
		(operation) => operation.resource === resource && operation.value === value,
	);
}
