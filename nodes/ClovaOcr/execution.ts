import {
	sleep,
	type IBinaryData,
	type IExecuteFunctions,
	type IHttpRequestOptions,
} from 'n8n-workflow';

import type { CallClock } from './clova/call';
import { joinDomain } from './clova/pace/pool';
import type { Lane } from './clova/pace/lane';
import { resolveEndpoint, resolveOwnEndpoint, type Endpoint } from './clova/endpoint';
import { send } from './clova/send';
import { asksService, readExecutionSettings, type ExecutionSettings } from './input/settings';
import { namesByPath } from './operations';
import type { Operation } from './operations/types';
import type { Caller } from './readFile';

/** What all items of one execution share. */
export interface Execution {
	settings: ExecutionSettings;
	stop: Stop;
	endpoint: Endpoint;
	caller: Caller;
	/** Puts a file that the node made into n8n's store. */
	store(bytes: Uint8Array, fileName: string, mimeType: string): Promise<IBinaryData>;
	readonly cancelled: boolean;
	/** Gives its share of the domain's pace to the other executions; must be called at the end. */
	end(): void;
}

/** Decides what a failure means for the whole execution. */
export interface Stop {
	/** Whether the first failure ends the execution ('On Error' is 'Stop Workflow'). */
	readonly atFailure: boolean;
	/** Whether one has: no new call starts, those that run are still awaited. */
	readonly stopped: boolean;
	noteFailure(): void;
}

const SLICE = 100;

/** Binds the execution's credential, cancel signal and pace together. Sends nothing. */
export async function startExecution(
	context: IExecuteFunctions,
	operation: Operation,
): Promise<Execution> {
	const settings = readExecutionSettings(context);
	const { endpoint, secretKey } = await credentialOf(context, operation);
	const signal = context.getExecutionCancelSignal();
	const clock = clockOf(signal);
	const url = endpoint.ok ? endpoint.url : '';
	const lane = joinDomain(url, settings.maxConcurrency);
	signal?.addEventListener('abort', () => lane.close(), { once: true });
	const secrets = [secretKey, ...keysIn(url)];
	const stop = stopFor(context.continueOnFail(), lane);
	return {
		settings,
		stop,
		endpoint,
		caller: {
			lane,
			clock,
			send: async (makeBody, timeout) =>
				await send(
					async (options) =>
						await context.helpers.httpRequestWithAuthentication.call(
							withSignal(context, options.abortSignal),
							'clovaOcrApi',
							options,
						),
					makeBody,
					{ url, timeout, signal, secrets },
				),
			noteFailure: () => stop.noteFailure(),
		},
		store: async (bytes, fileName, mimeType) =>
			await context.helpers.prepareBinaryData(
				Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
				fileName,
				mimeType,
			),
		end: () => lane.leave(),
		get cancelled() {
			return clock.cancelled;
		},
	};
}

/** Where calls go to. The credential is not asked for where every item holds its answer already. */
async function credentialOf(
	context: IExecuteFunctions,
	operation: Operation,
): Promise<{ endpoint: Endpoint; secretKey: string }> {
	if (!asksService(context)) return { endpoint: { ok: true, url: '' }, secretKey: '' };
	const { invokeUrl, secretKey } = await context.getCredentials('clovaOcrApi');
	const url = String(invokeUrl ?? '');
	return {
		endpoint:
			operation.path === null
				? resolveOwnEndpoint(url, namesByPath)
				: resolveEndpoint(url, operation.path, namesByPath),
		secretKey: String(secretKey ?? '').trim(),
	};
}

function stopFor(continueOnFail: boolean, lane: Lane): Stop {
	let stopped = false;
	return {
		atFailure: !continueOnFail,
		get stopped() {
			return stopped;
		},
		noteFailure() {
			if (continueOnFail) return;
			stopped = true;
			lane.close();
		},
	};
}

/**
 * n8n's authenticated helper replaces a request's own signal by the cancel signal of the context it
 * is called with (n8n 1.123, 2.8 and 2.41 alike), so it gets a context that hands out the request's.
 */
function withSignal(
	context: IExecuteFunctions,
	signal: IHttpRequestOptions['abortSignal'],
): IExecuteFunctions {
	return new Proxy(context, {
		get: (target, name) =>
			name === 'getExecutionCancelSignal' ? () => signal : Reflect.get(target, name),
	});
}

/** The invoke key of an address: no other part of its path is that long. */
function keysIn(url: string): string[] {
	return url.split('/').filter((part) => /^[\w-]{16,}$/.test(part));
}

function clockOf(signal: AbortSignal | undefined): CallClock {
	return {
		now: () => Date.now(),
		random: () => Math.random(),
		get cancelled() {
			return signal?.aborted === true;
		},
		async wait(milliseconds) {
			const end = Date.now() + milliseconds;
			for (let left = milliseconds; left > 0 && signal?.aborted !== true; left = end - Date.now()) {
				await sleep(Math.min(SLICE, left));
			}
		},
	};
}
