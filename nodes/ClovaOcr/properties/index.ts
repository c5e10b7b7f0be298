import type { INodeProperties } from 'n8n-workflow';

import { operations } from '../operations';
import { inputProperties } from './input';
import { optionsProperty } from './options';
import { outputProperties } from './output';
import { selectorProperties } from './selectors';

/**
 * Every parameter of the node, worked out from the list of operations. The build replaces this file
 * by its result: working it out loads every operation, which would cost n8n time at each start.
 */
export const nodeProperties: INodeProperties[] = [
	...selectorProperties(operations),
	...inputProperties(operations),
	...outputProperties(operations),
	optionsProperty,
];
