import fc from 'fast-check';

import { call } from '../../../../nodes/ClovaOcr/clova/call';
import { backoff, joinDomain, Pool } from '../../../../nodes/ClovaOcr/clova/pace/pool';
import {
	ANSWER,
	BusyDomain,
	SETTINGS,
	answered,
	poolOf,
	readAll,
	refusal,
} from '../../../support/busyDomain';
import { sleep } from '../../../support/node';
import { VirtualClock } from '../../../support/virtualClock';

const numbers = (count: number) => Array.from({ length: count }, (_, id) => id);
const SEEDS = numbers(30).map((each) => each + 1);

/** As real timers do: whole milliseconds, and time passes while the code runs. */
class RealisticClock extends VirtualClock {
	now = () => Math.floor((this.time += 0.3));

	async wait(milliseconds: number): Promise<void> {
		await super.wait(Math.max(1, Math.floor(milliseconds)));
	}
}

describe('the wait before another try', () => {
	it.each([
		[1, 0, 125],
		[1, 1, 250],
		[1, 0.5, 187.5],
		[2, 1, 500],
		[4, 1, 2000],
		[6, 1, 5000],
		[6, 0, 2500],
	])('after failure %i lies between half of it and the whole (chance %d: %d ms)', (failures, chance, wait) => {
		expect(backoff(failures, 5000, chance)).toBe(wait);
	});
});

describe('a pool', () => {
	it('lets an execution have one call at least, and only whole ones', () => {
		const pool = poolOf(new VirtualClock());
		expect([0, -1, 1.9, 5].map((maximum) => pool.join(maximum).maximum)).toEqual([1, 1, 1, 5]);
	});

	it('is told once when the last execution has left', () => {
		const emptied = jest.fn();
		const pool = new Pool(new VirtualClock(), emptied);
		const [first, second] = [pool.join(1), pool.join(1)];
		first.leave();
		first.leave();
		expect(emptied).not.toHaveBeenCalled();
		second.leave();
		second.leave();
		expect(emptied).toHaveBeenCalledTimes(1);
	});

	/** The times at which a call is tried that is refused so often, and then accepted. */
	async function tries(refusals: object[], maximum = 1) {
		const clock = new VirtualClock();
		clock.random = () => 1;
		const times: number[] = [];
		const send = async () => {
			times.push(clock.now());
			const asked = refusals.shift();
			return asked === undefined ? ANSWER : refusal('rateLimit', asked);
		};
		await clock.run(call(poolOf(clock).join(maximum), 0, send, SETTINGS, clock));
		return times;
	}

	it('tries a refused call again after pauses that double, up to 1.5 seconds', async () => {
		expect(await tries([{}, {}, {}, {}, {}])).toEqual([0, 250, 750, 1750, 3250, 4750]);
	});

	it('waits as the service asks where that is longer', async () => {
		expect(await tries([{ retryAfterMilliseconds: 100 }])).toEqual([0, 250]);
		expect(await tries([{ retryAfterMilliseconds: 1000 }, {}])).toEqual([0, 1000, 1500]);
	});

	it('lets a place rest for a moment where the domain counts a call for longer than it takes', async () => {
		const clock = new VirtualClock();
		const lane = poolOf(clock).join(1);
		const times: number[] = [];
		const outcomes = [ANSWER, refusal('rateLimit'), ANSWER];
		const send = async () => {
			times.push(clock.now());
			const outcome = outcomes.shift() ?? ANSWER;
			if (outcome.ok) await clock.wait(100);
			return outcome;
		};
		await clock.run(Promise.all([0, 1].map(async (order) => await call(lane, order, send, SETTINGS, clock))));
		expect(times).toEqual([0, 100, 160]);
	});

	it('never runs more calls of an execution than it asked for, though others could have more', async () => {
		const clock = new VirtualClock();
		const pool = poolOf(clock);
		const [small] = [pool.join(1), pool.join(5)];
		let active = 0;
		let most = 0;
		const send = async () => {
			active += 1;
			most = Math.max(most, active);
			await clock.wait(100);
			active -= 1;
			return ANSWER;
		};
		await clock.run(Promise.all(numbers(5).map(async (order) => await call(small, order, send, SETTINGS, clock))));
		expect(most).toBe(1);
		expect(clock.now()).toBe(500);
	});

	it('counts how long a call is turned away from its first refusal, not from the start of its execution', async () => {
		const clock = new VirtualClock();
		const lane = poolOf(clock).join(1);
		await clock.run(clock.wait(10_000));
		const outcomes = [refusal('rateLimit'), ANSWER];
		const send = async () => outcomes.shift() ?? ANSWER;
		const settings = { ...SETTINGS, rateLimitWait: 300 };
		expect((await clock.run(call(lane, 0, send, settings, clock))).state).toBe('answered');
	});

	it('gives a call up that would have been turned away for longer than it may', async () => {
		const after = async (rateLimitWait: number) => {
			const clock = new VirtualClock();
			clock.random = () => 1;
			const send = async () => refusal('rateLimit');
			await clock.run(call(poolOf(clock).join(1), 0, send, { ...SETTINGS, rateLimitWait }, clock));
			return clock.now();
		};
		expect(await after(249)).toBe(0);
		expect(await after(250)).toBe(250);
		expect(await after(749)).toBe(250);
		expect(await after(750)).toBe(750);
	});
});

describe('one execution', () => {
	it.each([true, false])(
		'reads everything exactly once, near the ideal time, when it is set too high by mistake (limit named: %s)',
		async (names) => {
			const clock = new VirtualClock();
			const domain = new BusyDomain(clock, 5, () => 60 + 480 * clock.random(), names);
			const results = await clock.run(readAll(200, poolOf(clock).join(12), domain, clock));
			expect(answered(results)).toBe(200);
			expect([...domain.accepted].sort((a, b) => a - b)).toEqual(numbers(200));
			expect(clock.now()).toBeLessThan(1.3 * (200 / 5) * 300);
		},
	);

	it('starts earlier calls first and never more at once than allowed', async () => {
		const clock = new VirtualClock();
		const started: number[] = [];
		let active = 0;
		let most = 0;
		const lane = poolOf(clock).join(3);
		const work = [5, 2, 9, 1, 7, 3].map(async (order) => {
			const send = async () => {
				started.push(order);
				active += 1;
				most = Math.max(most, active);
				await clock.wait(100);
				active -= 1;
				return ANSWER;
			};
			return await call(lane, order, send, SETTINGS, clock);
		});
		await clock.run(Promise.all(work));
		expect(started).toEqual([5, 2, 9, 1, 3, 7]);
		expect(most).toBe(3);
	});

	it('starts nothing more after it was closed', async () => {
		const clock = new VirtualClock();
		const lane = poolOf(clock).join(1);
		let calls = 0;
		const send = async () => {
			calls += 1;
			await clock.wait(50);
			lane.close();
			return ANSWER;
		};
		const results = await clock.run(
			Promise.all([1, 2, 3].map(async (order) => await call(lane, order, send, SETTINGS, clock))),
		);
		expect(calls).toBe(1);
		expect(results.map(({ state }) => state)).toEqual(['answered', 'skipped', 'skipped']);
	});

	it('goes on as soon as a running call gives its place free', async () => {
		const clock = new VirtualClock();
		const domain = new BusyDomain(clock, 1, () => 100);
		await clock.run(readAll(2, poolOf(clock).join(2), domain, clock));
		expect(domain.refused).toBe(1);
		expect(clock.now()).toBeLessThan(215);
	});

	it.each([
		[20, 0.5],
		[100, 0],
		[100, 0.8],
		[300, 0],
	])(
		'gives a place time where the domain counts a call for %i ms after its answer (latencies ±%f)',
		async (late, spread) => {
			for (const seed of SEEDS) {
				const clock = new VirtualClock(seed);
				const latency = () => 300 * (1 + spread * (2 * clock.random() - 1));
				const domain = new BusyDomain(clock, 5, latency, true, late);
				const results = await clock.run(readAll(100, poolOf(clock).join(5), domain, clock));
				expect(answered(results)).toBe(100);
				// Halving for each refusal took up to 1.76 times as long.
				expect(clock.now()).toBeLessThan(1.5 * (100 / 5) * (300 + late));
				expect(domain.requests).toBeLessThanOrEqual(1.5 * 100);
			}
		},
	);

	it('wakes up even if the pause ends between two looks at the clock', async () => {
		for (const seed of SEEDS) {
			const clock = new RealisticClock(seed);
			const domain = new BusyDomain(clock, 1, () => 700);
			void domain.serve(0);
			const results = await clock.run(readAll(3, poolOf(clock).join(1), domain, clock));
			expect(answered(results)).toBe(3);
		}
	});

	it('gives up all its calls together when the domain never accepts one', async () => {
		const clock = new VirtualClock();
		const domain = new BusyDomain(clock, 0, () => 0);
		const results = await clock.run(readAll(50, poolOf(clock).join(3), domain, clock));
		expect(results.every(({ state }) => state === 'failed')).toBe(true);
		expect(clock.now()).toBeLessThan(SETTINGS.rateLimitWait + 1000);
		// One call asks for all while there is hope; at the end each is refused once.
		expect(domain.requests).toBeLessThan(50 + 3 + SETTINGS.rateLimitWait / 750);
	});

	it("pauses all calls for the service's Retry-After, unless that is longer than a call may wait", async () => {
		const clock = new VirtualClock();
		const lane = poolOf(clock).join(1);
		const starts: number[] = [];
		const asks = [7_000, 600_000];
		const send = async () => {
			starts.push(clock.now());
			const asked = asks.shift();
			return asked === undefined ? ANSWER : refusal('rateLimit', { retryAfterMilliseconds: asked });
		};
		const results = await clock.run(
			Promise.all(numbers(3).map(async (order) => await call(lane, order, send, SETTINGS, clock))),
		);
		expect(results.map(({ state }) => state)).toEqual(['failed', 'answered', 'answered']);
		expect(starts).toEqual([0, 7_000, 7_000, 7_000]);
	});
});

describe('executions of one process', () => {
	it('share what they learn: hardly a refusal, near the ideal time', async () => {
		for (const seed of SEEDS) {
			const clock = new VirtualClock(seed);
			const domain = new BusyDomain(clock, 5, () => 150 + 300 * clock.random());
			const pool = poolOf(clock);
			const both = [pool.join(5), pool.join(5)].map(
				async (lane) => await readAll(100, lane, domain, clock),
			);
			const results = (await clock.run(Promise.all(both))).flat();
			expect(answered(results)).toBe(200);
			expect(domain.requests).toBeLessThanOrEqual(1.05 * 200);
			expect(clock.now()).toBeLessThan(1.15 * (200 / 5) * 300);
		}
	});

	it('hardly upload in vain when many small ones begin at once', async () => {
		const clock = new VirtualClock();
		const domain = new BusyDomain(clock, 5, () => 300);
		const pool = poolOf(clock);
		const many = numbers(20).map(async () => await readAll(1, pool.join(3), domain, clock));
		expect(answered((await clock.run(Promise.all(many))).flat())).toBe(20);
		expect(domain.refused).toBeLessThanOrEqual(2);
		expect(clock.now()).toBeLessThan(6 * 310);
	});

	it('take turns: a small one does not wait for the end of a large one', async () => {
		const clock = new VirtualClock();
		const domain = new BusyDomain(clock, 5, () => 300);
		const pool = poolOf(clock);
		const large = readAll(500, pool.join(5), domain, clock);
		await clock.run(clock.wait(1_000));
		const results = await clock.run(readAll(10, pool.join(5), domain, clock));
		expect(answered(results)).toBe(10);
		expect(clock.now()).toBeLessThan(1_000 + 7 * 310);
		expect(answered(await clock.run(large))).toBe(500);
	});

	it('take turns when only one call at a time is accepted', async () => {
		const clock = new VirtualClock();
		const domain = new BusyDomain(clock, 1, () => 300);
		const pool = poolOf(clock);
		const ends: number[] = [];
		const both = [pool.join(1), pool.join(1)].map(async (lane) => {
			await readAll(20, lane, domain, clock);
			ends.push(clock.now());
		});
		await clock.run(Promise.all(both));
		expect(Math.max(...ends) - Math.min(...ends)).toBeLessThan(1_000);
	});

	it('end alone: the others go on', async () => {
		const clock = new VirtualClock();
		const domain = new BusyDomain(clock, 5, () => 300);
		const pool = poolOf(clock);
		const ended = pool.join(3);
		const first = readAll(20, ended, domain, clock);
		const second = readAll(20, pool.join(3), domain, clock);
		await clock.run(clock.wait(500));
		ended.close();
		const states = (await clock.run(first)).map(({ state }) => state);
		expect(states.filter((state) => state === 'skipped').length).toBeGreaterThan(10);
		expect(answered(await clock.run(second))).toBe(20);
	});
});

describe('executions of two processes', () => {
	async function twoProcesses(seed: number, maximum: number, lead: number) {
		const documents = 100;
		const clock = new VirtualClock(seed);
		const domain = new BusyDomain(clock, 5, () => 150 + 300 * clock.random());
		const both = [0, lead].map(async (start) => {
			await clock.wait(start);
			return await readAll(documents, poolOf(clock).join(maximum), domain, clock);
		});
		const results = (await clock.run(Promise.all(both))).flat();
		expect(answered(results)).toBe(2 * documents);
		expect(domain.accepted).toHaveLength(2 * documents);
		return {
			time: clock.now() / (((2 * documents) / 5) * 300),
			requests: domain.requests / (2 * documents),
		};
	}

	it.each([
		[3, 0],
		[5, 0],
		[5, 50],
	])(
		'lose nothing at little cost: %i calls each, the second %i ms later',
		async (maximum, lead) => {
			for (const seed of SEEDS) {
				const { time, requests } = await twoProcesses(seed, maximum, lead);
				expect(time).toBeLessThanOrEqual(1.25);
				expect(requests).toBeLessThanOrEqual(1.2);
			}
		},
	);
});

it('reads everything once, whoever shares the domain with whom', async () => {
	const execution = fc.record({
		process: fc.integer({ min: 0, max: 2 }),
		documents: fc.integer({ min: 1, max: 15 }),
		maximum: fc.integer({ min: 1, max: 8 }),
		start: fc.integer({ min: 0, max: 3000 }),
	});
	await fc.assert(
		fc.asyncProperty(
			fc.integer({ min: 1, max: 1e6 }),
			fc.integer({ min: 1, max: 6 }),
			fc.boolean(),
			fc.array(execution, { minLength: 1, maxLength: 6 }),
			async (seed, limit, names, executions) => {
				const clock = new RealisticClock(seed);
				const domain = new BusyDomain(clock, limit, () => 20 + 500 * clock.random(), names);
				const pools = [poolOf(clock), poolOf(clock), poolOf(clock)];
				const work = executions.map(async ({ process, documents, maximum, start }) => {
					await clock.wait(start);
					const lane = pools[process].join(maximum);
					const settings = { ...SETTINGS, rateLimitWait: 3_600_000 };
					return await readAll(documents, lane, domain, clock, settings);
				});
				const all = executions.reduce((sum, { documents }) => sum + documents, 0);
				expect(answered((await clock.run(Promise.all(work))).flat())).toBe(all);
				expect(domain.accepted).toHaveLength(all);
			},
		),
	);
});

describe('domains', () => {
	it('are told apart by their address, and forgotten when nobody is left', async () => {
		const starts: string[] = [];
		const job = (name: string) => async () => {
			starts.push(name);
			return { state: 'turnedAway', ...REFUSED } as const;
		};
		const first = joinDomain('http://127.0.0.1/a', 5);
		const second = joinDomain('http://127.0.0.1/a', 5);
		const other = joinDomain('http://127.0.0.1/b', 5);
		const waiting = first.run(0, job('first'));
		await sleep(5);
		void second.run(0, job('second'));
		void other.run(0, job('other'));
		expect(starts).toEqual(['first', 'other']);
		for (const lane of [first, second, other]) lane.leave();
		await expect(waiting).resolves.toBeNull();

		const later = joinDomain('http://127.0.0.1/a', 5);
		void later.run(0, job('later'));
		expect(starts).toEqual(['first', 'other', 'later']);
		later.leave();
	});

	const REFUSED = {
		concurrencyLimit: 1,
		retryAfterMilliseconds: null,
		patienceMilliseconds: 60_000,
		giveUp: () => null,
	};
});
