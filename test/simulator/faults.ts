import type { ApiPath } from '../../nodes/ClovaOcr/clova/endpoint';
import type { Json } from '../../nodes/ClovaOcr/shared/json';

/** What goes wrong with a call that was in order; only then is a rule used up. */
export type Fault =
	/** TCP reset: once the request's head is there, while the file arrives, or (default) instead of the answer. */
	| { kind: 'reset'; when?: 'head' | 'upload' | 'answer' }
	/**
	 * Nothing more until the client leaves: the upload is not read to its end (as by a peer that has
	 * vanished), no answer comes (default), its head is not complete, or its body is not.
	 */
	| { kind: 'stall'; when?: 'upload' | 'answer' | 'head' | 'body' }
	/** The answer comes byte by byte, and its head or its body never ends. */
	| { kind: 'drip'; in: 'head' | 'body'; milliseconds: number }
	/** Header lines without end, as fast as they are taken. */
	| { kind: 'endlessHead' }
	/** The right answer, compressed. */
	| { kind: 'gzip' }
	/** An answer of 1 MB that unpacks to so many bytes. Default 1 GB. */
	| { kind: 'gzipBomb'; bytes?: number }
	/** The right answer in another encoding, with or without saying so. */
	| { kind: 'encoding'; encoding: 'euc-kr' | 'utf-16le' | 'utf-16be'; declared: boolean }
	/** Nothing but a status, as overloaded proxies answer. */
	| { kind: 'bare'; status: number; retryAfter?: string }
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
	| { kind: 'missingPages'; pages: number[]; unindexed?: boolean }
	/** The answer's pages come in reverse order. */
	| { kind: 'shuffledPages'; unindexed?: boolean }
	/** The answer has its first page twice. */
	| { kind: 'doubledPages'; unindexed?: boolean }
	/** No page of the answer says its number. */
	| { kind: 'unindexedPages' }
	/** One page (0-based) fails. */
	| { kind: 'page'; page: number; inferResult: 'ERROR' | 'FAILURE'; message: string }
	/** An answer that is longer than this many bytes. Default 65 MB. */
	| { kind: 'huge'; bytes?: number }
	/** This call takes so much longer. */
	| { kind: 'slow'; milliseconds: number };

export type FaultKind = Fault['kind'];

const KINDS: Record<FaultKind, true> = {
	bare: true,
	brokenJson: true,
	doubledPages: true,
	drip: true,
	encoding: true,
	endlessHead: true,
	gateway: true,
	gzip: true,
	gzipBomb: true,
	html: true,
	huge: true,
	json: true,
	missingPages: true,
	page: true,
	redirect: true,
	reset: true,
	service: true,
	shuffledPages: true,
	slow: true,
	stall: true,
	truncated: true,
	unindexedPages: true,
};
export const FAULT_KINDS: readonly string[] = Object.keys(KINDS);

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
	'drip',
	'endlessHead',
	'gzipBomb',
	'bare',
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

/** What happens before the file is there. */
export function endsUpload(fault: Fault | null): boolean {
	return (fault?.kind === 'reset' || fault?.kind === 'stall') && fault.when === 'upload';
}

/**
 * Whether the service may have read the pages although the client does not get them: the worst case,
 * since nobody outside knows. Refusals before the work cost nothing.
 */
export function mayBeBilled(fault: Fault | null): boolean {
	switch (fault?.kind) {
		case 'service':
			return ['0500', '0501'].includes(fault.code);
		case 'gateway':
			return /^5/.test(fault.code) && fault.code !== '503/520';
		case 'bare':
			return fault.status >= 500;
		case 'html':
			return (fault.status ?? 502) >= 500 || fault.status === 200;
		case 'redirect':
			return false;
		default:
			return true;
	}
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

	/**
	 * Takes the first rule that fits the call, or null.
	 * @param only further condition on the rule's fault
	 */
	claim(call: CallFacts, only: (fault: Fault) => boolean = () => true): Claim | null {
		const entry = this.rules.find(
			({ rule, left }) => left > 0 && only(rule.fault) && fits(rule.match, call),
		);
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
