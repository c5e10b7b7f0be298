import type { IBinaryKeyData, IExecuteFunctions } from 'n8n-workflow';

import type { Given } from '../clova/given';
import type { Problem } from '../problem';
import type { NamedBinary } from './binaryFiles';
import { readableFileName, type Opened } from './document';
import { binarySource, openSource } from './open';

/** A file that an item names, not yet opened. */
export interface FileSource {
	fileName: string;
	/** What 'Keep Source' passes on as the file, by the item's fields; null where it came otherwise. */
	binary: IBinaryKeyData | null;
	/** Whether it came with `*`, so that what is no document is passed over instead of refused. */
	skipUnreadable: boolean;
	/** Whether opening it costs a download. */
	distant: boolean;
	open(): Promise<Opened>;
	/** Reads the answer that is there already; absent where CLOVA has to be asked. */
	given?(): Given;
}

export type Sources = { ok: true; files: FileSource[] } | { ok: false; problem: Problem };

/** A file of the item, as it stands in n8n's store. */
export function binaryFileSource(
	context: IExecuteFunctions,
	{ field, data }: NamedBinary,
	skipUnreadable: boolean,
): FileSource {
	const fileName = readableFileName(data.fileName ?? field);
	return {
		fileName,
		binary: { [field]: data },
		skipUnreadable,
		distant: false,
		open: async () => await openSource(await binarySource(context.helpers, data), fileName),
	};
}
