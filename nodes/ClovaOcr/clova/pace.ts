/** What a call did, as far as the pace is concerned. */
export type Outcome = 'done' | 'turnedAway';

/**
 * How many calls may run at once, learnt from what the domain accepts: half after a refusal for the
 * rate limit, one more after a run of successes (additive increase, multiplicative decrease, as TCP).
 * Pure bookkeeping: it starts nothing and reads no clock, so tests can replay any history.
 */
export class Pace {
	private limit: number;
	private ceiling: number;
	/** Every start gets a number; refusals of calls from before the last cut belong to that same cut. */
	private started = 0;
	private lastCut = 0;
	private successes = 0;
	/** Limit at which the domain last refused; near it the pace grows warily. */
	private refusedAt = Infinity;

	constructor(maximum: number) {
		this.ceiling = Math.max(1, Math.floor(maximum));
		this.limit = this.ceiling;
	}

	get current(): number {
		return this.limit;
	}

	/** @returns the number of this start, to be handed back with its outcome */
	start(): number {
		this.started += 1;
		return this.started;
	}

	succeeded(): void {
		this.successes += 1;
		if (this.successes < this.successesToGrow()) return;
		this.successes = 0;
		this.limit = Math.min(this.ceiling, this.limit + 1);
	}

	/**
	 * @param start number that `start` gave
	 * @param concurrencyLimit the domain's own limit, where the refusal named it
	 */
	turnedAway(start: number, concurrencyLimit: number | null): void {
		const named = concurrencyLimit ?? Infinity;
		this.ceiling = Math.min(this.ceiling, Math.max(1, named));
		if (start <= this.lastCut) return;
		this.lastCut = this.started;
		this.refusedAt = Math.min(this.limit, this.ceiling);
		this.successes = 0;
		// Above the domain's own limit the cause is our number; at or below it somebody shares the domain.
		this.limit = this.limit > named ? this.ceiling : Math.max(1, Math.floor(this.limit / 2));
	}

	// Far below the last refusal one round of successes is enough; at its door four are asked for,
	// since each refused call of two executions on one domain is a wasted upload.
	private successesToGrow(): number {
		const rounds = this.limit + 1 >= this.refusedAt ? 4 : 1;
		return this.limit * rounds;
	}
}
