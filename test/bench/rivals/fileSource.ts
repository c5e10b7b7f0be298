import { Container } from '../../support/n8nHome';
import { BinaryDataService } from 'n8n-core';
import type { IBinaryData, INodeExecutionData, INodeType } from 'n8n-workflow';

import { path } from '../../support/node';
import { readFiles } from '../../support/nodes/readFiles';

/**
 * Brings files in as n8n's Webhook and Form triggers do (`test.files`): a stored file is copied past the
 * process, so that nothing is left in its memory for the contestants to use again.
 */
export const fileSource: INodeType = {
	description: { ...readFiles.description, displayName: 'Files', name: 'files' },

	async execute() {
		const paths = this.getNodeParameter('paths', 0);
		const store = Container.get(BinaryDataService);
		const location = {
			type: 'execution' as const,
			workflowId: this.getWorkflow().id ?? '',
			executionId: this.getExecutionId(),
		};
		const items: INodeExecutionData[] = [];
		for (const file of Array.isArray(paths) ? paths.map(String) : []) {
			const fileName = path.basename(file);
			const about: IBinaryData = { data: '', fileName, mimeType: 'image/png' };
			const data = await store.copyBinaryFile(location, about, file);
			items.push({ json: { fileName }, binary: { data }, pairedItem: { item: 0 } });
		}
		return [items];
	},
};
