import 'reflect-metadata';
import './n8nHome';
import { PackageDirectoryLoader } from 'n8n-core';
import { deepCopy, NodeConnectionTypes, NodeHelpers } from 'n8n-workflow';
import type { ICredentialType, INodeType, INodeTypes, IVersionedNodeType } from 'n8n-workflow';

import { ClovaOcrApi } from '../../credentials/ClovaOcrApi.credentials';
// With its extension, since the codex file beside it has the same name and would be taken first.
import { ClovaOcr } from '../../nodes/ClovaOcr/ClovaOcr.node.ts';
import { agent } from './nodes/agent';
import { pass } from './nodes/pass';
import { readFiles } from './nodes/readFiles';
import { sourceOf } from './nodes/source';
import type { SourceItem } from './nodes/source';

/** The node types (by full type name) and credential types (by name) of a package. */
export interface TestedPackage {
	nodes: Map<string, INodeType | IVersionedNodeType>;
	credentials: Map<string, ICredentialType>;
}

/** The package under test, from its TypeScript sources. */
export async function packageFromSource(): Promise<TestedPackage> {
	const credential = new ClovaOcrApi();
	return {
		nodes: new Map([['n8n-nodes-clova-ocr.clovaOcr', new ClovaOcr()]]),
		credentials: new Map([[credential.name, credential]]),
	};
}

/** A built package, loaded from its directory by n8n's own loader. */
export async function packageFromDirectory(directory: string): Promise<TestedPackage> {
	const loader = new PackageDirectoryLoader(directory);
	await loader.loadAll();
	const nodes = Object.entries(loader.nodeTypes).map(
		([name, { type }]) => [`${loader.packageName}.${name}`, type] as const,
	);
	const credentials = Object.entries(loader.credentialTypes).map(
		([name, { type }]) => [name, type] as const,
	);
	return { nodes: new Map(nodes), credentials: new Map(credentials) };
}

/**
 * The node types a workflow under test can use: the helper nodes, the tested package's, and further
 * ones. `<type>Tool` is any of them as an agent's tool.
 */
export function nodeTypesOf(
	tested: TestedPackage,
	items: SourceItem[],
	further: Record<string, INodeType>,
): INodeTypes {
	const types = new Map<string, INodeType | IVersionedNodeType>([
		['n8n-nodes-base.manualTrigger', sourceOf([{}])],
		['test.source', sourceOf(items)],
		['test.pass', pass],
		['test.readFiles', readFiles],
		['test.agent', agent],
		...tested.nodes,
		...Object.entries(further),
	]);
	const find = (name: string, version?: number): INodeType => {
		const found = types.get(name);
		if (found) return NodeHelpers.getVersionedNodeType(found, version);
		const base = name.endsWith('Tool') ? types.get(name.slice(0, -'Tool'.length)) : undefined;
		if (!base) throw new Error(`The test knows no node type "${name}"`);
		const tool = asTool(NodeHelpers.getVersionedNodeType(base, version));
		types.set(name, tool);
		return tool;
	};
	return { getByName: (name) => find(name), getByNameAndVersion: find, getKnownTypes: () => ({}) };
}

/** The variant of a node that agents can use, as n8n's server derives it when it starts. */
function asTool(nodeType: INodeType): INodeType {
	if (!nodeType.description.usableAsTool) throw new Error('This node cannot be used as a tool');
	const description = deepCopy(nodeType.description);
	delete description.usableAsTool;
	const automatic = description.properties.some(({ name }) =>
		['resource', 'operation'].includes(name),
	);
	const tool: INodeType = Object.create(nodeType, {
		description: {
			value: {
				...description,
				name: `${description.name}Tool`,
				displayName: `${description.displayName} Tool`,
				inputs: [],
				outputs: [NodeConnectionTypes.AiTool],
				properties: [
					...(automatic
						? [
								{
									displayName: 'Tool Description',
									name: 'descriptionType',
									type: 'options',
									options: [
										{ name: 'Set Automatically', value: 'auto' },
										{ name: 'Set Manually', value: 'manual' },
									],
									default: 'auto',
								},
							]
						: []),
					{
						displayName: 'Description',
						name: 'toolDescription',
						type: 'string',
						default: description.description,
						...(automatic ? { displayOptions: { show: { descriptionType: ['manual'] } } } : {}),
					},
					...description.properties,
				],
			},
		},
	});
	return tool;
}
