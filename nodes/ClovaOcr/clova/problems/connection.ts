import { finalProblem, type Problem } from '../../problem';
import type { GivenUp } from '../deadline';

/** What the user must know of every outcome that nobody can be sure of. */
export const MAY_BE_BILLED =
	"The call may have been billed, so it is repeated only if the option 'Retry On' is 'All'.";

// Nothing was listening or the name did not resolve: the request never began.
const NEVER_ARRIVED = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
]);
const TIMED_OUT = new Set(['ECONNABORTED', 'ETIMEDOUT', 'ESOCKETTIMEDOUT']);

/**
 * Explains a request that ended without an HTTP answer.
 * Our words replace the library's: n8n swaps any text that holds such a code for a canned sentence,
 * and the library's own could quote the address with its key.
 * @param thrown whatever the HTTP helper threw
 */
export function connectionProblem(thrown: unknown): Problem {
	const codes = codesIn(thrown);
	if (codes.some((code) => TIMED_OUT.has(code))) {
		return deadlineProblem('silent');
	}
	if (codes.some((code) => NEVER_ARRIVED.has(code))) {
		return finalProblem(
			'The server of the invoke URL could not be reached',
			"Check the host in the credential's 'Invoke URL', the network of the n8n server and its proxy settings.",
			{ retry: 'refused' },
		);
	}
	if (codes.some(isCertificateCode)) {
		return finalProblem(
			"The certificate of the invoke URL's server is not trusted",
			'Check the address; behind a company proxy the n8n server needs its certificate authority.',
		);
	}
	if (isBlockedByPolicy(thrown)) {
		return finalProblem(
			"This n8n's network rules block the address of the credential",
			'Ask the administrator of this n8n to allow it.',
		);
	}
	if (codes.length === 0) {
		return finalProblem(
			'n8n could not send the request',
			'Nothing was sent, so nothing was billed. Open the credential and check it, above all expressions in it.',
		);
	}
	return finalProblem(
		'The connection to CLOVA OCR broke off before an answer arrived',
		`${MAY_BE_BILLED} Run the workflow again.`,
		{ retry: 'unknown' },
	);
}

/** The request was given up before its answer was complete; whether the call was billed is not known. */
export function deadlineProblem(givenUp: GivenUp): Problem {
	if (givenUp === 'cancelled') {
		return finalProblem(
			'The execution was canceled',
			'The call under way may have been billed. Run the workflow again to read the file.',
		);
	}
	return finalProblem(
		givenUp === 'silent'
			? "CLOVA OCR stayed silent for longer than 'Timeout' allows"
			: "CLOVA OCR's answer was not complete after ten times as long as 'Timeout' allows",
		`${MAY_BE_BILLED} Raise the option 'Timeout', or run the workflow again.`,
		{ retry: 'unknown' },
	);
}

/** Whether an error code says that a server's certificate was not accepted. */
export function isCertificateCode(code: string): boolean {
	return /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_VERIFY|EPROTO/.test(code);
}

/** What an error of Node, axios or n8n may have. */
interface Thrown {
	code?: unknown;
	cause?: unknown;
	errorResponse?: unknown;
	errors?: unknown;
}

/** Error codes of the thrown value and of everything that caused it. */
export function codesIn(thrown: unknown, depth = 0): string[] {
	if (typeof thrown !== 'object' || thrown === null || depth > 5) return [];
	const { code, cause, errorResponse, errors }: Thrown = thrown;
	const own = typeof code === 'string' ? [code] : [];
	const causes = [cause, errorResponse, ...(Array.isArray(errors) ? errors : [])];
	return [...own, ...causes.flatMap((each) => codesIn(each, depth + 1))];
}

/** Whether n8n's guard against requests into its own network stopped the request; it says so in words only. */
export function isBlockedByPolicy(thrown: unknown): boolean {
	const text = thrown instanceof Error ? thrown.message : '';
	return /restricted IP address|hostname is restricted|domain.*not allowed|not allowed.*domain|blocked (host|domain)/i.test(
		text,
	);
}
