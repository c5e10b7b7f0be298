import { Pace } from './pace';

/** What one attempt came to: finished, or turned away for the rate limit and to be put back in the queue. */
export type Attempt<T> =
	| { state: 'finished'; value: T; accepted: boolean }
	| { state: 'turnedAway'; concurrencyLimit: number | null; waitMilliseconds: number };

interface Job {
	order: number;
	notBefore: number;
	run(): Promise<void>;
	abandon(): void;
}

export interface PoolClock {
	now(): number;
	/** Resolves after the time, or at once when the execution is cancelled. */
	wait(milliseconds: number): Promise<void>;
}

/**
 * Runs the calls of one execution: at most as many at once as the pace allows, earlier items first,
 * whatever finishes first. A call that was turned away gives its place free while it waits.
 */
export class Pool {
	private readonly pace: Pace;
	private readonly queue: Job[] = [];
	private active = 0;
	private closed = false;
	private waking = false;

	constructor(
		maxConcurrency: number,
		private readonly clock: PoolClock,
	) {
		this.pace = new Pace(maxConcurrency);
	}

	get isClosed(): boolean {
		return this.closed;
	}

	/** No new call starts from now on; those that run go on. Waiting calls resolve to null. */
	close(): void {
		this.closed = true;
		for (const job of this.queue.splice(0)) job.abandon();
	}

	/**
	 * @param order place of the call among all calls of the execution; lower ones start first
	 * @param attempt makes one try; called again as long as it says `turnedAway`
	 * @returns the attempt's value, or null when the pool was closed before it ran
	 */
	async run<T>(order: number, attempt: () => Promise<Attempt<T>>): Promise<T | null> {
		return await new Promise<T | null>((resolve, reject) => {
			const job: Job = {
				order,
				notBefore: 0,
				run: async () => await this.once(job, attempt, resolve, reject),
				abandon: () => resolve(null),
			};
			this.enqueue(job);
		});
	}

	private async once<T>(
		job: Job,
		attempt: () => Promise<Attempt<T>>,
		resolve: (value: T | null) => void,
		reject: (reason: unknown) => void,
	): Promise<void> {
		const start = this.pace.start();
		try {
			const result = await attempt();
			if (result.state === 'finished') {
				if (result.accepted) this.pace.succeeded();
				resolve(result.value);
				return;
			}
			this.pace.turnedAway(start, result.concurrencyLimit);
			job.notBefore = this.clock.now() + result.waitMilliseconds;
			this.enqueue(job);
		} catch (error) {
			reject(error);
		}
	}

	private enqueue(job: Job): void {
		if (this.closed) {
			job.abandon();
			return;
		}
		this.queue.push(job);
		this.queue.sort((a, b) => a.order - b.order);
		this.startReady();
	}

	private startReady(): void {
		while (this.active < this.pace.current) {
			const now = this.clock.now();
			const index = this.queue.findIndex((job) => job.notBefore <= now);
			if (index === -1) break;
			const [job] = this.queue.splice(index, 1);
			this.active += 1;
			void job.run().finally(() => {
				this.active -= 1;
				this.startReady();
			});
		}
		void this.wakeForNext();
	}

	private async wakeForNext(): Promise<void> {
		if (this.waking || this.queue.length === 0 || this.active >= this.pace.current) return;
		this.waking = true;
		const next = Math.min(...this.queue.map((job) => job.notBefore));
		await this.clock.wait(Math.max(1, Math.min(250, next - this.clock.now())));
		this.waking = false;
		this.startReady();
	}
}
