/** What came back over HTTP, before anybody has looked into it. */
export interface HttpAnswer {
	status: number;
	/** Value of the `Retry-After` header, if any. */
	retryAfter: string | null;
	text: string;
}
