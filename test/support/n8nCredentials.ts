import './n8nHome';
import { getAdditionalKeys } from 'n8n-core';
import { ICredentialsHelper, isExpression, NodeHelpers } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	ICredentials,
	ICredentialsExpressionResolveValues,
	ICredentialType,
	IExecuteData,
	IHttpRequestOptions,
	INode,
	INodeCredentialsDetails,
	INodeParameters,
	INodeProperties,
	IWorkflowExecuteAdditionalData,
	Workflow,
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
