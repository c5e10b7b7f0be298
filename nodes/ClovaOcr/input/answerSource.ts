import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { readGiven } from '../clova/given';
import type { Operation } from '../operations/types';
import { finalProblem } from '../problem';
import { chooseBinaryFiles, filesOf } from './binaryFiles';
import { readableFileName, type Opened } from './document';
import { binaryFileSource, type Sources } from './fileSource';

/**
 * The answer that an item holds already, and for an operation that makes a file the one beside it.
 * Nothing is read of the answer yet: many of them in one execution must not be in memory at once.
 */
export function answerSource(
	context: IExecuteFunctions,
	item: INodeExecutionData,
	itemIndex: number,
	operation: Operation,
): Sources {
	const answer: unknown = context.getNodeParameter('answer', itemIndex, item.json);
	const named: unknown = context.getNodeParameter('fileName', itemIndex, '');
	const given = () => readGiven(answer);
	const name = typeof named === 'string' ? named.trim() : '';
	if (operation.fileMaker === undefined) {
		const source = { distant: false, skipUnreadable: false, open: noFile, given };
		// Which of the item's files the answer belongs to is not known.
		return { ok: true, files: [{ ...source, fileName: name, binary: filesOf(item) }] };
	}
	const field = context.getNodeParameter('binaryPropertyName', itemIndex, 'data');
	const chosen = chooseBinaryFiles(item, field);
	if (!chosen.ok) return chosen;
	const [file] = chosen.files;
	if (chosen.files.length !== 1) return { ok: false, problem: NOT_ONE_FILE };
	const beside = binaryFileSource(context, file, false);
	const fileName = name === '' ? beside.fileName : readableFileName(name);
	return { ok: true, files: [{ ...beside, fileName, given }] };
}

const NOT_ONE_FILE = finalProblem(
	"An answer belongs to one file, and 'Input Binary Field' names another number of them",
	"Put the name of the field that holds the file into 'Input Binary Field'.",
);

async function noFile(): Promise<Opened> {
	return { ok: false, unreadableKind: false, problem: NOT_ONE_FILE };
}
