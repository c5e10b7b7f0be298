import { sleep } from 'n8n-workflow';

import { Lane, type Job, type TurnedAway } from './lane';
import { Pace } from './pace';
import { Rest } from './rest';

export interface PoolClock {
	now(): number;
	wait(milliseconds: number): Promise<void>;
	/** 0 to 1, spreads waits. */
	random(): number;
}

// Longer ones leave places empty that another process gave free (replayed: 3 s costs 5 % of the
// time), shorter ones upload in vain.
const LONGEST_PAUSE = 1_500;
// No timer outlives the last execution for longer.
const STEP = 250;

/**
 * Runs the calls of all executions on one domain, since the service counts them together: at most as
 * many at once as the pace allows and each execution wants, in turn between executions. A refusal
 * pauses all of them until a running call gives its place free or the time is over.
 */
export class Pool {
	private readonly pace = new Pace();
	private readonly rest = new Rest();
	/** Who was served least lately comes first. */
	private lanes: Lane[] = [];
	private active = 0;
	private pausedUntil = 0;
	/** As `pausedUntil`, but the service's own wish: no success lifts it. */
	private askedToWaitUntil = 0;
	/** Since when there have been nothing but refusals. */
	private refusedSince: number | null = null;
	/** When the pool looks again by itself. */
	private wakesAt = Infinity;

	/** @param emptied told that the last execution left */
	constructor(
		private readonly clock: PoolClock,
		private readonly emptied: () => void,
	) {}

	/** @param maxConcurrency calls that the execution may have at once */
	join(maxConcurrency: number): Lane {
		const maximum = Math.max(1, Math.floor(maxConcurrency));
		const lane: Lane = new Lane(
			maximum,
			this.clock.now(),
			() => this.startReady(),
			() => this.leave(lane),
		);
		this.lanes.push(lane);
		this.pace.join(maximum);
		return lane;
	}

	private leave(lane: Lane): void {
		lane.close();
		if (!this.lanes.includes(lane)) return;
		this.lanes = this.lanes.filter((each) => each !== lane);
		this.pace.leave(lane.maximum);
		if (this.lanes.length === 0) this.emptied();
	}

	private startReady(): void {
		while (this.active < this.pace.current) {
			// Looked at once: a pause that ended between two looks would be waited for by nobody.
			const now = this.clock.now();
			const pause = this.pauseLeft(now);
			if (pause > 0) {
				void this.startAfter(pause);
				return;
			}
			const lane = this.nextLane();
			const job = lane?.take();
			if (lane === undefined || job === undefined) return;
			void this.start(lane, job);
		}
	}

	/** Round robin, so that a small execution does not wait for the end of a large one. */
	private nextLane(): Lane | undefined {
		const lane = this.lanes.find(({ isReady }) => isReady);
		if (lane !== undefined) this.lanes = [...this.lanes.filter((each) => each !== lane), lane];
		return lane;
	}

	private async start(lane: Lane, job: Job): Promise<void> {
		const start = this.pace.start();
		const startedAt = this.clock.now();
		const place = this.rest.take(startedAt, this.active);
		this.active += 1;
		lane.active += 1;
		const outcome = await job.attempt();
		this.active -= 1;
		lane.active -= 1;
		if (outcome === 'accepted') {
			this.pace.succeeded();
			this.rest.succeeded(place);
			this.rest.free(this.clock.now());
			this.pausedUntil = 0;
			this.refusedSince = null;
		} else if (outcome !== 'ended') {
			const tooEarly = this.rest.turnedAway(place, startedAt);
			this.pauseOrGiveUp(lane, job, outcome, tooEarly ? null : start);
		}
		this.startReady();
	}

	/** @param start null where the place only has to rest for longer */
	private pauseOrGiveUp(
		lane: Lane,
		job: Job,
		refusal: TurnedAway<void>,
		start: number | null,
	): void {
		const now = this.clock.now();
		const isCut = start !== null && this.pace.turnedAway(start, refusal.concurrencyLimit);
		if (isCut) this.rest.forget();
		const pause = isCut ? backoff(this.pace.cuts, LONGEST_PAUSE, this.clock.random()) : 0;
		const asked = now + (refusal.retryAfterMilliseconds ?? 0);

		this.refusedSince ??= now;
		// Calls that wait behind a refused one are turned away with it: each must not wait its own time.
		job.turnedAwaySince ??= Math.max(lane.joinedAt, this.refusedSince);
		const resumes = Math.max(now + pause, asked, this.pausedUntil, this.askedToWaitUntil);
		if (resumes - job.turnedAwaySince > refusal.patienceMilliseconds) {
			refusal.giveUp();
			return;
		}
		this.pausedUntil = Math.max(this.pausedUntil, now + pause);
		this.askedToWaitUntil = Math.max(this.askedToWaitUntil, asked);
		lane.enqueue(job);
	}

	private pauseLeft(now: number): number {
		const pause = Math.max(this.pausedUntil, this.askedToWaitUntil) - now;
		return Math.max(pause, this.rest.left(now, this.active));
	}

	private async startAfter(pause: number): Promise<void> {
		const at = this.clock.now() + Math.min(pause, STEP);
		if (at >= this.wakesAt || !this.lanes.some(({ isReady }) => isReady)) return;
		this.wakesAt = at;
		await this.clock.wait(at - this.clock.now());
		if (this.wakesAt === at) this.wakesAt = Infinity;
		this.startReady();
	}
}

// One for each domain with executions in this process: ten mails that arrive at once are ten
// executions, and CLOVA counts their calls together.
const pools = new Map<string, Pool>();

/**
 * Lets an execution share the pace of its domain with all others of this process.
 * @param url address of the domain's endpoint
 * @param maxConcurrency calls that this execution may have at once
 * @returns where its calls wait for their place; `leave` must be called when the execution ends
 */
export function joinDomain(url: string, maxConcurrency: number): Lane {
	const pool = pools.get(url) ?? new Pool(clock, () => pools.delete(url));
	pools.set(url, pool);
	return pool.join(maxConcurrency);
}

// Belongs to no execution: the end of one must not wake the calls of the others.
const clock = {
	now: () => Date.now(),
	wait: async (milliseconds: number) => await sleep(milliseconds),
	random: () => Math.random(),
};

const FIRST_WAIT = 250;

/**
 * How long to wait before another try: doubles with every failure up to a bound, spread by chance
 * so that executions which failed together do not come back together.
 * @param failures how many there were in a row, from 1
 * @param longest milliseconds
 * @param random 0 to 1
 * @returns milliseconds, between half of the wait and the whole
 */
export function backoff(failures: number, longest: number, random: number): number {
	return Math.min(longest, FIRST_WAIT * 2 ** (failures - 1)) * (0.5 + random / 2);
}
