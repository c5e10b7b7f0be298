import type { IBinaryKeyData, IDataObject } from 'n8n-workflow';

import type { Execution } from './execution';
import type { FileJob, Outcome } from './outcome';
import { readAll } from './input/bytes';
import type { Document } from './input/document';
import { withSource } from './output/items';
import { MIME_TYPES } from './clova/request';

// n8n's combined binary mode keeps the files of an item here; they go on as files, not as fields.
const COMBINED_FILES = '_files';

/**
 * Adds to the items of a file what 'Keep Source' asks for: the fields of the input item, and the very
 * file that was read. Items for the output 'Needs Review' carry the file in any case: whoever looks at
 * a doubtful value needs the picture.
 * @param local the opened file, or null where only CLOVA has seen it
 */
export async function keepSource(
	{ input, settings, source }: FileJob,
	local: Document | null,
	outcome: Outcome,
	{ settings: { reviewOutput }, store }: Execution,
): Promise<void> {
	const { keepSource: keep } = settings;
	const keepsFile = keep === 'binary' || keep === 'both';
	const json = keep === 'json' || keep === 'both' ? fieldsOf(input) : {};
	const wanted = outcome.items.filter(
		({ needsReview }) => keepsFile || (reviewOutput && needsReview),
	);
	const binary = wanted.length > 0 ? await fileOf() : {};
	for (const each of outcome.items) {
		each.item = withSource(each.item, json, wanted.includes(each) ? binary : {});
	}

	async function fileOf(): Promise<IBinaryKeyData> {
		if (source.binary !== null) return { [source.binary.field]: source.binary.data };
		if (local === null) return {};
		const { fileName, format } = local;
		return { data: await store(await readAll(local.source), fileName, MIME_TYPES[format]) };
	}
}

function fieldsOf(input: IDataObject): IDataObject {
	return Object.fromEntries(Object.entries(input).filter(([key]) => key !== COMBINED_FILES));
}
