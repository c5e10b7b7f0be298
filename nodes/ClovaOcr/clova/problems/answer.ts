import { finalProblem, type Problem } from '../../problem';
import { withoutPrivate } from '../../reading/masking/maskText';
import { asList, asObject, asText, isObject, type Json } from '../../shared/json';
import { GATEWAY_CODES, SERVICE_CODES, type CodeExplanation } from './codes';
import { MAY_BE_BILLED } from './connection';

/**
 * Why an HTTP answer is no recognition result, or null if it looks like one.
 * @param body the parsed JSON, undefined where the text is none
 * @param secrets texts that a server may echo and nobody may see
 */
export function problemOf(
	http: HttpAnswer,
	body: Json | undefined,
	secrets: readonly string[] = [],
): Problem | null {
	const saidIn = (message: Json | undefined) => {
		const said = asText(message);
		return said === null ? null : quotable(said, secrets);
	};
	const object = asObject(body);
	const code = asText(object.code);
	if (code !== null && asList(object.images).length === 0) {
		return explain(http, SERVICE_CODES[code], code, saidIn(object.message));
	}
	const gateway = asObject(object.error);
	const gatewayCode = asText(gateway.errorCode);
	if (gatewayCode !== null) {
		return explain(http, GATEWAY_CODES[gatewayCode], gatewayCode, saidIn(gateway.message));
	}
	if (http.status < 200 || http.status >= 300) return problemOfStatus(http);
	if (body === undefined) return notJson(http);
	if (!Array.isArray(object.images) && !isObject(object.images)) {
		return finalProblem(
			'The answer does not look like one of CLOVA OCR',
			"The address in 'Invoke URL' answered, but not with a recognition result. Check that it is the domain's 'APIGW Invoke URL'.",
			{ httpStatus: http.status },
		);
	}
	return null;
}

// CLOVA's codes have four digits, the gateway's three; anything longer may be something that was echoed.
const CODE = /^[A-Z]{0,4}\d{1,6}$/;

function explain(
	http: HttpAnswer,
	known: CodeExplanation | undefined,
	given: string,
	said: string | null,
): Problem {
	const code = CODE.test(given) ? given : null;
	const named = code === null ? '' : ` (code ${code})`;
	const quote = said === null ? '' : ` CLOVA OCR said: "${said}"${named}.`;
	return finalProblem(
		known?.message ??
			(code === null
				? 'CLOVA OCR answered with an unknown code'
				: `CLOVA OCR answered with the unknown code ${code}`),
		(known?.description ?? 'Look the code up in the CLOVA OCR API guide.') + quote,
		{
			code,
			httpStatus: http.status,
			retry: known?.retry ?? (http.status >= 500 ? 'unknown' : 'never'),
			retryAfterMilliseconds: milliseconds(http.retryAfter),
			concurrencyLimit: limitNamedIn(said),
		},
	);
}

function problemOfStatus(http: HttpAnswer): Problem {
	const { status } = http;
	if (status >= 300 && status < 400) {
		return finalProblem(
			'The invoke URL answered with a redirect, which is never followed',
			"A redirect would carry the secret and the document elsewhere. Put the final address (the 'APIGW Invoke URL') into the credential.",
			{ httpStatus: status },
		);
	}
	const details: Partial<Problem> = {
		httpStatus: status,
		retryAfterMilliseconds: milliseconds(http.retryAfter),
	};
	if (status === 413) {
		return finalProblem(
			'The file is too large for a server between n8n and CLOVA OCR',
			'Send a smaller picture (a lower resolution is enough: A4 at 150 dpi), or have the limit raised: a company proxy may let less pass than the 50 MB of CLOVA OCR.',
			details,
		);
	}
	if (status === 429) {
		return finalProblem(
			'The server behind the invoke URL was busy with other calls',
			"Its limit was reached until 'Rate Limit Wait' ran out. Lower 'Max Concurrency' or raise 'Rate Limit Wait'.",
			{ ...details, retry: 'rateLimit' },
		);
	}
	if (status >= 500) {
		return finalProblem(
			`The server behind the invoke URL answered with HTTP ${status} and no explanation`,
			`A proxy or the service itself could not handle the call. ${MAY_BE_BILLED} Run the workflow again later.`,
			{ ...details, retry: 'unknown' },
		);
	}
	return finalProblem(
		`The server behind the invoke URL answered with HTTP ${status} and no explanation`,
		"Check the 'Invoke URL' of the credential, and proxies between n8n and CLOVA OCR.",
		details,
	);
}

function notJson(http: HttpAnswer): Problem {
	const text = http.text.trim();
	if (text.startsWith('<')) {
		return finalProblem(
			'The invoke URL answered with a web page instead of a recognition result',
			"A proxy, a login page or a wrong address stands between n8n and CLOVA OCR. Check the 'Invoke URL' of the credential and the proxy settings.",
			{ httpStatus: http.status },
		);
	}
	return finalProblem(
		text === ''
			? "CLOVA OCR's answer arrived without content"
			: "CLOVA OCR's answer arrived incomplete or garbled",
		`The connection may have been cut. ${MAY_BE_BILLED} Run the workflow again.`,
		{ httpStatus: http.status, retry: 'unknown' },
	);
}

/** What a service says, without what it may echo: secrets, invoke keys, addresses, numbers of persons and cards. */
export function quotable(text: string, secrets: readonly string[]): string {
	return withoutPrivate(text, 'strict', secrets)
		.replace(/https?:\/\/\S+/g, '…')
		.replace(/[0-9a-f]{24,}/gi, '…')
		.slice(0, 300);
}

// "API are limited to 5 API calls per domain at the same time." (seen in the field on 0025)
function limitNamedIn(message: string | null): number | null {
	const match = /limited to (\d{1,4}) API calls/i.exec(message ?? '');
	return match === null ? null : Math.max(1, Number(match[1]));
}

function milliseconds(retryAfter: string | null): number | null {
	if (retryAfter === null || retryAfter.trim() === '') return null;
	const seconds = Number(retryAfter);
	if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
	const date = Date.parse(retryAfter);
	return Number.isNaN(date) ? null : Math.max(0, date - Date.now());
}

/** Explains an `images[]` entry whose `inferResult` is ERROR; only its message tells why. */
export function imageProblem(message: string): Problem {
	if (/resolution limit|10 px/i.test(message)) {
		return finalProblem(
			'The picture is too small or too large for CLOVA OCR',
			'Each side must be between 10 and 8000 pixels. Scale the picture: A4 at 150 dpi is enough.',
			{ code: 'ERROR' },
		);
	}
	if (/format|unsupported/i.test(message)) {
		return finalProblem(
			'CLOVA OCR could not open the picture',
			'Save it anew as JPEG, PNG or PDF; the file may be damaged.',
			{ code: 'ERROR' },
		);
	}
	return finalProblem(
		'CLOVA OCR could not process the picture',
		'It may be damaged, or show something else than the operation expects. Look at the picture; if it is fine, run the workflow again.',
		{ code: 'ERROR' },
	);
}

/** What came back over HTTP, before anybody has looked into it. */
export interface HttpAnswer {
	status: number;
	/** Value of the `Retry-After` header, if any. */
	retryAfter: string | null;
	text: string;
}
