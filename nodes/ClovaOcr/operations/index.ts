import { createMaskedCopy } from './general/createMaskedCopy';
import { createSearchablePdf } from './general/createSearchablePdf';
import { extractFields } from './template/extractFields';
import { extractTables } from './general/extractTables';
import { extractText } from './general/extractText';
import { createMaskedCard } from './idCard/createMaskedCard';
import {
	detectType,
	readAlienRegistrationCard,
	readDriversLicense,
	readPassport,
	readResidentRegistrationCard,
} from './idCard/idCards';
import { readBusinessCard } from './document/readBusinessCard';
import { readBusinessRegistration } from './document/readBusinessRegistration';
import { readCreditCard } from './document/readCreditCard';
import { readOther } from './document/readOther';
import { readForeignPassport } from './idCard/readForeignPassport';
import { readReceipt } from './document/readReceipt';
import type { ApiPath } from '../clova/endpoint';
import type { Operation } from './types';

/**
 * Every operation of the node, the default of each resource first. Selectors, parameters, output
 * schemas and `run` follow from this list.
 */
export const operations: Operation[] = [
	extractText,
	extractTables,
	createSearchablePdf,
	createMaskedCopy,
	extractFields,
	readReceipt,
	readBusinessRegistration,
	readBusinessCard,
	readCreditCard,
	readOther,
	detectType,
	createMaskedCard,
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

/** The names of the operations by the member of an answer that holds their kind of document. */
export const namesByWrapper: ReadonlyMap<string, readonly string[]> = new Map(
	operations.flatMap(({ wrapper }) =>
		wrapper === undefined
			? []
			: [[wrapper, operations.filter((each) => each.wrapper === wrapper).map(({ name }) => name)]],
	),
);

/** The names of the operations by the path of the API that they call. */
export const namesByPath: ReadonlyMap<ApiPath, readonly string[]> = new Map(
	operations.flatMap(({ path }) =>
		path === null
			? []
			: [[path, operations.filter((each) => each.path === path).map(({ name }) => name)]],
	),
);
