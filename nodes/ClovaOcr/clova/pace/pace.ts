/**
 * How many calls may run at once, learnt from what the domain accepts: half after a refusal for the
 * rate limit, one more after a run of successes (additive increase, multiplicative decrease, as TCP).
 * Pure bookkeeping: it starts nothing and reads no clock, so tests can replay any history.
 */
export class Pace {
	private limit = 0;
	/** What the executions on the domain may have at once, all together. */
	private wanted = 0;
	/** The domain's own limit, once a refusal named it. */
	private named = Infinity;
	/** Every start gets a number; refusals of calls from before the last cut belong to that same cut. */
	private started = 0;
	private lastCut = 0;
	private successes = 0;
	private cutsInARow = 0;
	/** Limit at which the domain last refused; near it the pace grows warily. */
	private refusedAt = Infinity;

	get current(): number {
		return this.limit;
	}

	/** How often the pace was cut since the last success. */
	get cuts(): number {
		return this.cutsInARow;
	}

	/** @param maximum calls that one more execution may have at once */
	join(maximum: number): void {
		this.wanted += maximum;
		// A domain that has refused already gives no more because one more execution asks.
		if (this.refusedAt === Infinity) this.limit += maximum;
		this.keepBelowCeiling();
	}

	/** @param maximum what the execution that ended had joined with */
	leave(maximum: number): void {
		this.wanted -= maximum;
		this.keepBelowCeiling();
	}

	/** @returns the number of this start, to be handed back with its outcome */
	start(): number {
		this.started += 1;
		return this.started;
	}

	succeeded(): void {
		this.cutsInARow = 0;
		this.successes += 1;
		if (this.successes < this.successesToGrow()) return;
		this.successes = 0;
		// Whoever shared the domain has left: grow at the full rate again.
		if (this.limit >= this.refusedAt) this.refusedAt = Infinity;
		this.limit += 1;
		this.keepBelowCeiling();
	}

	/**
	 * @param start number that `start` gave
	 * @param concurrencyLimit the domain's own limit, where the refusal named it
	 */
	turnedAway(start: number, concurrencyLimit: number | null): void {
		const before = this.limit;
		if (concurrencyLimit !== null) this.named = Math.max(1, concurrencyLimit);
		this.keepBelowCeiling();
		if (start <= this.lastCut) return;
		this.lastCut = this.started;
		this.cutsInARow += 1;
		this.refusedAt = this.limit;
		this.successes = 0;
		// Above the domain's own limit the cause is our number; at or below it somebody shares the domain.
		if (before <= this.named) this.limit = Math.max(1, Math.floor(this.limit / 2));
	}

	private keepBelowCeiling(): void {
		this.limit = Math.max(1, Math.min(this.limit, this.wanted, this.named));
	}

	// Far below the last refusal one round of successes is enough; at its door three are asked for,
	// since with another process on the domain each probe is a refused upload.
	private successesToGrow(): number {
		const rounds = this.limit + 1 >= this.refusedAt ? 3 : 1;
		return this.limit * rounds;
	}
}
