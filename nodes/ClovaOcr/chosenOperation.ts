import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

import { findOperation } from './operations';
import type { Operation } from './operations/types';

/**
 * The operation that the workflow chose; selectors take no expressions, so it is the same for all items.
 * @throws NodeOperationError for 'Custom API Call', which n8n adds to the selectors by itself, and for
 *   values of no operation
 */
export function chosenOperation(context: IExecuteFunctions): Operation {
	const resource = String(context.getNodeParameter('resource', 0));
	const value = String(context.getNodeParameter('operation', 0, ''));
	const operation = findOperation(resource, value);
	if (operation !== undefined) return operation;
	if (`${resource}${value}`.includes('__CUSTOM_API_CALL__')) {
		throw new NodeOperationError(
			context.getNode(),
			"'Custom API Call' is made with the HTTP Request node",
			{
				description:
					"Add an HTTP Request node, set 'Authentication' to 'Predefined Credential Type' and choose 'CLOVA OCR API'. In this node pick one of the operations.",
			},
		);
	}
	throw new NodeOperationError(
		context.getNode(),
		`This node has no operation '${value}' for '${resource}'`,
		{
			description: "Choose 'Resource' and 'Operation' again.",
		},
	);
}
