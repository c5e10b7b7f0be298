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
