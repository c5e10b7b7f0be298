import { Container } from './n8nHome';
import { ErrorReporter, ExecuteContext, RoutingNode } from 'n8n-core';
import { createRunExecutionData, Workflow } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	INode,
	INodeCredentialTestResult,
	INodeExecutionData,
	INodeType,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

/**
 * Runs a credential's declarative test the way n8n's server does when someone presses "Test": the
 * request goes through n8n-core's RoutingNode on an empty node, then the rules are read in order.
 */
export async function runCredentialTest(
	type: ICredentialType,
	data: ICredentialDataDecryptedObject,
	additionalData: IWorkflowExecuteAdditionalData,
): Promise<INodeCredentialTestResult> {
	if (!type.test) throw new Error(`${type.name} has no test`);
	const { request, rules = [] } = type.test;
	const credential = { id: 'credential', name: 'Credential', type: type.name, data };
	const node: INode = {
		id: 'temp',
		parameters: {},
		name: 'Temp-Node',
		type: 'n8n-nodes-base.noOp',
		typeVersion: 1,
		position: [0, 0],
		credentials: { [type.name]: { id: credential.id, name: credential.name } },
	};
	const nodeType: INodeType = {
		description: {
			displayName: 'No Operation, do nothing',
			name: 'noOp',
			group: ['organization'],
			version: 1,
			description: 'No Operation',
			defaults: { name: 'No Operation' },
			inputs: ['main'],
			outputs: ['main'],
			credentials: [{ name: type.name, required: true }],
			properties: [
				{ displayName: 'Temp', name: 'temp', type: 'string', routing: { request }, default: '' },
			],
		},
	};
	const workflow = new Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: {
			getByName: () => nodeType,
			getByNameAndVersion: () => nodeType,
			getKnownTypes: () => ({}),
		},
	});
	const context = new ExecuteContext(
		workflow,
		node,
		additionalData,
		'internal',
		createRunExecutionData(),
		0,
		[],
		{ main: [[{ json: {} }]] },
		{ node, data: {}, source: null },
		[],
	);
	let answer: INodeExecutionData[][] | undefined;
	try {
		answer = await new RoutingNode(context, nodeType, credential).runNode();
	} catch (error) {
		Container.get(ErrorReporter).error(error);
		return failedTest(error, rules);
	}
	const body: unknown = answer?.[0][0].json;
	for (const { type: kind, properties } of rules) {
		if (kind !== 'responseSuccessBody' || !('key' in properties)) continue;
		if (memberAt(body, properties.key) === properties.value) {
			return { status: 'Error', message: properties.message };
		}
	}
	return { status: 'OK', message: 'Connection successful!' };
}

type Rules = NonNullable<NonNullable<ICredentialType['test']>['rules']>;

/** The verdict when the test's request was thrown, by status code, then by what the error says. */
function failedTest(error: unknown, rules: Rules): INodeCredentialTestResult {
	const cause = error instanceof Error ? error.cause : undefined;
	const response = memberAt(cause, 'response');
	if (response === undefined) {
		const code = memberAt(cause, 'code');
		const message = code ?? (error instanceof Error ? error.message : error);
		return { status: 'Error', message: String(message) };
	}
	const status = memberAt(response, 'status');
	for (const { type: kind, properties } of rules) {
		if (kind === 'responseCode' && properties.value === status) {
			return { status: 'Error', message: properties.message };
		}
	}
	const text = memberAt(response, 'statusText') || `Received HTTP status code: ${String(status)}`;
	return { status: 'Error', message: String(text) };
}

/** The member of an object at a path with dots, undefined where there is none. */
function memberAt(value: unknown, path: string): unknown {
	return path
		.split('.')
		.reduce<unknown>(
			(at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
			value,
		);
}
