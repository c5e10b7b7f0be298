import { Container } from './n8nHome';
import { ErrorReporter, ExecuteContext, getAdditionalKeys, RoutingNode } from 'n8n-core';
import {
	createRunExecutionData,
	ICredentialsHelper,
	isExpression,
	NodeHelpers,
	Workflow,
} from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	ICredentials,
	ICredentialsExpressionResolveValues,
	ICredentialType,
	IExecuteData,
	IHttpRequestOptions,
	INode,
	INodeCredentialsDetails,
	INodeCredentialTestResult,
	INodeExecutionData,
	INodeParameters,
	INodeProperties,
	INodeType,
	IWorkflowExecuteAdditionalData,
	WorkflowExecuteMode,
} from 'n8n-workflow';

export type CredentialData = Record<string, ICredentialDataDecryptedObject>;

/**
 * What n8n's server does with credentials, from memory instead of the database: defaults and
 * expressions of the fields, and `authenticate` applied to a request.
 */
export class MemoryCredentials extends ICredentialsHelper {
	/**
	 * @param types credential types by their name
	 * @param data the fields of each credential, by the credential's name in the workflow
	 */
	constructor(
		private readonly types: Map<string, ICredentialType>,
		private readonly data: CredentialData,
	) {
		super();
	}

	getParentTypes(): string[] {
		return [];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	getCredentialsProperties(typeName: string): INodeProperties[] {
		return this.type(typeName).properties;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		request: IHttpRequestOptions,
		workflow?: Workflow,
		node?: INode,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = this.type(typeName);
		if (!authenticate) return request;
		if (typeof authenticate === 'function') return await authenticate(credentials, request);
		if (!workflow || !node) throw new Error('Declarative authentication needs workflow and node');
		const resolve = (value: string) => {
			if (!isExpression(value)) return value;
			const keys = { $credentials: credentials };
			const { expression } = workflow;
			return String(
				expression.getSimpleParameterValue(node, value, 'internal', keys, undefined, '') || '',
			);
		};
		for (const [part, entries] of Object.entries(authenticate.properties)) {
			const target: Record<string, string> = {};
			for (const [key, value] of Object.entries(entries as Record<string, string>)) {
				target[resolve(key)] = resolve(value);
			}
			Object.assign(request, { [part]: { ...Reflect.get(request, part), ...target } });
		}
		return request;
	}

	async preAuthentication(): Promise<undefined> {
		return undefined;
	}

	async runPreAuthentication(): Promise<undefined> {
		return undefined;
	}

	async getDecrypted(
		additionalData: IWorkflowExecuteAdditionalData,
		{ name }: INodeCredentialsDetails,
		typeName: string,
		mode: WorkflowExecuteMode,
		_executeData?: IExecuteData,
		_raw?: boolean,
		at?: ICredentialsExpressionResolveValues,
	): Promise<ICredentialDataDecryptedObject> {
		if (!(name in this.data)) throw new Error(`The test gave no credential named "${name}"`);
		const data = this.withDefaults(typeName, this.data[name]);
		if (!at) return data;
		const keys = getAdditionalKeys(additionalData, mode, at.runExecutionData);
		return at.workflow.expression.getParameterValue(
			data as INodeParameters,
			at.runExecutionData,
			at.runIndex,
			at.itemIndex,
			at.node.name,
			at.connectionInputData,
			mode,
			keys,
			undefined,
			false,
			data,
		) as ICredentialDataDecryptedObject;
	}

	/** The fields as a saved credential has them: with the default of every field that was left out. */
	withDefaults(
		typeName: string,
		data: ICredentialDataDecryptedObject,
	): ICredentialDataDecryptedObject {
		const properties = this.getCredentialsProperties(typeName);
		const values = data as INodeParameters;
		const all = NodeHelpers.getNodeParameters(properties, values, true, false, null, null);
		return { ...all } as ICredentialDataDecryptedObject;
	}

	async getCredentials(): Promise<ICredentials> {
		throw new Error('Not available in tests');
	}

	async updateCredentials(): Promise<void> {
		throw new Error('Not available in tests');
	}

	async updateCredentialsOauthTokenData(): Promise<void> {
		throw new Error('Not available in tests');
	}

	private type(name: string): ICredentialType {
		const found = this.types.get(name);
		if (!found) throw new Error(`Unknown credential type "${name}"`);
		return found;
	}
}

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
