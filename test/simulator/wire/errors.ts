import type { Json } from '../../../nodes/ClovaOcr/shared/json';
import { randomBytes } from '../../support/node';

/** A complete answer, ready to be sent. */
export interface Reply {
	status: number;
	body: Json;
	/** What the statistics count it under, e.g. `0011` or `gateway 429/410`. */
	reason: string;
	headers?: Record<string, string>;
}

/** Status and text of each code of the service. The rate limit is a 400, not a 429. */
const SERVICE_ERRORS: Record<string, [status: number, message: string]> = {
	'0001': [400, 'URL is invalid.'],
	'0002': [401, 'Secret key validate failed.'],
	'0011': [400, 'Request body invalid.'],
	'0021': [400, 'Protocol version not support.'],
	'0022': [400, 'Request domain invalid.'],
	'0023': [400, 'API request count reach the upper limit.'],
	'0025': [400, 'Calls to this api have exceeded the rate limit.'],
	'0028': [400, 'Table detection disabled: Please activate the table extractor button.'],
	'0500': [500, 'Unknown service error.'],
	'0501': [500, 'OCR service error.'],
	'1021': [500, 'Not Found Deploy Info: Please confirm the template is released.'],
	'1022': [500, 'Service is blocked'],
};

/** Text of each gateway refusal by `HTTP status/errorCode`: the two numbers differ. */
const GATEWAY_ERRORS: Record<string, [message: string, details: string]> = {
	'400/100': ['Bad Request Exception', 'Bad request.'],
	'401/200': ['Authentication Failed', 'Invalid authentication information.'],
	'401/210': ['Permission Denied', 'Permission denied.'],
	'403/230': ['Forbidden', 'Forbidden.'],
	'404/300': ['Not Found Exception', 'URL not found.'],
	'413/430': ['Request Entity Too Large', 'Request entity too large.'],
	'429/400': ['Quota Exceeded', 'Quota exceeded.'],
	'429/410': ['Throttle Limited', 'Throttle limited.'],
	'429/420': ['Rate Limited', 'Rate limited.'],
	'500/900': ['Unexpected Error', 'Unexpected error.'],
	'503/500': ['Endpoint Error', 'Endpoint error.'],
	'503/520': ['Unknown Endpoint Domain', 'Unknown endpoint domain.'],
	'503/530': ['Connection Closed By Endpoint', 'Connection closed by endpoint.'],
	'504/510': ['Endpoint Timeout', 'Endpoint timeout.'],
};

export const SERVICE_CODES = Object.keys(SERVICE_ERRORS);
export const GATEWAY_CODES = Object.keys(GATEWAY_ERRORS);

/**
 * A refusal by the service.
 * @param path what was called, invoke key included: the service echoes it like that
 * @throws when the code is none of the service's
 */
export function serviceError(code: string, path: string, message?: string): Reply {
	const known = SERVICE_ERRORS[code];
	if (known === undefined) throw new Error(`The service has no error code ${code}`);
	const [status, text] = known;
	return {
		status,
		reason: code,
		body: {
			code,
			message: message ?? text,
			path,
			traceId: randomBytes(16).toString('hex'),
			timestamp: Date.now(),
		},
	};
}

/** The concurrency refusal, which names the limit. */
export function rateLimitError(path: string, limit: number): Reply {
	const text = `Calls to this api have exceeded the rate limit: API are limited to ${limit} API calls per domain at the same time.`;
	return serviceError('0025', path, text);
}

/**
 * A refusal by the API gateway in front of the service.
 * @param code HTTP status and errorCode, e.g. `429/410`
 * @throws when the gateway knows no such pair
 */
export function gatewayError(code: string): Reply {
	const known = GATEWAY_ERRORS[code];
	if (known === undefined) throw new Error(`The gateway has no error ${code}`);
	const [status, errorCode] = code.split('/');
	const [message, details] = known;
	return {
		status: Number(status),
		reason: `gateway ${code}`,
		body: { error: { errorCode, message, details } },
	};
}

/** A refusal found while a request is read or checked. */
export class Refusal extends Error {
	constructor(readonly reply: Reply) {
		super(reply.reason);
	}
}

/** A body problem (0011); the detail stands in the message after "Request invalid". */
export class BadBody extends Error {
	constructor(
		detail: string,
		readonly prefix = 'Request invalid: ',
	) {
		super(detail);
	}
}
