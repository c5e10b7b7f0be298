import { asList, asObject, asText, type JsonObject } from '../../../nodes/ClovaOcr/shared/json';
import type { N8nApi } from './api';
import { node, type WorkflowNode } from './workflow';

/** A table in n8n itself, which takes over an item's fields as its columns or refuses the item. */
export interface DataTable {
	/** Appends every item by n8n's automatic mapping. */
	append: WorkflowNode;
	rows(): Promise<JsonObject[]>;
}

/** Makes a table with a column for each member of the row, of the member's type. */
export async function createDataTable(
	api: N8nApi,
	name: string,
	row: JsonObject,
): Promise<DataTable> {
	const { id: project } = asObject(await api.call('GET', '/rest/projects/personal'));
	const path = `/rest/projects/${asText(project)}/data-tables`;
	const columns = Object.entries(row).map(([key, value]) => ({
		name: key,
		type: typeof value === 'number' || typeof value === 'boolean' ? typeof value : 'string',
	}));
	const table = asText(asObject(await api.call('POST', path, { name, columns })).id) ?? '';
	return {
		append: node('Append', 'n8n-nodes-base.dataTable', {
			resource: 'row',
			operation: 'insert',
			dataTableId: { __rl: true, mode: 'id', value: table },
			columns: { mappingMode: 'autoMapInputData', value: {}, matchingColumns: [], schema: [] },
			options: {},
		}),
		rows: async () => {
			const { data } = asObject(await api.call('GET', `${path}/${table}/rows`));
			const system = new Set(['id', 'createdAt', 'updatedAt']);
			return asList(data)
				.map(asObject)
				.map((each) =>
					Object.fromEntries(Object.entries(each).filter(([key]) => !system.has(key))),
				);
		},
	};
}
