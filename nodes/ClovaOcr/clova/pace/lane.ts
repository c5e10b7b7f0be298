/** What one attempt came to: finished, or turned away for the rate limit. */
export type Attempt<T> =
	| { state: 'finished'; value: T; accepted: boolean }
	| ({ state: 'turnedAway' } & TurnedAway<T>);

export interface TurnedAway<T> {
	/** The domain's own limit, where the refusal named it. */
	concurrencyLimit: number | null;
	/** The service's own wish. */
	retryAfterMilliseconds: number | null;
	/** How long the call may be turned away. */
	patienceMilliseconds: number;
	/** Ends the call when it has been for longer. */
	giveUp(): T;
}

/** A call that waits for its place. */
export interface Job {
	order: number;
	/** Since when it has been turned away; null before its first refusal. */
	turnedAwaySince: number | null;
	/** Makes one attempt; a refusal is returned, everything else is settled. Does not throw. */
	attempt(): Promise<'accepted' | 'ended' | TurnedAway<void>>;
	/** Settles a call that will not run any more. */
	abandon(): void;
}

/** The calls of one execution that wait for a place in the pool of their domain, earlier ones first. */
export class Lane {
	/** Calls that run. */
	active = 0;
	private readonly queue: Job[] = [];
	private closed = false;

	/**
	 * @param maximum calls that the execution may have at once
	 * @param joinedAt when the execution began, in milliseconds
	 * @param wake told that a call waits
	 * @param leave told that the execution has ended
	 */
	constructor(
		readonly maximum: number,
		readonly joinedAt: number,
		private readonly wake: () => void,
		readonly leave: () => void,
	) {}

	get isClosed(): boolean {
		return this.closed;
	}

	get isReady(): boolean {
		return this.queue.length > 0 && this.active < this.maximum;
	}

	/** No new call starts from now on; those that run go on. Waiting calls resolve to null. */
	close(): void {
		this.closed = true;
		for (const job of this.queue.splice(0)) job.abandon();
	}

	/**
	 * @param order place of the call among all calls of the execution; lower ones start first
	 * @param attempt makes one try; called again as long as it says `turnedAway`
	 * @returns the attempt's value, or null when the lane was closed before it ran
	 */
	async run<T>(order: number, attempt: () => Promise<Attempt<T>>): Promise<T | null> {
		return await new Promise<T | null>((resolve, reject) => {
			this.enqueue({
				order,
				turnedAwaySince: null,
				attempt: async () => {
					try {
						const result = await attempt();
						if (result.state === 'turnedAway') {
							return { ...result, giveUp: () => resolve(result.giveUp()) };
						}
						resolve(result.value);
						return result.accepted ? 'accepted' : 'ended';
					} catch (error) {
						reject(error);
						return 'ended';
					}
				},
				abandon: () => resolve(null),
			});
		});
	}

	/** Puts a call, new or turned away, in its place among those that wait. */
	enqueue(job: Job): void {
		if (this.closed) {
			job.abandon();
			return;
		}
		this.queue.push(job);
		this.queue.sort((a, b) => a.order - b.order);
		this.wake();
	}

	/** Takes the next call out of the queue. */
	take(): Job | undefined {
		return this.queue.shift();
	}
}
