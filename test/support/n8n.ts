import 'reflect-metadata';
import { Container } from './n8nHome';
import {
	BinaryDataConfig,
	BinaryDataService,
	ExecutionLifecycleHooks,
	WorkflowExecute,
} from 'n8n-core';
import { deepCopy, NodeConnectionTypes, Workflow } from 'n8n-workflow';
import type {
	ExecutionError,
	ExecutionStatus,
	IBinaryData,
	ICredentialDataDecryptedObject,
	INode,
	INodeCredentialTestResult,
	INodeExecutionData,
	INodeType,
	IRunData,
	IWorkflowBase,
	IWorkflowExecuteAdditionalData,
	NodeExecutionHint,
	WorkflowExecuteMode,
} from 'n8n-workflow';

import { runCredentialTest } from './n8nCredentialTest';
import { MemoryCredentials } from './n8nCredentials';
import type { CredentialData } from './n8nCredentials';
import { additionalDataOf, listenToLogs } from './n8nSurroundings';
import { nodeTypesOf, packageFromSource } from './n8nTypes';
import type { TestedPackage } from './n8nTypes';
import type { SourceItem } from './nodes/source';

export type { CredentialData } from './n8nCredentials';
export { packageFromDirectory, packageFromSource } from './n8nTypes';
export type { TestedPackage } from './n8nTypes';
export type { SourceFile, SourceItem } from './nodes/source';

/** A workflow as n8n's editor exports it. */
export type WorkflowJson = Pick<IWorkflowBase, 'nodes' | 'connections'> &
	Partial<Pick<IWorkflowBase, 'name' | 'settings'>>;

export interface RunOptions {
	/** What every `test.source` node emits; one empty item by default. */
	items?: SourceItem[];
	/** Fields of the credentials, by the credential's name in the workflow. */
	credentials?: CredentialData;
	/** Where n8n keeps files: inside the items (`default`) or on disk. */
	binaryMode?: 'default' | 'filesystem';
	/** The package under test: its sources unless told otherwise. */
	tested?: TestedPackage;
	/** Further node types by full type name. */
	nodes?: Record<string, INodeType>;
	/** `trigger` is a production run, `manual` a run from the editor. */
	mode?: WorkflowExecuteMode;
	/** Gets the function that cancels the execution as n8n's stop button does. */
	onStart?: (cancel: () => void) => void;
}

export interface WorkflowResult {
	status: ExecutionStatus;
	cancelled: boolean;
	/** What stopped the workflow, as it is stored with the execution. */
	error: ExecutionError | undefined;
	runData: IRunData;
	/** Items of a node's output in its last run, `[]` when the node did not run. */
	items(nodeName: string, output?: number): INodeExecutionData[];
	/** Hints of all nodes, in the order of their runs. */
	hints: NodeExecutionHint[];
	/** What n8n logged and what it sent to the browser's console, all levels. */
	logs: string[];
}

/** Runs a workflow in n8n's engine and gives back what an execution of it would hold. */
export async function runWorkflow(
	json: WorkflowJson,
	options: RunOptions = {},
): Promise<WorkflowResult> {
	const tested = options.tested ?? (await packageFromSource());
	await storeFilesIn(options.binaryMode ?? 'default');
	const logs: string[] = [];
	const stopListening = listenToLogs(logs);
	const mode = options.mode ?? 'trigger';
	const credentials = new MemoryCredentials(tested.credentials, options.credentials ?? {});
	const additionalData = additionalDataOf(credentials, logs);
	const { name = 'Workflow under test' } = json;
	const settings = { executionOrder: 'v1' as const, ...json.settings };
	const nodes = deepCopy(json.nodes);
	const connections = deepCopy(json.connections);
	const workflow = new Workflow({
		id: 'workflow',
		name,
		nodes,
		connections,
		active: false,
		nodeTypes: nodeTypesOf(tested, options.items ?? [{}], options.nodes ?? {}),
		settings,
	});
	const now = new Date();
	additionalData.hooks = new ExecutionLifecycleHooks(mode, executionIdOf(additionalData), {
		id: workflow.id,
		name,
		active: false,
		isArchived: false,
		createdAt: now,
		updatedAt: now,
		activeVersionId: null,
		nodes,
		connections,
		settings,
	});
	try {
		const execution = new WorkflowExecute(additionalData, mode);
		const running = execution.run({ workflow, startNode: startNodeOf(workflow) });
		options.onStart?.(() => running.cancel());
		const { data, status } = await running;
		const { runData, error } = data.resultData;
		return {
			status,
			cancelled: status === 'canceled',
			error,
			runData,
			items: (nodeName, output = 0) =>
				runData[nodeName]?.at(-1)?.data?.[NodeConnectionTypes.Main]?.[output] ?? [],
			hints: Object.values(runData).flatMap((runs) => runs.flatMap((run) => run.hints ?? [])),
			logs,
		};
	} finally {
		stopListening();
	}
}

/** The verdict on a credential, as n8n's "Test" shows it. */
export async function testCredential(
	typeName: string,
	fields: ICredentialDataDecryptedObject,
	tested?: TestedPackage,
): Promise<INodeCredentialTestResult> {
	const { credentials } = tested ?? (await packageFromSource());
	const type = credentials.get(typeName);
	if (!type) throw new Error(`Unknown credential type "${typeName}"`);
	const helper = new MemoryCredentials(credentials, { Credential: fields });
	const data = helper.withDefaults(typeName, fields);
	return await runCredentialTest(type, data, additionalDataOf(helper, []));
}

/** The bytes of a file in an item, from wherever n8n keeps it. */
export async function readBinary(binary: IBinaryData): Promise<Buffer> {
	return await Container.get(BinaryDataService).getAsBuffer(binary);
}

/** Puts files into n8n's store from now on, where the next workflows find them. */
async function storeFilesIn(mode: 'default' | 'filesystem'): Promise<void> {
	Container.get(BinaryDataConfig).mode = mode;
	await Container.get(BinaryDataService).init();
}

function executionIdOf(additionalData: IWorkflowExecuteAdditionalData): string {
	return additionalData.executionId ?? '';
}

/** The first node that starts a chain: none feeds it, and it feeds others or stands alone. */
function startNodeOf(workflow: Workflow): INode {
	const nodes = Object.values(workflow.nodes).filter(({ disabled }) => disabled !== true);
	const start = nodes.find(
		({ name }) =>
			workflow.getParentNodes(name).length === 0 &&
			(nodes.length === 1 ||
				NodeConnectionTypes.Main in (workflow.connectionsBySourceNode[name] ?? {})),
	);
	if (!start) throw new Error('The workflow has no first node');
	return start;
}
