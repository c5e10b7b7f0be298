import { Container, Logger } from './n8nHome';
import type { CoreLogger, LogLevel } from './n8nHome';
import { ExternalSecretsProxy } from 'n8n-core';
import type { IWorkflowExecuteAdditionalData } from 'n8n-workflow';

import type { MemoryCredentials } from './n8nCredentials';
import { randomUUID } from './node';

/**
 * What n8n's server gives an execution besides the workflow. Parts that belong to the server alone
 * throw when they are used.
 */
export function additionalDataOf(
	credentialsHelper: MemoryCredentials,
	logs: string[],
): IWorkflowExecuteAdditionalData {
	const url = 'http://n8n.localhost/';
	const unavailable = () => {
		throw new Error('Not available in tests');
	};
	return {
		credentialsHelper,
		externalSecretsProxy: Container.get(ExternalSecretsProxy),
		executeWorkflow: unavailable,
		getRunExecutionData: unavailable,
		getRuntimeCredential: async () => undefined,
		executionId: randomUUID(),
		currentNodeExecutionIndex: 0,
		restApiUrl: `${url}rest`,
		instanceBaseUrl: url,
		formBaseUrl: `${url}form`,
		formWaitingBaseUrl: `${url}form-waiting`,
		formTestBaseUrl: `${url}form-test`,
		webhookBaseUrl: `${url}webhook`,
		webhookWaitingBaseUrl: `${url}webhook-waiting`,
		webhookTestBaseUrl: `${url}webhook-test`,
		mcpBaseUrl: `${url}mcp`,
		mcpTestBaseUrl: `${url}mcp-test`,
		variables: {},
		logAiEvent: () => undefined,
		startRunnerTask: unavailable,
		sendDataToUI: (type, data) => logs.push(JSON.stringify({ type, data })),
	};
}

/** Copies everything n8n logs into a list until the returned function is called. */
export function listenToLogs(logs: string[]): () => void {
	const logger: CoreLogger = Container.get(Logger);
	const levels: LogLevel[] = ['debug', 'info', 'warn', 'error'];
	for (const level of levels) {
		const log = Object.getPrototypeOf(logger)[level] as CoreLogger[LogLevel];
		logger[level] = (message, metadata) => {
			logs.push(`${level}: ${message} ${JSON.stringify(metadata ?? {})}`);
			log.call(logger, message, metadata);
		};
	}
	return () => levels.forEach((level) => Reflect.deleteProperty(logger, level));
}
