import type { Problem } from '../problem';
import type { Answer, Parsed } from './answer';
import type { Lane } from './pace/lane';
import { backoff, type PoolClock } from './pace/pool';

export interface RetrySettings {
	/** How long a call that is turned away for the rate limit is tried again, in milliseconds; no `Retry-After` beyond it is waited for. */
	rateLimitWait: number;
	/** Attempts of a call for other causes. */
	maxTries: number;
	/** `refused` repeats only what cost nothing; `all` also unknown outcomes, which may bill twice. */
	retryOn: 'all' | 'refused';
}

export type CallResult =
	| { state: 'answered'; answer: Answer; sent: number }
	| { state: 'failed'; problem: Problem; sent: number }
	/** The execution ended before the call began. */
	| { state: 'skipped' };

export interface CallClock extends PoolClock {
	readonly cancelled: boolean;
	/** Resolves after the time, or at once when the execution is cancelled. */
	wait(milliseconds: number): Promise<void>;
}

const LONGEST_WAIT = 5_000;

/**
 * One call of the API with everything that may follow a refusal: waiting, repeating, giving up.
 * @param order place among all calls of the execution
 * @param send makes one request; must not throw
 * @param noteFailure told that the call failed for good, before its place in the pool is given away
 * @returns the answer or the last problem, and how many requests were sent and not refused
 */
export async function call(
	lane: Lane,
	order: number,
	send: () => Promise<Parsed>,
	settings: RetrySettings,
	clock: CallClock,
	noteFailure: () => void = () => undefined,
): Promise<CallResult> {
	let sent = 0;
	let tries = 0;
	const failed = (problem: Problem): CallResult => {
		noteFailure();
		return { state: 'failed', problem, sent };
	};

	const result = await lane.run<CallResult>(order, async () => {
		for (;;) {
			if (clock.cancelled) return finished({ state: 'skipped' });
			const parsed = await send();
			if (parsed.ok) {
				sent += 1;
				return finished({ state: 'answered', answer: parsed.answer, sent });
			}
			const { problem } = parsed;
			if (problem.retry === 'rateLimit') {
				return {
					state: 'turnedAway',
					concurrencyLimit: problem.concurrencyLimit,
					retryAfterMilliseconds: problem.retryAfterMilliseconds,
					patienceMilliseconds: settings.rateLimitWait,
					giveUp: () => failed(problem),
				};
			}
			tries += 1;
			if (problem.retry === 'unknown') sent += 1;
			if (tries >= settings.maxTries || !mayRepeat(problem, settings)) {
				return finished(failed(problem));
			}
			const asked = problem.retryAfterMilliseconds;
			// A service that asks for hours must not hold the workflow for hours.
			if (asked !== null && asked > settings.rateLimitWait) return finished(failed(problem));
			await clock.wait(asked ?? backoff(tries, LONGEST_WAIT, clock.random()));
			if (clock.cancelled || lane.isClosed) return finished(failed(problem));
		}
	});
	return result ?? { state: 'skipped' };
}

function finished(value: CallResult) {
	return { state: 'finished', value, accepted: value.state === 'answered' } as const;
}

function mayRepeat(problem: Problem, settings: RetrySettings): boolean {
	if (problem.retry === 'refused') return true;
	return problem.retry === 'unknown' && settings.retryOn === 'all';
}
