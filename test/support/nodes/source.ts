import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IBinaryKeyData,
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
} from 'n8n-workflow';

/** A file of an item before n8n has stored it. */
export interface SourceFile {
	data: Buffer;
	fileName?: string;
	mimeType?: string;
}

/** What the source node emits for one item. */
export interface SourceItem {
	json?: IDataObject;
	binary?: Record<string, SourceFile>;
}

/**
 * First node of a workflow under test (`test.source`). It emits the given items; their files go
 * through n8n's own binary store, so that they arrive as any node would find them.
 */
export function sourceOf(items: SourceItem[]): INodeType {
	return {
		description: {
			displayName: 'Source',
			name: 'source',
			group: ['trigger'],
			version: 1,
			description: 'Emits the items of a test',
			defaults: { name: 'Source' },
			inputs: [],
			outputs: [NodeConnectionTypes.Main],
			properties: [],
		},

		async execute() {
			const emitted: INodeExecutionData[] = [];
			for (const { json = {}, binary } of items) {
				emitted.push(binary ? { json, binary: await store(this, binary) } : { json });
			}
			return [emitted];
		},
	};
}

async function store(
	{ helpers }: IExecuteFunctions,
	files: Record<string, SourceFile>,
): Promise<IBinaryKeyData> {
	const stored: IBinaryKeyData = {};
	for (const [name, { data, fileName, mimeType }] of Object.entries(files)) {
		// Without a type n8n would import an ECMAScript module, which Jest cannot do.
		const type = mimeType ?? 'application/octet-stream';
		stored[name] = await helpers.prepareBinaryData(data, fileName, type);
	}
	return stored;
}
