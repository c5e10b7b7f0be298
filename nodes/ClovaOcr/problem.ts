/**
 * What may be done after a call that gave no answer:
 * `rateLimit` and `refused` were turned away before work began and cost nothing;
 * `unknown` may have been recognised and billed although no answer came; `never` will not change.
 */
export type Retry = 'never' | 'rateLimit' | 'refused' | 'unknown';

/** Why there is no answer, in words for the person who runs the workflow. Never holds a secret or document text. */
export interface Problem {
	/** What happened. */
	message: string;
	/** What to do next. */
	description: string;
	/** CLOVA's or the gateway's code, as text with its leading zeros. */
	code: string | null;
	httpStatus: number | null;
	retry: Retry;
	/** The service's own wish to wait, from `Retry-After`. */
	retryAfterMilliseconds: number | null;
	/** `API calls per domain at the same time`, where a rate-limit refusal names it. */
	concurrencyLimit: number | null;
}

// Shorter ones are no real secrets, and could be words of our own sentences.
const SHORTEST_SECRET = 8;

/** The problem without any of these texts, such as the credential's secret, should a server echo one. */
export function withoutSecrets(problem: Problem, secrets: string[]): Problem {
	const hide = (text: string) => withoutTexts(text, secrets);
	return { ...problem, message: hide(problem.message), description: hide(problem.description) };
}

/** A text in which an ellipsis stands for each of the secrets. */
export function withoutTexts(text: string, secrets: string[]): string {
	const long = secrets.filter(({ length }) => length >= SHORTEST_SECRET);
	return long.reduce((rest, secret) => rest.replaceAll(secret, '…'), text);
}

/** A problem that no retry mends, found before or after a call. */
export function finalProblem(
	message: string,
	description: string,
	details: Partial<Problem> = {},
): Problem {
	return {
		message,
		description,
		code: null,
		httpStatus: null,
		retry: 'never',
		retryAfterMilliseconds: null,
		concurrencyLimit: null,
		...details,
	};
}
