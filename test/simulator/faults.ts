import type { ApiPath } from '../../nodes/ClovaOcr/clova/endpoint';
import type { Json } from '../../nodes/ClovaOcr/shared/json';

/** What goes wrong with a call that was in order; only then is a rule used up. */
export type Fault =
	/** TCP reset: while the file still arrives, or (default) instead of the answer. */
	| { kind: 'reset'; when?: 'upload' | 'answer' }
	/** No answer until the client leaves. */
	| { kind: 'stall' }
	/** The right answer, cut in half; the connection then ends. */
	| { kind: 'truncated' }
	/** A page of some proxy instead of JSON. Default status 502. */
	| { kind: 'html'; status?: number }
	/** Text that is not JSON, under a JSON content type and status 200. */
	| { kind: 'brokenJson'; text?: string }
	/** Any JSON as it is. Default status 200: a canned answer, or valid JSON of another shape. */
	| { kind: 'json'; body: Json; status?: number }
	/** 302 to another loopback address; by default this server's `/followed`, which counts visits. */
	| { kind: 'redirect'; location?: string }
	/** A refusal of the service by its code, e.g. `0500`. */
	| { kind: 'service'; code: string; message?: string; retryAfter?: string }
	/** A refusal of the gateway by HTTP status and errorCode, e.g. `429/410`. */
	| { kind: 'gateway'; code: string; retryAfter?: string }
	/** The answer lacks these pages (0-based). */
	| { kind: 'missingPages'; pages: number[] }
	/** The answer's pages come in reverse order. */
	| { kind: 'shuffledPages' }
	/** One page (0-based) fails. */
	| { kind: 'page'; page: number; inferResult: 'ERROR' | 'FAILURE'; message: string }
	/** An answer that is longer than this many bytes. Default 65 MB. */
	| { kind: 'huge'; bytes?: number }
	/** This call takes so much longer. */
	| { kind: 'slow'; milliseconds: number };

export type FaultKind = Fault['kind'];

/** Which calls a rule applies to; all that is given must fit. */
export interface FaultMatch {
	/** Part of the uploaded file's name or of the request's image name. */
	fileName?: string;
	/** Number of the call since the start or the last reset, from 1. */
	call?: number;
	/** Domain id. */
	domain?: string;
	path?: ApiPath;
}

export interface FaultRule {
	fault: Fault;
	/** How many calls it meets. Default 1; `always` until the next reset. */
	times?: number | 'always';
	match?: FaultMatch;
}

export interface CallFacts {
	number: number;
	domain: string;
	path: ApiPath;
	names: string[];
}

/** Faults after which nothing of the picture is needed. */
const WITHOUT_RECOGNITION: FaultKind[] = [
	'reset',
	'stall',
	'html',
	'brokenJson',
	'json',
	'redirect',
	'service',
	'gateway',
	'huge',
];

export function needsRecognition(fault: Fault | null): boolean {
	return fault === null || !WITHOUT_RECOGNITION.includes(fault.kind);
}

/** A fault that one call has taken from its rule. */
export interface Claim {
	fault: Fault;
	/** Gives it back, for a call that turned out to be refused on its own account. */
	release(): void;
}

/** The rules in the order they were queued. */
export class Faults {
	private rules: Array<{ rule: FaultRule; left: number }> = [];

	add(rules: FaultRule[]): void {
		for (const rule of rules) {
			this.rules.push({ rule, left: rule.times === 'always' ? Infinity : (rule.times ?? 1) });
		}
	}

	clear(): void {
		this.rules = [];
	}

	/** Takes the first rule that fits the call, or null. */
	claim(call: CallFacts): Claim | null {
		const entry = this.rules.find(({ rule, left }) => left > 0 && fits(rule.match, call));
		if (entry === undefined) return null;
		entry.left -= 1;
		return { fault: entry.rule.fault, release: () => void (entry.left += 1) };
	}
}

function fits(match: FaultMatch | undefined, call: CallFacts): boolean {
	const { fileName } = match ?? {};
	return (
		(fileName === undefined || call.names.some((name) => name.includes(fileName))) &&
		(match?.call === undefined || match.call === call.number) &&
		(match?.domain === undefined || match.domain === call.domain) &&
		(match?.path === undefined || match.path === call.path)
	);
}
