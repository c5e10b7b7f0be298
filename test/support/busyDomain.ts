import type { Parsed } from '../../nodes/ClovaOcr/clova/answer';
import { call, type CallResult, type RetrySettings } from '../../nodes/ClovaOcr/clova/call';
import type { Lane } from '../../nodes/ClovaOcr/clova/pace/lane';
import { Pool } from '../../nodes/ClovaOcr/clova/pace/pool';
import { finalProblem, type Retry } from '../../nodes/ClovaOcr/problem';
import type { VirtualClock } from './virtualClock';

export const SETTINGS: RetrySettings = {
	rateLimitWait: 120_000,
	maxTries: 4,
	retryOn: 'refused',
};
export const ANSWER: Parsed = { ok: true, answer: { requestId: 'r', images: [] } };

export function refusal(retry: Retry, details = {}): Parsed {
	return { ok: false, problem: finalProblem('m', 'd', { retry, ...details }) };
}

/** A domain that refuses more than `limit` calls at once, as the service does: at once, with its number. */
export class BusyDomain {
	active = 0;
	accepted: number[] = [];
	refused = 0;

	/**
	 * @param latency milliseconds of the call with this number
	 * @param names whether a refusal names the limit
	 * @param late milliseconds for which a call still counts after its answer
	 */
	constructor(
		private readonly clock: VirtualClock,
		private readonly limit: number,
		private readonly latency: (call: number) => number,
		private readonly names = true,
		private readonly late = 0,
	) {}

	get requests(): number {
		return this.accepted.length + this.refused;
	}

	async serve(id: number): Promise<Parsed> {
		// The request's own way, so that calls of two processes do not go hand in hand.
		await this.clock.wait(2 + 2 * this.clock.random());
		if (this.active >= this.limit) {
			this.refused += 1;
			return refusal('rateLimit', {
				code: '0025',
				concurrencyLimit: this.names ? this.limit : null,
			});
		}
		this.active += 1;
		this.accepted.push(id);
		await this.clock.wait(this.latency(id));
		if (this.late === 0) this.active -= 1;
		else void this.clock.wait(this.late).then(() => (this.active -= 1));
		return ANSWER;
	}
}

/** A pool as one process has it for a domain. */
export function poolOf(clock: VirtualClock): Pool {
	return new Pool(clock, () => undefined);
}

/** What one execution with that many documents comes to. */
export async function readAll(
	count: number,
	lane: Lane,
	domain: BusyDomain,
	clock: VirtualClock,
	settings: RetrySettings = SETTINGS,
): Promise<CallResult[]> {
	const results = await Promise.all(
		Array.from(
			{ length: count },
			async (_, id) => await call(lane, id, async () => await domain.serve(id), settings, clock),
		),
	);
	lane.leave();
	return results;
}

export function answered(results: CallResult[]): number {
	return results.filter(({ state }) => state === 'answered').length;
}
