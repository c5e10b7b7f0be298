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
