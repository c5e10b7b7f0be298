import {
	asList,
	asObject,
	asText,
	type Json,
	type JsonObject,
} from '../../../nodes/ClovaOcr/shared/json';
import { readExecution, type Execution } from './execution';
import { waitFor } from './processes';

export interface CredentialRecord {
	id: string;
	name: string;
	type: string;
}

export interface TestVerdict {
	status: string;
	message: string;
}

const RUN_LIMIT_MS = 240_000;

/** Who owns the throw-away n8n; invented. */
export const owner = {
	email: 'owner@example.com',
	firstName: 'Test',
	lastName: 'Owner',
	password: 'Only4Tests!',
};

/** A client of the API that n8n's own editor uses. */
export class N8nApi {
	/** Value of the log-in cookie. */
	cookie = '';

	constructor(readonly url: string) {}

	/** Makes the owner of a fresh n8n and logs in. */
	async setUpOwner(): Promise<void> {
		await this.call('POST', '/rest/owner/setup', owner);
		if (!this.cookie) await this.logIn();
	}

	async logIn(): Promise<void> {
		const { email, password } = owner;
		await this.call('POST', '/rest/login', { email, emailOrLdapLoginId: email, password });
	}

	/**
	 * One call of the API.
	 * @returns the member `data` of the answer
	 * @throws Error with n8n's answer when it is not a 2xx
	 */
	async call(method: string, path: string, body?: JsonObject): Promise<Json> {
		const answer = await this.request(method, path, body);
		const text = await answer.text();
		if (!answer.ok) throw new Error(`${method} ${path}: HTTP ${answer.status} ${text}`);
		return asObject(JSON.parse(text) as Json).data ?? null;
	}

	/** The bare HTTP answer to a call with the log-in cookie. */
	async request(method: string, path: string, body?: JsonObject): Promise<Response> {
		const answer = await fetch(`${this.url}${path}`, {
			method,
			// Kept alive, a connection may be closed by n8n just when the next call takes it.
			headers: {
				'content-type': 'application/json',
				connection: 'close',
				cookie: `n8n-auth=${this.cookie}`,
			},
			...(body ? { body: JSON.stringify(body) } : {}),
		});
		for (const line of answer.headers.getSetCookie()) {
			const cookie = /^n8n-auth=([^;]+)/.exec(line);
			if (cookie?.[1]) this.cookie = cookie[1];
		}
		return answer;
	}

	async createCredential(name: string, type: string, data: JsonObject): Promise<CredentialRecord> {
		const created = asObject(await this.call('POST', '/rest/credentials', { name, type, data }));
		return { id: asText(created.id) ?? '', name, type };
	}

	/** What the editor shows when a credential with this data is saved or tested. */
	async testCredential(record: CredentialRecord, data: JsonObject): Promise<TestVerdict> {
		const credentials = { ...record, data };
		const verdict = asObject(await this.call('POST', '/rest/credentials/test', { credentials }));
		return {
			status: asText(verdict.status) ?? '',
			message: asText(verdict.message) ?? '',
		};
	}

	/** Stores a workflow and returns its id. */
	async createWorkflow(workflow: JsonObject): Promise<string> {
		const created = asObject(
			await this.call('POST', '/rest/workflows', { active: false, settings: {}, ...workflow }),
		);
		return asText(created.id) ?? '';
	}

	/** Makes a workflow's webhook answer; both the new and the old way of n8n are known. */
	async activate(workflowId: string): Promise<void> {
		const workflow = asObject(await this.call('GET', `/rest/workflows/${workflowId}`));
		const versionId = asText(workflow.versionId) ?? '';
		const path = `/rest/workflows/${workflowId}`;
		const body = { versionId, name: '', description: '' };
		const answer = await this.request('POST', `${path}/activate`, body);
		if (answer.status === 404) await this.call('PATCH', path, { active: true, versionId });
		else if (!answer.ok) throw new Error(`activate: ${answer.status} ${await answer.text()}`);
	}

	/** Runs a workflow as the editor's button does, from a trigger, and waits for its end. */
	async runByHand(workflowId: string, trigger: string): Promise<Execution> {
		return await this.execution(await this.start(workflowId, trigger));
	}

	/** Starts a workflow by hand and returns the execution's id at once. */
	async start(workflowId: string, trigger: string): Promise<string> {
		const workflowData = asObject(await this.call('GET', `/rest/workflows/${workflowId}`));
		const started = await this.call('POST', `/rest/workflows/${workflowId}/run`, {
			workflowData,
			triggerToStartFrom: { name: trigger },
		});
		return asText(asObject(started).executionId) ?? '';
	}

	/** Waits for the end of an execution and reads what n8n stored. */
	async execution(id: string): Promise<Execution> {
		return await waitFor(`execution ${id}`, RUN_LIMIT_MS, async () => {
			const stored = asObject(await this.call('GET', `/rest/executions/${id}`));
			const status = asText(stored.status) ?? '';
			const data = asText(stored.data);
			if (data === null || ['new', 'running', 'waiting'].includes(status)) return undefined;
			return readExecution(id, status, data);
		});
	}

	/** Ids of a workflow's executions, newest first. */
	async executionIds(workflowId: string): Promise<string[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const list = asObject(await this.call('GET', `/rest/executions?filter=${filter}&limit=100`));
		return asList(list.results).map((each) => asText(asObject(each).id) ?? '');
	}

	/** The bytes of a file in an item, stored or in the item itself. */
	async file(binary: JsonObject): Promise<Buffer> {
		const id = asText(binary.id);
		if (id === null) return Buffer.from(asText(binary.data) ?? '', 'base64');
		const query = `id=${encodeURIComponent(id)}&action=download`;
		const answer = await this.request('GET', `/rest/binary-data?${query}`);
		if (!answer.ok) throw new Error(`binary-data: ${answer.status} ${await answer.text()}`);
		return Buffer.from(await answer.arrayBuffer());
	}
}
