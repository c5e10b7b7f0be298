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
		// Not the sum: ten mails that arrive at once would upload thirty files to learn that five are
		// taken. A domain that has refused already gives no more because one more execution asks.
		if (this.refusedAt === Infinity) this.limit = Math.max(this.limit, maximum);
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
	 * @returns whether the pace was cut for it; false for one more refusal of the same burst
	 */
	turnedAway(start: number, concurrencyLimit: number | null): boolean {
		const before = this.limit;
		if (concurrencyLimit !== null) this.named = Math.max(1, concurrencyLimit);
		this.keepBelowCeiling();
		if (start <= this.lastCut) return false;
		this.lastCut = this.started;
		this.cutsInARow += 1;
		// With one call at most the refusal says that others hold the whole domain, not where its limit is.
		this.refusedAt = this.limit > 1 ? this.limit : Infinity;
		this.successes = 0;
		// Above the domain's own limit the cause is our number; at or below it somebody shares the domain.
		if (before <= this.named) this.limit = Math.max(1, Math.floor(this.limit / 2));
		return true;
	}

	private keepBelowCeiling(): void {
		this.limit = Math.max(1, Math.min(this.limit, this.wanted, this.named));
	}

	// As fast as TCP's slow start where nothing is known; one round of successes below the last refusal;
	// at its door three, since with another process on the domain each probe is a refused upload.
	private successesToGrow(): number {
		if (this.refusedAt === Infinity) return 1;
		return this.limit + 1 >= this.refusedAt ? 3 * this.limit : this.limit;
	}
}
