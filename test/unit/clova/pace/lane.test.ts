import { Lane, type Attempt } from '../../../../nodes/ClovaOcr/clova/pace/lane';

const done: Attempt<string> = { state: 'finished', value: 'done', accepted: true };

function laneOf(maximum = 2) {
	const wake = jest.fn();
	return { lane: new Lane(maximum, 0, wake, () => undefined), wake };
}

describe('the calls of an execution', () => {
	it('wait until they are taken, earlier ones first', () => {
		const { lane, wake } = laneOf();
		expect(lane.isReady).toBe(false);
		for (const order of [5, 2, 9]) void lane.run(order, async () => done);
		expect(wake).toHaveBeenCalledTimes(3);
		expect([lane.take(), lane.take(), lane.take()].map((job) => job?.order)).toEqual([2, 5, 9]);
		expect(lane.take()).toBeUndefined();
	});

	it('are ready as long as one waits and fewer run than may', () => {
		const { lane } = laneOf(2);
		void lane.run(1, async () => done);
		lane.active = 1;
		expect(lane.isReady).toBe(true);
		lane.active = 2;
		expect(lane.isReady).toBe(false);
		lane.active = 0;
		lane.take();
		expect(lane.isReady).toBe(false);
	});

	it('come to nothing where the execution ended before', async () => {
		const { lane, wake } = laneOf();
		const waiting = lane.run(1, async () => done);
		expect(lane.isClosed).toBe(false);
		lane.close();
		expect(lane.isClosed).toBe(true);
		expect(await waiting).toBeNull();
		expect(await lane.run(2, async () => done)).toBeNull();
		expect(lane.isReady).toBe(false);
		expect(wake).toHaveBeenCalledTimes(1);
	});
});

describe('an attempt', () => {
	async function attempt(work: () => Promise<Attempt<string>>) {
		const { lane } = laneOf();
		const value = lane.run(1, work);
		value.catch(() => undefined);
		return { value, outcome: await lane.take()?.attempt() };
	}

	it('that is finished settles its call', async () => {
		const accepted = await attempt(async () => done);
		expect(accepted.outcome).toBe('accepted');
		expect(await accepted.value).toBe('done');
		const ended = await attempt(async () => ({ ...done, accepted: false }));
		expect(ended.outcome).toBe('ended');
		expect(await ended.value).toBe('done');
	});

	it('that throws ends it', async () => {
		const { value, outcome } = await attempt(async () => {
			throw new Error('broken');
		});
		expect(outcome).toBe('ended');
		await expect(value).rejects.toThrow('broken');
	});

	it('that is turned away may be given up later', async () => {
		const refusal = {
			state: 'turnedAway',
			concurrencyLimit: 5,
			retryAfterMilliseconds: 7,
			patienceMilliseconds: 100,
			giveUp: () => 'given up',
		} as const;
		const { value, outcome } = await attempt(async () => refusal);
		expect(outcome).toMatchObject({ concurrencyLimit: 5, retryAfterMilliseconds: 7, patienceMilliseconds: 100 });
		if (typeof outcome === 'object') outcome.giveUp();
		expect(await value).toBe('given up');
	});
});
