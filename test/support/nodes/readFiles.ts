import { NodeConnectionTypes } from 'n8n-workflow';
import type { INodeExecutionData, INodeType } from 'n8n-workflow';

import { fs, path } from '../node';

/**
 * Reads files from disk, one item each (`test.readFiles`), in the place of n8n's own node of that
 * kind, which is not part of n8n-core. Parameter `paths`: a list, or paths one a line.
 */
export const readFiles: INodeType = {
	description: {
		displayName: 'Read Files',
		name: 'readFiles',
		group: ['input'],
		version: 1,
		description: 'Reads files from disk, one item each',
		defaults: { name: 'Read Files' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [
			{ displayName: 'Paths', name: 'paths', type: 'string', default: '' },
			{ displayName: 'Field', name: 'field', type: 'string', default: 'data' },
		],
	},

	async execute() {
		const paths = this.getNodeParameter('paths', 0);
		const field = String(this.getNodeParameter('field', 0));
		const files = (Array.isArray(paths) ? paths.map(String) : String(paths).split('\n'))
			.map((file) => file.trim())
			.filter((file) => file !== '');
		const items: INodeExecutionData[] = [];
		for (const file of files) {
			const name = path.basename(file);
			const stored = await this.helpers.prepareBinaryData(
				fs.createReadStream(file),
				name,
				'application/octet-stream',
			);
			items.push({
				json: { fileName: name },
				binary: { [field]: stored },
				pairedItem: { item: 0 },
			});
		}
		return [items];
	},
};
