import fc from 'fast-check';

import {
	call,
	type CallClock,
	type CallResult,
	type RetrySettings,
} from '../../nodes/ClovaOcr/clova/call';
import type { Parsed } from '../../nodes/ClovaOcr/clova/answer';
import { Pace } from '../../nodes/ClovaOcr/clova/pace';
import { Pool } from '../../nodes/ClovaOcr/clova/pool';
import { finalProblem, type Retry } from '../../nodes/ClovaOcr/clova/problem';

/** Time that passes only when everybody waits; deterministic, and fast. */
class VirtualClock implements CallClock {
	private time = 0;
	private sleepers: Array<{ at: number; wake: () => void }> = [];
	cancelled = false;

	now = () => this.time;

	random = () => 0.5;

	async wait(milliseconds: number): Promise<void> {
		if (this.cancelled) return;
		await new Promise<void>((wake) => this.sleepers.push({ at: this.time + milliseconds, wake }));
	}

	/** Lets time pass until the work is done. */
	async run<T>(work: Promise<T>): Promise<T> {
		let done = false;
		void work.finally(() => (done = true)).catch(() => undefined);
		for (let idle = 0; !done && idle < 100; ) {
			await new Promise((resolve) => setImmediateLike(resolve));
			if (done) break;
			const next = this.sleepers.sort((a, b) => a.at - b.at).shift();
			if (next === undefined) idle += 1;
			else {
				this.time = Math.max(this.time, next.at);
				next.wake();
				idle = 0;
			}
		}
		return await work;
	}
}

function setImmediateLike(resolve: (value: unknown) => void): void {
	// A dozen turns of the microtask queue let every ready promise go on before time passes.
	let turns = 12;
	const turn = (): unknown => (turns-- > 0 ? Promise.resolve().then(turn) : resolve(undefined));
	turn();
}

const SETTINGS: RetrySettings = { rateLimitWait: 120_000, maxTries: 4, retryOn: 'refused' };
const ANSWER: Parsed = { ok: true, answer: { requestId: 'r', images: [] } };

function refusal(retry: Retry, details = {}): Parsed {
	return { ok: false, problem: finalProblem('m', 'd', { retry, ...details }) };
}

/** A domain that refuses more than `limit` calls at once, as the service does: at once, with its number. */
class Domain {
	active = 0;
	accepted: number[] = [];
	refused = 0;

	constructor(
		private readonly clock: VirtualClock,
		private readonly limit: number,
		private readonly latency: (call: number) => number,
		private readonly names = true,
	) {}

	async serve(id: number): Promise<Parsed> {
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
		this.active -= 1;
		return ANSWER;
	}
}

async function readAll(count: number, maximum: number, domain: Domain, clock: VirtualClock) {
	const pool = new Pool(maximum, clock);
	return await Promise.all(
		Array.from(
			{ length: count },
			async (_, id) => await call(pool, id, async () => await domain.serve(id), SETTINGS, clock),
		),
	);
}

const answered = (results: CallResult[]) =>
	results.filter(({ state }) => state === 'answered').length;

describe('pool', () => {
	it('reads everything exactly once when it is set too high by mistake, near the ideal time', async () => {
		for (const names of [true, false]) {
			const clock = new VirtualClock();
			const domain = new Domain(clock, 5, (id) => 300 * (1 + 0.8 * Math.sin(id * 12.9898)), names);
			const results = await clock.run(readAll(200, 12, domain, clock));
			expect(answered(results)).toBe(200);
			expect([...domain.accepted].sort((a, b) => a - b)).toEqual(
				Array.from({ length: 200 }, (_, id) => id),
			);
			expect(clock.now()).toBeLessThan(1.3 * (200 / 5) * 300);
		}
	});

	it('loses nothing when two executions share a domain', async () => {
		const clock = new VirtualClock();
		const domain = new Domain(clock, 5, () => 300);
		const both = Promise.all([readAll(100, 5, domain, clock), readAll(100, 5, domain, clock)]);
		const results = (await clock.run(both)).flat();
		expect(answered(results)).toBe(200);
		expect(domain.accepted).toHaveLength(200);
	});

	it('starts earlier calls first and never more at once than allowed', async () => {
		const clock = new VirtualClock();
		const started: number[] = [];
		let active = 0;
		let most = 0;
		const pool = new Pool(3, clock);
		const work = [5, 2, 9, 1, 7, 3].map(
			async (order) =>
				await call(
					pool,
					order,
					async () => {
						started.push(order);
						active += 1;
						most = Math.max(most, active);
						await clock.wait(100);
						active -= 1;
						return ANSWER;
					},
					SETTINGS,
					clock,
				),
		);
		await clock.run(Promise.all(work));
		expect(started).toEqual([5, 2, 9, 1, 3, 7]);
		expect(most).toBe(3);
	});

	it('starts nothing more after it was closed', async () => {
		const clock = new VirtualClock();
		const pool = new Pool(1, clock);
		let calls = 0;
		const send = async () => {
			calls += 1;
			await clock.wait(50);
			pool.close();
			return ANSWER;
		};
		const results = await clock.run(
			Promise.all([1, 2, 3].map(async (order) => await call(pool, order, send, SETTINGS, clock))),
		);
		expect(calls).toBe(1);
		expect(results.map(({ state }) => state)).toEqual(['answered', 'skipped', 'skipped']);
	});
});

describe('call', () => {
	async function once(outcomes: Parsed[], settings: Partial<RetrySettings> = {}) {
		const clock = new VirtualClock();
		let requests = 0;
		const send = async () => outcomes[Math.min(requests++, outcomes.length - 1)];
		const result = await clock.run(
			call(new Pool(1, clock), 0, send, { ...SETTINGS, ...settings }, clock),
		);
		return { result, requests, time: clock.now() };
	}

	it.each([
		['never', 'refused', 1],
		['never', 'all', 1],
		['unknown', 'refused', 1],
		['unknown', 'all', 4],
		['refused', 'refused', 4],
		['refused', 'all', 4],
	] as const)(
		'repeats a call with outcome %s under retryOn %s so that it is sent %i times',
		async (retry, retryOn, times) => {
			const { requests, result } = await once([refusal(retry)], { retryOn });
			expect(requests).toBe(times);
			expect(result.state).toBe('failed');
		},
	);

	it('counts what may have been billed, and nothing that was refused', async () => {
		const mixed = [refusal('rateLimit'), refusal('refused'), refusal('unknown'), ANSWER];
		expect((await once(mixed, { retryOn: 'all' })).result).toMatchObject({
			state: 'answered',
			sent: 2,
		});
		expect((await once([refusal('never')])).result).toMatchObject({ state: 'failed', sent: 0 });
	});

	it('gives up rate-limit refusals by time, not by count', async () => {
		const { requests, time, result } = await once([refusal('rateLimit')], {
			rateLimitWait: 30_000,
			maxTries: 1,
		});
		expect(result.state).toBe('failed');
		expect(requests).toBeGreaterThan(5);
		expect(time).toBeLessThanOrEqual(30_000);
		expect((await once([refusal('rateLimit')], { rateLimitWait: 0 })).requests).toBe(1);
	});

	it("waits as long as the service's Retry-After asks", async () => {
		const { time } = await once([refusal('rateLimit', { retryAfterMilliseconds: 7_000 }), ANSWER]);
		expect(time).toBeGreaterThanOrEqual(7_000);
		expect(time).toBeLessThan(7_500);
	});

	it('does not wait for hours because the service asks for it', async () => {
		const asked = refusal('unknown', { retryAfterMilliseconds: 86_400_000 });
		const { requests, time } = await once([asked], { retryOn: 'all' });
		expect(requests).toBe(1);
		expect(time).toBe(0);
	});

	it('does not go on after a cancel', async () => {
		const clock = new VirtualClock();
		let requests = 0;
		const send = async () => {
			requests += 1;
			clock.cancelled = true;
			return refusal('refused');
		};
		await clock.run(call(new Pool(1, clock), 0, send, SETTINGS, clock));
		expect(requests).toBe(1);
	});
});

describe('Pace', () => {
	it('stays between one and the maximum whatever happens', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 30 }),
				fc.array(fc.oneof(fc.constant('ok'), fc.constantFrom(null, 1, 5, 9))),
				(maximum, history) => {
					const pace = new Pace(maximum);
					for (const event of history) {
						const start = pace.start();
						if (event === 'ok') pace.succeeded();
						else pace.turnedAway(start, typeof event === 'number' ? event : null);
						expect(pace.current).toBeGreaterThanOrEqual(1);
						expect(pace.current).toBeLessThanOrEqual(maximum);
					}
				},
			),
		);
	});

	it('halves once for all calls of one burst, and grows back by one', () => {
		const pace = new Pace(8);
		const burst = Array.from({ length: 8 }, () => pace.start());
		for (const start of burst) pace.turnedAway(start, null);
		expect(pace.current).toBe(4);
		for (let success = 0; success < 4; success++) pace.succeeded();
		expect(pace.current).toBe(5);
	});

	it('goes straight to the limit that a refusal names', () => {
		const pace = new Pace(12);
		pace.turnedAway(pace.start(), 5);
		expect(pace.current).toBe(5);
	});
});
