/** A place that a call has taken. */
export interface Place {
	/** Milliseconds since the call before had ended; null for a place that none had. */
	age: number | null;
	/** Calls that ran when it was taken, and places that have been free for less long. */
	others: number;
}

// A place that was free for longer was taken by somebody else: those who wrongly rest lose more than they
// win by it (replayed with executions that share a domain).
const LONGEST = 150;
const FIRST = 60;
/** A place that was accepted as young was not late: the way there takes as long. */
const AT_ONCE = 25;
/** How many refusals are put down to a late domain, and how much of one comes back with each success. */
const BELIEF = 5;
const BELIEF_BACK = 0.02;
/** Refusals nearer to each other are of one burst. */
const BURST = 50;
/** Nobody needs to know it better. */
const NEAR = 10;
/** What a success leaves of the age that was refused, so that shorter rests are tried again. */
const DOUBT = 0.999;

/**
 * How long a place has to stay empty after its call: a domain may count a call for a while after its
 * answer has left, and turns away one that comes at once in its place. Searched between the oldest place
 * that was refused and the youngest that was accepted beside as many other calls. Pure bookkeeping, as
 * `Pace`.
 */
export class Rest {
	/** When places were given free that no call has taken since. */
	private freed: number[] = [];
	/** By the number of other calls: the youngest place that was accepted. */
	private accepted: number[] = [];
	/** The oldest place that was refused, and beside how many others. */
	private refused: { age: number; others: number } | null = null;
	/** When a call last took one place more. */
	private grewAt = -Infinity;
	/** Refusals that may still be put down to a late domain. */
	private belief = BELIEF;
	private countedAt = -Infinity;

	/** A call has ended, its place is free again. */
	free(now: number): void {
		this.freed.push(now);
	}

	/** Milliseconds for which the next call has to wait while so many run. */
	left(now: number, running: number): number {
		const [freedAt] = this.freed;
		const { refused } = this;
		if (refused === null || freedAt === undefined) return 0;
		if (running + this.freed.length - 1 < refused.others) return 0;
		return freedAt + this.needed(refused) - now;
	}

	/** A call takes the place that has been free for longest, or one more. */
	take(now: number, running: number): Place {
		const freedAt = this.freed.shift();
		if (freedAt === undefined) this.grewAt = now;
		const others = running + this.freed.length;
		return { age: freedAt === undefined ? null : now - freedAt, others };
	}

	/** A call was accepted in this place. */
	succeeded({ age, others }: Place): void {
		if (this.refused !== null) this.refused.age *= DOUBT;
		this.belief = Math.min(BELIEF, this.belief + BELIEF_BACK);
		if (age === null) return;
		for (let level = 0; level <= others; level++) {
			this.accepted[level] = Math.min(this.youngest(level), age);
		}
	}

	/**
	 * A call was turned away from this place.
	 * @returns whether it came too early, so that places rest for longer from now on; false where a place as
	 *   young was accepted before beside as many others, or one more was taken: then it is somebody else's
	 */
	turnedAway({ age, others }: Place, takenAt: number): boolean {
		if (age === null || age > LONGEST || this.grewAt >= takenAt - age) return false;
		const youngest = this.youngest(others);
		const contradicts = age >= (youngest < AT_ONCE ? youngest : 2 * youngest + AT_ONCE);
		if (contradicts || !this.believes(takenAt)) {
			this.refused = null;
			return false;
		}
		const all = [{ age, others }, ...(this.refused === null ? [] : [this.refused])];
		this.refused = {
			age: Math.max(...all.map((each) => each.age)),
			others: Math.min(...all.map((each) => each.others)),
		};
		this.freed.unshift(takenAt - age);
		return true;
	}

	/** Where a domain refuses again and again however long places rest, others share it. */
	private believes(takenAt: number): boolean {
		// Those of one burst tell the same.
		if (takenAt > this.countedAt) this.belief -= 1;
		if (this.belief < 0) return false;
		this.countedAt = takenAt + BURST;
		return true;
	}

	/** There are fewer places now: none of those that were free is there any more. */
	forget(): void {
		this.freed = [];
	}

	private needed({ age, others }: { age: number; others: number }): number {
		const youngest = this.youngest(others);
		if (youngest === Infinity) return Math.max(FIRST, 2 * age);
		return youngest - age > NEAR ? (age + youngest) / 2 : 1.1 * Math.max(age, youngest);
	}

	private youngest(others: number): number {
		return this.accepted[others] ?? Infinity;
	}
}
