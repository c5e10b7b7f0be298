import * as n8nWorkflow from 'n8n-workflow';
import {
	NodeApiError,
	NodeOperationError,
	type INode,
	type INodeExecutionData,
	type JsonObject as NodeJson,
} from 'n8n-workflow';

import type { Problem } from '../problem';
import { withoutPrivate } from '../reading/masking/maskText';

/** A problem and where it belongs. */
export interface Failure {
	problem: Problem;
	itemIndex: number;
	/** File the problem is about; null where no file was reached. */
	fileName: string | null;
	/** Pages of that file, where only a part of it failed. */
	pages: number[] | null;
	/** What was read and paid for although the item is an error; masked. */
	recognized?: Array<INodeExecutionData['json']>;
}

/**
 * The error that stops the node: names the item and the file.
 * @param answered files of the execution that had been read, and so billed, by then
 */
export function errorOf(
	node: INode,
	failure: Failure,
	answered: number,
): NodeApiError | NodeOperationError {
	const { problem, itemIndex } = failure;
	const { message: shown, description: next } = shownOf(failure);
	const description = answered === 0 ? next : `${next} ${lostText(answered)}`;
	const message = `${shown} [item ${itemIndex}]`;
	if (problem.code === null && problem.httpStatus === null) {
		return new NodeOperationError(node, message, { description, itemIndex });
	}
	// The code goes into a plain object and the HTTP status beside it: n8n would take a bare code
	// for a status and put its own sentence in place of ours.
	const details: NodeJson = { clovaCode: problem.code, httpStatus: problem.httpStatus };
	const httpCode = String(problem.httpStatus ?? '');
	return new NodeApiError(node, details, { message, description, httpCode, itemIndex });
}

function lostText(answered: number): string {
	const files = answered === 1 ? '1 file had' : `${answered} files had`;
	return `${files} been read, and billed, before. To keep what was read set 'On Error' in the settings of this node to 'Continue' or 'Continue (using error output)'.`;
}

// n8n before 2.36 sends only items of `error` and `message` to the error output; with `details` they would
// pass for good ones there. Its n8n-workflow is known by an export that came with 2.36.
const routesDetails = 'redactedHeaders' in n8nWorkflow;

/**
 * The item that stands for a failed one under both Continue settings.
 * Only `error`, `message` and, where n8n knows it, `details`, with an object pairing, and no `item.error`:
 * this shape reaches the error output and is merged with the input there.
 */
export function errorItem(failure: Failure): INodeExecutionData {
	const { problem, itemIndex, pages, recognized = [] } = failure;
	const { message, description, fileName } = shownOf(failure);
	const details = {
		code: problem.code,
		httpStatus: problem.httpStatus,
		fileName,
		...(pages === null ? {} : { pages }),
		...(recognized.length === 0
			? {}
			: { recognized: recognized.length === 1 ? recognized[0] : recognized }),
	};
	return {
		json: {
			error: message,
			message: `${message}. ${description}`,
			...(routesDetails ? { details } : {}),
		},
		pairedItem: { item: itemIndex },
	};
}

/** What a person gets to see: a file's name may hold the number of one. */
function shownOf({ problem, fileName, pages }: Failure) {
	const shown = (text: string) => withoutPrivate(text, 'standard');
	const named = fileName === null || problem.message.includes(fileName) ? '' : ` ('${fileName}')`;
	return {
		message: shown(problem.message + named) + pagesText(pages),
		description: shown(problem.description),
		fileName: fileName === null ? null : shown(fileName),
	};
}

function pagesText(pages: number[] | null): string {
	if (pages === null || pages.length === 0) return '';
	const [first, last] = [pages[0], pages.at(-1)];
	return first === last ? ` (page ${first})` : ` (pages ${first} to ${last})`;
}
