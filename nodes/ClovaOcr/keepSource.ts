import type { IBinaryKeyData, IDataObject } from 'n8n-workflow';

import type { Execution } from './execution';
import { goOnWithout, type FileJob, type Outcome } from './outcome';
import { readAll } from './input/bytes';
import type { Document } from './input/document';
import { hidesAlways } from './input/settings';
import type { Operation } from './operations/types';
import { withSource } from './output/items';
import { MIME_TYPES } from './clova/request';
import { finalProblem } from './problem';

// n8n's combined binary mode keeps the files of an item here; they go on as files, not as fields.
const COMBINED_FILES = '_files';

/**
 * Adds to the items of a file what 'Keep Source' asks for: the fields of the input item, and the very
 * file that was read. Items for the output 'Needs Review' carry the file in any case: whoever looks at
 * a doubtful value needs the picture. Beside a file whose numbers were blacked out it would show them
 * again, so there it comes only where it was asked for.
 * @param local the opened file, or null where only CLOVA has seen it
 */
export async function keepSource(
	{ input, settings, source }: FileJob,
	local: Document | null,
	outcome: Outcome,
	operation: Operation,
	{ settings: { reviewOutput }, stop, store }: Pick<Execution, 'settings' | 'stop' | 'store'>,
): Promise<void> {
	const { keepSource: keep } = settings;
	const keepsFile = keep === 'binary' || keep === 'both';
	const blackedOut = hidesAlways(operation, settings);
	const json = keep === 'json' || keep === 'both' ? fieldsOf(input) : {};
	const wanted = outcome.items.filter(
		({ needsReview }) => keepsFile || (reviewOutput && !blackedOut && needsReview),
	);
	const binary = wanted.length > 0 ? await fileOf() : {};
	for (const each of outcome.items) {
		each.item = withSource(each.item, json, wanted.includes(each) ? binary : {});
	}

	async function fileOf(): Promise<IBinaryKeyData> {
		if (source.binary !== null) return source.binary;
		if (local === null) return {};
		const { fileName, format } = local;
		try {
			return { data: await store(await readAll(local.source), fileName, MIME_TYPES[format]) };
		} catch {
			goOnWithout(outcome, NOT_STORED, stop.atFailure);
			return {};
		}
	}
}

const NOT_STORED = finalProblem(
	'The text was read, but the file could not be stored beside it',
	"Check the disk space of the n8n server. The text stands in the item; running the workflow again reads, and bills, the document again. Without 'Keep Source' no file is stored.",
);

function fieldsOf(input: IDataObject): IDataObject {
	return Object.fromEntries(Object.entries(input).filter(([key]) => key !== COMBINED_FILES));
}
