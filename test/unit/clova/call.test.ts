import type { Parsed } from '../../../nodes/ClovaOcr/clova/answer';
import { call, type RetrySettings } from '../../../nodes/ClovaOcr/clova/call';
import type { Lane } from '../../../nodes/ClovaOcr/clova/pace/lane';
import { ANSWER, poolOf, refusal, SETTINGS } from '../../support/busyDomain';
import { VirtualClock } from '../../support/virtualClock';

describe('call', () => {
	async function once(outcomes: Parsed[], settings: Partial<RetrySettings> = {}) {
		const clock = new VirtualClock();
		let requests = 0;
		const send = async () => outcomes[Math.min(requests++, outcomes.length - 1)];
		const result = await clock.run(
			call(poolOf(clock).join(1), 0, send, { ...SETTINGS, ...settings }, clock),
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

	it('waits as long after any other refusal that asks for it, up to Rate Limit Wait', async () => {
		const asked = (retryAfterMilliseconds: number) => refusal('refused', { retryAfterMilliseconds });
		const settings = { rateLimitWait: 900 };
		expect(await once([asked(900), ANSWER], settings)).toMatchObject({ requests: 2, time: 900 });
		expect(await once([asked(901), ANSWER], settings)).toMatchObject({ requests: 1, time: 0 });
		expect(await once([asked(0), ANSWER], { rateLimitWait: 0 })).toMatchObject({ requests: 2, time: 0 });
		const { time } = await once([refusal('refused'), ANSWER], { rateLimitWait: 0 });
		expect(time).toBeGreaterThan(0);
	});

	it('waits longer with each try, five seconds at most', async () => {
		const { requests, time } = await once([refusal('refused')], { maxTries: 10 });
		expect(requests).toBe(10);
		// Nine waits: half a second less than all of 0.25, 0.5, 1, 2 and five times 4 to 5 seconds at the least.
		expect(time).toBeGreaterThan(0.5 * (250 + 500 + 1000 + 2000 + 4000 + 4 * 5000));
		expect(time).toBeLessThan(250 + 500 + 1000 + 2000 + 4000 + 4 * 5000);
	});

	it('tells of a call that failed for good, before another takes its place', async () => {
		const clock = new VirtualClock();
		const lane = poolOf(clock).join(1);
		const told: string[] = [];
		const of = async (name: string, outcome: Parsed) =>
			await call(
				lane,
				0,
				async () => {
					told.push(`${name} is sent`);
					return outcome;
				},
				{ ...SETTINGS, rateLimitWait: 0 },
				clock,
				() => told.push(`${name} failed`),
			);
		const all = [of('first', refusal('never')), of('second', refusal('rateLimit')), of('third', ANSWER)];
		await clock.run(Promise.all(all));
		expect(told).toEqual([
			'first is sent',
			'first failed',
			'second is sent',
			'second failed',
			'third is sent',
		]);
	});

	it('does not wait for hours because the service asks for it', async () => {
		const asked = refusal('unknown', { retryAfterMilliseconds: 86_400_000 });
		const { requests, time } = await once([asked], { retryOn: 'all' });
		expect(requests).toBe(1);
		expect(time).toBe(0);
	});

	it.each([
		['the execution is cancelled', (clock: VirtualClock) => (clock.cancelled = true)],
		['another call failed under Stop', (_: VirtualClock, lane: Lane) => lane.close()],
	])('sends nothing more when %s while it waits to try again', async (_, end) => {
		const clock = new VirtualClock();
		const lane = poolOf(clock).join(1);
		let requests = 0;
		const send = async () => {
			requests += 1;
			void clock.wait(50).then(() => end(clock, lane));
			return refusal('refused', { retryAfterMilliseconds: 100 });
		};
		const result = await clock.run(call(lane, 0, send, SETTINGS, clock));
		expect(requests).toBe(1);
		expect(result).toMatchObject({ state: 'failed', sent: 0 });
	});

	it('sends nothing where the execution was cancelled before', async () => {
		const clock = new VirtualClock();
		clock.cancelled = true;
		const send = async (): Promise<Parsed> => {
			throw new Error('is not sent');
		};
		const result = await clock.run(call(poolOf(clock).join(1), 0, send, SETTINGS, clock));
		expect(result).toEqual({ state: 'skipped' });
	});

	it('does not go on after a cancel', async () => {
		const clock = new VirtualClock();
		let requests = 0;
		const send = async () => {
			requests += 1;
			clock.cancelled = true;
			return refusal('refused');
		};
		await clock.run(call(poolOf(clock).join(1), 0, send, SETTINGS, clock));
		expect(requests).toBe(1);
	});
});
