import type { ApiPath } from '../../nodes/ClovaOcr/clova/endpoint';
import { findOperation, namesByPath } from '../../nodes/ClovaOcr/operations';
import type { Operation } from '../../nodes/ClovaOcr/operations/types';

/** A model of documents that nobody has told the node of: what 'Read Other Document' is tried with. */
export const OTHER_MODEL: { path: ApiPath; wrapper: string } = {
	path: '/document/delivery-note',
	wrapper: 'deliveryNote',
};

/** The paths of all APIs that the node knows, in the order of the alphabet. */
export const apiPaths: readonly ApiPath[] = [...namesByPath.keys()].sort();

/** These and the other model's: what the simulated service answers on. */
export const simulatedPaths: readonly ApiPath[] = [...apiPaths, OTHER_MODEL.path].sort();

/**
 * The operation of that name.
 * @throws Error when there is none
 */
export function operationOf(resource: string, value: string): Operation {
	const operation = findOperation(resource, value);
	if (operation === undefined) throw new Error(`There is no operation ${value} of ${resource}`);
	return operation;
}

/** The path of the API that an operation calls. */
export function pathOf(resource: string, operation: string): ApiPath {
	return operationOf(resource, operation).path ?? OTHER_MODEL.path;
}
