import { createSearchablePdf } from './createSearchablePdf';
import { extractFields } from './extractFields';
import { extractTables } from './extractTables';
import { extractText } from './extractText';
import {
	detectType,
	readAlienRegistrationCard,
	readDriversLicense,
	readPassport,
	readResidentRegistrationCard,
} from './idCards';
import { readBusinessCard } from './readBusinessCard';
import { readBusinessRegistration } from './readBusinessRegistration';
import { readCreditCard } from './readCreditCard';
import { readForeignPassport } from './readForeignPassport';
import { readReceipt } from './readReceipt';
import type { Operation } from './types';

/**
 * Every operation of the node, the default of each resource first. Selectors, parameters, output
 * schemas and `run` follow from this list.
 */
export const operations: Operation[] = [
	extractText,
	extractTables,
	createSearchablePdf,
	extractFields,
	readReceipt,
	readBusinessRegistration,
	readBusinessCard,
	readCreditCard,
	detectType,
	readResidentRegistrationCard,
	readDriversLicense,
	readPassport,
	readAlienRegistrationCard,
	readForeignPassport,
];

/** The operation that a workflow chose, or undefined for a value that is not ours. */
export function findOperation(resource: string, value: string): Operation | undefined {
	return operations.find(
		(operation) => operation.resource === resource && operation.value === value,
	);
}
